import type { z } from "zod";

/** The data that a schema describes, read-only at every level. */
export type Infer<S extends z.ZodType> = ReadonlyDeep<z.output<S>>;
type ReadonlyDeep<T> = T extends object ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> } : T;

/**
 * Whether a value fits a schema without transforms. The value itself stays as it is, with key order and unknown keys.
 * `onMismatch` gets the first difference: `images.0.digest: expected string, received number`.
 */
export function fits<S extends z.ZodType>(
	schema: S,
	value: unknown,
	onMismatch?: (why: string) => void,
): value is Infer<S> {
	const { error } = schema.safeParse(value);
	const [issue] = error?.issues ?? [];
	if (issue !== undefined) {
		const path = issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
		onMismatch?.(`${path}${issue.message.replace(/^Invalid input: /, "")}`);
	}
	return error === undefined;
}

/** Parses JSON; undefined if it is invalid. */
export function parseJson(text: string | Uint8Array): unknown {
	try {
		return JSON.parse(typeof text === "string" ? text : new TextDecoder().decode(text));
	} catch {
		return undefined;
	}
}

/** JSON that fits a schema; undefined for anything else. */
export function parseAs<S extends z.ZodType>(schema: S, text: string): Infer<S> | undefined {
	const value = parseJson(text);
	return fits(schema, value) ? value : undefined;
}

/** An object; undefined for any other value. */
export function readObject(json: unknown): Readonly<Record<string, unknown>> | undefined {
	return isObject(json) ? json : undefined;
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

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
	return typeof json === "object" && json !== null && !Array.isArray(json);
}
