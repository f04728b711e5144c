import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { catalogSchema } from "../../src/model/catalog/schema/catalog.ts";
import { schemaUrl } from "../../src/stages/init/write/catalog-text.ts";
import { proposalFor } from "../init/repository.ts";
import { temporaryFolder } from "../support/repo.ts";
import { openInEditor, type Place } from "./language-server.ts";

/** What people see who open a catalog in VS Code with its YAML extension. */

const schema = pathToFileURL(path.join(import.meta.dirname, "../../schema/catalog.v1.json")).href;

/** A catalog as init writes it, its schema taken from this tree: the address is that of a release. */
const { text: proposed } = proposalFor({
	"api/Dockerfile": 'FROM scratch\nEXPOSE 80\nCMD ["x"]\n',
	"web/Dockerfile": "FROM scratch\n",
});
const file = path.join(await temporaryFolder(), "lucid.yml");

/** The place of a mark `|`, which is taken out. */
function marked(text: string): readonly [string, Place] {
	const before = text.slice(0, text.indexOf("|")).split("\n");
	return [text.replace("|", ""), { line: before.length - 1, character: before.at(-1)?.length ?? 0 }];
}

const open = (text: string) => {
	assert.match(text, /^# yaml-language-server: \$schema=/);
	return openInEditor(file, text.replace(schemaUrl, schema));
};
const head = `# yaml-language-server: $schema=${schemaUrl}\nversion: 1\nproject: shop\n`;

test("a file that init writes has no marks, and hovering explains a key", async () => {
	await using editor = await open(proposed);
	assert.deepEqual(await editor.problems, []);
	const lines = proposed.split("\n");
	const over = (key: string) => {
		const line = lines.findIndex((one) => one.trimStart().startsWith(`${key}:`));
		return editor.hover({ line, character: (lines[line] ?? "").indexOf(key) + 1 });
	};
	assert.match(await over("platforms"), /Platforms to build for/);
	assert.match(await over("ttl"), /Time-to-live/);
	assert.match(await over("context"), /Build context, relative/);
	const described = (key: keyof typeof catalogSchema.shape) => catalogSchema.shape[key].meta()?.description ?? "";
	assert.ok((await over("services")).includes(described("services")));
});

test("completion offers the keys of a service, its health and its settings with descriptions", async () => {
	const offered = async (text: string) => {
		const [whole, place] = marked(head + text);
		await using editor = await open(whole);
		return await editor.complete(place);
	};
	const service = await offered("services:\n  api:\n    context: api\n    |\n");
	for (const key of ["ports", "health", "needs", "platforms", "planned"])
		assert.ok(service.has(key), `${key} of ${[...service.keys()].join(", ")}`);
	assert.match(service.get("needs") ?? "", /must be healthy before this one starts/);
	const health = await offered("services:\n  api:\n    context: api\n    health:\n      |\n");
	for (const key of ["path", "tcp", "grpc", "body", "start_period"])
		assert.ok(health.has(key), `${key} of ${[...health.keys()].join(", ")}`);
	const policy = await offered("defaults:\n  policy:\n    smoke: |\nservices: {}\n");
	assert.deepEqual([...policy.keys()].sort(), ['"off"', "advisory", "required"]);
	const top = await offered("|\nservices: {}\n");
	for (const key of ["registry", "image", "phases", "externals"]) assert.ok(top.has(key), key);
});

test("an unknown key and an invalid value are marked while they are typed", async () => {
	await using editor = await open(`${head}services:\n  api:\n    contxt: api\n    planned: maybe\n`);
	const problems = (await editor.problems).join("\n");
	assert.match(problems, /contxt/);
	assert.match(problems, /boolean/);
});
