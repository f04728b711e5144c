import { sanitizeText } from "./sanitize.ts";

/** Removes terminal escapes from a text, and replaces secrets in it by `***`. */
export type Redact = (text: string) => string;

/** Shorter texts would match too much of every log. */
const shortestText = 4;
/** Bytes of a value from which on its encoded forms are searched, too: shorter ones would match by chance. */
const shortestEncoded = 7;
/** Bytes of a value whose encoded forms are searched. */
const longestEncoded = 1 << 13;
/** Length of the pieces by which encoded forms are found: six bytes, also of a form that is cut or wrapped. */
const base64Piece = 8;
const hexPiece = 12;
/** Lines of base64 are wrapped at 64 (PEM), 76 (MIME) or more characters. */
const shortestWrapped = 57;

/**
 * Redacts values, also each of their lines, because logs are split into lines, and also in base64, in hex, and with
 * the escapes of URLs, JSON and HTML. Takes time that is linear in the text, for any number of values.
 */
export function redactor(values: Iterable<string>): Redact {
	const all = [...new Set(values)].filter((value) => value.trim().length >= shortestText);
	if (all.length === 0) return sanitizeText;
	const finders = [findTexts(all.flatMap(partsOf)), ...encodedFinders(all)];
	const hasBlanks = all.some((value) => value.includes(" "));
	const find = (text: string, mark: Mark) => {
		for (const finder of finders) finder(text, mark);
	};
	return (given) => {
		const text = sanitizeText(given);
		const marked: Range[] = [];
		find(text, (from, to) => marked.push([from, to]));
		for (const { decoded, placeOf } of decodedViews(text, hasBlanks))
			find(decoded, (from, to) => marked.push([placeOf(from), placeOf(to)]));
		return marked.length === 0 ? text : replaceRanges(text, marked);
	};
}

type Range = readonly [from: number, to: number];
type Mark = (from: number, to: number) => void;
type Finder = (text: string, mark: Mark) => void;

function replaceRanges(text: string, ranges: readonly Range[]): string {
	let result = "";
	let end = 0;
	let isFirst = true;
	for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
		if (isFirst || from > end) result += `${text.slice(end, from)}***`;
		end = Math.max(end, to);
		isFirst = false;
	}
	return result + text.slice(end);
}

/** A value and its lines, trimmed; other characters than ASCII's also as the bytes that a URL escapes. */
function partsOf(value: string): readonly string[] {
	const parts = [value, ...value.split(/\r\n|\r|\n/)].map((part) => part.trim());
	return parts.flatMap((part) => [part, Buffer.from(part).toString("latin1")]);
}

/** Texts by their first four characters, behind a table that excludes almost every place without a look-up. */
class TextIndex {
	readonly #texts = new Map<string, string[]>();
	readonly #heads = new Uint8Array(1 << hashBits);

