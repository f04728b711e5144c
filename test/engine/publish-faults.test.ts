import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import { type Credentials, openRegistry, type RegistryOptions } from "../../src/adapters/registry/registry.ts";
import type { PublishedService } from "../../src/model/documents/publish.ts";
import { runPublish } from "../../src/stages/publish/run-publish.ts";
import type { CompareCommits } from "../../src/stages/shared/records/publication-ledger.ts";
import { defined } from "../../src/util/defined.ts";
import { type Asked, type Fault, type PlayedProxy, playFaults } from "../publish/fault-proxy.ts";
import { buildOf, planOf, pushImage, service, smoked, smokeOf } from "../publish/fixture.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const truth = openRegistry();
const canary = `canary-${randomBytes(12).toString("hex")}`;
const platforms = ["linux/arm64", "linux/amd64"];
const order: CompareCommits = async (a, b) => (a === b ? "same" : a < b ? "newer" : "older");
const retry = { tries: 4, firstMs: 5, maxMs: 20, maxRetryAfterMs: 50 };

/** Two services on two platforms behind a faulty proxy: the first commit is published, the second pushed and smoked. */
async function stage() {
	const proxy = await playFaults(host);
	const id = randomBytes(4).toString("hex");
	const services = ["api", "web"].map((name) => service(name, `${proxy.host}/lucid-test/${name}-${id}`, { platforms }));
	const tags = (revision: string) =>
		Object.fromEntries(
			services.map(({ name }) => [
				name,
				{ immutable: [`sha-${revision}`, `v${revision}`], floating: ["latest", "edge"] },
			]),
		);
	const run = async (
		revision: string,
		options: RegistryOptions = {},
		signal?: AbortSignal,
		play?: (asked: Asked) => ReturnType<Parameters<PlayedProxy["play"]>[0]>,
	) => {
		const labels = { "org.opencontainers.image.revision": revision };
		const pushed = openRegistry();
		const images = await Promise.all(
			services.flatMap((one) =>
				platforms.map((platform) => pushImage(pushed, one, { content: `c${revision}`, platform, labels })),
			),
		);
		proxy.play(play ?? (() => undefined));
		const { services: rows } = await runPublish({
			registry: openRegistry({ retry, deadlineMs: 20_000, idleMs: 10_000, auth, ...options }),
			compareCommits: order,
			plan: planOf(services, revision, tags(revision)),
			build: buildOf(images),
			smoke: smokeOf(images.map((image) => smoked(image))),
			options: { lagMs: 600, concurrency: 2 },
			...defined({ signal }),
		});
		proxy.play(() => undefined);
		return rows;
	};
	/** Of the real registry, not through the proxy. */
	const named = async (name: string, tag: string) => {
		const image = services.find((one) => one.name === name)?.image.replace(proxy.host, host);
		return (await truth.manifest(`${image}:${tag}`))?.content;
	};
	const digestOf = async (name: string, tag: string) => {
		const image = services.find((one) => one.name === name)?.image.replace(proxy.host, host);
		return (await truth.head(`${image}:${tag}`))?.digest;
	};
	return { proxy, services, run, named, digestOf, [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose]() };
}

const auth: Credentials = async () => ({ kind: "password", username: "robot", password: canary });

/** What must come of a fault: of the service it meets, and of the tag `latest` of that service. */
interface Expectation {
	readonly outcome: PublishedService["outcome"];
	readonly latest: "old" | "new";
	readonly reason?: RegExp;
	/** The outcome of the service without a fault; the default is `published`. */
	readonly other?: PublishedService["outcome"];
}

interface Case {
	readonly name: string;
	readonly fault: (asked: Asked) => Fault | undefined | Promise<Fault | undefined>;
	readonly expect: Expectation;
	readonly options?: RegistryOptions;
}

const passes: Expectation = { outcome: "published", latest: "new" };
const isPut = ({ method, path }: Asked, tag: string) =>
	method === "PUT" && path.includes("/api-") && path.endsWith(`/manifests/${tag}`);
const isApi = ({ path }: Asked) => path.includes("/api-");
const answer = (status: number, headers: Record<string, string> = {}, code?: string): Fault => ({
	kind: "answer",
	status,
	headers,
	...defined({ code }),
});
/** The first so many times; then it passes. */
const first = (times: number, asked: Asked, tag: string, fault: Fault) =>
	isPut(asked, tag) && asked.count <= times ? fault : undefined;

const limits: readonly Case[] = (
	[
		["without Retry-After", {}],
		["with seconds", { "retry-after": "1" }],
		["with a date", { "retry-after": new Date(Date.now() + 2000).toUTCString(), date: new Date().toUTCString() }],
		["with an absurd Retry-After", { "retry-after": "99999999999" }],
		["with a Retry-After that is no time", { "retry-after": "soon" }],
	] as const
).map(([what, headers]) => ({
	name: `429 ${what}`,
	fault: (asked) => first(2, asked, "latest", answer(429, headers)) ?? first(1, asked, "sha-2", answer(429, headers)),
	expect: passes,
}));

