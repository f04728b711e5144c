import { isSpace } from "./go-text.ts";
import { type ExpansionBudget, expansionLimits, fullBudget } from "./limits.ts";
import { ShellPattern } from "./shell-pattern.ts";

/** State of a variable. `unknown`: something outside the Dockerfile may set it. */
export type Variable = { readonly kind: "set"; readonly value: string } | { readonly kind: "unset" | "unknown" };

export interface ExpandOptions {
	readonly escape: "\\" | "`";
	readonly lookup: (name: string) => Variable;
	/** `keep` leaves quotes, escapes and variables as written, to find heredocs in a line. */
	readonly quotes?: "strip" | "keep";
	/** `plain`: quotes have no meaning, as in the body of a heredoc. */
	readonly text?: "shell" | "plain";
	/** What all texts of a Dockerfile share. */
	readonly budget?: ExpansionBudget;
}

export interface Expanded {
	readonly value: string;
	readonly unset: ReadonlySet<string>;
	/** Variables with an unknown value: if there are any, `value` is a guess. */
	readonly unknown: ReadonlySet<string>;
}

export class SubstitutionError extends Error {}

/** All texts of a Dockerfile together are too much: every further one is refused. */
export class ExhaustedBudget extends SubstitutionError {}

/**
 * Expands variables and quotes like BuildKit's shell lexer: `$x`, `${x}`, `${x:-y}`, `${x:+y}`, `${x:?y}` (also without
 * the colon), `${x#p}`, `${x##p}`, `${x%p}`, `${x%%p}`, `${x/p/r}`, `${x//p/r}`. Throws SubstitutionError if the engine
 * would refuse the text.
 */
export function expandVariables(text: string, options: ExpandOptions): Expanded {
	const budget = options.budget ?? fullBudget();
	const lexer = new Lexer(text, options, budget);
	const value = lexer.until(undefined, lexer.keep);
	budget.characters -= value.length;
	if (budget.characters < 0)
		throw new ExhaustedBudget(`the variables expand to more than ${expansionLimits.total} characters in total`);
	return { value, unset: lexer.unset, unknown: lexer.unknown };
}

/** Expands a text, and splits it at spaces outside quotes. */
export function expandWords(text: string, options: ExpandOptions): readonly string[] {
	const words = new Words();
	const lexer = new Lexer(text, options, options.budget ?? fullBudget());
	lexer.until(undefined, lexer.keep, words);
	return words.list;
}

/** Collects the words of an expanded text. */
class Words {
	private word = "";
	readonly list: string[] = [];

	add(text: string): void {
		for (const char of text) {
			if (!isSpace(char)) this.word += char;
			else this.end();
		}
	}

	addRaw(text: string): void {
		this.word += text;
	}

	end(): void {
		if (this.word !== "") this.list.push(this.word);
		this.word = "";
	}
}

class Lexer {
	readonly unset = new Set<string>();
	readonly unknown = new Set<string>();
	readonly keep: boolean;
	private readonly chars: readonly string[];
	private readonly options: ExpandOptions;
	private readonly budget: ExpansionBudget;
	private at = 0;
	private depth = 0;

	constructor(text: string, options: ExpandOptions, budget: ExpansionBudget) {
		this.chars = [...text];
		this.options = options;
		this.budget = budget;
		this.keep = options.quotes === "keep";
	}

	/** Reads up to and including `stop`, or to the end of the text. */
	until(stop: string | undefined, rawEscapes: boolean, words?: Words): string {
		let value = "";
		const plain = this.options.text === "plain";
		for (;;) {
			const char = this.chars[this.at];
			if (char === undefined && stop !== undefined) throw new SubstitutionError(`syntax error: missing '${stop}'`);
			if (char === undefined || char === stop) {
				this.at++;
				words?.end();
				return value;
			}
			if (char === "$") {
				const expanded = this.dollar();
				value = limited(value + expanded);
				words?.add(expanded);
			} else if (!plain && (char === "'" || char === '"')) {
				const quoted = char === "'" ? this.singleQuoted() : this.doubleQuoted(rawEscapes);
				value = limited(value + quoted);
				words?.addRaw(quoted);
			} else if (char === this.options.escape) {
				const next = this.chars[this.at + 1] ?? "";
				this.at += 2;
				const escaped = (rawEscapes ? char : "") + next;
				value += escaped;
				words?.addRaw(escaped);
			} else {
				this.at++;
				value += char;
				words?.add(char);
			}
		}
	}

	private singleQuoted(): string {
		const end = this.chars.indexOf("'", this.at + 1);
		if (end < 0) throw new SubstitutionError("unexpected end of statement while looking for matching single-quote");
		const text = this.chars.slice(this.at + 1, end).join("");
		this.at = end + 1;
		return this.keep ? `'${text}'` : text;
	}

	private doubleQuoted(rawEscapes: boolean): string {
		let value = this.keep ? '"' : "";
		this.at++;
		for (;;) {
			const char = this.chars[this.at];
			if (char === undefined)
				throw new SubstitutionError("unexpected end of statement while looking for matching double-quote");
			if (char === '"') {
				this.at++;
				return this.keep ? `${value}"` : value;
			}
			if (char === "$") {
				value = limited(value + this.dollar());
				continue;
			}
			this.at++;
			if (char !== this.options.escape) {
				value += char;
				continue;
			}
			if (rawEscapes) value += char;
			const next = this.chars[this.at];
			if (next === undefined) continue;
			// Only these can be escaped in double quotes; otherwise the escape character is literal.
			if (next === '"' || next === "$" || next === this.options.escape) {
				this.at++;
				value += next;
			} else value += char;
		}
	}

