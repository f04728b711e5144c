import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { noGitRevision, type Source } from "../../src/model/documents/source.ts";
import type { Service } from "../../src/model/service/service.ts";
import { fillTemplates, type LabelExtras, standardLabels, templateVars } from "../../src/model/tags/labels.ts";

const source: Source = {
	revision: "4f1c2aa9e0b7d3c5a6f8e1d2c3b4a5968778695a",
	committedAt: "2025-10-24T15:51:32Z",
	dirty: false,
	event: { kind: "push", branch: "main" },
	url: "https://github.com/acme/shop",
	licenses: "Apache-2.0",
};

function service(more: Partial<Service> = {}): Service {
	return {
		...{ name: "api", title: "API", image: "docker.io/acme/api", declaredImage: "docker.io/acme/api" },
		...{ dockerfile: "Dockerfile", context: ".", platforms: ["linux/arm64"], args: {}, secrets: [], contexts: {} },
		...{ tags: [], floating: [], labels: {}, ports: [], needs: [], env: {}, at: { file: "lucid.yml" } },
		hardening: { readOnly: true, tmpfs: [], capDrop: [], noNewPrivileges: true },
		verify: { labels: [] },
		policy: { smoke: "required", verify: "required", hardening: "required", stop: "required" },
		...more,
	};
}

describe("labels", () => {
	test("are the OCI keys of the commit and the service", () => {
		const extra = { version: "1.2.3", baseName: "docker.io/library/python:3.11-slim", baseDigest: "sha256:ab" };
		assert.deepEqual(standardLabels(source, service({ description: "Entry point" }), extra), {
			"org.opencontainers.image.base.digest": "sha256:ab",
			"org.opencontainers.image.base.name": "docker.io/library/python:3.11-slim",
			"org.opencontainers.image.created": "2025-10-24T15:51:32Z",
			"org.opencontainers.image.description": "Entry point",
			"org.opencontainers.image.licenses": "Apache-2.0",
			"org.opencontainers.image.revision": source.revision,
			"org.opencontainers.image.source": "https://github.com/acme/shop",
			"org.opencontainers.image.title": "API",
			"org.opencontainers.image.url": "https://github.com/acme/shop",
			"org.opencontainers.image.version": "1.2.3",
		});
	});

	test("of the catalog are expanded and win", () => {
		const labels = {
			"com.acme.who": "{{name}} {{phase}} {{project}} {{short_revision}} {{version}} {{date}}",
			"org.opencontainers.image.licenses": "MIT",
		};
		const found = standardLabels(source, service({ phase: "3", labels }), { project: "shop", version: "2" });
		assert.equal(found["com.acme.who"], "api 3 shop 4f1c2aa 2 2025-10-24T15:51:32Z");
		assert.equal(found["org.opencontainers.image.licenses"], "MIT");
	});

	test("that would be empty are left out", () => {
		const found = standardLabels(source, service({ labels: { "com.acme.phase": "{{phase}}" } }));
		assert.equal(Object.hasOwn(found, "com.acme.phase"), false);
		assert.ok(Object.values(found).every((value) => value !== ""));
	});

	test("without git name no commit and no date", () => {
		const labels = { "com.acme.built": "{{date}}" };
		const found = standardLabels({ ...source, revision: noGitRevision }, service({ labels }));
		assert.equal(found["com.acme.built"], undefined);
		assert.equal(found["org.opencontainers.image.revision"], "manual-build");
		assert.equal(found["org.opencontainers.image.created"], undefined);
	});

	test("are sorted, regardless of their order in the catalog", () => {
		const one = standardLabels(source, service({ labels: { b: "1", a: "2" } }));
		const two = standardLabels(source, service({ labels: { a: "2", b: "1" } }));
		assert.equal(JSON.stringify(one), JSON.stringify(two));
	});
});

test("build args are expanded with the same names", () => {
	const vars = templateVars(source, service());
	assert.deepEqual(fillTemplates({ A: "{{name}}-{{short_revision}}", B: "" }, vars), { A: "api-4f1c2aa", B: "" });
});

const key = (name: string) => `org.opencontainers.image.${name}`;
const tagged: Source = { ...source, event: { kind: "tag", tag: "v2.1.0" } };
const noGit: Source = { ...source, revision: noGitRevision, committedAt: "1970-01-01T00:00:00Z" };
const dated: Source = { ...source, date: "2026-01-02T03:04:05Z" };