const cases: readonly Case[] = [
	...limits,
	{
		name: "429 for ever",
		fault: (asked) => first(1000, asked, "sha-2", answer(429, { "retry-after": "1" })),
		expect: {
			outcome: "failed",
			latest: "old",
			reason: /limits the rate of requests: PUT manifests\/sha-2 of lucid-test\/api-/,
		},
	},
	{
		name: "403 that is a rate limit",
		fault: (asked) => first(2, asked, "latest", answer(403, { "retry-after": "1" }, "DENIED")),
		expect: passes,
	},
	{ name: "502 on the index", fault: (asked) => first(2, asked, "sha-2", answer(502)), expect: passes },
	{
		name: "a burst of 5xx on everything",
		fault: (asked) => (isApi(asked) && asked.count <= 2 ? answer([500, 503, 504][asked.count] ?? 500) : undefined),
		expect: passes,
	},
	{
		name: "5xx for ever on the first immutable tag",
		fault: (asked) => first(1000, asked, "sha-2", answer(503)),
		expect: {
			outcome: "failed",
			latest: "old",
			reason: /is failing: PUT manifests\/sha-2 of lucid-test\/api-.*4 tries/,
		},
	},
	{
		name: "5xx for ever on the floating tag",
		fault: (asked) => first(1000, asked, "latest", answer(503)),
		expect: { outcome: "failed", latest: "old", reason: /latest may have moved.*PUT manifests\/latest/ },
	},
	{
		name: "5xx for ever on the ledger",
		fault: (asked) => first(1000, asked, "latest.published", answer(503)),
		expect: { outcome: "failed", latest: "old", reason: /PUT manifests\/latest\.published/ },
	},
	{
		name: "a reset before the index is seen",
		fault: (asked) => first(2, asked, "latest", { kind: "reset" }),
		expect: passes,
	},
	{
		name: "a reset in the middle of a blob or index",
		fault: (asked) =>
			isApi(asked) && asked.method === "PUT" && asked.count <= 1 ? { kind: "reset-half-way" } : undefined,
		expect: passes,
	},
	{
		name: "a truncated body",
		fault: (asked) => (isApi(asked) && asked.method === "GET" && asked.count <= 2 ? { kind: "truncate" } : undefined),
		expect: passes,
	},
	{
		name: "201 for an immutable tag that is not stored",
		fault: (asked) => first(1000, asked, "sha-2", { kind: "pretend" }),
		expect: { outcome: "failed", latest: "old", reason: /sha-2 was accepted, but the registry does not show it/ },
	},
	{
		name: "201 for the floating tag that is not stored",
		fault: (asked) => first(1000, asked, "latest", { kind: "pretend" }),
		expect: { outcome: "failed", latest: "old", reason: /latest may have moved.*keeps changing/ },
	},
	{
		name: "201 for the ledger that is not stored",
		fault: (asked) => first(1000, asked, "latest.published", { kind: "pretend" }),
		expect: { outcome: "failed", latest: "old", reason: /keeps changing/ },
	},
	{
		name: "stored, but the answer is lost",
		fault: (asked) =>
			isApi(asked) && asked.method === "PUT" && asked.count <= 1 ? { kind: "lose-answer" } : undefined,
		expect: passes,
	},
	{
		name: "a wrong Docker-Content-Digest for the index",
		fault: (asked) => first(1, asked, "sha-2", { kind: "wrong-digest" }),
		expect: {
			outcome: "failed",
			latest: "old",
			reason: /invalid response of \S+: PUT manifests\/sha-2.*it stored sha256:0{64}/,
		},
	},
	{
		name: "a wrong Docker-Content-Digest for what was built",
		fault: (asked) =>
			isApi(asked) && asked.method === "GET" && asked.path.includes("/manifests/content-")
				? { kind: "wrong-digest" }
				: undefined,
		expect: { outcome: "failed", latest: "old", reason: /its header has sha256:0{64}, but the content is/ },
	},
	{
		name: "403 on one repository",
		fault: (asked) =>
			isApi(asked) && asked.method !== "GET" && asked.method !== "HEAD" ? answer(403, {}, "DENIED") : undefined,
		expect: { outcome: "failed", latest: "old", reason: /denied: PUT manifests\/sha-2.*docker login 127\.0\.0\.1/ },
	},
	{
		name: "no login",
		fault: (asked) => (isApi(asked) ? answer(401, { "www-authenticate": "Basic realm=x" }, "UNAUTHORIZED") : undefined),
		expect: {
			outcome: "failed",
			latest: "old",
			reason: /denied.*401.*without credentials.*docker login 127\.0\.0\.1/,
		},
		options: { auth: async () => undefined },
	},
	{
		name: "a child digest that is gone before the merge",
		fault: (asked) =>
			isApi(asked) && asked.path.includes("/manifests/content-") ? answer(404, {}, "MANIFEST_UNKNOWN") : undefined,
		expect: { outcome: "failed", latest: "old", reason: /content-c2-(?:arm64|amd64) is not in the registry/ },
	},
	{
		name: "failure at the second of two immutable tags",
		fault: (asked) => first(1000, asked, "v2", answer(400)),
		expect: { outcome: "failed", latest: "old", reason: /rejected: PUT manifests\/v2/ },
	},
	{
		name: "failure at the second of two floating tags",
		fault: (asked) => first(1000, asked, "edge", answer(400)),
		expect: { outcome: "failed", latest: "new", reason: /edge may have moved/ },
	},
	{
		name: "a blob that two push at once",
		fault: (asked) =>
			!isApi(asked) || !asked.path.includes("/blobs/")
				? undefined
				: asked.method === "HEAD"
					? answer(404)
					: asked.method === "PUT" && asked.count <= 2
						? answer(400, {}, "DIGEST_INVALID")
						: undefined,
		expect: passes,
	},
	{
		name: "a manifest of a blob that somebody else pushes",
		fault: (asked) => first(1, asked, "v2", answer(400, {}, "DIGEST_INVALID")),
		expect: passes,
	},
];

