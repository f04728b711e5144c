import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { PublishedService } from "../../src/model/documents/publish.ts";
import { mediaTypes, sha256 } from "../../src/model/oci/manifest.ts";
import { smokeCriteria } from "../../src/model/service/smoke-criteria.ts";
import { bundleAnnotation, bundleType } from "../../src/model/signing/bundle-artifact.ts";
import { type PublishInput, type PublishRegistry, runPublish } from "../../src/stages/publish/run-publish.ts";
import type { CompareCommits } from "../../src/stages/shared/records/publication-ledger.ts";
import { readSmokeRecords, smokeRecordTag, writeSmokeRecord } from "../../src/stages/shared/records/smoke-record.ts";
import { reusePolicy } from "../../src/stages/shared/reuse.ts";
import { openSignatures } from "../../src/stages/shared/signatures.ts";
import { buildOf, planOf, proofOf, pushImage, service, smoked, smokeOf } from "../publish/fixture.ts";
import { openAuthority, ourSource, statementOf } from "../support/signed-runs.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const registry = openRegistry();
const retry = { tries: 6, firstMs: 20, maxMs: 200, maxRetryAfterMs: 1000 };
const fresh = (name = "api", more = {}) =>
	service(name, `${host}/lucid-test/${name}-${randomBytes(4).toString("hex")}`, more);

/** Revisions are `1-...`, `2-...`: a higher number descends from a lower one. */
const order: CompareCommits = async (published, ours) => {
	const [a, b] = [published, ours].map(Number.parseFloat) as [number, number];
	return a === b ? "same" : b > a ? "newer" : "older";
};
const tags = (immutable: string, floating = "latest") => ({ immutable: [immutable], floating: [floating] });
const one = async (
	input: Omit<PublishInput, "registry" | "compareCommits"> & Partial<PublishInput>,
): Promise<PublishedService> => {
	const { services } = await runPublish({ registry, compareCommits: order, ...input });
	assert.equal(services.length, 1);
	return services[0] ?? assert.fail();
};
const digestOf = async (ref: string) => (await registry.head(ref))?.digest;
const states = (row: PublishedService) => row.tags.map(({ tag, state }) => `${tag} ${state}`);

test("first published, then unchanged, then moved by a newer commit; the previous digest is reported", async () => {
	const api = fresh();
	const built = await pushImage(registry, api, { content: "a", labels: { "org.opencontainers.image.revision": "1" } });
	const first = {
		plan: planOf([api], "1", { api: tags("sha-1") }),
		build: buildOf([built]),
		smoke: smokeOf([smoked(built)]),
	};
	const row = await one(first);
	assert.deepEqual([row.outcome, ...states(row)], ["published", "sha-1 written", "latest written"]);
	assert.deepEqual(
		[await digestOf(`${api.image}:sha-1`), await digestOf(`${api.image}:latest`)],
		[row.digest, row.digest],
	);
	const index = await registry.manifest(`${api.image}:latest`);
	assert.equal(index?.descriptor.mediaType, mediaTypes.index);
	assert.deepEqual(index?.content.annotations, { "org.opencontainers.image.revision": "1" });
	assert.deepEqual(index?.content.kind === "index" && index.content.manifests.map(({ digest }) => digest), [
		built.digest,
	]);

	const again = await one(first);
	assert.deepEqual([again.outcome, ...states(again)], ["unchanged", "sha-1 present", "latest present"]);

	// The next commit does not change the image: it needs no smoke, and keeps the digest.
	const next = {
		plan: planOf([api], "2", { api: tags("sha-2") }),
		build: buildOf([{ ...built, outcome: "unchanged" }]),
	};
	const same = await one(next);
	assert.deepEqual(
		[same.outcome, same.digest, ...states(same)],
		["published", row.digest, "sha-2 written", "latest present"],
	);

	const changed = await pushImage(registry, api, { content: "b" });
	const third = await one({
		plan: planOf([api], "3", { api: tags("sha-3") }),
		build: buildOf([changed]),
		smoke: smokeOf([smoked(changed)]),
	});
	assert.deepEqual(states(third), ["sha-3 written", "latest moved"]);
	assert.equal(third.tags[1]?.previous, row.digest);

	// A re-run of the first commit's workflow.
	const old = await one(first);
	assert.deepEqual([old.outcome, ...states(old)], ["superseded", "sha-1 present", "latest held"]);
	assert.match(old.reason ?? "", /latest was published by 3, which is newer/);
	assert.equal(await digestOf(`${api.image}:latest`), third.digest);
});

