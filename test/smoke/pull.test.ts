import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { apiAt } from "../../src/docker/api.ts";
import type { Member } from "../../src/smoke/members.ts";
import { pull } from "../../src/smoke/pull.ts";

/** An engine on a socket that has images for one architecture, and what it was asked to pull. */
async function engineWith(architecture: string) {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-pull-"));
	const socket = path.join(folder, "docker.sock");
	const pulls: string[] = [];
	const server = createServer(({ method, url = "" }, answer) => {
		const asked = new URL(url, "http://docker");
		if (method === "POST") pulls.push(`${asked.searchParams.get("fromImage")}@${asked.searchParams.get("tag")}`);
		answer.end(method === "POST" ? "" : JSON.stringify({ Architecture: architecture, Os: "linux" }));
	});
	await once(server.listen(socket), "listening");
	const others = { credentials: async () => undefined, tellPull: () => {} };
	return {
		...{ ...others, pulls, api: apiAt(`unix://${socket}`, {}) },
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
