import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/process/exec.ts";
import type { Member } from "../../src/smoke/members.ts";
import { pull } from "../../src/smoke/pull.ts";

/** A `docker` that has the image it is asked for, whatever that is for. */
async function engineWith(architecture: string) {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-pull-"));
	const file = path.join(folder, "docker");
	const image = JSON.stringify([{ Architecture: architecture, Os: "linux" }]);
	await writeFile(file, `#!/bin/sh\n[ "$1" = image ] && echo '${image}'\nexit 0\n`);
	await chmod(file, 0o755);
	return {
		docker: (args: readonly string[], options = {}) => exec([file, ...args], options),
		[Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
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
		const pulled = await pull(engine.docker, member(platform), {
			platform,
			images: "pull",
			signal: new AbortController().signal,
		});
		assert.equal(pulled.kind, kind);
	});