test("an unchanged image of a later commit counts in the order, although the tag's digest stays", async () => {
	const api = fresh();
	const a = await pushImage(registry, api, { content: "a" });
	const b = await pushImage(registry, api, { content: "b" });
	const run = (revision: string, image: typeof a) =>
		one({
			plan: planOf([api], revision, { api: tags(`sha-${revision}`) }),
			build: buildOf([image]),
			smoke: smokeOf([smoked(image)]),
		});
	await run("1", a);
	await run("3", a);
	assert.equal((await run("2", b)).outcome, "superseded");
});

test("an immutable tag that names another digest fails the service and is not changed; other services continue", async () => {
	const api = fresh();
	const other = fresh("other");
	const a = await pushImage(registry, api, { content: "a" });
	const b = await pushImage(registry, api, { content: "b" });
	const c = await pushImage(registry, other, { content: "c" });
	const plan = planOf([api, other], "1", { api: tags("sha-1"), other: tags("sha-1") });
	await runPublish({
		registry,
		compareCommits: order,
		plan,
		build: buildOf([a, c]),
		smoke: smokeOf([smoked(a), smoked(c)]),
	});
	const before = await digestOf(`${api.image}:sha-1`);
	const { services } = await runPublish({
		registry,
		compareCommits: order,
		plan,
		build: buildOf([b, c]),
		smoke: smokeOf([smoked(b), smoked(c)]),
	});
	assert.deepEqual(
		services.map((row) => [row.service, row.outcome, ...states(row)]),
		[
			["api", "failed", "sha-1 held", "latest held"],
			["other", "unchanged", "sha-1 present", "latest present"],
		],
	);
	assert.match(services[0]?.reason ?? "", /already names sha256:.* never overwritten/);
	assert.deepEqual([await digestOf(`${api.image}:sha-1`), await digestOf(`${api.image}:latest`)], [before, before]);
});

test("without healthy smoke the floating tag is held and the immutable one written", async () => {
	const api = fresh();
	const built = await pushImage(registry, api, { content: "a" });
	const input = { plan: planOf([api], "1", { api: tags("sha-1") }), build: buildOf([built]) };
	const held = await one({ ...input, smoke: smokeOf([smoked(built, "unhealthy")]) });
	assert.deepEqual([held.outcome, ...states(held)], ["published", "sha-1 written", "latest held"]);
	assert.match(held.reason ?? "", /smoke on linux\/arm64: unhealthy/);
	assert.equal(await digestOf(`${api.image}:latest`), undefined);
	assert.deepEqual(states(await one(input)), ["sha-1 present", "latest held"]);
	assert.deepEqual(states(await one({ ...input, options: { requireSmoke: false } })), [
		"sha-1 present",
		"latest written",
	]);
	// A move without smoke is not a proof: the next commit needs smoke again.
	const next = planOf([api], "2", { api: tags("sha-2") });
	const again = await one({ plan: next, build: buildOf([{ ...built, outcome: "unchanged" }]) });
	assert.deepEqual(states(again), ["sha-2 written", "latest held"]);
	assert.match(again.reason ?? "", /smoke did not run/);
});

test("verdicts of other jobs are read from the registry, per platform, and the last one counts", async () => {
	const api = fresh("api", { platforms: ["linux/arm64", "linux/amd64"] });
	const arm = await pushImage(registry, api, { content: "a" });
	const amd = await pushImage(registry, api, { content: "a", platform: "linux/amd64" });
	const input = { plan: planOf([api], "1", { api: tags("sha-1") }), build: buildOf([arm, amd]) };
	const says = (image: typeof arm, verdict: "healthy" | "unhealthy") =>
		writeSmokeRecord(registry, api.image, image.digest ?? "", proofOf(api, verdict));
	await says(arm, "healthy");
	assert.match((await one(input)).reason ?? "", /did not run on linux\/amd64/);
	await says(amd, "unhealthy");
	assert.match((await one(input)).reason ?? "", /on linux\/amd64: unhealthy in another job or run, for commit 1/);
	await says(amd, "healthy");
	assert.deepEqual(states(await one(input)), ["sha-1 present", "latest written"]);
	const foreign = await pushImage(registry, api, { content: "b" });
	const other = { ...input, build: buildOf([foreign, amd]), plan: planOf([api], "2", { api: tags("sha-2") }) };
	await registry.putManifest(
		`${api.image}:${smokeRecordTag(foreign.digest ?? "")}`,
		(await registry.manifest(`${api.image}:${smokeRecordTag(amd.digest ?? "")}`))?.bytes ?? assert.fail(),
		mediaTypes.manifest,
		"smoke",
	);
	assert.match(
		(await one(other)).reason ?? "",
		/did not run on linux\/arm64/,
		"a record of other bytes proves nothing",
	);
});

