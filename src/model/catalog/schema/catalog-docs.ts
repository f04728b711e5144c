import { catalogJsonSchema, type JsonSchema } from "./json-schema.ts";

const intro = `# The service catalog

One YAML file, \`lucid.yml\`, says what the services of a repository are. This page is made of the same source as the checks, the types and the
JSON Schema; do not edit it. For completion and hover texts, begin the file with a line that names the schema:

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

- YAML 1.2: \`no\` and \`on\` are words, not switches. What becomes text keeps its spelling: \`VERSION: 1.0\` is \`1.0\`.
- Paths are relative to the folder of the file and stay inside it, links followed.
- Durations and sizes are Compose's: \`500ms\`, \`1m30s\`, \`200mb\`. Ports have Compose's short form.
- Where \`{{...}}\` may stand, it is one of \`name\`, \`phase\`, \`project\`, \`revision\`, \`short_revision\`, \`date\`, \`version\`. It is filled in, never evaluated.
- A service's name is at once a part of its image's name and a host name: lower case, digits, and single separators between them.
- All problems are reported at once, with file, line and column, and how to fix them.
`;

/** The whole page docs/catalog.md: how the file is read, then a table for each of its maps. */
export function catalogDocs(): string {
	const top = catalogJsonSchema();
	const settings = Object.keys(at(top, "defaults")?.properties ?? {});
	const service = entry(top, "services");
	const isOwn = (key: string) => !settings.includes(key) || key === "health";
	return [
		intro,
		section("The file", top, () => true),
		section("`network`", at(top, "network"), () => true),
		"## Settings\n\nThese may stand under `defaults`, under a phase and under a service. The later one wins: maps are merged key by key, lists and single values are replaced.\n",
		table(at(top, "defaults"), (key) => key !== "health"),
		"Under `defaults` and a phase, `health` holds only the timing: `start_period`, `interval`, `timeout`, `retries`, `successes`, `stable`, `stop_grace_period`, `wrong_answer_period`, `deadline`.\n",
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
