import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { catalogDocs } from "../../src/model/catalog/schema/catalog-docs.ts";
import { catalogJsonSchema, type JsonSchema } from "../../src/model/catalog/schema/json-schema.ts";
import { load, makeFolder } from "./repository.ts";

const example = path.resolve(import.meta.dirname, "../../examples/lucid");
const schema = catalogJsonSchema();

/** What the schema has against a value: as much of draft 7 as the schema uses. */
function faults(one: JsonSchema & { readonly minItems?: number }, value: unknown, at: string): string[] {
	if (one.anyOf !== undefined) {
		const tried = one.anyOf.map((each) => faults(each, value, at));
		return tried.some((each) => each.length === 0) ? [] : [`${at}: none of ${tried.length} forms`];
	}
	const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
	const types = (one.type === undefined ? [kind] : [one.type].flat()).map((type) =>
		type === "integer" ? "number" : type,
	);
	if (!types.includes(kind)) return [`${at}: ${kind} is not ${types}`];
	if (one.const !== undefined && one.const !== value) return [`${at}: not ${one.const}`];
	if (one.enum !== undefined && !one.enum.includes(value)) return [`${at}: not among ${one.enum}`];
	if (Array.isArray(value))
		return value.length < (one.minItems ?? 0)
			? [`${at}: too few`]
			: value.flatMap((item, i) => (one.items === undefined ? [] : faults(one.items, item, `${at}/${i}`)));
	if (kind !== "object") return [];
	const map = value as Readonly<Record<string, unknown>>;
	const missing = (one.required ?? []).filter((key) => !(key in map)).map((key) => `${at}: no ${key}`);
	const inside = Object.entries(map).flatMap(([key, item]) => {
		const known = one.properties?.[key] ?? one.additionalProperties;
		if (known === false) return [`${at}: unknown ${key}`];
		return typeof known === "object" ? faults(known, item, `${at}/${key}`) : [];
	});
	return [...missing, ...inside];
}

/** Every schema in a schema that describes a key, with its path. */
function keys(one: JsonSchema, at: string): (readonly [string, JsonSchema])[] {
	const own = Object.entries(one.properties ?? {}).map(([key, value]) => [`${at}/${key}`, value] as const);
	const below = [...(one.anyOf ?? []), one.items, one.additionalProperties].filter((each) => typeof each === "object");
	return [
		...own,
		...own.flatMap(([name, value]) => keys(value, name)),
		...below.flatMap((value) => keys(value as JsonSchema, `${at}/*`)),
	];
}

describe("the JSON Schema", () => {
	test("accepts the example's catalog, as loading does", () => {
		const text = readFileSync(path.join(example, "lucid.yml"), "utf8");
		assert.deepEqual(faults(schema, parse(text), ""), []);
		const { services, planned, phases } = load(text, example);
		assert.deepEqual([services.length + planned.length, phases.length], [35, 6]);
	});

	test("refuses unknown keys, wrong types and missing ones", () => {
		const wrong = { version: 2, services: { api: { contxt: ".", ports: "80", policy: { smoke: "maybe" } } } };
		assert.deepEqual(
			new Set(faults(schema, wrong, "")),
			new Set([
				": no project",
				"/services/api/policy/smoke: not among required,advisory,off",
				"/services/api/ports: string is not array",
				"/services/api: unknown contxt",
				"/version: not 1",
			]),
		);
	});

	test("describes every key", () => {
		const all = keys(schema, "");
		assert.ok(all.length > 100, `${all.length} keys`);
		assert.deepEqual(
			all.filter(([, { description }]) => !description?.endsWith(".")).map(([name]) => name),
			[],
		);
	});

	test("has examples that it accepts itself", () => {
		for (const [name, one] of keys(schema, ""))
			for (const value of one.examples ?? []) assert.deepEqual(faults(one, value, name), []);
	});
});

describe("the reference page", () => {
	const page = catalogDocs();

	test("has a row for every key", () => {
		for (const [name] of keys(schema, "")) assert.ok(page.includes(`| \`${path.basename(name)}\` |`), name);
	});

	test("begins with a catalog that can be loaded", () => {
		const [, text] = /```yaml\n(.*?)```/s.exec(page) ?? [];
		const root = makeFolder(["services/api/Dockerfile"]);
		assert.deepEqual(
			load(text ?? "", root).services.map(({ name }) => name),
			["api"],
		);
	});
});
