import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { exitCodeOf } from "../../src/entrypoints/exit-code.ts";
import { parseOptions } from "../../src/options/parse-options.ts";
import { doctor } from "../../src/stages/doctor/stage.ts";
import { init } from "../../src/stages/init/stage.ts";
import type { StageContext } from "../../src/stages/shared/context.ts";
import { makeRepo } from "../support/repo.ts";

/** The first two commands of a new user, beside a real engine. */

const registry = process.env.LUCID_REGISTRY;
assert.ok(registry, "LUCID_REGISTRY is not set: run this by script/test");

const worldOf = (cwd: string): StageContext => ({
	exec,
	docker: dockerWith(exec),
	env: process.env,
	cwd,
	progress: () => undefined,
	signal: new AbortController().signal,
	log: () => undefined,
	now: () => 0,
});

test("init has Docker Compose read what files include and extend, and takes no value that is not committed", async () => {
	await using repo = await makeRepo({
		"compose.yaml": `include: [shared/compose.inc.yaml]
services:
  api:
    extends: { file: shared/base.yaml, service: base }
    build: api
    env_file: secret.env
    environment: { HOME_OF: "\${HOME}", MODE: "\${MODE:-prod}" }
    depends_on: [cache]
`,
		"shared/compose.inc.yaml": "services:\n  cache: { image: 'redis:7', ports: ['6379'] }\n",
		"shared/base.yaml":
			"services:\n  base:\n    ports: ['8000']\n    healthcheck: { test: [CMD, curl, 'http://localhost:8000/up'] }\n",
		"secret.env": "TOKEN=hunter2\n",
		"api/Dockerfile": 'FROM scratch\nCMD ["x"]\n',
	});
	const world = worldOf(repo.root);
	const { services, externals } = await init(parseOptions({}, world), world);
	assert.deepEqual(
		services.map(({ name, ports, health, needs }) => [name, ports, health, needs]),
		[["api", ["8000"], "/up", ["cache"]]],
	);
	assert.deepEqual(externals, ["cache"]);
	const text = await readFile(path.join(repo.root, "lucid.yml"), "utf8");
	assert.match(text, /env: \{ MODE: prod \}/);
	assert.doesNotMatch(text, /hunter2|HOME_OF|TOKEN/);
});

test("doctor finds everything, and reports that it is ready", async () => {
	await using repo = await makeRepo({
		"lucid.yml": `version: 1\nproject: shop\nregistry: ${registry}\nservices:\n  api: { context: api }\n`,
		"api/Dockerfile": "FROM scratch\n",
	});
	await repo.commit();
	const world = worldOf(repo.root);
	const found = await doctor(parseOptions({ "min-disk": "1" }, world), world);
	assert.deepEqual(
		found.checks.filter(({ state }) => state !== "good"),
		[],
	);
	assert.match(
		found.checks.find(({ id }) => id === "platform:linux/arm64")?.found ?? "",
		/^linux\/arm64, (?:emulated|natively)$/,
	);
	assert.equal(exitCodeOf({ doctor: found }), 0);
});