test("where origins must be proven, a verdict of another job moves a tag only if a run of ours signed it", async () => {
	const api = fresh();
	const built = await pushImage(registry, api, { content: "a" });
	const digest = built.digest ?? assert.fail();
	const authority = openAuthority();
	const { url, repositoryId } = ourSource;
	const made = planOf([api], "1", { api: tags("sha-1") });
	const plan = { ...made, source: { ...made.source, url: url ?? "", repositoryId: repositoryId ?? "" } };
	const proof = { ...proofOf(api), ...{ url: url ?? "", repositoryId: repositoryId ?? "" } };
	await writeSmokeRecord(registry, api.image, digest, proof);
	const publish = () => {
		const policy = reusePolicy({ source: plan.source }, true, {});
		const signatures = openSignatures(policy, { registry, verifier: authority.verifier });
		return one({ plan, build: buildOf([built]), ...(signatures && { signatures }) });
	};
	const held = await publish();
	assert.deepEqual(states(held), ["sha-1 written", "latest held"]);
	assert.match(
		held.reason ?? "",
		/smoke did not run on linux\/arm64; a verdict was found, but is not ours: it is not signed/,
	);
	const verdict = {
		service: "api",
		platform: "linux/arm64",
		digest,
		verdict: "healthy",
		...smokeCriteria(plan, api),
	} as const;
	const subject = (await registry.manifest(`${api.image}@${digest}`))?.descriptor ?? assert.fail();
	const bytes = authority.sign(statementOf({ verdicts: [verdict] }));
	const annotations = { [bundleAnnotation]: sha256(bytes) };
	await registry.attach(api.image, subject, { artifactType: bundleType, bytes, annotations });
	assert.deepEqual(states(await publish()), ["sha-1 present", "latest written"]);
});

test("smoke of this run is written down, so that an unchanged image needs none later", async () => {
	const api = fresh();
	const built = await pushImage(registry, api, { content: "a" });
	await one({
		plan: planOf([api], "1", { api: tags("sha-1") }),
		build: buildOf([built]),
		smoke: smokeOf([smoked(built)]),
	});
	const [proof] = await readSmokeRecords(registry, api.image, built.digest ?? "");
	assert.deepEqual([proof?.service, proof?.verdict, proof?.hash], ["api", "healthy", proofOf(api).hash]);
});

test("a re-run of a commit whose base has moved keeps the commit's tag with its first build, and moves what floats", async () => {
	const revision = "4f1c2aa9e0b7d3c5a6f8e1d2c3b4a5968778695a";
	const api = fresh();
	const labels = { "org.opencontainers.image.revision": revision };
	const run = async (content: string, tag: string, commit = revision) => {
		const built = await pushImage(registry, api, {
			content,
			labels: { ...labels, "org.opencontainers.image.revision": commit },
		});
		const same: CompareCommits = async () => "newer";
		return one({
			plan: planOf([api], commit, { api: tags(tag) }),
			build: buildOf([built]),
			smoke: smokeOf([smoked(built)]),
			compareCommits: same,
		});
	};
	const first = await run("a", "4f1c2aa");
	const second = await run("b", "4f1c2aa");
	assert.deepEqual([second.outcome, ...states(second)], ["published", "4f1c2aa kept", "latest moved"]);
	assert.equal(second.tags[0]?.previous, first.digest);
	assert.equal(await digestOf(`${api.image}:4f1c2aa`), first.digest);
	assert.equal(await digestOf(`${api.image}:latest`), second.digest);
	// By the label of the existing image, if the tag does not name the commit.
	assert.deepEqual(states(await run("c", "1.0.0")), ["1.0.0 written", "latest moved"]);
	assert.deepEqual(states(await run("d", "1.0.0")), ["1.0.0 kept", "latest moved"]);
	// Another commit under a version that is taken is a mistake.
	const other = await run("e", "1.0.0", "5".repeat(40));
	assert.deepEqual([other.outcome, ...states(other)], ["failed", "1.0.0 held", "latest held"]);
});

