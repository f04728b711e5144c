import { parseJson } from "./json.ts";

/** Levels of objects and arrays in one another: documents of registries have about ten. */
const maxDepth = 100;

/**
 * Parses JSON that someone else wrote. `undefined` with `onRefusal` for what is not JSON, and for what another parser
 * reads differently or not at all: a key that an object has twice, or more than {@link maxDepth} levels.
 */
export function parseUntrustedJson(bytes: Uint8Array, onRefusal: (why: string) => void): unknown {
	const text = new TextDecoder().decode(bytes);
	const json = parseJson(text);
	const why = json === undefined ? "not JSON" : whyAmbiguous(text);
	if (why === undefined) return json;
	onRefusal(why);
	return undefined;
}

/** One pass over valid JSON. */
function whyAmbiguous(text: string): string | undefined {
	/** The keys of each open object; none for an array. */
	const open: Set<string>[] = [];
	for (let at = 0; at < text.length; at++) {
		const char = text[at];
		if (char === "{" || char === "[") {
			if (open.push(new Set()) > maxDepth) return `it has more than ${maxDepth} levels`;
		} else if (char === "}" || char === "]") open.pop();
		else if (char === '"') {
			const end = endOfString(text, at);
			const key = isKey(text, end) ? (parseJson(text.slice(at, end + 1)) as string) : undefined;
			const keys = open.at(-1);
			if (key !== undefined && keys?.has(key)) return `the key ${JSON.stringify(key.slice(0, 100))} occurs twice`;
			if (key !== undefined) keys?.add(key);
			at = end;
		}
	}
	return undefined;
}

/** Index of the closing quote. */
function endOfString(text: string, start: number): number {
	let end = text.indexOf('"', start + 1);
	while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
	return end;
}

function isEscaped(text: string, at: number): boolean {
	let slashes = 0;
	while (text[at - 1 - slashes] === "\\") slashes++;
	return slashes % 2 === 1;
}

const colon = /[ \t\r\n]*:/y;

function isKey(text: string, end: number): boolean {
	colon.lastIndex = end + 1;
	return colon.test(text);
}

/** Two keys of an object that differ only in case, which Go reads as one; undefined if there are none. */
export function keysThatDifferInCase(object: object): readonly [string, string] | undefined {
	const seen = new Map<string, string>();
	for (const key of Object.keys(object)) {
		const other = seen.get(key.toLowerCase());
		if (other !== undefined) return [other, key];
		seen.set(key.toLowerCase(), key);
	}
	return undefined;
}