/** I1 to I6 of one service, after any fault. */
async function holds(
	{ named, digestOf, proxy }: Awaited<ReturnType<typeof stage>>,
	name: string,
	row: PublishedService | undefined,
	old: { readonly latest: string | undefined; readonly edge: string | undefined },
): Promise<void> {
	// I4
	assert.ok(row, `${name} has no row`);
	for (const tag of ["latest", "edge"] as const) {
		const content = await named(name, tag);
		// I1: whole, and one of the two.
		const there =
			content?.kind === "index" ? content.manifests.flatMap(({ platform }) => platform?.architecture ?? []) : [];
		assert.deepEqual([...there].sort(), ["amd64", "arm64"], `${name}:${tag} is not whole`);
		const digest = await digestOf(name, tag);
		const isNew = content?.annotations["org.opencontainers.image.revision"] === "2";
		assert.ok(isNew || digest === old[tag], `${name}:${tag} is neither the old nor the new one`);
		const state = row.tags.find((one) => one.tag === tag)?.state;
		// I6: everything reported as done is done.
		if (state === "moved" || state === "written" || state === "present")
			assert.ok(isNew, `${name}:${tag} is reported as ${state}`);
	}
	if (row.outcome === "published")
		for (const tag of ["sha-2", "v2"]) assert.equal(await digestOf(name, tag), row.digest);
	// I5
	assert.doesNotMatch(JSON.stringify([row, proxy.seen]), new RegExp(canary));
}

