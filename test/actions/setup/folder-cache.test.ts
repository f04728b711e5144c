import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { restoreFolder, saveFolder } from "../../../src/entrypoints/actions/setup/folder-cache.ts";
import { type CacheService, startCacheService } from "../../support/cache-service.ts";

// GitHub's own client with a local service that implements its protocol and a real blob service.
let service: CacheService;
let temp = "";
let folder = "";

before(async () => {
	service = await startCacheService();
	temp = await mkdtemp(join(tmpdir(), "lucid-kept-"));
	folder = join(temp, "kept");
	Object.assign(process.env, { RUNNER_TEMP: temp, GITHUB_WORKSPACE: temp });
});
after(async () => {
	await service[Symbol.asyncDispose]();
	await rm(temp, { recursive: true, force: true });
});
beforeEach(() => {
	service.fail(undefined);
	run("1", service.env());
});

/** Requests come from a job of this run. */
function run(id: string, env: Readonly<Record<string, string>>): void {
	for (const name of Object.keys(process.env)) if (name.startsWith("ACTIONS_")) delete process.env[name];
	Object.assign(process.env, env, { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: "1" });
}

async function fill(text: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, "file"), text);
}

const empty = () => rm(folder, { recursive: true, force: true });

test("a saved folder is restored byte for byte by the next run, from an entry in the blob service", async () => {
	await fill("some bytes\n");
	assert.equal(await saveFolder(folder, "round-"), undefined);
	const entry = service.entries.find(({ key }) => key === "round-1-1");
	assert.equal(
		(await service.azurite.container.getBlobClient(entry?.blob ?? "").getProperties()).contentLength,
		entry?.size,
	);
	await empty();
	run("2", service.env());
	assert.deepEqual(await restoreFolder(folder, "round-"), { kind: "hit" });
	assert.equal(await readFile(join(folder, "file"), "utf8"), "some bytes\n");
});

test("a folder that was never saved is a miss, and nothing is left in it", async () => {
	await empty();
	assert.deepEqual(await restoreFolder(folder, "nobody-"), { kind: "miss" });
	await assert.rejects(readFile(join(folder, "file")));
});

test("the newest entry is used, so a broken one is replaced by the next", async () => {
	for (const [id, text] of [
		["1", "old"],
		["2", "new"],
	] as const) {
		run(id, service.env());
		await fill(text);
		assert.equal(await saveFolder(folder, "newest-"), undefined);
	}
	await empty();
	run("3", service.env());
	assert.deepEqual(await restoreFolder(folder, "newest-"), { kind: "hit" });
	assert.equal(await readFile(join(folder, "file"), "utf8"), "new");
});

test("two jobs of a run that save the same folder get no error", async () => {
	await fill("same");
	assert.equal(await saveFolder(folder, "twice-"), undefined);
	assert.equal(await saveFolder(folder, "twice-"), undefined);
	assert.equal(service.entries.filter(({ key }) => key.startsWith("twice-")).length, 1);
});

test("a truncated entry is a failure with a reason", async () => {
	await fill("whole");
	assert.equal(await saveFolder(folder, "cut-"), undefined);
	const entry = service.entries.find(({ key }) => key.startsWith("cut-"));
	const blob = service.azurite.container.getBlockBlobClient(entry?.blob ?? "");
	const bytes = (await blob.downloadToBuffer()).subarray(0, 40);
	await blob.upload(bytes, bytes.length);
	const restored = await restoreFolder(folder, "cut-");
	assert.equal(restored.kind, "failed");
	assert.match(restored.kind === "failed" ? restored.why : "", /tar/);
});

test("an overloaded service or one that does not know the call is a failure, not a rejection", async () => {
	for (const status of [429, 404]) {
		service.fail(status, { "retry-after": "30" });
		const restored = await restoreFolder(folder, "busy-");
		assert.equal(restored.kind, "failed");
		assert.match(restored.kind === "failed" ? restored.why : "", new RegExp(String(status)));
		await fill("some");
		// The client's messages do not distinguish a faster job from a refusal.
		await saveFolder(folder, "busy-");
	}
	assert.equal(service.entries.filter(({ key }) => key.startsWith("busy-")).length, 0);
});

test("a read-only job gets a reason when it saves, and can restore", async () => {
	await fill("of main");
	assert.equal(await saveFolder(folder, "scoped-"), undefined);
	run("2", service.env({ scopes: ["refs/pull/1/merge", "refs/heads/main"], writes: "none" }));
	assert.deepEqual(await restoreFolder(folder, "scoped-"), { kind: "hit" });
	assert.match((await saveFolder(folder, "scoped-")) ?? "", /cache write denied/);
});

test("without a service nothing is requested", async () => {
	run("1", {});
	const before = service.calls.length;
	assert.deepEqual(await restoreFolder(folder, "none-"), { kind: "none" });
	assert.equal(await saveFolder(folder, "none-"), undefined);
	assert.equal(service.calls.length, before);
});

test("an entry in Azure comes through Azure's own client", async () => {
	await fill("far away");
	assert.equal(await saveFolder(folder, "azure-"), undefined);
	await empty();
	// That client only calls Azure hosts, so a proxy maps their name to the local blob service.
	const asked: string[] = [];
	const proxy = createServer(async (request, response) => {
		const url = new URL(request.url ?? "");
		asked.push(`${request.method} ${url.hostname}`);
		const { origin } = new URL(service.azurite.container.url);
		const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => name !== "host"));
		const answer = await fetch(`${origin}/devstoreaccount1${url.pathname}${url.search}`, {
			method: request.method ?? "GET",
			headers: headers as Record<string, string>,
		});
		response.writeHead(answer.status, Object.fromEntries(answer.headers));
		response.end(Buffer.from(await answer.arrayBuffer()));
	});
	await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
	const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
	service.nameAs("http://devstoreaccount1.blob.core.windows.net");
	process.env.http_proxy = address;
	process.env.no_proxy = "127.0.0.1";
	try {
		assert.deepEqual(await restoreFolder(folder, "azure-"), { kind: "hit" });
		assert.equal(await readFile(join(folder, "file"), "utf8"), "far away");
		assert.deepEqual(
			[...new Set(asked)],
			["HEAD devstoreaccount1.blob.core.windows.net", "GET devstoreaccount1.blob.core.windows.net"],
		);
	} finally {
		service.nameAs(undefined);
		delete process.env.http_proxy;
		delete process.env.no_proxy;
		proxy.closeAllConnections();
		proxy.close();
	}
});
