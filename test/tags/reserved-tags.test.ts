import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { Source } from "../../src/model/documents/source.ts";
import { mediaTypes } from "../../src/model/oci/manifest.ts";
import { computeTags } from "../../src/model/tags/compute-tags.ts";
import { reservedForms } from "../../src/model/tags/reserved-tags.ts";
import { UserError } from "../../src/util/errors.ts";
import { load, makeFolder } from "../catalog/repository.ts";
import { reply, serve } from "../registry/server.ts";

const digest = `sha256-${"1".repeat(64)}`;
/** Every name that this program, BuildKit or cosign writes, with its owner. */
const names = {
	[`content-${"1".repeat(32)}-linux-arm64`]: "content",
	"latest.published": "ledger",
	"latest-arm64.published-2": "ledger",
	[`${digest}.smoke`]: "smoke",
	[`${digest}.relabel`]: "relabel",
	[`content-${"1".repeat(32)}-linux-arm64.build`]: "job-result",
	[`content-${"1".repeat(32)}-linux-arm64.tried`]: "job-result",
	[`content-${"1".repeat(32)}-linux-arm64.kept`]: "kept",
	"cache-linux-arm64": "buildkit",
	"cache-pr-7-linux-arm64": "buildkit",
	[digest]: "referrers",
	[`${digest}.sig`]: "referrers",
} as const;
const source: Source = {
	...{ revision: "4f1c2aa".padEnd(40, "0"), committedAt: "2025-10-24T15:51:32Z", dirty: false },
	event: { kind: "push", branch: "main" },
	defaultBranch: "main",
};

const root = makeFolder(["Dockerfile"]);
const catalogWith = (line: string) =>
	load(`version: 1\nproject: p\nregistry: r.example.com/p\nservices:\n  api:\n    context: .\n    ${line}\n`, root);

test("a catalog cannot name a tag that this program writes for itself", () => {
	for (const name of Object.keys(names))
		for (const list of ["tags", "floating"]) {
			assert.throws(
				() => catalogWith(`${list}: ["type=raw,value=${name}"]`),
				(error) => {
					assert.ok(error instanceof UserError);
					const [problem] = error.problems;
					assert.equal(problem?.code, "catalog/tag-rule", name);
					assert.equal(problem?.at?.line, 7);
					assert.match(problem?.why ?? "", /are reserved: there this program keeps /);
					return true;
				},
				`${list}: ${name}`,
			);
		}
});

test("a rule or flavor whose prefix or suffix makes every tag reserved is a catalog error", () => {
	for (const line of [
		'tags: ["type=sha,prefix=content-"]',
		'tags: ["type=ref,event=branch,suffix=.smoke"]',
		'tags: ["type=semver,pattern=content-{{version}}"]',
		'floating: ["type=raw,value=cache-{{name}}"]',
		'flavor: ["prefix=sha256-,onlatest=true"]',
		'flavor: ["suffix=.published,onlatest=true"]',
	])
		assert.throws(() => catalogWith(line), /are reserved/, line);
	catalogWith('tags: ["type=sha,prefix=sha-", "type=raw,value=1.content-x"]');
});

test("a tag that is reserved only in this run blocks its service", () => {
	for (const [name] of Object.entries(names)) {
		const branch = { ...source, event: { kind: "push", branch: name } } as const;
		const { immutable, floating, problems } = computeTags(
			{ immutable: ["type=ref,event=branch"], floating: ["type=raw,value={{branch}}"] },
			branch,
		);
		assert.deepEqual([immutable, floating], [[], []], name);
		assert.deepEqual(
			problems.map(({ code }) => code),
			["tags/reserved", "tags/reserved"],
		);
	}
	const flavored = computeTags(
		{ immutable: ["type=semver,pattern={{version}}"], floating: [], flavor: ["prefix={{name}},onlatest=true"] },
		{ ...source, event: { kind: "tag", tag: "v1.2.0" } },
		{ name: "content-" },
	);
	assert.deepEqual([flavored.immutable, flavored.floating], [[], []]);
});

test("the registry client writes a reserved name only for its owner", async () => {
	await using server = await serve((_, response) => reply(response, 201, ""));
	const registry = openRegistry();
	const put = (tag: string, owner?: (typeof reservedForms)[number]["owner"]) =>
		registry.putManifest(`${server.host}/api:${tag}`, Buffer.from("{}"), mediaTypes.manifest, owner);
	for (const [name, owner] of Object.entries(names)) {
		await assert.rejects(put(name), /are reserved/);
		await assert.rejects(put(name, owner === "content" ? "smoke" : "content"), /are reserved/);
		assert.deepEqual(server.lines(), [], "nothing is sent");
	}
	await put("latest");
	await put("latest.published", "ledger");
	assert.equal(server.lines().length, 2);
});

test("the table of reserved names in the documentation has every form", async () => {
	const page = await readFile(path.join(import.meta.dirname, "../../docs/tags.md"), "utf8");
	const section = page.split("## Reserved names")[1]?.split("\n#")[0] ?? "";
	const rows = section.split("\n").flatMap((line) => (line.startsWith("| `") ? [line] : []));
	assert.deepEqual(
		rows
			.map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")))
			.map(([, form, use]) => [form, use]),
		reservedForms.map(({ text, use }) => [text, use]),
	);
});
