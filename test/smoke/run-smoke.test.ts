import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Docker } from "../../src/adapters/docker/docker.ts";
import { type EngineApi, openEngineApi } from "../../src/adapters/docker/engine-api.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { runSmoke } from "../../src/stages/smoke/run-smoke.ts";
import type { ProgressEvent } from "../../src/util/progress.ts";
import { aPlan, aService } from "../support/documents.ts";
import { aHealth } from "./health.ts";

let outDir: string;
before(async () => {
	outDir = await mkdtemp(join(tmpdir(), "smoke-test-"));
});
after(() => rm(outDir, { recursive: true, force: true }));

const services = [aService({ name: "web", health: aHealth() }), aService({ name: "base" })];
const images = services.map(({ name }) => ({
	...{ service: name, platform: "linux/arm64", ref: `127.0.0.1:5000/test/${name}`, digest: `sha256:${"a".repeat(64)}` },
}));

const docker: Docker = (args, options) => exec(["/nowhere/docker", ...args], options);
const nowhere = openEngineApi("unix:///nowhere/docker.sock", {});

test("without an engine every service is unknown, with the reason", async () => {
	const events: ProgressEvent[] = [];
	const result = await runSmoke({
		...{ plan: aPlan(services), images, docker, api: nowhere, outDir },
		progress: (event) => events.push(event),
	});
	const [web, base] = result.services;
	assert.equal(web?.verdict, "unknown");
	assert.match(
		web?.reason ?? "",
		/^no answer from the engine: the Docker daemon does not answer: connect ENOENT \/nowhere\/docker.sock/,
	);
	assert.equal(web?.ref, `127.0.0.1:5000/test/web@sha256:${"a".repeat(64)}`);
	assert.equal(base?.verdict, "skipped");
	assert.equal(result.composeFile, undefined);
	assert.deepEqual(
		events.map(({ subject, state }) => [subject, state]),
		[["web", "failed"]],
	);
});

test("without a service to start no engine is needed", async () => {
	const result = await runSmoke({
		...{ plan: aPlan(services), images: images.slice(1), docker, api: nowhere, outDir },
		progress: () => {},
	});
	assert.deepEqual(
		result.services.map(({ service, verdict }) => [service, verdict]),
		[["base", "skipped"]],
	);
});

test("without images the engine gets no request", async () => {
	const requests: unknown[] = [];
	const recording: Docker = async (args) => {
		requests.push(args);
		return { exitCode: 0, stdout: "", stderr: "" };
	};
	const api: EngineApi = async (request) => {
		requests.push(request);
		return { status: 200, text: "", headers: {} };
	};
	const result = await runSmoke({
		plan: aPlan(services),
		images: [],
		docker: recording,
		api,
		progress: () => {},
		outDir,
	});
	assert.deepEqual([result.services, requests], [[], []]);
});
