import { z } from "zod";
import type { Fault } from "../problems.ts";
import { checkTemplate, nameParser } from "../values/names.ts";
import { quote } from "../values/quote.ts";
import * as v from "../values/values.ts";

/** A text that is read by `parse`; what it says is wrong becomes an issue that carries the fault. */
export function parsedText<T>(parse: (text: string) => v.ParseResult<T>) {
	return z.string().transform((text, context) => parseInto(parse, text, context));
}

/** The same for what may also be written as a number. Numbers come here only in plain decimals. */
export function parsedOrNumber<T>(parse: (text: string) => v.ParseResult<T>) {
	return z.union([z.string(), z.number()]).transform((value, context) => parseInto(parse, String(value), context));
}

/** Reads a text inside a transform; a fault becomes an issue. */
export function parseInto<T>(parse: (text: string) => v.ParseResult<T>, text: string, context: z.RefinementCtx): T {
	const result = parse(text);
	if (result.ok) return result.value;
	context.addIssue({ code: "custom", message: result.fault.message, params: { fault: result.fault } });
	return z.NEVER;
}

const fault = (found: Fault | undefined, text: string): v.ParseResult<string> =>
	found === undefined ? v.valid(text) : v.invalid(found);

/** A text in which `{{...}}` may stand. */
export function templateParser(allowed?: readonly string[]) {
	return (text: string) => fault(checkTemplate(text, allowed), text);
}

/** A text that is not empty. */
export const nonEmptyText = (text: string): v.ParseResult<string> =>
	text.trim() === ""
		? v.invalid({ code: "catalog/value", message: "an empty text", fix: "write something, or leave the key out" })
		: v.valid(text);

/** A text on one line. */
export const singleLine = (text: string): v.ParseResult<string> =>
	/[\n\r]/.test(text)
		? v.invalid({ code: "catalog/value", message: `${quote(text)} holds a line end`, fix: "write it on one line" })
		: nonEmptyText(text);

/** Names, each with its own alphabet. */
export const envName = nameParser("an environment variable", /^[A-Za-z_][A-Za-z0-9_.-]*$/, "LOG_LEVEL");
export const sshId = nameParser("an SSH agent", /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, "default");
export const secretId = nameParser("a secret", /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, "npm_token");

/** A value that becomes text, however it is written: `1.0` stays `1.0`. */
export const scalarText = z.union([z.string(), z.number(), z.boolean()]).transform(String);
/** The same, with `{{...}}` in it. */
export const templateText = z
	.union([z.string(), z.number(), z.boolean()])
	.transform((value, context) => parseInto(templateParser(), String(value), context));

/** A map whose keys are checked like values. */
export function mapWithKeys<V extends z.ZodType>(key: (text: string) => v.ParseResult<string>, value: V) {
	// `when`: a wrong value must not hide a wrong name.
	return z.record(z.string(), value).superRefine(
		(map, context) => {
			if (typeof map !== "object" || map === null || Array.isArray(map)) return;
			for (const name of Object.keys(map)) {
				const result = key(name);
				if (result.ok) continue;
				const params = { fault: result.fault, at: "key" };
				context.addIssue({ code: "custom", message: result.fault.message, path: [name], params });
			}
		},
		{ when: () => true },
	);
}

/** One of a few words, which editors offer. */
export const oneOf = <T extends string>(words: readonly T[]) => parsedText(v.wordParser(words)).meta({ enum: words });

/** YAML knows `true` in three spellings; the reader keeps the two odd ones as text. */
export const yamlBoolean = z.preprocess(
	(value) => (value === "True" || value === "TRUE" ? true : value === "False" || value === "FALSE" ? false : value),
	z.boolean(),
);

/** A whole number from one on. */
export const positiveInteger = z.number().int().min(1);
