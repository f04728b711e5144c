import { z } from "zod";
import type { Fault } from "../problems.ts";
import { parseNameOf, templateFault } from "../values/names.ts";
import { quote } from "../values/quote.ts";
import * as v from "../values/values.ts";

/** A text that is read by `parse`; what it says is wrong becomes an issue that carries the fault. */
export function parsed<T>(parse: (text: string) => v.Parsed<T>) {
	return z.string().transform((text, context) => read(parse, text, context));
}

/** The same for what may also be written as a number. Numbers come here only in plain decimals. */
export function parsedOrNumber<T>(parse: (text: string) => v.Parsed<T>) {
	return z.union([z.string(), z.number()]).transform((value, context) => read(parse, String(value), context));
}

/** Reads a text inside a transform; a fault becomes an issue. */
export function read<T>(parse: (text: string) => v.Parsed<T>, text: string, context: z.RefinementCtx): T {
	const result = parse(text);
	if (result.ok) return result.value;
	context.addIssue({ code: "custom", message: result.fault.message, params: { fault: result.fault } });
	return z.NEVER;
}

const fault = (found: Fault | undefined, text: string): v.Parsed<string> =>
	found === undefined ? v.good(text) : v.bad(found);

/** A text in which `{{...}}` may stand. */
export function template(allowed?: readonly string[]) {
	return (text: string) => fault(templateFault(text, allowed), text);
}

/** A text that is not empty. */
export const someText = (text: string): v.Parsed<string> =>
	text.trim() === ""
		? v.bad({ code: "catalog/value", message: "an empty text", fix: "write something, or leave the key out" })
		: v.good(text);

/** A text on one line. */
export const oneLine = (text: string): v.Parsed<string> =>
	/[\n\r]/.test(text)
		? v.bad({ code: "catalog/value", message: `${quote(text)} holds a line end`, fix: "write it on one line" })
		: someText(text);

/** Names, each with its own alphabet. */
export const envName = parseNameOf("an environment variable", /^[A-Za-z_][A-Za-z0-9_.-]*$/, "LOG_LEVEL");
export const sshId = parseNameOf("an SSH agent", /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, "default");
export const secretId = parseNameOf("a secret", /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, "npm_token");

/** A value that becomes text, however it is written: `1.0` stays `1.0`. */
export const anyText = z.union([z.string(), z.number(), z.boolean()]).transform(String);
/** The same, with `{{...}}` in it. */
export const templated = z
	.union([z.string(), z.number(), z.boolean()])
	.transform((value, context) => read(template(), String(value), context));

/** A map whose keys are checked like values. */
export function mapOf<V extends z.ZodType>(key: (text: string) => v.Parsed<string>, value: V) {
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
export const word = <T extends string>(words: readonly T[]) => parsed(v.parseWord(words)).meta({ enum: words });

/** YAML knows `true` in three spellings; the reader keeps the two odd ones as text. */
export const yesNo = z.preprocess(
	(value) => (value === "True" || value === "TRUE" ? true : value === "False" || value === "FALSE" ? false : value),
	z.boolean(),
);

/** A whole number from one on. */
export const positive = z.number().int().min(1);
