import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { sha256 } from "../../src/model/oci/manifest.ts";
import { type PublishOptions, runPublish } from "../../src/stages/publish/run-publish.ts";
import { StageTimeout } from "../../src/util/deadline.ts";
import { defined } from "../../src/util/defined.ts";
import { errorBody, reply, type Seen, serve } from "../registry/server.ts";
import { buildOf, planOf, pushImage, service, smoked, smokeOf } from "./fixture.ts";

type Fault = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A registry of a few lines that goes wrong as the test says: a fault that returns true has answered itself. */
function faulty() {
	const manifests = new Map<string, { type: string; bytes: Buffer }>();
	const blobs = new Map<string, Buffer>();
	const state: { fault: Fault; lag: number } = { fault: () => false, lag: 0 };
	const late = new Map<string, { left: number; old: { type: string; bytes: Buffer } | undefined }>();
	const answer = (request: IncomingMessage, response: ServerResponse, { body }: Seen) => {
		if (state.fault(request, response)) return;
		const url = new URL(request.url ?? "", "http://x");
		const [, repository = "", kind = "", name = ""] = /^\/v2\/(.+)\/(manifests|blobs)\/(.*)$/.exec(url.pathname) ?? [];
		const key = `${repository} ${name}`;
		const bytes = Buffer.from(body);
		if (request.method === "POST") return reply(response, 202, "", { location: `/v2/${repository}/blobs/uploads/1` });
		if (request.method === "PUT" && kind === "blobs") {
			blobs.set(`${repository} ${url.searchParams.get("digest")}`, bytes);
			return reply(response, 201);
		}
		if (request.method === "PUT") {
			late.set(key, { left: state.lag, old: manifests.get(key) });
			const stored = { type: request.headers["content-type"] ?? "", bytes };
			manifests.set(key, stored).set(`${repository} ${sha256(bytes)}`, stored);
			return reply(response, 201, "", { "docker-content-digest": sha256(bytes) });
		}
		if (kind === "blobs") {
			const blob = blobs.get(key);
			return blob ? reply(response, 200, blob) : reply(response, 404);
		}
		const lagging = late.get(key);
		const found = lagging && lagging.left-- > 0 ? lagging.old : manifests.get(key);
		if (found === undefined) return reply(response, 404);
		const headers = { "content-type": found.type, "docker-content-digest": sha256(found.bytes) };
		return reply(response, 200, found.bytes, headers);
	};
	return { answer, state, manifests };
}

/** Publishes over an older image while the registry misbehaves; returns the row, and `latest` before and after. */
async function publishUnder(
	fault: Fault,
	options: PublishOptions & { lag?: number; immutable?: readonly string[]; signal?: AbortSignal } = {},
) {
	const { answer, state, manifests } = faulty();
	await using server = await serve(answer);
	const registry = openRegistry({ retry: { tries: 3, firstMs: 1, maxMs: 2, maxRetryAfterMs: 5 } });
	const services = ["api", "other"].map((name) => service(name, `${server.host}/${name}`));
	const order = async (a: string, b: string) => (a === b ? "same" : a < b ? "newer" : "older") as "newer";
	const run = async (revision: string, content: string, more: PublishOptions) => {
		const images = await Promise.all(services.map((one) => pushImage(registry, one, { content })));
		state.fault = content === "new" ? fault : () => false;
		state.lag = content === "new" ? (options.lag ?? 0) : 0;
		const { signal, immutable = [`sha-${revision}`] } = content === "new" ? options : {};
		const tags = { immutable, floating: ["latest"] };
		const plan = planOf(services, revision, { api: tags, other: tags });
		const smoke = smokeOf(images.map((image) => smoked(image)));
		return runPublish({
			plan,
			build: buildOf(images),
			smoke,
			registry,
			compareCommits: order,
			options: more,
			...defined({ signal }),
		});
	};
	const latest = () => sha256(manifests.get("api latest")?.bytes ?? Buffer.alloc(0));
	await run("1", "old", {});
	const before = latest();
	const { services: rows } = await run("2", "new", options);
	return { rows, api: rows[0], other: rows[1], before, after: latest(), seen: server.lines() };
}

const isPut = (request: IncomingMessage, path: string) => request.method === "PUT" && request.url === path;

test("a registry that shows late what it stored is waited for", async () => {
	const { rows, before, after } = await publishUnder(() => false, { lag: 3 });
	assert.deepEqual(
		rows.map(({ outcome }) => outcome),
		["published", "published"],
		rows[0]?.reason,
	);
	assert.notEqual(after, before);
});

