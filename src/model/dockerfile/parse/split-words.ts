import { defined } from "../../../util/defined.ts";
import { isSpace, trim } from "./go-text.ts";

/** One `--name=value` before the arguments of an instruction. */
export interface InstructionFlag {
	readonly name: string;
	readonly value?: string;
}

/** Spaces at which the engine splits arguments. */
const gap = /[\t\v\f\r ]+/;

/** Splits an instruction into its keyword, flags and the text after them. */
export function splitInstruction(
	line: string,
	escapeChar: string,
): { keyword: string; flags: readonly InstructionFlag[]; rest: string } {
	const text = trim(line);
	const space = gap.exec(text);
	if (space === null) return { keyword: text, flags: [], rest: "" };
	const keyword = text.slice(0, space.index);
	const { words, rest } = leadingFlags(text.slice(space.index + space[0].length), escapeChar);
	return { keyword, flags: words.map(toFlag), rest: trim(rest) };
}

function toFlag(word: string): InstructionFlag {
	const { key: name, value } = toKeyValue(word.slice("--".length));
	return { name, ...defined({ value }) };
}

function leadingFlags(text: string, escapeChar: string): { words: string[]; rest: string } {
	const words: string[] = [];
	let at = 0;
	for (;;) {
		while (at < text.length && isSpace(text[at] ?? "")) at++;
		if (!text.startsWith("--", at)) return { words, rest: text.slice(at) };
		const { word, end } = flagWord(text, at, escapeChar);
		at = end;
		if (word === "--") return { words, rest: text.slice(at) };
		words.push(word);
	}
}

/** A flag ends at a space outside quotes; quotes and escapes are removed. */
function flagWord(text: string, start: number, escapeChar: string): { word: string; end: number } {
	let word = "";
	let quote: string | undefined;
	let at = start;
	for (; at < text.length; at++) {
		const char = text[at] ?? "";
		if (quote === undefined && isSpace(char)) break;
		if (quote === undefined && (char === "'" || char === '"')) quote = char;
		else if (char === quote) quote = undefined;
		else if (char === escapeChar) word += text[++at] ?? "";
		else word += char;
	}
	return { word, end: at };
}

/** Arguments separated by spaces; quotes have no meaning here. */
export function splitAtSpaces(text: string): readonly string[] {
	return text === "" ? [] : text.split(gap);
}

/** The items of a JSON array of strings; undefined if it is not an array, `mixed` if not all items are strings. */
export function parseJsonWords(text: string): readonly string[] | "mixed" | undefined {
	const start = trim(text);
	if (!start.startsWith("[")) return undefined;
	let value: unknown;
	try {
		value = JSON.parse(start);
	} catch {
		return undefined;
	}
	if (!Array.isArray(value)) return undefined;
	return value.every((item): item is string => typeof item === "string") ? value : "mixed";
}

/** Words of ENV, LABEL and ARG: separated by spaces outside quotes; quotes and escapes stay for the expansion. */
export function splitQuotedWords(text: string, escapeChar: string): readonly string[] {
	const words: string[] = [];
	let word = "";
	let quote: string | undefined;
	let open = false;
	for (let at = 0; at < text.length; at++) {
		const char = text[at] ?? "";
		if (quote === undefined && isSpace(char)) {
			if (open) words.push(word);
			word = "";
			open = false;
			continue;
		}
		open = true;
		if (char === escapeChar && quote !== "'") {
			const next = text[++at];
			// An escape character at the end is dropped.
			if (next !== undefined) word += char + next;
			continue;
		}
		if (quote === undefined && (char === "'" || char === '"')) quote = char;
		else if (char === quote) quote = undefined;
		word += char;
	}
	if (open && word !== "") words.push(word);
	return words;
}

export interface KeyValue {
	readonly key: string;
	/** Undefined: an ARG without a default. */
	readonly value?: string;
}

/** Parses `KEY=value ...` or the legacy `KEY value`. A string is the error message. */
export function parseKeyValues(text: string, keyword: string, escapeChar: string): readonly KeyValue[] | string {
	const words = splitQuotedWords(text, escapeChar);
	const first = words[0];
	if (first === undefined) return `${keyword} requires at least one argument`;
	if (!first.includes("=")) {
		const space = gap.exec(text);
		if (space === null) return `${keyword} must have two arguments`;
		return [{ key: text.slice(0, space.index), value: text.slice(space.index + space[0].length) }];
	}
	const pairs: KeyValue[] = [];
	for (const word of words) {
		const pair = toKeyValue(word);
		if (pair.value === undefined) return `can't find = in "${word}"; it must be of the form name=value`;
		if (pair.key === "") return `${keyword} names can not be blank`;
		pairs.push(pair);
	}
	return pairs;
}

/** Splits `key=value` at the first `=`. */
export function toKeyValue(word: string): KeyValue {
	const equals = word.indexOf("=");
	return equals < 0 ? { key: word } : { key: word.slice(0, equals), value: word.slice(equals + 1) };
}

/** The fields of a RUN --mount: CSV with double quotes. Undefined if malformed. */
export function splitCsvFields(text: string): readonly string[] | undefined {
	const fields: string[] = [];
	let rest = text;
	for (;;) {
		const match = /^(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/.exec(rest);
		if (match === null) return undefined;
		const [all, quoted, plain = "", separator] = match;
		fields.push(quoted?.replaceAll('""', '"') ?? plain);
		if (separator === "") return fields;
		rest = rest.slice(all.length);
	}
}
