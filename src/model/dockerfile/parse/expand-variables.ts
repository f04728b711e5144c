import { isSpace } from "./go-text.ts";

/** State of a variable. `unknown`: something outside the Dockerfile may set it. */
export type Variable = { readonly kind: "set"; readonly value: string } | { readonly kind: "unset" | "unknown" };

export interface ExpandOptions {
	readonly escape: "\\" | "`";
	readonly lookup: (name: string) => Variable;
	/** `keep` leaves quotes, escapes and variables as written, to find heredocs in a line. */
	readonly quotes?: "strip" | "keep";
	/** `plain`: quotes have no meaning, as in the body of a heredoc. */
	readonly text?: "shell" | "plain";
}

export interface Expanded {
	readonly value: string;
	/** The value split at spaces outside quotes. */
	readonly words: readonly string[];
	readonly unset: ReadonlySet<string>;
	/** Variables with an unknown value: if there are any, `value` is a guess. */
	readonly unknown: ReadonlySet<string>;
}

export class SubstitutionError extends Error {}

/**
 * Expands variables and quotes like BuildKit's shell lexer: `$x`, `${x}`, `${x:-y}`, `${x:+y}`, `${x:?y}` (also without
 * the colon), `${x#p}`, `${x##p}`, `${x%p}`, `${x%%p}`, `${x/p/r}`, `${x//p/r}`. Throws SubstitutionError if the engine
 * would refuse the text.
 */
export function expandVariables(text: string, options: ExpandOptions): Expanded {
	const lexer = new Lexer(text, options);
	const { value, words } = lexer.until(undefined, lexer.keep);
	return { value, words, unset: lexer.unset, unknown: lexer.unknown };
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
	private at = 0;

	constructor(text: string, options: ExpandOptions) {
		this.chars = [...text];
		this.options = options;
		this.keep = options.quotes === "keep";
	}

	/** Reads up to and including `stop`, or to the end of the text. */
	until(stop: string | undefined, rawEscapes: boolean): { value: string; words: readonly string[] } {
		let value = "";
		const words = new Words();
		const plain = this.options.text === "plain";
		for (;;) {
			const char = this.chars[this.at];
			if (char === undefined) {
				if (stop !== undefined) throw new SubstitutionError(`syntax error: missing '${stop}'`);
				words.end();
				return { value, words: words.list };
			}
			if (char === stop) {
				this.at++;
				words.end();
				return { value, words: words.list };
			}
			if (char === "$") {
				const expanded = this.dollar();
				value += expanded;
				words.add(expanded);
			} else if (!plain && (char === "'" || char === '"')) {
				const quoted = char === "'" ? this.singleQuoted() : this.doubleQuoted(rawEscapes);
				value += quoted;
				words.addRaw(quoted);
			} else if (char === this.options.escape) {
				const next = this.chars[this.at + 1] ?? "";
				this.at += 2;
				const escaped = (rawEscapes ? char : "") + next;
				value += escaped;
				words.addRaw(escaped);
			} else {
				this.at++;
				value += char;
				words.add(char);
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
				value += this.dollar();
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
		const word = this.until("}", action === "#" || action === "%").value;
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
		const pattern = greedy ? word.slice(1) : word;
		if (action === "#")
			return value.slice(new RegExp(`^${toRegex(pattern, greedy ? ".*" : ".*?")}`, "s").exec(value)?.[0].length ?? 0);
		// The shortest matching suffix is the one that starts last.
		const suffix = new RegExp(`^${toRegex(pattern)}$`, "s");
		const starts = Array.from({ length: value.length + 1 }, (_, i) => (greedy ? i : value.length - i));
		const start = starts.find((i) => suffix.test(value.slice(i)));
		return start === undefined ? value : value.slice(0, start);
	}

	private replace(name: string): string {
		const all = this.chars[this.at] === "/";
		if (all) this.at++;
		const pattern = this.until("/", true).value;
		const replacement = this.until("}", true).value;
		if (this.keep) return `\${${name}/${pattern}/${replacement}}`;
		return this.valueOf(name).replace(new RegExp(toRegex(pattern), all ? "gs" : "s"), () => replacement);
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

/** A pattern of a parameter expansion as a regular expression: only `*` and `?` have a meaning. */
function toRegex(pattern: string, star: ".*" | ".*?" = ".*"): string {
	let regex = "";
	const chars = [...pattern];
	for (let i = 0; i < chars.length; i++) {
		const char = chars[i] ?? "";
		if (char === "*") regex += star;
		else if (char === "?") regex += ".";
		else if (char === "\\") {
			const next = chars[i + 1];
			if (next === "}" || next === "/") continue;
			if (next !== "*" && next !== "?" && next !== "\\")
				throw new SubstitutionError(`invalid escape '\\${next ?? ""}'`);
			regex += `\\${next}`;
			i++;
		} else regex += char.replace(/[[\]{}.+()|^$]/, "\\$&");
	}
	return regex;
}