test("a tag that was accepted but never shows is a failure, and the old index stays", async () => {
	const { api, other, before, after } = await publishUnder(
		(request, response) => {
			if (!isPut(request, "/v2/api/manifests/latest")) return false;
			reply(response, 201);
			return true;
		},
		{ lagMs: 200 },
	);
	assert.equal(api?.outcome, "failed");
	assert.match(api?.reason ?? "", /latest may have moved.*keeps changing/);
	assert.deepEqual([other?.outcome, after], ["published", before]);
});

test("an immutable tag that was accepted but never shows stops before anything floats", async () => {
	const { api, before, after, seen } = await publishUnder(
		(request, response) => {
			if (!isPut(request, "/v2/api/manifests/sha-2")) return false;
			reply(response, 201);
			return true;
		},
		{ lagMs: 200 },
	);
	assert.match(api?.reason ?? "", /sha-2 was accepted, but the registry does not show it/);
	assert.equal(after, before);
	assert.equal(seen.filter((line) => line === "PUT /v2/api/manifests/latest").length, 1, "from the first run");
});

test("a wrong Docker-Content-Digest is fatal for the service", async () => {
	const { api, other, after, before } = await publishUnder((request, response) => {
		if (!isPut(request, "/v2/api/manifests/sha-2")) return false;
		reply(response, 201, "", { "docker-content-digest": `sha256:${"0".repeat(64)}` });
		return true;
	});
	assert.deepEqual([api?.outcome, other?.outcome, after], ["failed", "published", before]);
	assert.match(api?.reason ?? "", /it stored sha256:0{64} instead of/);
});

test("502 on the index is retried; a permanent one fails that service and names the call", async () => {
	let left = 2;
	const passing = await publishUnder((request, response) => {
		if (!isPut(request, "/v2/api/manifests/sha-2") || left-- <= 0) return false;
		reply(response, 502);
		return true;
	});
	assert.equal(passing.api?.outcome, "published");
	const lasting = await publishUnder((request, response) => {
		if (!isPut(request, "/v2/api/manifests/latest")) return false;
		reply(response, 502);
		return true;
	});
	assert.deepEqual([lasting.api?.outcome, lasting.other?.outcome], ["failed", "published"]);
	assert.match(lasting.api?.reason ?? "", /latest may have moved.*PUT manifests\/latest of api/);
	assert.equal(lasting.after, lasting.before);
});

test("403 on one repository fails that service alone", async () => {
	const { api, other } = await publishUnder((request, response) => {
		if (request.method !== "PUT" || !request.url?.startsWith("/v2/api/")) return false;
		reply(response, 403);
		return true;
	});
	assert.deepEqual([api?.outcome, other?.outcome], ["failed", "published"]);
	assert.match(api?.reason ?? "", /denied: PUT manifests\/sha-2 of api.*docker login/);
});

test("an index without a tag of its own is put patiently, too, where the registry shows its parts late", async () => {
	let left = 2;
	const { rows, before, after } = await publishUnder(
		(request, response) => {
			if (request.method !== "PUT" || !request.url?.startsWith("/v2/api/manifests/sha256:") || left-- <= 0)
				return false;
			reply(response, 400, errorBody("MANIFEST_UNKNOWN", "not yet"));
			return true;
		},
		{ immutable: [] },
	);
	assert.deepEqual(
		rows.map(({ outcome }) => outcome),
		["published", "published"],
		rows[0]?.reason,
	);
	assert.notEqual(after, before);
});

test("a promotion that has begun is brought to its end after an abort, and none begins after it", async () => {
	const stop = new AbortController();
	const { api, other, before, after } = await publishUnder(
		(request) => {
			if (isPut(request, "/v2/api/manifests/latest.published")) stop.abort();
			return false;
		},
		{ signal: stop.signal, concurrency: 1, lag: 2 },
	);
	assert.equal(api?.outcome, "published", api?.reason);
	assert.notEqual(after, before, "the ledger names the new index, so the tag does");
	assert.deepEqual([other?.outcome, other?.reason], ["cancelled", "cancelled"]);
});

test("when the stage's time is up, a promotion that has begun is brought to its end, and the other services are failed, not cancelled", async () => {
	const stop = new AbortController();
	const { api, other, before, after } = await publishUnder(
		(request) => {
			if (isPut(request, "/v2/api/manifests/latest.published")) stop.abort(new StageTimeout("publish", 58 * 60_000));
			return false;
		},
		{ signal: stop.signal, concurrency: 1, lag: 2 },
	);
	assert.equal(api?.outcome, "published", api?.reason);
	assert.notEqual(after, before);
	assert.deepEqual([other?.outcome, other?.reason], ["failed", "publish did not finish within 58 minutes"]);
});
