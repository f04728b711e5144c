import {
	anyChar,
	anything,
	type CharTest,
	charOf,
	choice,
	literal,
	type Pattern,
	repeat,
	sequence,
} from "../../../util/linear-pattern.ts";
import { rangeTest } from "./glob.ts";

/**
 * Parses a regular expression of Go's regexp package as a pattern for a whole text; undefined if Go refuses it. Only
 * what patterns of ignore files become: no named or lazy parts. https://pkg.go.dev/regexp/syntax
 */
export function parseGoRegexp(source: string): Pattern | undefined {
	try {
		return new GoRegexpParser(source).parse();
	} catch (error) {
		if (error instanceof InvalidRegexp) return undefined;
		throw error;
	}
}

class InvalidRegexp extends Error {}

/** The largest count of a repetition in Go, and characters of one: `{1000,1000}` and some more. */
const maxRepeat = 1000;
const maxRepeatLength = 40;

const isWord = (codePoint: number | undefined): boolean => codePoint !== undefined && wordChars(codePoint);
const wordChars = rangeTest(
	[
		[0x30, 0x39],
		[0x41, 0x5a],
		[0x5f, 0x5f],
		[0x61, 0x7a],
	],
	false,
);
const perlClasses: Readonly<Record<string, CharTest>> = {
	d: rangeTest([[0x30, 0x39]], false),
	s: (codePoint) => "\t\n\f\r ".includes(String.fromCodePoint(codePoint)),
	w: wordChars,
};
const posixClasses: Readonly<Record<string, RegExp>> = {
	alnum: /[0-9A-Za-z]/,
	alpha: /[A-Za-z]/,
	ascii: /[\0-\x7f]/,
	blank: /[\t ]/,
	cntrl: /[\0-\x1f\x7f]/,
	digit: /[0-9]/,
	graph: /[!-~]/,
	lower: /[a-z]/,
	print: /[ -~]/,
	punct: /[!-/:-@[-`{-~]/,
	space: /[\t\n\v\f\r ]/,
	upper: /[A-Z]/,
	word: /[0-9A-Za-z_]/,
	xdigit: /[0-9A-Fa-f]/,
};
const controls: Readonly<Record<string, string>> = { a: "\x07", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

const startOfText: Pattern = { kind: "place", test: (before) => before === undefined };
const endOfText: Pattern = { kind: "place", test: (_, after) => after === undefined };
const notNewline = charOf((codePoint) => codePoint !== 0x0a);
const negate =
	(test: CharTest): CharTest =>
	(codePoint) =>
		!test(codePoint);

class GoRegexpParser {
	private readonly chars: readonly string[];
	private readonly lastPosixEnd: number;
	private at = 0;

	constructor(source: string) {
		this.chars = [...source];
		this.lastPosixEnd = this.chars.findLastIndex((char, i) => char === ":" && this.chars[i + 1] === "]");
	}

	parse(): Pattern {
		const options = this.alternatives().map(anchored);
		if (this.at < this.chars.length) throw new InvalidRegexp();
		return options.length === 1 ? (options[0] ?? anything) : choice(options);
	}

	/** The sequences between `|`, up to a `)` or the end. */
	private alternatives(): readonly (readonly Pattern[])[] {
		const options = [this.parts()];
		while (this.skip("|")) options.push(this.parts());
		return options;
	}

	private parts(): readonly Pattern[] {
		const parts: Pattern[] = [];
		let afterRepeat = false;
		for (
			let char = this.chars[this.at];
			char !== undefined && char !== "|" && char !== ")";
			char = this.chars[this.at]
		) {
			const counts = this.readRepeat();
			if (counts === undefined) parts.push(...this.atom());
			else {
				const part = parts.pop();
				if (part === undefined || afterRepeat) throw new InvalidRegexp();
				parts.push(repeat(part, counts.min, counts.max));
			}
			afterRepeat = counts !== undefined;
		}
		return parts;
	}

	/** `*`, `?`, `{2}`, `{2,}` or `{2,5}`; any other `{` is a character. */
	private readRepeat(): { readonly min: number; readonly max: number } | undefined {
		if (this.skip("*")) return { min: 0, max: Number.POSITIVE_INFINITY };
		if (this.skip("?")) return { min: 0, max: 1 };
		if (this.chars[this.at] !== "{") return undefined;
		const counts = /^\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\}/.exec(this.next(maxRepeatLength));
		if (counts === null) return undefined;
		this.at += counts[0].length;
		const min = Number(counts[1]);
		const max = counts[2] === undefined ? min : Number(counts[3] ?? Number.POSITIVE_INFINITY);
		if (min > maxRepeat || max < min || (Number.isFinite(max) && max > maxRepeat)) throw new InvalidRegexp();
		return { min, max };
	}

	private atom(): readonly Pattern[] {
		const char = this.chars[this.at++] ?? "";
		if (char === "(") {
			const options = this.alternatives();
			if (!this.skip(")")) throw new InvalidRegexp();
			return [choice(options.map(sequence))];
		}
		if (char === "[") return [this.charClass()];
		if (char === ".") return [notNewline];
		if (char === "^") return [startOfText];
		if (char === "$") return [endOfText];
		return char === "\\" ? this.escape() : [literal(char)];
	}

	private escape(): readonly Pattern[] {
		const next = this.chars[this.at] ?? "";
		if (next === "A" || next === "z" || next === "b" || next === "B" || next === "Q") this.at++;
		if (next === "A") return [startOfText];
		if (next === "z") return [endOfText];
		if (next === "b") return [{ kind: "place", test: (before, after) => isWord(before) !== isWord(after) }];
		if (next === "B") return [{ kind: "place", test: (before, after) => isWord(before) === isWord(after) }];
		if (next === "Q") return this.quoted();
		const set = this.namedSet();
		return [set === undefined ? literal(String.fromCodePoint(this.escapedChar())) : charOf(set)];
	}

	/** After `\Q`: the text up to `\E`, or to the end. */
	private quoted(): readonly Pattern[] {
		const start = this.at;
		while (this.at < this.chars.length && !(this.chars[this.at] === "\\" && this.chars[this.at + 1] === "E")) this.at++;
		const quoted = this.chars.slice(start, this.at);
		this.at += 2;
		return quoted.map(literal);
	}

	/** After a backslash: `d`, `S`, `pL`, `P{Greek}`; undefined for anything else. */
	private namedSet(): CharTest | undefined {
		const char = this.chars[this.at] ?? "";
		const perl = perlClasses[char.toLowerCase()];
		if (perl !== undefined) {
			this.at++;
			return char === char.toLowerCase() ? perl : negate(perl);
		}
		if (char !== "p" && char !== "P") return undefined;
		this.at++;
		let name = this.chars[this.at++] ?? "";
		if (name === "{") {
			const end = this.chars.indexOf("}", this.at);
			if (end < 0) throw new InvalidRegexp();
			name = this.chars.slice(this.at, end).join("");
			this.at = end + 1;
		}
		const test = unicodeSet(name.replace(/^\^/, ""));
		return (char === "P") !== name.startsWith("^") ? negate(test) : test;
	}

	/** The code point after a backslash. */
	private escapedChar(): number {
		const char = this.chars[this.at++] ?? "";
		const control = controls[char];
		if (control !== undefined) return control.codePointAt(0) ?? 0;
		const rest = this.next(10);
		const octal = /^(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(char + rest)?.[0];
		if (octal !== undefined) {
			this.at += octal.length - 1;
			return Number.parseInt(octal, 8);
		}
		const hex = char === "x" ? /^(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,8})\})/.exec(rest) : null;
		if (hex !== null) {
			this.at += hex[0].length;
			const codePoint = Number.parseInt(hex[1] ?? hex[2] ?? "", 16);
			if (codePoint > 0x10ffff) throw new InvalidRegexp();
			return codePoint;
		}
		if (!/^[\0-/:-@[-`{-\x7f]$/.test(char)) throw new InvalidRegexp();
		return char.codePointAt(0) ?? 0;
	}

	/** After `[`. A `]` in front is a character. */
	private charClass(): Pattern {
		const negated = this.skip("^");
		const ranges: (readonly [number, number])[] = [];
		const sets: CharTest[] = [];
		for (let first = true; first || this.chars[this.at] !== "]"; first = false) {
			if (this.at >= this.chars.length) throw new InvalidRegexp();
			const set = this.posixSet() ?? this.escapedSet();
			if (set !== undefined) {
				sets.push(set);
				continue;
			}
			const low = this.classChar();
			const isRange = this.chars[this.at] === "-" && (this.chars[this.at + 1] ?? "]") !== "]";
			if (isRange) this.at++;
			const high = isRange ? this.classChar() : low;
			if (high < low) throw new InvalidRegexp();
			ranges.push([low, high]);
		}
		this.at++;
		const inRange = rangeTest(ranges, false);
		return charOf((codePoint) => (inRange(codePoint) || sets.some((test) => test(codePoint))) !== negated);
	}

	/** `[:alpha:]` or `[:^alpha:]` within a class. */
	private posixSet(): CharTest | undefined {
		if (this.next(2) !== "[:" || this.at + 2 > this.lastPosixEnd) return undefined;
		const [all, not, name = ""] = /^\[:(\^?)([a-z]+):\]/.exec(this.next(12)) ?? [];
		const set = posixClasses[name];
		if (all === undefined || set === undefined) throw new InvalidRegexp();
		this.at += all.length;
		return (codePoint) => set.test(String.fromCodePoint(codePoint)) !== (not === "^");
	}

	private escapedSet(): CharTest | undefined {
		if (this.chars[this.at] !== "\\") return undefined;
		this.at++;
		const set = this.namedSet();
		if (set === undefined) this.at--;
		return set;
	}

	private classChar(): number {
		const char = this.chars[this.at++];
		if (char === undefined) throw new InvalidRegexp();
		return char === "\\" ? this.escapedChar() : (char.codePointAt(0) ?? 0);
	}

	private next(count: number): string {
		return this.chars.slice(this.at, this.at + count).join("");
	}

	private skip(char: string): boolean {
		if (this.chars[this.at] !== char) return false;
		this.at++;
		return true;
	}
}

/** Go searches anywhere in the text. Without `^` in front, anything may come before a match; the same for `$`. */
function anchored(parts: readonly Pattern[]): Pattern {
	const atStart = parts[0] === startOfText;
	const atEnd = parts.at(-1) === endOfText;
	const inner = parts.slice(atStart ? 1 : 0, atEnd ? -1 : undefined);
	return sequence([...(atStart ? [] : [anything]), ...inner, ...(atEnd ? [] : [anything])]);
}

/** A general category or script by its name in Go. */
function unicodeSet(name: string): CharTest {
	if (name === "Any") return anyChar.kind === "char" ? anyChar.test : () => true;
	if (!/^[A-Za-z_]+$/.test(name)) throw new InvalidRegexp();
	for (const property of [`General_Category=${name}`, `Script=${name}`])
		try {
			const set = new RegExp(`^\\p{${property}}$`, "u");
			return (codePoint) => set.test(String.fromCodePoint(codePoint));
		} catch {}
	throw new InvalidRegexp();
}
