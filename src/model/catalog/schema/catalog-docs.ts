import { catalogJsonSchema, type JsonSchema } from "./json-schema.ts";

const intro = `# The service catalog

One YAML file, \`lucid.yml\`, describes the services of a repository. This page is generated from its schema; do not edit it. For completion and
hover texts in an editor, start the file with the line that names the schema:

\`\`\`yaml
# yaml-language-server: $schema=schema/catalog.v1.json
version: 1
project: shop
registry: ghcr.io
image: acme/shop-{{name}}
defaults:
  platforms: [linux/arm64]
services:
  api:
    title: API
    context: services/api
    ports: [8080]
    health: /health
    needs: [redis]
externals:
  redis: { image: "redis:7", health: { tcp: 6379 } }
\`\`\`

## How it is read

- YAML 1.2: \`no\` and \`on\` are strings, not booleans. Where a string is expected, a number keeps its spelling: \`VERSION: 1.0\` is \`1.0\`.
- Paths are relative to the catalog's folder and must stay inside it; symbolic links are followed.
- Durations and sizes are written as in Compose: \`500ms\`, \`1m30s\`, \`200mb\`. Ports use Compose's short form.
- Templates may use \`{{name}}\`, \`{{phase}}\`, \`{{project}}\`, \`{{revision}}\`, \`{{short_revision}}\`, \`{{date}}\` and \`{{version}}\`, where they are allowed. Values are inserted, nothing is evaluated.
- A service's name is part of its image name and a host name: lower-case letters, digits, and single separators between them.
- All problems are reported at once, with file, line, column and fix.
`;

/** docs/catalog.md: the rules of the file, then one table for each of its maps. */
export function catalogDocs(): string {
	const top = catalogJsonSchema();
	const settings = Object.keys(at(top, "defaults")?.properties ?? {});
	const service = entry(top, "services");
	const isOwn = (key: string) => !settings.includes(key) || key === "health";
	return [
		intro,
		section("The file", top, () => true),
		section("`network`", at(top, "network"), () => true),
		section("`reuse`", at(top, "reuse"), () => true),
		"## Settings\n\nThese keys are allowed in `defaults`, in a phase and in a service. The most specific one wins: maps are merged key by key, lists and single values are replaced.\n",
		table(at(top, "defaults"), (key) => key !== "health"),
		"In `defaults` and in a phase, `health` has only timing keys: `start_period`, `interval`, `timeout`, `retries`, `successes`, `stable`, `stop_grace_period`, `wrong_answer_period`, `deadline`.\n",
		section("A phase", entry(top, "phases"), isOwn),
		section("A service", service, isOwn),
		section("`health`", service && at(service, "health"), () => true),
		...["hardening", "verify", "lint", "policy"].map((key) =>
			section(`\`${key}\``, at(top, "defaults", key), () => true),
		),
		section("`secrets`, in full", at(top, "defaults", "secrets")?.items, () => true),
		section("`ssh`, in full", at(top, "defaults", "ssh")?.items, () => true),
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
		.map(([key, property]) => {
			const must = map?.required?.includes(key) ? " (required)" : "";
			const text = `${property.description ?? ""}${must}`;
			return `| \`${key}\` | ${kind(property)} | ${value(property.default)} | ${cell(text)}${example(property)} |`;
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
	...{ string: "string", number: "number", integer: "number", boolean: "boolean", array: "list", object: "map" },
};

function kind({ type, anyOf, enum: words, items, const: only }: JsonSchema): string {
	if (only !== undefined) return `\`${only}\``;
	if (words !== undefined) return words.map((word) => `\`${word}\``).join(", ");
	if (anyOf !== undefined) return [...new Set(anyOf.map(kind))].join(" or ");
	const types = (Array.isArray(type) ? type : [type]) as readonly string[];
	if (type === "array" && items !== undefined) return `list of ${kind(items)}`;
	return types.map((name) => names[name] ?? name).join(" or ");
}

/** The schema at a path of keys. */
function at(schema: JsonSchema, ...path: readonly string[]): JsonSchema | undefined {
	return path.reduce<JsonSchema | undefined>((parent, key) => parent && mapOf(parent)?.properties?.[key], schema);
}

/** The schema of the values of a map. */
function entry(schema: JsonSchema, key: string): JsonSchema | undefined {
	const values = at(schema, key)?.additionalProperties;
	return typeof values === "object" ? values : undefined;
}

/** The alternative that is a map. */
function mapOf(schema: JsonSchema): JsonSchema | undefined {
	return schema.anyOf === undefined ? schema : schema.anyOf.find(({ type }) => type === "object");
}
