import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Service } from "../../src/documents/service.ts";
import { noGitRevision, type Source } from "../../src/documents/source.ts";
import { expandAll, standardLabels, templateVars } from "../../src/tags/labels.ts";

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
		policy: { smoke: "required", verify: "required" },
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

	test("that would be empty are left out, never written empty", () => {
		const found = standardLabels(source, service({ labels: { "com.acme.phase": "{{phase}}" } }));
		assert.equal(Object.hasOwn(found, "com.acme.phase"), false);
		assert.ok(Object.values(found).every((value) => value !== ""));
	});

	test("take the version from the build argument, else the git tag, else the commit", () => {
		const key = "org.opencontainers.image.version";
		assert.equal(standardLabels(source, service({ args: { VERSION: "1.0.0" } }))[key], "1.0.0");
		assert.equal(standardLabels(source, service({ args: { VERSION: "1.0.0" } }), { version: "2" })[key], "2");
		assert.equal(standardLabels(source, service({ args: { VERSION: "{{short_revision}}" } }))[key], "4f1c2aa");
		const release: Source = { ...source, event: { kind: "tag", tag: "v2.1.0" } };
		assert.equal(standardLabels(release, service())[key], "2.1.0");
	});

	test("without git name no commit and no date", () => {
		const labels = { "com.acme.built": "{{date}}" };
		const found = standardLabels({ ...source, revision: noGitRevision }, service({ labels }));
		assert.equal(found["com.acme.built"], undefined);
		assert.equal(found["org.opencontainers.image.revision"], "manual-build");
		assert.equal(found["org.opencontainers.image.created"], undefined);
	});

	test("come in one order, whatever the catalog's", () => {
		const one = standardLabels(source, service({ labels: { b: "1", a: "2" } }));
		const two = standardLabels(source, service({ labels: { a: "2", b: "1" } }));
		assert.equal(JSON.stringify(one), JSON.stringify(two));
	});
});

test("build arguments are expanded with the same names", () => {
	const vars = templateVars(source, service());
	assert.deepEqual(expandAll({ A: "{{name}}-{{short_revision}}", B: "" }, vars), { A: "api-4f1c2aa", B: "" });
});