	private dollar(): string {
		this.at++;
		if (this.chars[this.at] !== "{") {
			const name = this.name();
			if (name === "") return "$";
			return this.keep ? `$${name}` : this.valueOf(name);
		}
		this.at++;
		const first = this.chars[this.at];
		if (first === undefined) throw new SubstitutionError("syntax error: missing '}'");
		if (first === "{" || first === "}" || first === ":") throw new SubstitutionError("syntax error: bad substitution");
		const name = this.name();
		const operator = this.chars[this.at++];
		if (operator === "}") return this.keep ? `\${${name}}` : this.valueOf(name);
		if (operator === "/") return this.replace(name);
		const colon = operator === ":";
		const action = colon ? this.chars[this.at++] : operator;
		if (action === undefined) throw new SubstitutionError("syntax error: missing '}'");
		if (!"+-?#%".includes(action))
			throw new SubstitutionError(`unsupported modifier (${colon ? ":" : ""}${action}) in substitution`);
		const word = this.nested("}", action === "#" || action === "%");
		if (this.keep) return `\${${name}${colon ? ":" : ""}${action}${word}}`;
		return this.modify(name, action, word, colon ? "null-is-unset" : "null-is-set");
	}

	private modify(name: string, action: string, word: string, empty: "null-is-unset" | "null-is-set"): string {
		const { kind } = this.lookUp(name);
		const value = this.valueOf(name);
		const missing = kind !== "set" || (value === "" && empty === "null-is-unset");
		if (action === "-") return missing ? word : value;
		if (action === "+") return missing ? "" : word;
		if (action === "?") {
			if (kind === "unknown" || !missing) return value;
			const why = kind === "unset" ? "is not allowed to be unset" : "is not allowed to be empty";
			throw new SubstitutionError(`${name}: ${word || why}`);
		}
		const greedy = word.startsWith(action);
		const chars = [...value];
		const pattern = this.parsePattern(greedy ? word.slice(1) : word, chars.length);
		const want = greedy ? "longest" : "shortest";
		if (action === "#") return chars.slice(pattern.prefix(chars, want) ?? 0).join("");
		const end = chars.length - (pattern.reversed().prefix(chars.toReversed(), want) ?? 0);
		return chars.slice(0, end).join("");
	}

	private replace(name: string): string {
		const all = this.chars[this.at] === "/";
		if (all) this.at++;
		const pattern = this.nested("/", true);
		const replacement = this.nested("}", true);
		if (this.keep) return `\${${name}/${pattern}/${replacement}}`;
		const chars = [...this.valueOf(name)];
		const parsed = this.parsePattern(pattern, chars.length);
		// Go expands the names of groups when it replaces all matches, and there are none.
		const text = all ? replacement.replace(/\$(?:(\$)|\w+|\{\w+\})/g, "$1") : replacement;
		let value = "";
		let isFirst = true;
		for (const piece of parsed.split(chars, all ? "all" : "first")) {
			value = limited(value + (isFirst ? "" : text) + piece);
			isFirst = false;
		}
		return value;
	}

	/** Reads a part of a `${…}`, up to and including `stop`. */
	private nested(stop: string, rawEscapes: boolean): string {
		if (++this.depth > expansionLimits.depth)
			throw new SubstitutionError(`variables are nested more than ${expansionLimits.depth} levels deep`);
		const value = this.until(stop, rawEscapes);
		this.depth--;
		return value;
	}

	/** Parses a pattern for a value of this length. */
	private parsePattern(text: string, length: number): ShellPattern {
		const pattern = ShellPattern.parse(text);
		if (typeof pattern === "string") throw new SubstitutionError(pattern);
		this.budget.comparisons -= pattern.cost(length);
		if (this.budget.comparisons < 0)
			throw new ExhaustedBudget("the patterns in variables take too many comparisons in total");
		return pattern;
	}

	private valueOf(name: string): string {
		const variable = this.lookUp(name);
		return variable.kind === "set" ? variable.value : "";
	}

	private lookUp(name: string): Variable {
		const variable = this.options.lookup(name);
		if (variable.kind === "unset") this.unset.add(name);
		if (variable.kind === "unknown") this.unknown.add(name);
		return variable;
	}

	/** Reads letters, digits and `_`; or only digits; or one of the shell's special parameters. */
	private name(): string {
		const first = this.chars[this.at] ?? "";
		if (/^[@*#?\-$!]$/.test(first)) {
			this.at++;
			return first;
		}
		const part = /^\d$/.test(first) ? /^\d$/ : /^[\p{L}\p{Nd}_]$/u;
		let name = "";
		for (let char = first; part.test(char); char = this.chars[this.at] ?? "") {
			name += char;
			this.at++;
		}
		return name;
	}
}

/** Refuses a text that is too long. */
function limited(text: string): string {
	if (text.length <= expansionLimits.length) return text;
	throw new SubstitutionError(`the variables expand to more than ${expansionLimits.length} characters`);
}
