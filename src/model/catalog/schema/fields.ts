import { z } from "zod";
import { variableOwner } from "../../service/reserved-variables.ts";
import { isGitFile } from "../../service/secret-file.ts";
import type { Fault } from "../problems.ts";
import { checkTemplate, nameParser, parsePath } from "../values/names.ts";
import { quote } from "../values/quote.ts";
import * as v from "../values/values.ts";

/** A string that `parse` reads. A fault becomes an issue that carries it in `params`. */
export function parsedText<T>(parse: (text: string) => v.ParseResult<T>) {
	return z.string().transform((text, context) => parseInto(parse, text, context));
}

/** The same for a string or a number. readYaml keeps only plain decimals as numbers. */
export function parsedOrNumber<T>(parse: (text: string) => v.ParseResult<T>) {
	return z.union([z.string(), z.number()]).transform((value, context) => parseInto(parse, String(value), context));
}

/** Parses inside a transform. A fault becomes an issue. */
export function parseInto<T>(parse: (text: string) => v.ParseResult<T>, text: string, context: z.RefinementCtx): T {
	const result = parse(text);
	if (result.ok) return result.value;
	context.addIssue({ code: "custom", message: result.fault.message, params: { fault: result.fault } });
	return z.NEVER;
}

/** A string that may contain `{{...}}`. */
export function templateParser(allowed?: readonly string[]) {
	return (text: string): v.ParseResult<string> => {
		const fault = checkTemplate(text, allowed);
		return fault === undefined ? v.valid(text) : v.invalid(fault);
	};
}

export const nonEmptyText = (text: string): v.ParseResult<string> =>
	text.trim() === ""
		? v.invalid({ code: "catalog/value", message: "empty string", fix: "write a value, or remove the key" })
		: v.valid(text);

export const singleLine = (text: string): v.ParseResult<string> =>
	/[\n\r]/.test(text)
		? v.invalid({ code: "catalog/value", message: `${quote(text)} contains a line break`, fix: "write it on one line" })
		: nonEmptyText(text);

export const envName = nameParser("an environment variable", /^[A-Za-z_][A-Za-z0-9_.-]*$/, "LOG_LEVEL");
/** The fault of a variable that no build may read. */
export function reservedVariableFault(name: string): Fault | undefined {
	const owner = variableOwner(name);
	if (owner === undefined) return undefined;
	return {
		code: "catalog/reserved",
		message: `no build may read ${quote(name)}, a variable of ${owner}`,
		why: "a Dockerfile could copy its value into the image",
		fix: "name a variable of your own, and give it the value that the build needs",
	};
}

/** The name of a variable that builds may read. */
export const readableVariable = (text: string): v.ParseResult<string> => {
	const fault = reservedVariableFault(text);
	return fault === undefined ? envName(text) : v.invalid(fault);
};

/** The path of a file that builds may read as a secret. */
export const parseSecretFile = (text: string): v.ParseResult<string> => {
	const path = parsePath(text);
	if (!path.ok || !isGitFile(path.value)) return path;
	return v.invalid({
		code: "catalog/reserved",
		message: `no build may read ${quote(text)} as a secret`,
		why: "git keeps the job's token in it, and a Dockerfile could copy that into the image",
		fix: "name a file of your own",
	});
};

export const sshId = nameParser("an SSH agent", /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, "default");
export const secretId = nameParser("a secret", /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, "npm_token");

/** A scalar as a string: `1.0` stays `1.0`. */
export const scalarText = z.union([z.string(), z.number(), z.boolean()]).transform(String);
/** The same, and it may contain `{{...}}`. */
export const templateText = z
	.union([z.string(), z.number(), z.boolean()])
	.transform((value, context) => parseInto(templateParser(), String(value), context));

/** A map whose keys are checked too. */
export function mapWithKeys<V extends z.ZodType>(key: (text: string) => v.ParseResult<string>, value: V) {
	// `when`: an invalid value must not hide an invalid name.
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

/** One of some words. Editors offer them. */
export const oneOf = <const T extends string>(words: readonly T[]) =>
	parsedText(v.wordParser(words)).meta({ enum: words });

/** YAML 1.2 has three spellings of `true`; readYaml keeps `True` and `TRUE` as strings. */
export const yamlBoolean = z.preprocess(
	(value) => (value === "True" || value === "TRUE" ? true : value === "False" || value === "FALSE" ? false : value),
	z.boolean(),
);

export const positiveInteger = z.number().int().min(1);

/** An optional key, with texts for the JSON Schema and docs/catalog.md. */
export const optional = <T extends z.ZodType>(
	type: T,
	description: string,
	texts: { readonly default?: unknown; readonly examples?: unknown[] } = {},
) => type.optional().meta({ description, ...texts });
