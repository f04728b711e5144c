import { z } from "zod";
import type { KeyPath } from "../problems.ts";
import { catalogSchema } from "./catalog.ts";

/** The part of JSON Schema that the catalog uses. */
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

/** The catalog's JSON Schema, draft 7, which YAML language servers support best. */
export function catalogJsonSchema(): JsonSchema {
	schema ??= z.toJSONSchema(catalogSchema, {
		target: "draft-07",
		io: "input",
		reused: "inline",
		// zod leaves these two out for types with a transform.
		override: ({ zodSchema, jsonSchema }) => {
			const meta = z.globalRegistry.get(zodSchema);
			if (meta?.default !== undefined) jsonSchema.default = meta.default as z.core.JSONSchema.JSONSchema["default"];
			if (meta?.examples !== undefined) jsonSchema.examples = meta.examples as unknown[];
		},
	}) as JsonSchema;
	return schema;
}

/** The keys that the map at a path may have; empty where any key is allowed. */
export function allowedKeys(path: KeyPath): readonly string[] {
	let schemas: readonly JsonSchema[] = [catalogJsonSchema()];
	for (const step of path) schemas = schemas.flatMap(alternatives).flatMap((schema) => below(schema, step));
	return schemas.flatMap(alternatives).flatMap(({ properties }) => Object.keys(properties ?? {}));
}

/** The place where a key is valid: `a service`, `network`. */
export function whereKeyBelongs(key: string): string | undefined {
	const places: readonly (readonly [KeyPath, string])[] = [
		[[], "the top of the file"],
		[["services", "x"], "a service"],
		[["defaults"], "`defaults`, a phase or a service"],
		...["network", "reuse", "defaults.hardening", "defaults.verify", "defaults.policy"].map(
			(name) => [name.split("."), `\`${name.replace("defaults.", "")}\``] as const,
		),
		[["services", "x", "health"], "`health`"],
	];
	return places.find(([path]) => allowedKeys(path).includes(key))?.[1];
}

function alternatives(schema: JsonSchema): readonly JsonSchema[] {
	return schema.anyOf === undefined ? [schema] : schema.anyOf.flatMap(alternatives);
}

function below({ properties, additionalProperties, items }: JsonSchema, step: string | number): JsonSchema[] {
	if (typeof step === "number") return items === undefined ? [] : [items];
	const schema = properties !== undefined && Object.hasOwn(properties, step) ? properties[step] : additionalProperties;
	return typeof schema === "object" ? [schema] : [];
}
