import { type JsonSchema, catalogJsonSchema as schemaOf } from "./keys.ts";

/** The JSON Schema for editors, draft 7. Same source as the types and the checks. */
export function catalogJsonSchema(): JsonSchema {
	return schemaOf();
}

/** The reference of every key, as Markdown tables: one for each map of the catalog. */
export function catalogDocs(): string {
	const top = schemaOf();
	const settings = Object.keys(at(top, "defaults")?.properties ?? {});
	const service = entry(top, "services");
	const isOwn = (key: string) => !settings.includes(key) || key === "health";
	return [
		section("The file", top, () => true),
		section("`network`", at(top, "network"), () => true),
		"## Settings\n\nThese may stand under `defaults`, under a phase and under a service. The later one wins: maps are merged key by key, lists and single values are replaced.\n",
		table(at(top, "defaults"), (key) => key !== "health"),
		"Under `defaults` and a phase, `health` holds only the timing: `start_period`, `interval`, `timeout`, `retries`.\n",
		section("A phase", entry(top, "phases"), isOwn),
		section("A service", service, isOwn),
		section("`health`", service && at(service, "health"), () => true),
		...["hardening", "verify", "policy"].map((key) => section(`\`${key}\``, at(top, "defaults", key), () => true)),
		section("`secrets`, in full", at(top, "defaults", "secrets")?.items, () => true),
		section("An external", entry(top, "externals"), () => true),
	]
		.filter((part) => part !== "")
		.join("\n");
}

function section(title: string, schema: JsonSchema | undefined, wanted: (key: string) => boolean): string {
	const rows = table(schema, wanted);
	return rows === "" ? "" : `## ${title}\n\n${rows}`;
}

function table(schema: JsonSchema | undefined, wanted: (key: string) => boolean): string {
	const map = schema === undefined ? undefined : mapOf(schema);
	const rows = Object.entries(map?.properties ?? {})
		.filter(([key]) => wanted(key))
		.map(([key, one]) => {
			const must = map?.required?.includes(key) ? " (must be there)" : "";
			const text = `${one.description ?? ""}${must}`;
			return `| \`${key}\` | ${kind(one)} | ${value(one.default)} | ${cell(text)}${example(one)} |`;
		});
	if (rows.length === 0) return "";
	return `${["| key | value | default | meaning |", "| --- | --- | --- | --- |", ...rows].join("\n")}\n`;
}

function example({ examples }: JsonSchema): string {
	const [first] = examples ?? [];
	return first === undefined ? "" : ` Example: ${value(first)}`;
}

function value(of: unknown): string {
	return of === undefined ? "" : `\`${cell(typeof of === "string" ? of : JSON.stringify(of))}\``;
}

function cell(text: string): string {
	return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

const names: Readonly<Record<string, string>> = {
	...{ string: "text", number: "number", integer: "number", boolean: "true or false", array: "list", object: "map" },
};

function kind({ type, anyOf, enum: words, items, const: only }: JsonSchema): string {
	if (only !== undefined) return `\`${only}\``;
	if (words !== undefined) return words.map((word) => `\`${word}\``).join(", ");
	if (anyOf !== undefined) return [...new Set(anyOf.map(kind))].join(" or ");
	const types = (Array.isArray(type) ? type : [type]) as readonly string[];
	if (type === "array" && items !== undefined) return `list of ${kind(items)}`;
	return types.map((one) => names[one] ?? one).join(" or ");
}

/** The schema of a key, or of a key in it. */
function at(schema: JsonSchema, ...path: readonly string[]): JsonSchema | undefined {
	return path.reduce<JsonSchema | undefined>((found, key) => found && mapOf(found)?.properties?.[key], schema);
}

/** The schema of what a map from names holds. */
function entry(schema: JsonSchema, key: string): JsonSchema | undefined {
	const found = at(schema, key)?.additionalProperties;
	return typeof found === "object" ? found : undefined;
}

/** Of several forms, the one that is a map. */
function mapOf(schema: JsonSchema): JsonSchema | undefined {
	return schema.anyOf === undefined ? schema : schema.anyOf.find(({ type }) => type === "object");
}