test("another index of the same images is kept, with any annotations, and no floating tag moves to it", async () => {
	const api = fresh();
	const built = await pushImage(registry, api, { content: "a" });
	const descriptor = { mediaType: mediaTypes.manifest, digest: built.digest, size: 1 };
	const image = (await registry.head(`${api.image}@${built.digest}`)) ?? assert.fail();
	const index = Buffer.from(
		JSON.stringify({
			schemaVersion: 2,
			mediaType: mediaTypes.index,
			manifests: [{ ...descriptor, size: image.size, platform: { os: "linux", architecture: "arm64" } }],
			annotations: { "com.acme.written-by": "another version" },
		}),
	);
	const there = await registry.putManifest(`${api.image}:sha-1`, index, mediaTypes.index);
	const row = await one({
		plan: planOf([api], "1", { api: tags("sha-1") }),
		build: buildOf([built]),
		smoke: smokeOf([smoked(built)]),
	});
	assert.deepEqual(states(row), ["sha-1 kept", "latest written"]);
	assert.match(row.tags[0]?.why ?? "", /, another index of the same images, not signed by this run$/);
	assert.equal(await digestOf(`${api.image}:sha-1`), there.digest);
	assert.notEqual(await digestOf(`${api.image}:latest`), there.digest);
	assert.equal(await digestOf(`${api.image}:latest`), row.digest);
});

test("two platforms make one index, sorted, with the attestations; with one missing nothing is tagged", async () => {
	const api = fresh("api", { platforms: ["linux/arm64", "linux/amd64"] });
	const arm = await pushImage(registry, api, { content: "a" });
	const amd = await pushImage(registry, api, { content: "a", platform: "linux/amd64" });
	const entry = { mediaType: mediaTypes.manifest, digest: arm.digest, size: arm.size };
	const attestation = {
		...entry,
		digest: amd.digest,
		size: amd.size,
		platform: { os: "unknown", architecture: "unknown" },
		annotations: { "vnd.docker.reference.type": "attestation-manifest", "vnd.docker.reference.digest": arm.digest },
	};
	const index = {
		schemaVersion: 2,
		mediaType: mediaTypes.index,
		manifests: [{ ...entry, platform: { os: "linux", architecture: "arm64" } }, attestation],
	};
	await registry.putManifest(arm.contentRef, Buffer.from(JSON.stringify(index)), mediaTypes.index, "content");
	const plan = planOf([api], "1", { api: tags("sha-1") });

	const half = await one({ plan, build: buildOf([arm]), smoke: smokeOf([smoked(arm)]) });
	assert.deepEqual([half.outcome, ...states(half)], ["skipped", "sha-1 held", "latest held"]);
	assert.equal(await digestOf(`${api.image}:sha-1`), undefined);

	const both = await one({ plan, build: buildOf([arm, amd]), smoke: smokeOf([smoked(arm), smoked(amd)]) });
	assert.equal(both.outcome, "published", both.reason);
	const published = await registry.manifest(`${api.image}:latest`);
	assert.deepEqual(
		published?.content.kind === "index" &&
			published.content.manifests.map(({ digest, platform }) => [platform?.architecture, digest]),
		[
			["amd64", amd.digest],
			["arm64", arm.digest],
			["unknown", amd.digest],
		],
	);
});

