import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { sha256 } from "../../src/model/oci/manifest.ts";
import type { ImageIndex } from "../../src/stages/publish/image-index.ts";
import type { ReadBranchHead } from "../../src/stages/publish/publish-input.ts";
import { type PromotionResult, promote } from "../../src/stages/publish/tags/promote.ts";
import {
	type CompareCommits,
	ledgerTags,
	readLedger,
	writeLedger,
} from "../../src/stages/shared/records/publication-ledger.ts";
import { defined } from "../../src/util/defined.ts";
import { Backoff } from "../../src/util/retry.ts";
import { scheduledRegistry, seeded } from "./schedule.ts";

const image = "ghcr.io/acme/api";

/** Revisions are r1, r2, ...: a higher number descends from a lower one. */
const byNumber: CompareCommits = async (published, ours) => {
	const [a, b] = [Number(published.slice(1)), Number(ours.slice(1))];
	return a === b ? "same" : b > a ? "newer" : "older";
};

function indexNamed(name: string): ImageIndex {
	const bytes = new TextEncoder().encode(JSON.stringify({ manifests: [], annotations: { name } }));
	return { bytes, digest: sha256(bytes) };
}

interface Publisher {
	readonly revision: string;
	readonly build: string;
	readonly ref?: string;
	/** The answer of the remote. */
	readonly headOf?: ReadBranchHead;
}

/** Plays publishers at once under one schedule; gives how each ended, and what is published then. */
async function play(
	seed: number,
	publishers: readonly Publisher[],
	how: { copies?: number; before?: Publisher; order?: CompareCommits; allowUnordered?: boolean } = {},
) {
	const random = seeded(seed);
	const { registry, tags, run, turn, written } = scheduledRegistry(random);
	/** The reads of the tag and the writes of each publisher. */
	const calls: ("head" | "put")[][] = [];
	const start = ({ revision, build, ref, headOf }: Publisher) => {
		const own: ("head" | "put")[] = [];
		calls.push(own);
		const index = indexNamed(build);
		const bytes = JSON.parse(new TextDecoder().decode(index.bytes));
		tags.set(`${image}@${index.digest}`, {
			bytes: index.bytes,
			json: bytes,
			content: { kind: "index", manifests: [], annotations: {} },
			descriptor: { mediaType: "x", digest: index.digest, size: index.bytes.length },
		});
		const recording: typeof registry = {
			...registry,
			head: (ref) => {
				own.push("head");
				return registry.head(ref);
			},
			putManifest: (...put) => {
				own.push("put");
				return registry.putManifest(...put);
			},
		};
		return promote({
			registry: recording,
			image,
			tag: "latest",
			index,
			revision,
			committedAt: "2025-10-24T15:51:32Z",
			compareCommits: how.order ?? byNumber,
			...defined({ ref }),
			...(headOf && { readBranchHead: async (asked: string) => turn().then(() => headOf(asked)) }),
			allowUnordered: how.allowUnordered ?? false,
			backoff: new Backoff({ firstMs: 50, maxMs: 4000, totalMs: 500 }, turn),
			...defined({ copies: how.copies }),
		});
	};
	if (how.before) await run([start(how.before)]);
	calls.length = 0;
	const ends = (await run(publishers.map(start))).map((end) => (end.status === "fulfilled" ? end.value : end.reason));
	const ledger = ledgerTags("latest", how.copies ?? 2).map((tag) => {
		const manifest = tags.get(`${image}:${tag}`);
		return manifest && readLedger(manifest, tag);
	});
	const tag = tags.get(`${image}:latest`)?.descriptor.digest;
	return { ends: ends as (PromotionResult | Error)[], ledger, tag, written, calls };
}

const kindOf = (end: PromotionResult | Error | undefined) => (end instanceof Error ? String(end) : end?.kind);

test("of two publishers at once the newest commit wins in every interleaving, and both results are true", async () => {
	const older = { revision: "r2", build: "two" };
	const newer = { revision: "r3", build: "three" };
	const seen = new Set<string>();
	for (let seed = 0; seed < 1000; seed++) {
		const before = seed % 3 === 0 ? {} : { before: { revision: "r1", build: seed % 3 === 1 ? "one" : "three" } };
		const { ends, ledger, tag } = await play(seed, [older, newer], before);
		assert.equal(tag, indexNamed("three").digest, `seed ${seed}`);
		assert.deepEqual(
			ledger.map((entry) => entry?.revision),
			["r3", "r3"],
			`seed ${seed}`,
		);
		assert.match(kindOf(ends[1]) ?? "", /^(?:moved|present)$/, `seed ${seed}`);
		assert.match(kindOf(ends[0]) ?? "", /^(?:moved|superseded)$/, `seed ${seed}`);
		seen.add(`${kindOf(ends[0])} ${kindOf(ends[1])}`);
	}
	assert.ok(seen.has("superseded moved"), [...seen].join());
});