	constructor(texts: Iterable<string>) {
		for (const text of new Set(texts)) {
			if (text.length < shortestText) continue;
			const head = text.slice(0, shortestText);
			const list = this.#texts.get(head);
			if (list === undefined) this.#texts.set(head, [text]);
			else list.push(text);
			let hash = 0;
			for (let i = 0; i < shortestText; i++) hash = nextHash(hash, head.charCodeAt(i));
			this.#heads[hash] = 1;
		}
		for (const list of this.#texts.values()) list.sort((a, b) => b.length - a.length);
	}

	/** Calls `found` for the longest text at each place. */
	search(text: string, found: (at: number, length: number) => void): void {
		let hash = 0;
		for (let i = 0; i < text.length; i++) {
			hash = nextHash(hash, text.charCodeAt(i));
			if (this.#heads[hash] === 0 || i + 1 < shortestText) continue;
			const at = i + 1 - shortestText;
			const candidates = this.#texts.get(text.slice(at, i + 1));
			const longest = candidates?.find((candidate) => text.startsWith(candidate, at));
			if (longest !== undefined) found(at, longest.length);
		}
	}
}

const hashBits = 20;
/** A hash of the last four characters: each shifts the ones before by a quarter of the bits. */
const nextHash = (hash: number, character: number) =>
	((hash << (hashBits / shortestText)) ^ character) & ((1 << hashBits) - 1);

function findTexts(texts: readonly string[]): Finder {
	const index = new TextIndex(texts);
	return (text, mark) => index.search(text, (at, length) => mark(at, at + length));
}

function encodedFinders(values: readonly string[]): readonly Finder[] {
	const bytes = values
		.map((value) => Buffer.from(value.trim()).subarray(0, longestEncoded))
		.filter(({ length }) => length >= shortestEncoded);
	return bytes.length === 0 ? [] : [findBase64(bytes.flatMap(base64Forms)), findHex(bytes)];
}

/** The characters that encode nothing but the value, for each of its three possible places in a longer text. */
function base64Forms(bytes: Buffer): readonly string[] {
	return [0, 1, 2].map((before) => {
		const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
		return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
	});
}

function findBase64(forms: readonly string[]): Finder {
	const pieces = new TextIndex(forms.flatMap((form) => piecesOf(form, base64Piece)));
	const cuts = [7, 6, 5, 4];
	const heads = new Set(forms.flatMap((form) => cuts.map((cut) => form.slice(0, cut))));
	const tails = new Set(forms.flatMap((form) => cuts.map((cut) => form.slice(-cut))));
	return (given, mark) => {
		// The alphabet of URLs differs in two characters.
		const text = given.replaceAll("-", "+").replaceAll("_", "/");
		pieces.search(text, (at, length) => {
			// The characters beside it also encode bits of the value.
			const before = at > 0 && isBase64(text[at - 1]) ? 1 : 0;
			const after = /^[A-Za-z0-9+/]?={0,2}/.exec(text.slice(at + length, at + length + 3))?.[0].length ?? 0;
			mark(at - before, at + length + after);
		});
		// A wrapped form may leave a shorter piece at the end of one line and at the start of the next.
		if (text.includes(" ") && !text.includes("\n")) return;
		for (const { 0: line, index } of text.matchAll(/(?<=^|\n)[A-Za-z0-9+/]{4,}={0,2}(?=\n|$)/g)) {
			const start = cuts.find((cut) => tails.has(line.slice(0, cut)));
			if (start !== undefined) mark(index, index + start + 1);
			const end = line.length < shortestWrapped ? undefined : cuts.find((cut) => heads.has(line.slice(-cut)));
			if (end !== undefined) mark(index + line.length - end - 1, index + line.length);
		}
	};
}

const isBase64 = (character: string | undefined) => character !== undefined && /[A-Za-z0-9+/]/.test(character);

function findHex(values: readonly Buffer[]): Finder {
	const pieces = new TextIndex(values.flatMap((bytes) => piecesOf(bytes.toString("hex"), hexPiece)));
	return (given, mark) => {
		const text = given.toLowerCase();
		pieces.search(text, (at, length) => mark(at, at + length));
		if (!dump.test(text)) return;
		const view = decode(text, separators, () => "");
		pieces.search(view.decoded, (at, length) => mark(view.placeOf(at), view.placeOf(at + length - 1) + 1));
	};
}

/** Dumps have a space or a colon after each byte or two. */
const dump = /[0-9a-f]{2}[ :][0-9a-f]{2}(?:[ :]?[0-9a-f]{2}){4}/;
const separators = /(?<=[0-9a-f]{2})[ :](?=[0-9a-f]{2})/g;

function piecesOf(form: string, length: number): readonly string[] {
	return Array.from({ length: Math.max(0, form.length - length + 1) }, (_, at) => form.slice(at, at + length));
}

/** A text with its escapes decoded. */
interface View {
	readonly decoded: string;
	/** The place in the original of a character of the decoded text, or of its end. */
	readonly placeOf: (at: number) => number;
}

/** Decodes URL, JSON and HTML escapes, each by itself; nothing for a text without any. */
function* decodedViews(text: string, hasBlanks: boolean): Generator<View> {
	if (text.includes("%")) yield decode(text, percentEscapes, ([, hex = ""]) => characterOf(hex, 16));
	if (hasBlanks && text.includes("+"))
		yield decode(text, formEscapes, ([, hex]) => (hex === undefined ? " " : characterOf(hex, 16)));
	if (text.includes("&")) yield decode(text, htmlEscapes, readEntity);
	if (!text.includes("\\")) return;
	const json = decode(text, jsonEscapes, readJsonEscape);
	yield json;
	// JSON in a string of JSON.
	const inner = decode(json.decoded, jsonEscapes, readJsonEscape);
	if (inner.decoded !== json.decoded) yield { ...inner, placeOf: (at) => json.placeOf(inner.placeOf(at)) };
}

/** `read` gives at most one character. */
function decode(text: string, escapes: RegExp, read: (match: RegExpExecArray) => string): View {
	let decoded = "";
	let from = 0;
	/** Where the decoded text continues after an escape, there and in the original. */
	const ends: { readonly decoded: number; readonly original: number }[] = [];
	for (const match of text.matchAll(escapes)) {
		decoded += text.slice(from, match.index) + read(match);
		from = match.index + match[0].length;
		ends.push({ decoded: decoded.length, original: from });
	}
	decoded += text.slice(from);
	const placeOf = (at: number) => {
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((ends[middle]?.decoded ?? 0) > at) high = middle;
			else low = middle + 1;
		}
		const last = ends[low - 1];
		return last === undefined ? at : last.original + at - last.decoded;
	};
	return { decoded, placeOf };
}

const characterOf = (digits: string, radix: number) => String.fromCharCode(Number.parseInt(digits, radix));
const readEntity = ([, hex, decimal, name = ""]: RegExpExecArray) =>
	hex !== undefined ? characterOf(hex, 16) : decimal !== undefined ? characterOf(decimal, 10) : (entities[name] ?? "");
const readJsonEscape = ([, unicode, byte, control = "", quoted]: RegExpExecArray) => {
	const hex = unicode ?? byte;
	return hex !== undefined ? characterOf(hex, 16) : (quoted ?? controls[control] ?? "");
};

const percentEscapes = /%([0-9a-fA-F]{2})/g;
const formEscapes = /%([0-9a-fA-F]{2})|\+/g;
/** Of JSON, and of the strings of Python, Go and shells. */
const jsonEscapes = /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([bfnrt])|(["'\\/]))/g;
const htmlEscapes = /&(?:#[xX]0{0,6}([0-9a-fA-F]{1,4})|#0{0,6}(\d{1,5})|(amp|lt|gt|quot|apos));/g;
const controls: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