test("a platform whose image is unchanged has earned its place before; a new one needs its own smoke", async () => {
	const api = fresh("api", { platforms: ["linux/arm64", "linux/amd64"] });
	const push = (platform: string, content: string) => pushImage(registry, api, { platform, content });
	const [arm, old, amd] = [
		await push("linux/arm64", "a"),
		await push("linux/amd64", "a"),
		await push("linux/amd64", "b"),
	];
	const first = planOf([api], "1", { api: tags("sha-1") });
	await one({ plan: first, build: buildOf([arm, old]), smoke: smokeOf([smoked(arm), smoked(old)]) });
	const plan = planOf([api], "2", { api: tags("sha-2") });
	const held = await one({ plan, build: buildOf([arm, amd]), smoke: smokeOf([smoked(arm)]) });
	assert.deepEqual(states(held), ["sha-2 written", "latest held"]);
	assert.match(held.reason ?? "", /did not run on linux\/amd64/);
	const skipped = { ...smoked(arm, "skipped"), reason: "already published" };
	const moved = await one({ plan, build: buildOf([arm, amd]), smoke: smokeOf([skipped, smoked(amd)]) });
	assert.deepEqual(states(moved), ["sha-2 present", "latest moved"]);
});

test("a run that broke off at any call is completed by the next, and nothing is half-tagged meanwhile", async () => {
	let calls = 0;
	for (let broken = 1; ; broken++) {
		const api = fresh();
		const built = await pushImage(registry, api, { content: "a" });
		const input = {
			plan: planOf([api], "1", { api: { immutable: ["sha-1", "v1"], floating: ["latest", "edge"] } }),
			build: buildOf([built]),
			smoke: smokeOf([smoked(built)]),
		};
		calls = 0;
		const cut = Object.fromEntries(
			Object.entries(registry).map(([name, call]) => [
				name,
				async (...args: never[]) => {
					if (++calls >= broken) throw new Error("the line is cut");
					return (call as (...args: never[]) => unknown)(...args);
				},
			]),
		) as unknown as PublishRegistry;
		const first = await one({ ...input, registry: cut });
		if (calls < broken) {
			assert.deepEqual(
				[first.outcome, ...states(first)],
				["published", "sha-1 written", "v1 written", "latest written", "edge written"],
			);
			break;
		}
		assert.equal(first.outcome, "failed", `cut at call ${broken}`);
		assert.match(first.reason ?? "", /the line is cut/);
		const second = await one(input);
		assert.match(second.outcome, /^(?:published|unchanged)$/, `cut at call ${broken}: ${second.reason}`);
		for (const tag of ["sha-1", "v1", "latest", "edge"])
			assert.equal(await digestOf(`${api.image}:${tag}`), second.digest, `${tag}, cut at call ${broken}`);
	}
	assert.ok(calls > 20);
});

test("the registry must have the built images", async () => {
	const api = fresh();
	const a = await pushImage(registry, api, { content: "a" });
	const b = await pushImage(registry, api, { content: "b" });
	const plan = planOf([api], "1", { api: tags("sha-1") });
	const moved = { ...a, contentRef: b.contentRef };
	const wrong = await one({ plan, build: buildOf([moved]), smoke: smokeOf([smoked(moved)]) });
	assert.deepEqual([wrong.outcome, ...states(wrong)], ["failed", "sha-1 held", "latest held"]);
	assert.match(wrong.reason ?? "", /holds sha256:.*, but sha256:.* was built/);
	const gone = await one({
		plan,
		build: buildOf([{ ...a, contentRef: `${api.image}:gone` }]),
		options: { lagMs: 100 },
	});
	assert.match(gone.reason ?? "", /is not in the registry/);
});

test("a failed check holds everything; uncommitted changes and unordered commits hold what floats", async () => {
	const api = fresh();
	const built = await pushImage(registry, api, { content: "a" });
	const smoke = smokeOf([smoked(built)]);
	const plan = planOf([api], "1", { api: tags("sha-1") });
	const checks = [{ id: "user", name: "user", ok: false, expected: "65532", actual: "root" }];
	const failed = await one({ plan, smoke, build: buildOf([{ ...built, checks }]) });
	assert.deepEqual([failed.outcome, ...states(failed)], ["failed", "sha-1 held", "latest held"]);

	const build = buildOf([built]);
	const dirty = {
		...plan,
		source: { ...plan.source, dirty: true },
		tags: { api: { immutable: [], floating: ["latest"] } },
	};
	const held = await one({ plan: dirty, smoke, build });
	assert.deepEqual([held.outcome, ...states(held)], ["held", "latest held"]);
	assert.match(held.reason ?? "", /uncommitted changes/);
	const allowed = await one({ plan: dirty, smoke, build, options: { allowDirty: true } });
	assert.deepEqual([allowed.outcome, ...states(allowed)], ["published", "latest written"]);

	const shallow: CompareCommits = async (a, b) => (a === b ? "same" : "unknown");
	const later = planOf([api], "2", { api: tags("sha-2") });
	const unknown = await one({ plan: later, smoke, build, compareCommits: shallow });
	assert.deepEqual(states(unknown), ["sha-2 written", "latest held"]);
	assert.match(unknown.reason ?? "", /fetch-depth: 0/);
	const forced = await one({ plan: later, smoke, build, compareCommits: shallow, options: { allowUnordered: true } });
	assert.deepEqual([forced.outcome, ...states(forced)], ["unchanged", "sha-2 present", "latest present"]);
});

