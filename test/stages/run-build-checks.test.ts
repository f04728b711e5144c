import assert from "node:assert/strict";
import { test } from "node:test";
import { readChecks } from "../../src/adapters/docker/build-checks.ts";
import type { Docker } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { runBuildChecks } from "../../src/stages/lint/run-build-checks.ts";
import type { StageContext } from "../../src/stages/shared/context.ts";
import { UserError } from "../../src/util/errors.ts";

/** A world whose docker is some other program. */
const world = (docker: Docker): StageContext => ({
	exec,
	docker,
	env: {},
	cwd: "/",
	progress: () => undefined,
	signal: new AbortController().signal,
	log: () => undefined,
	now: () => 0,
});
const absent: Docker = (args, options) => exec(["no-such-docker-command", ...args], options);

test("without an engine the checks are reported as skipped, or fail if they are required", async () => {
	const auto = await runBuildChecks([], "/", { buildChecks: "auto", offline: false }, world(absent));
	assert.deepEqual(auto, { checks: [], skipped: "docker is not installed" });
	await assert.rejects(runBuildChecks([], "/", { buildChecks: "on", offline: false }, world(absent)), UserError);
});

test("switched off, nothing is started", async () => {
	const never: Docker = () => assert.fail("docker was started");
	assert.deepEqual(await runBuildChecks([], "/", { buildChecks: "off", offline: false }, world(never)), { checks: [] });
});

test("an answer of bake is read as far as it is one", () => {
	assert.equal(readChecks("ERROR: no builder"), undefined);
	assert.deepEqual(readChecks("{}"), {});
	const answer = {
		target: {
			a: { check: { warnings: null, buildError: { message: "parse error on line 2\nmore" } } },
			b: {
				check: {
					warnings: [
						{
							ruleName: "New",
							detail: "d",
							url: "javascript:x",
							location: { ranges: [{ start: { line: 3 }, end: { line: 5 } }] },
						},
						{ ruleName: "Placeless", description: "of all", location: {} },
						{ detail: "without a name" },
					],
				},
			},
			c: {},
		},
	};
	assert.deepEqual(readChecks(JSON.stringify(answer)), {
		a: { warnings: [], error: "parse error on line 2" },
		b: {
			warnings: [
				{ rule: "New", detail: "d", line: 3, endLine: 5 },
				{ rule: "Placeless", detail: "of all" },
			],
		},
		c: { warnings: [] },
	});
});