/** Name, commit, service, further values, label and its value; undefined if it is left out. */
const table: readonly (readonly [string, Source, Partial<Service>, LabelExtras, string, string | undefined])[] = [
	["created is the commit's date", source, {}, {}, key("created"), "2025-10-24T15:51:32Z"],
	["created is the date that was asked for", dated, {}, {}, key("created"), "2026-01-02T03:04:05Z"],
	["created is left out without git", noGit, {}, {}, key("created"), undefined],
	[
		"created without git, where asked for",
		{ ...noGit, date: "2026-01-02T03:04:05Z" },
		{},
		{},
		key("created"),
		"2026-01-02T03:04:05Z",
	],
	["revision is the whole commit", source, {}, {}, key("revision"), source.revision],
	["revision is manual-build without git", noGit, {}, {}, key("revision"), "manual-build"],
	["version is left out where nothing says one", source, {}, {}, key("version"), undefined],
	["version is not taken from a git tag", tagged, {}, {}, key("version"), undefined],
	[
		"version is not a build argument's by its name alone",
		source,
		{ args: { VERSION: "7.0" } },
		{},
		key("version"),
		undefined,
	],
	["version is what is said", source, { args: { VERSION: "7.0" } }, { version: "8" }, key("version"), "8"],
	["source is the repository", source, {}, {}, key("source"), "https://github.com/acme/shop"],
	["url is the repository", source, {}, {}, key("url"), "https://github.com/acme/shop"],
	["url is left out where it is unknown", { ...source, url: undefined as never }, {}, {}, key("url"), undefined],
	[
		"url is the catalog's",
		source,
		{ labels: { [key("url")]: "https://acme.example" } },
		{},
		key("url"),
		"https://acme.example",
	],
	["title is the service's", source, {}, {}, key("title"), "API"],
	[
		"description is the service's",
		{ ...source, description: "The shop" },
		{ description: "Entry" },
		{},
		key("description"),
		"Entry",
	],
	["description is the repository's", { ...source, description: "The shop" }, {}, {}, key("description"), "The shop"],
	["description is left out where there is none", source, {}, {}, key("description"), undefined],
	["licenses is the repository's", source, {}, {}, key("licenses"), "Apache-2.0"],
	["licenses is the catalog's", source, { labels: { [key("licenses")]: "MIT" } }, {}, key("licenses"), "MIT"],
	[
		"base.name is the image's",
		source,
		{},
		{ baseName: "docker.io/library/alpine:3" },
		key("base.name"),
		"docker.io/library/alpine:3",
	],
	["base.name is left out where there is none", source, {}, {}, key("base.name"), undefined],
	["base.digest is the image's", source, {}, { baseDigest: "sha256:ab" }, key("base.digest"), "sha256:ab"],
	["base.digest is left out where there is none", source, {}, {}, key("base.digest"), undefined],
	["{{name}}", source, { labels: { "com.lucid.service": "{{name}}" } }, {}, "com.lucid.service", "api"],
	["{{phase}}", source, { phase: "3", labels: { "com.lucid.phase": "{{phase}}" } }, {}, "com.lucid.phase", "3"],
	[
		"{{phase}} of a service without one",
		source,
		{ labels: { "com.lucid.phase": "{{phase}}" } },
		{},
		"com.lucid.phase",
		undefined,
	],
	["{{project}}", source, { labels: { "com.lucid.p": "{{project}}" } }, { project: "shop" }, "com.lucid.p", "shop"],
	["{{revision}}", source, { labels: { "com.lucid.r": "{{ revision }}" } }, {}, "com.lucid.r", source.revision],
	["{{short_revision}}", source, { labels: { "com.lucid.r": "x-{{short_revision}}" } }, {}, "com.lucid.r", "x-4f1c2aa"],
	[
		"{{short_revision}} without git",
		noGit,
		{ labels: { "com.lucid.r": "{{short_revision}}" } },
		{},
		"com.lucid.r",
		"manual-build",
	],
	["{{date}}", source, { labels: { "com.lucid.d": "{{date}}" } }, {}, "com.lucid.d", "2025-10-24T15:51:32Z"],
	[
		"{{date}} that was asked for",
		dated,
		{ labels: { "com.lucid.d": "{{date}}" } },
		{},
		"com.lucid.d",
		"2026-01-02T03:04:05Z",
	],
	["{{version}}", source, { labels: { "com.lucid.v": "{{version}}" } }, { version: "2.1.0" }, "com.lucid.v", "2.1.0"],
	[
		"{{version}} where nothing says one",
		tagged,
		{ labels: { "com.lucid.v": "{{version}}" } },
		{},
		"com.lucid.v",
		undefined,
	],
	[
		"a template in a value stays text",
		source,
		{ phase: "{{name}}", labels: { "com.lucid.p": "{{phase}}" } },
		{},
		"com.lucid.p",
		"{{name}}",
	],
	[
		"a command stays text",
		source,
		{ labels: { "com.lucid.x": "$(id) `id` $HOME" } },
		{},
		"com.lucid.x",
		"$(id) `id` $HOME",
	],
	["an empty value is not a label", source, { labels: { [key("title")]: "" } }, {}, key("title"), undefined],
];

describe("a label:", () => {
	for (const [what, commit, own, extra, label, expected] of table)
		test(what, () => assert.equal(standardLabels(commit, service(own), extra)[label], expected));
});
