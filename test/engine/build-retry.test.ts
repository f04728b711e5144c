import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { test } from "node:test";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry, readMirrors } from "../../src/adapters/registry/registry.ts";
import type { BuildOptions } from "../../src/stages/build/build-input.ts";
import { runBuild } from "../../src/stages/build/run-build.ts";
import type { ProgressEvent } from "../../src/util/progress.ts";
import { type FaultProxy, faultProxy } from "../build/fault-proxy.ts";
import { anImage, aPlan } from "../build/support.ts";
import { aService } from "../support/documents.ts";
import { makeRepo } from "../support/repo.ts";

const upstream = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const folder = `lucid-test/retry-${randomBytes(4).toString("hex")}`;
const registry = openRegistry({ mirrors: readMirrors([process.env.LUCID_MIRRORS ?? ""]) });
const docker = dockerWith(exec);
const python = "python:3.11-slim";

async function buildOne(dockerfile: string, options: BuildOptions, host = upstream) {
	await using repo = await makeRepo({ "one/Dockerfile": dockerfile });
	const service = aService({ name: "one", image: `${host}/${folder}/one` });
	const events: ProgressEvent[] = [];
	let bakes = 0;
	const image = anImage(service, {
		bases: [{ ref: python, pinned: (await registry.resolve(python)).pinned }],
		contentRef: `${service.image}:${randomBytes(8).toString("hex")}`,
	});
	const result = await runBuild({
		plan: aPlan([service], [image]),
		root: repo.root,
		docker: (args, more) => {
			bakes++;
			return docker(args, more);
		},
		registry,
		env: {},
		progress: (event) => events.push(event),
		signal: new AbortController().signal,
		now: () => performance.now(),
		options,
	});
	return { row: result.images[0] ?? assert.fail("no row"), events, bakes };
}

const pushes = (request: IncomingMessage) => request.method === "PUT" && request.url?.includes("/manifests/") === true;

async function buildThrough(fault: Parameters<typeof faultProxy>[1]) {
	await using proxy: FaultProxy = await faultProxy(upstream, fault);
	return await buildOne("FROM scratch\nCOPY . /\n", {}, proxy.host);
}

for (const fault of [{ status: 429 }, { status: 429, code: "TOOMANYREQUESTS" }, { status: 503, code: "UNAVAILABLE" }])
	test(`a push that meets ${fault.status} ${fault.code ?? "without a body"} is tried again, and the image is pushed in the end`, async () => {
		const { row, events, bakes } = await buildThrough((request, faults) =>
			pushes(request) && faults < 8 ? fault : undefined,
		);
		assert.equal(row.error, undefined);
		assert.equal(row.outcome, "built");
		// The engine itself tries some of them again.
		assert.equal(events.filter(({ text }) => text === "registry busy").length, bakes - 1);
		if (fault.code !== undefined) assert.ok(bakes > 1);
	});

test("a registry that stays busy fails the image after a few tries, and the message gives their number", async () => {
	const { row, bakes } = await buildThrough((request) =>
		pushes(request) ? { status: 429, code: "TOOMANYREQUESTS" } : undefined,
	);
	assert.equal(row.outcome, "failed");
	assert.match(row.error?.message ?? "", /failed to push .*toomanyrequests/);
	assert.equal(bakes, 4);
});

test("a push that is denied is not tried again, and the message says what to do", async () => {
	for (const fault of [{ status: 403, code: "DENIED" }, { status: 403 }]) {
		const { row, bakes } = await buildThrough((request) => (pushes(request) ? fault : undefined));
		assert.equal(row.outcome, "failed");
		assert.match(row.error?.message ?? "", /failed to push .*fix: log in with `docker login`/s);
		assert.equal(bakes, 1);
	}
});

test("a crash under emulation is tried once more, one on the engine's own platform never", async () => {
	const crashing = `FROM ${python}\nRUN echo before; sh -c 'kill -SEGV $$'; exit $?\n`;
	const emulated = await buildOne(crashing, { native: "linux/s390x" });
	assert.equal(emulated.row.outcome, "failed");
	assert.match(emulated.row.error?.message ?? "", /exit code 139 \(segmentation fault\)/);
	assert.equal(emulated.bakes, 2);
	assert.ok(emulated.events.some(({ text }) => text === "the emulator crashed, retrying"));
	const native = await buildOne(crashing, { native: "linux/arm64" });
	assert.equal(native.row.outcome, "failed");
	assert.equal(native.bakes, 1);
});

test("a program that fails is not run again", async () => {
	const { row, bakes } = await buildOne(`FROM ${python}\nRUN echo 'error: 503 Service Unavailable'; exit 1\n`, {});
	assert.equal(row.outcome, "failed");
	assert.equal(bakes, 1);
});
