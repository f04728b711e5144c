import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { apiAt } from "../../src/docker/api.ts";
import type { Docker } from "../../src/docker/docker.ts";
import type { Member } from "../../src/smoke/members.ts";
import { pull } from "../../src/smoke/pull.ts";

/** An engine on a socket that has images for one architecture, and what was pulled by a `docker` that can. */
async function engineWith(architecture: string) {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-pull-"));
	const socket = path.join(folder, "docker.sock");
	const server = createServer((_, answer) => answer.end(JSON.stringify({ Architecture: architecture, Os: "linux" })));
	await once(server.listen(socket), "listening");
	const pulls: string[] = [];
	const docker: Docker = async (args) => {
		pulls.push(args.at(-1) ?? "");
		return { exitCode: 0, stdout: "", stderr: "" };
	};
	return {
		...{ docker, pulls, api: apiAt(`unix://${socket}`, {}) },
		[Symbol.asyncDispose]: async () => {
			server.closeAllConnections();
			await once(server.close(), "close");
			await rm(folder, { recursive: true });
		},
	};
}

const member = (platform: string): Member => ({
	...{ name: "web", role: "subject", image: `127.0.0.1:5000/web@sha256:${"a".repeat(64)}`, platform },
	...{ env: {}, ports: [], needs: [] },
});

for (const [platform, architecture, kind] of [
	["linux/arm64", "arm64", "here"],
	["linux/arm64/v8", "arm64", "here"],
	["linux/arm64", "arm", "wrong"],
	["linux/arm/v7", "arm", "here"],
	["linux/arm64", "amd64", "wrong"],
] as const)
	test(`an image for linux/${architecture} is ${kind} where ${platform} is wanted`, async () => {
		await using engine = await engineWith(architecture);
		const signal = new AbortController().signal;
		const pulled = await pull(member(platform), { ...engine, platform, images: "pull", signal });
		assert.equal(pulled.kind, kind);
		// The very bytes that are wanted are not asked for again.
		assert.deepEqual(engine.pulls, kind === "here" ? [] : [member(platform).image]);
	});
