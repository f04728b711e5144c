/** Parses JSON; undefined if it is invalid. */
export function parseJson(text: string | Uint8Array): unknown {
	try {
		return JSON.parse(typeof text === "string" ? text : new TextDecoder().decode(text));
	} catch {
		return undefined;
	}
}

/** An object; undefined for any other value. */
export function readObject(json: unknown): Readonly<Record<string, unknown>> | undefined {
	return typeof json === "object" && json !== null && !Array.isArray(json)
		? (json as Readonly<Record<string, unknown>>)
		: undefined;
}

/** A string; undefined if it is empty, as in images and webhook payloads, or another type. */
export function readString(json: unknown): string | undefined {
	return typeof json === "string" && json !== "" ? json : undefined;
}

/** The string entries of an object, in order; `__proto__` is an ordinary key. */
export function readStrings(json: unknown): Readonly<Record<string, string>> {
	const entries = Object.entries(readObject(json) ?? {});
	return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

/** The strings of a non-empty array. */
export function readList(json: unknown): readonly string[] | undefined {
	return Array.isArray(json) && json.length > 0
		? json.filter((item): item is string => typeof item === "string")
		: undefined;
}