test("after an abort nothing more is written, and every service has its row", async () => {
	const services = ["one", "two", "three", "four"].map((name) => fresh(name));
	const images = await Promise.all(services.map((each) => pushImage(registry, each, { content: "a" })));
	const stop = new AbortController();
	const puts: string[] = [];
	const watched: PublishRegistry = {
		...registry,
		async putManifest(ref, bytes, type, owner) {
			assert.ok(!stop.signal.aborted, `${ref} was written after the abort`);
			const put = await registry.putManifest(ref, bytes, type, owner);
			puts.push(ref);
			if (ref.endsWith(":latest")) stop.abort();
			return put;
		},
	};
	const plan = planOf(services, "1", Object.fromEntries(services.map(({ name }) => [name, tags("sha-1")])));
	const smoke = smokeOf(images.map((image) => smoked(image)));
	const input = { compareCommits: order, plan, build: buildOf(images), smoke, options: { concurrency: 1 } };
	const result = await runPublish({ ...input, registry: watched, signal: stop.signal });
	assert.deepEqual(
		result.services.map((row) => [row.outcome, ...states(row)]),
		[["published", "sha-1 written", "latest written"], ...Array(3).fill(["cancelled", "sha-1 written", "latest held"])],
	);
	assert.equal(result.services[3]?.reason, "cancelled");
	assert.equal(
		puts.filter((ref) => ref.endsWith(":sha-1")).length,
		4,
		"all immutable tags come before the first floating one",
	);
	const completed = await runPublish({ ...input, registry });
	assert.deepEqual(
		completed.services.map(({ outcome }) => outcome),
		["unchanged", "published", "published", "published"],
	);
});

test("two publishers at once on the real registry leave the newer commit's image", async () => {
	for (let round = 0; round < 10; round++) {
		const api = fresh();
		// At once, too: the registry takes two pushes of one layer into a new repository for a wrong digest.
		const images = await Promise.all(["a", "b"].map((content) => pushImage(openRegistry({ retry }), api, { content })));
		const rows = await Promise.all(
			images.map((image, i) =>
				one({
					registry: openRegistry(),
					plan: planOf([api], `${i + 1}`, { api: tags(`sha-${i + 1}`) }),
					build: buildOf([image]),
					smoke: smokeOf([smoked(image)]),
					options: { lagMs: 500 },
				}),
			),
		);
		const [older, newer] = rows.map(({ outcome }) => outcome);
		assert.equal(newer, "published", rows[1]?.reason);
		assert.ok(older === "published" || older === "superseded", rows[0]?.reason);
		assert.equal(await digestOf(`${api.image}:latest`), await digestOf(`${api.image}:sha-2`), `round ${round}`);
	}
});

test("a pull request's images get no floating tag, and the row shows that there is no tag", async () => {
	const api = fresh();
	const built = await pushImage(registry, api, { content: "a" });
	const row = await one({
		plan: planOf([api], "1", { api: { immutable: [], floating: [] } }),
		build: buildOf([built]),
	});
	assert.deepEqual([row.outcome, row.reason, row.tags], ["not part of this release", "this run gives it no tag", []]);
});

test("one blob that many send to a new repository at once arrives, for each of them", async () => {
	for (let round = 0; round < 5; round++) {
		const { image } = fresh();
		const bytes = randomBytes(200_000);
		const puts = Array.from({ length: 6 }, () => openRegistry({ retry }).putBlob(image, bytes));
		const digests = new Set((await Promise.all(puts)).map(({ digest }) => digest));
		assert.equal(digests.size, 1);
		assert.deepEqual(Buffer.from(await registry.blob(image, [...digests][0] ?? "")), bytes);
	}
});