test("an unchanged image that two commits publish keeps the newer one in the ledger", async () => {
	for (let seed = 0; seed < 300; seed++) {
		const both = ["r2", "r3"].map((revision) => ({ revision, build: "one" }));
		const { ledger, tag } = await play(seed, both, { before: { revision: "r1", build: "one" } });
		assert.deepEqual(
			[tag, ledger.map((entry) => entry?.revision)],
			[indexNamed("one").digest, ["r3", "r3"]],
			`seed ${seed}`,
		);
	}
});

test("every publisher reads the tag after its last write, regardless of the others", async () => {
	const same = { revision: "r2", build: "one" };
	for (let seed = 0; seed < 300; seed++) {
		const { calls } = await play(seed, [same, same, { revision: "r1", build: "two" }], {
			before: { revision: "r1", build: "one" },
		});
		for (const own of calls) assert.equal(own.at(-1), "head", `seed ${seed}: ${own}`);
	}
});

test("to publish an unchanged image for a new commit, the tag is read before and after the ledger is written", async () => {
	const { calls } = await play(1, [{ revision: "r2", build: "one" }], { before: { revision: "r1", build: "one" } });
	assert.deepEqual(calls[0], ["head", "put", "put", "head"]);
});

test("three publishers need three copies of the ledger, and then the newest wins too", async () => {
	const three = ["r4", "r2", "r3"].map((revision) => ({ revision, build: revision }));
	for (let seed = 0; seed < 300; seed++) {
		const { tag } = await play(seed, three, { copies: 3 });
		assert.equal(tag, indexNamed("r4").digest, `seed ${seed}`);
	}
});

test("with a single copy the play does find interleavings in which the newest loses", async () => {
	let lost = 0;
	for (let seed = 0; seed < 1000; seed++) {
		const both = ["r2", "r3"].map((revision) => ({ revision, build: revision }));
		const { ledger, tag } = await play(seed, both, { copies: 1 });
		if (tag !== indexNamed("r3").digest || ledger[0]?.revision !== "r3") lost++;
	}
	assert.notEqual(lost, 0);
});

test("two runs of one commit, or of unordered ones that are allowed, agree on one of them", async () => {
	const never: CompareCommits = async (a, b) => (a === b ? "same" : "unknown");
	for (let seed = 0; seed < 300; seed++) {
		const apart = seed % 2 === 0;
		const both = [
			{ revision: "r2", build: "a" },
			{ revision: apart ? "r3" : "r2", build: "b" },
		];
		const { ends, ledger, tag } = await play(seed, both, { order: never, allowUnordered: apart });
		assert.equal(ledger[0]?.digest, tag, `seed ${seed}`);
		assert.deepEqual(ledger[0], ledger[1], `seed ${seed}`);
		assert.ok(
			ends.some((end) => kindOf(end) === "moved"),
			`seed ${seed}: ${ends.map(kindOf)}`,
		);
		assert.ok(!ends.some((end) => end instanceof Error), `seed ${seed}: ${ends.map(kindOf)}`);
	}
});

test("a later run of the same commit replaces the earlier one, and the same run again does nothing", async () => {
	const first = { revision: "r1", build: "a" };
	const second = await play(1, [{ revision: "r1", build: "b" }], { before: first });
	assert.deepEqual([second.ends.map(kindOf), second.tag], [["moved"], indexNamed("b").digest]);
	const again = await play(1, [first], { before: first });
	assert.deepEqual([again.ends.map(kindOf), again.written.length], [["present"], 3]);
});

test("an older commit, or one of unknown order, changes nothing", async () => {
	const before = { revision: "r2", build: "two" };
	const older = await play(1, [{ revision: "r1", build: "one" }], { before });
	assert.deepEqual([older.ends.map(kindOf), older.written.length], [["superseded"], 3]);
	const never: CompareCommits = async () => "unknown";
	const unknown = await play(1, [{ revision: "r3", build: "three" }], { before, order: never });
	assert.deepEqual([unknown.ends.map(kindOf), unknown.written.length], [["unordered"], 3]);
});

