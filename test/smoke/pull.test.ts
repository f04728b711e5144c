import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { openEngineApi } from "../../src/adapters/docker/engine-api.ts";
import type { Credentials } from "../../src/adapters/registry/registry.ts";
import { pullMember } from "../../src/stages/smoke/engine/pull.ts";
import type { Member } from "../../src/stages/smoke/select-members.ts";
import { defined } from "../../src/util/defined.ts";

/** An engine on a socket that has images for one architecture, and the pulls that it got. */
async function engineWith(architecture: string) {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-pull-"));
	const socket = path.join(folder, "docker.sock");
	const pulls: string[] = [];
	const server = createServer(({ method, url = "" }, answer) => {
		const request = new URL(url, "http://docker");
		if (method === "POST") pulls.push(`${request.searchParams.get("fromImage")}@${request.searchParams.get("tag")}`);
		answer.end(method === "POST" ? "" : JSON.stringify({ Architecture: architecture, Os: "linux" }));
	});
	await once(server.listen(socket), "listening");
	const defaults = { credentials: async () => undefined, onPullProgress: () => {} };
	return {
		...{ ...defaults, pulls, api: openEngineApi(`unix://${socket}`, {}) },
		[Symbol.asyncDispose]: async () => {
			server.closeAllConnections();
			await once(server.close(), "close");
			await rm(folder, { recursive: true });
		},
	};
}

const member = (platform: string): Member => ({
	...{ name: "web", role: "tested", image: `127.0.0.1:5000/web@sha256:${"a".repeat(64)}`, platform },
	...{ env: {}, ports: [], needs: [] },
});

for (const [platform, architecture, kind] of [
	["linux/arm64", "arm64", "pulled"],
	["linux/arm64/v8", "arm64", "pulled"],
	["linux/arm64", "arm", "wrong"],
	["linux/arm/v7", "arm", "pulled"],
	["linux/arm64", "amd64", "wrong"],
] as const)
	test(`an image for linux/${architecture} is ${kind} where ${platform} is wanted`, async () => {
		await using engine = await engineWith(architecture);
		const signal = new AbortController().signal;
		const pulled = await pullMember(member(platform), { ...engine, platform, images: "pull", signal });
		assert.equal(pulled.kind, kind);
		// An image that the engine has is not pulled again.
		assert.deepEqual(engine.pulls, kind === "pulled" ? [] : [member(platform).image]);
	});

/** An engine that answers pulls with these lines, and the requests that it got. */
async function pullingEngine(answers: readonly (readonly object[])[]) {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-pull-"));
	const socket = path.join(folder, "docker.sock");
	const requests: { readonly url: URL; readonly auth: string | undefined }[] = [];
	const server = createServer(({ method, url = "", headers }, answer) => {
		if (method !== "POST") return void answer.end(JSON.stringify({ Architecture: "arm64", Os: "linux" }));
		const auth = headers["x-registry-auth"];
		requests.push({ url: new URL(url, "http://docker"), auth: Array.isArray(auth) ? auth[0] : auth });
		answer.end((answers[requests.length - 1] ?? []).map((line) => `${JSON.stringify(line)}\n`).join(""));
	});
	await once(server.listen(socket), "listening");
	return {
		...{ requests, api: openEngineApi(`unix://${socket}`, {}) },
		[Symbol.asyncDispose]: async () => {
			server.closeAllConnections();
			await once(server.close(), "close");
			await rm(folder, { recursive: true });
		},
	};
}

const layer = (id: string, status: string, current?: number, total?: number) => ({
	...{ id, status },
	progressDetail: { ...defined({ current, total }) },
});
const external: Member = {
	...{ name: "db", role: "external", image: "redis:7" },
	...{ env: {}, ports: [], needs: [] },
};

async function pull(
	engine: Awaited<ReturnType<typeof pullingEngine>>,
	credentials: Credentials = async () => undefined,
) {
	const updates: string[] = [];
	const result = await pullMember(external, {
		...{ api: engine.api, credentials, platform: "linux/arm64", images: "pull" as const },
		signal: new AbortController().signal,
		onPullProgress: (_, state, { text = "", bytes } = {}) =>
			updates.push(`${state} ${text} ${JSON.stringify(bytes) ?? ""}`.trim()),
	});
	return { result, updates };
}

test("a pull reports bytes, and their total once all layers are known, without layers that exist already", async () => {
	await using engine = await pullingEngine([
		[
			{ status: "Pulling from library/redis", id: "7" },
			...["a", "b", "c"].map((id) => layer(id, "Pulling fs layer")),
			layer("a", "Already exists"),
			layer("b", "Downloading", 40, 100),
			layer("c", "Downloading", 1, 900),
			layer("b", "Extracting", 3),
			layer("c", "Pull complete"),
		],
	]);
	const { result, updates } = await pull(engine);
	assert.equal(result.kind, "pulled");
	assert.deepEqual(
		[updates[0], updates.at(-2), updates.at(-1)],
		["started pulling", 'update unpacking {"done":1000,"total":1000}', 'done  {"done":1000}'],
	);
	assert.equal(engine.requests[0]?.url.search, "?fromImage=docker.io%2Flibrary%2Fredis&tag=7");
});

test("a pull sends the login as the docker command does, and reports a failed helper only if the pull fails", async () => {
	await using engine = await pullingEngine([[], [], [], [{ error: "pull access denied for redis" }]]);
	const sent = () => JSON.parse(Buffer.from(engine.requests.at(-1)?.auth ?? "", "base64url").toString());
	await pull(engine, async () => ({ kind: "password", username: "robot", password: "pass" }));
	assert.deepEqual(sent(), { username: "robot", password: "pass", serveraddress: "https://index.docker.io/v1/" });
	await pull(engine, async () => ({ kind: "identity", token: "t" }));
	assert.deepEqual(sent(), { identitytoken: "t", serveraddress: "https://index.docker.io/v1/" });
	const broken: Credentials = async () => {
		throw new Error("the helper does not answer");
	};
	assert.equal((await pull(engine, broken)).result.kind, "pulled");
	const { result, updates } = await pull(engine, broken);
	assert.match(result.kind === "unknown" ? result.why : "", /denied for redis \(the helper does not answer\)$/);
	assert.match(updates.at(-1) ?? "", /^failed pull access denied/);
	assert.equal(engine.requests.length, 4, "a refusal is not retried");
});

test("an interrupted pull is retried, and a full disk makes the engine unavailable", async () => {
	await using engine = await pullingEngine([
		[{ error: "unexpected EOF" }],
		[],
		[{ error: "write: no space left on device" }],
	]);
	const { result, updates } = await pull(engine);
	assert.equal(result.kind, "pulled");
	assert.ok(updates.includes("update retrying: unexpected EOF"), updates.join("\n"));
	await assert.rejects(pull(engine), { name: "EngineUnavailable" });
});
