import { z } from "zod";
import type { KeyPath } from "../problems.ts";
import { catalogSchema } from "./catalog.ts";

/** As much of JSON Schema as the catalog's has. */
export interface JsonSchema {
	readonly $schema?: string;
	readonly title?: string;
	readonly description?: string;
	readonly type?: string;
	readonly const?: unknown;
	readonly enum?: readonly unknown[];
	readonly default?: unknown;
	readonly examples?: readonly unknown[];
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly required?: readonly string[];
	readonly additionalProperties?: JsonSchema | boolean;
	readonly items?: JsonSchema;
	readonly anyOf?: readonly JsonSchema[];
}

let schema: JsonSchema | undefined;

/** The catalog's JSON Schema, draft 7: the one that editors' YAML support reads best. */
export function catalogJsonSchema(): JsonSchema {
	schema ??= z.toJSONSchema(catalogSchema, {
		target: "draft-07",
		io: "input",
		reused: "inline",
		// zod leaves these two out wherever a value is read into another type.
		override: ({ zodSchema, jsonSchema }) => {
			const meta = z.globalRegistry.get(zodSchema);
			if (meta?.default !== undefined) jsonSchema.default = meta.default as z.core.JSONSchema.JSONSchema["default"];
			if (meta?.examples !== undefined) jsonSchema.examples = meta.examples as unknown[];
		},
	}) as JsonSchema;
	return schema;
}

/** The keys that a map at this path may have; none where the keys are free. */
export function allowedKeys(path: KeyPath): readonly string[] {
	let found: readonly JsonSchema[] = [catalogJsonSchema()];
	for (const step of path) found = found.flatMap((one) => alternatives(one)).flatMap((one) => below(one, step));
	return found.flatMap(alternatives).flatMap(({ properties }) => Object.keys(properties ?? {}));
}

/** Where a key that is unknown in one place is known: `services`, `network` ... */
export function whereKeyBelongs(key: string): string | undefined {
	const places: readonly (readonly [KeyPath, string])[] = [
		[[], "the top of the file"],
		[["services", "x"], "a service"],
		[["defaults"], "`defaults`, a phase or a service"],
		...["network", "defaults.hardening", "defaults.verify", "defaults.policy"].map(
			(name) => [name.split("."), `\`${name.replace("defaults.", "")}\``] as const,
		),
		[["services", "x", "health"], "`health`"],
	];
	return places.find(([path]) => allowedKeys(path).includes(key))?.[1];
}

function alternatives(one: JsonSchema): readonly JsonSchema[] {
	return one.anyOf === undefined ? [one] : one.anyOf.flatMap(alternatives);
}

function below({ properties, additionalProperties, items }: JsonSchema, step: string | number): JsonSchema[] {
	if (typeof step === "number") return items === undefined ? [] : [items];
	const one = properties !== undefined && Object.hasOwn(properties, step) ? properties[step] : additionalProperties;
	return typeof one === "object" ? [one] : [];
}