describe("the registry case of", () => {
	for (const { name, fault, expect, options } of cases) {
		test(name, async () => {
			await using play = await stage();
			assert.deepEqual(
				(await play.run("1")).map(({ outcome }) => outcome),
				["published", "published"],
			);
			const old = { latest: await play.digestOf("api", "latest"), edge: await play.digestOf("api", "edge") };
			const oldWeb = { latest: await play.digestOf("web", "latest"), edge: await play.digestOf("web", "edge") };
			const [api, web] = await play.run("2", options, undefined, fault);
			assert.ok(play.proxy.met.length > 0, "the fault was met");
			assert.equal(api?.outcome, expect.outcome, api?.reason);
			assert.equal(web?.outcome, expect.other ?? "published", web?.reason);
			if (expect.reason) assert.match(api?.reason ?? "", expect.reason);
			assert.equal((await play.digestOf("api", "latest")) === old.latest, expect.latest === "old");
			await holds(play, "api", api, old);
			await holds(play, "web", web, oldWeb);

			// I3: again, and it is complete; once more, and nothing is done.
			const again = await play.run("2");
			for (const row of again) {
				assert.match(row.outcome, /^(?:published|unchanged)$/, row.reason);
				for (const tag of ["sha-2", "v2", "latest", "edge"])
					assert.equal(await play.digestOf(row.service, tag), row.digest);
			}
			const puts = play.proxy.seen.length;
			const last = await play.run("2", {}, undefined, (asked) => {
				assert.notEqual(asked.method, "PUT", asked.path);
				return undefined;
			});
			assert.deepEqual(
				last.map(({ outcome, digest }) => [outcome, digest]),
				again.map(({ digest }) => ["unchanged", digest]),
			);
			assert.ok(play.proxy.seen.length > puts);
		});
	}

	test("a HEAD that shows a stored manifest late", async () => {
		await using play = await stage();
		await play.run("1");
		const stored = new Map<string, number>();
		const [api] = await play.run("2", {}, undefined, (asked) => {
			if (asked.method === "PUT") stored.set(asked.path, Date.now());
			const since = Date.now() - (stored.get(asked.path) ?? 0);
			return asked.method === "HEAD" && asked.path.endsWith("/sha-2") && since < 300 ? answer(404) : undefined;
		});
		assert.equal(api?.outcome, "published", api?.reason);
	});

	test("a token that expires in the middle, once for each of many calls", async () => {
		await using play = await stage();
		await play.run("1");
		let token = 1;
		const realm = `http://${play.proxy.host}/token`;
		const rows = await play.run("2", {}, undefined, ({ path, authorization, method, count }) => {
			if (path === "/token") {
				assert.match(authorization ?? "", /^Basic /);
				return { kind: "answer", status: 200, body: JSON.stringify({ token: `t${token}` }) };
			}
			// It ends with every tag that is written.
			if (method === "PUT" && path.includes("/manifests/") && count === 1 && authorization === `Bearer t${token}`)
				token++;
			return authorization === `Bearer t${token}`
				? undefined
				: answer(401, { "www-authenticate": `Bearer realm="${realm}",service="x"` });
		});
		assert.deepEqual(
			rows.map(({ outcome, reason }) => reason ?? outcome),
			["published", "published"],
		);
		assert.ok(token > 5, "tokens did expire");
	});

	test("a signal at any request: no promotion begins after it, each one that began is whole, and the next run completes", async () => {
		await using play = await stage();
		await play.run("1");
		const before = play.proxy.seen.length;
		await play.run("2");
		const requests = play.proxy.seen.length - before;
		for (let at = 1; at <= requests; at += Math.max(1, Math.floor(requests / 12))) {
			await using one = await stage();
			await one.run("1");
			const old = { latest: await one.digestOf("api", "latest"), edge: await one.digestOf("api", "edge") };
			const stop = new AbortController();
			let seen = 0;
			const rows = await one.run("2", {}, stop.signal, () => {
				if (++seen === at) stop.abort();
				return undefined;
			});
			const [api] = rows;
			await holds(one, "api", api, old);
			for (const row of rows)
				assert.match(row.outcome, /^(?:published|unchanged|cancelled)$/, `at ${at}: ${row.reason}`);
			for (const row of await one.run("2"))
				assert.equal(await one.digestOf(row.service, "edge"), row.digest, `at ${at}`);
		}
	});

	test("two publishers, the older one held up until the newer has finished: it reports that it is superseded", async () => {
		await using play = await stage();
		await play.run("1");
		let release = () => {};
		const newer = new Promise<void>((go) => {
			release = go;
		});
		let held = false;
		const slow = play.run("2", { deadlineMs: 20_000, idleMs: 15_000 }, undefined, async (asked) => {
			if (!held && isPut(asked, "latest")) {
				held = true;
				await newer;
			}
			return undefined;
		});
		while (!held) await new Promise((next) => setTimeout(next, 5));
		const fast = openRegistry();
		const images = await Promise.all(
			play.services.flatMap((one) => platforms.map((platform) => pushImage(fast, one, { content: "c3", platform }))),
		);
		const { services: rows } = await runPublish({
			registry: fast,
			compareCommits: order,
			plan: planOf(
				play.services,
				"3",
				Object.fromEntries(play.services.map(({ name }) => [name, { immutable: ["sha-3"], floating: ["latest"] }])),
			),
			build: buildOf(images),
			smoke: smokeOf(images.map((image) => smoked(image))),
			options: { lagMs: 2000 },
		});
		release();
		const [older] = await slow;
		assert.equal(rows[0]?.outcome, "published", rows[0]?.reason);
		assert.equal(await play.digestOf("api", "latest"), rows[0]?.digest, "the newest commit wins");
		assert.equal(older?.outcome, "superseded", older?.reason);
		assert.match(older?.reason ?? "", /published by 3, which is newer/);
	});

	test("a re-run of an old workflow, by a clock that is a day off: immutable tags unchanged, floating tags unmoved", async (context) => {
		await using play = await stage();
		const [old] = await play.run("1");
		const [now] = await play.run("2");
		context.mock.timers.enable({ apis: ["Date"], now: Date.now() + 86_400_000 });
		const [again] = await play.run("1");
		assert.equal(again?.outcome, "superseded");
		assert.deepEqual(
			[await play.digestOf("api", "sha-1"), await play.digestOf("api", "latest")],
			[old?.digest, now?.digest],
		);
	});
});