test("of two publishers on a rewritten branch the one at its head wins in every interleaving, also if the other first reads stale heads", async () => {
	const ref = "refs/heads/main";
	const apart: CompareCommits = async (a, b) => (a === b ? "same" : "diverged");
	const seen = new Set<string>();
	for (let seed = 0; seed < 500; seed++) {
		// It asks four times, and the last answer counts.
		let stale = seed % 4;
		const lost = { revision: "r2", build: "two", ref, headOf: async () => ({ revision: stale-- > 0 ? "r2" : "r3" }) };
		const head = { revision: "r3", build: "three", ref, headOf: async () => ({ revision: "r3" }) };
		const before = { revision: "r1", build: "one", ref };
		const { ends, ledger, tag } = await play(seed, [lost, head], { before, order: apart });
		assert.equal(tag, indexNamed("three").digest, `seed ${seed}`);
		assert.deepEqual(
			ledger.map((entry) => entry?.revision),
			["r3", "r3"],
			`seed ${seed}`,
		);
		assert.match(kindOf(ends[1]) ?? "", /^(?:moved|present)$/, `seed ${seed}`);
		seen.add(kindOf(ends[0]) ?? "");
	}
	assert.deepEqual([...seen].sort(), ["superseded", "unordered"]);
});

test("the ledger's tags are tags, however long the floating one is", () => {
	const long = "x".repeat(128);
	const tags = [...ledgerTags("latest", 3), ...ledgerTags(long, 3), ...ledgerTags(`${"x".repeat(127)}y`, 1)];
	assert.deepEqual(tags.slice(0, 3), ["latest.published", "latest.published-2", "latest.published-3"]);
	assert.ok(tags.every((tag) => tag.length <= 128));
	assert.equal(new Set(tags).size, tags.length);
});

test("a ledger that an earlier version wrote is read, and written again as it was", async () => {
	const frozen = JSON.parse(await readFile(path.join(import.meta.dirname, "../upgrade/lucid-2.json"), "utf8"));
	const manifests: readonly (readonly [string, string, string])[] = Object.values<never[]>(frozen.manifests).flat();
	const ledgers = manifests.filter(([ref]) => ref.endsWith(".published"));
	assert.ok(ledgers.length > 2);
	for (const [ref, , base64] of ledgers) {
		const bytes = Buffer.from(base64, "base64");
		const entry = readLedger({ content: { kind: "image", ...JSON.parse(bytes.toString()) } }, ref);
		assert.ok(frozen.commits.includes(entry.revision));
		assert.deepEqual(
			[entry.ref, entry.replaced, entry.services, entry.exception],
			[undefined, undefined, undefined, undefined],
		);
		assert.equal(Buffer.from(writeLedger(entry)).toString(), bytes.toString());
	}
});

test("something else under the ledger's tag is an error with a fix, and nothing is written", async () => {
	const { registry, tags, run, turn, written } = scheduledRegistry(seeded(1));
	const index = indexNamed("one");
	tags.set(`${image}:latest.published`, {
		bytes: index.bytes,
		json: {},
		content: { kind: "index", manifests: [], annotations: {} },
		descriptor: { mediaType: "x", digest: index.digest, size: 1 },
	});
	const common = { image, tag: "latest", index, revision: "r1", committedAt: "", compareCommits: byNumber };
	const [end] = await run([
		promote({
			...common,
			registry,
			allowUnordered: false,
			backoff: new Backoff({ firstMs: 50, maxMs: 4000, totalMs: 0 }, turn),
		}),
	]);
	assert.match(String(end?.status === "rejected" && end.reason), /delete the tag latest\.published/);
	assert.deepEqual(written, []);
});

test("one copy of the ledger that something else overwrote is ignored with a warning, and written again", async () => {
	for (const [copy, revision, wanted] of [
		[".published", "r2", "moved"],
		[".published-2", "r2", "moved"],
		[".published", "r0", "superseded"],
	] as const) {
		const { registry, tags, run, turn } = scheduledRegistry(seeded(1));
		const publish = async (by: string) => {
			const index = indexNamed(by);
			const common = { image, tag: "latest", index, revision: by, committedAt: "", compareCommits: byNumber };
			const backoff = new Backoff({ firstMs: 50, maxMs: 4000, totalMs: 500 }, turn);
			const [end] = await run([promote({ ...common, registry, allowUnordered: false, backoff })]);
			return end?.status === "fulfilled" ? end.value : assert.fail(String(end?.reason));
		};
		await publish("r1");
		const ref = `${image}:latest${copy}`;
		const valid = tags.get(ref) ?? assert.fail(ref);
		tags.set(ref, { ...valid, content: { ...valid.content, annotations: { forged: "" } } });
		const result = await publish(revision);
		assert.equal(result.kind, wanted, copy);
		if (result.kind === "moved")
			assert.match(result.warning ?? "", new RegExp(`latest${copy} does not contain .*ignored`));
		// An older publisher writes nothing; the next newer one repairs the copy.
		const repaired = wanted === "moved" ? tags.get(ref) : undefined;
		if (repaired !== undefined) assert.equal(readLedger(repaired, ref).revision, "r2");
	}
});
