import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { PublishedService } from "../../src/model/documents/publish.ts";
import type { RunEvent } from "../../src/model/documents/source.ts";
import { mediaTypes } from "../../src/model/oci/manifest.ts";
import { parseOptions } from "../../src/options/parse-options.ts";
import { publishSome } from "../../src/stages/publish/stage.ts";
import type { StageContext } from "../../src/stages/shared/context.ts";
import { readLedger } from "../../src/stages/shared/records/publication-ledger.ts";
import { buildOf, planOf, pushImage, service } from "../publish/fixture.ts";
import { quietWorld } from "../stages/support.ts";
import { makeRepo, temporaryFolder } from "../support/repo.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const registry = openRegistry();
const main: RunEvent = { kind: "push", branch: "main" };
const pull = (headRevision: string, number = 7): RunEvent => ({
	...{ kind: "pull_request", number, head: "fix", base: "main", fork: false, headRevision },
});

/** A repository with a remote, and an image of it in the registry. Every commit has an image of its own. */
async function openShop() {
	const repo = await makeRepo({ file: "first\n" });
	const remote = await temporaryFolder();
	await repo.git("init", "-q", "--bare", remote);
	await repo.git("remote", "add", "origin", `file://${remote}`);
	const policy = { smoke: "off", verify: "required", hardening: "required", stop: "required" } as const;
	const api = service("api", `${host}/lucid-test/rewritten-${randomBytes(4).toString("hex")}`, { policy });
	return {
		...{ repo, api },
		async commit(file: string, ...how: readonly string[]) {
			await repo.write({ file });
			await repo.git("add", "-A");
			await repo.git("commit", "-q", "-m", file, ...how);
			return (await repo.git("rev-parse", "HEAD")).trim();
		},
		push: (commit: string, ref = "refs/heads/main") => repo.git("push", "-q", "--force", "origin", `${commit}:${ref}`),
		async [Symbol.asyncDispose]() {
			await repo[Symbol.asyncDispose]();
			await rm(remote, { recursive: true, force: true });
		},
	};
}
type Shop = Awaited<ReturnType<typeof openShop>>;

interface Run {
	readonly event?: RunEvent;
	readonly floating?: string;
	/** Of the checkout; the shop's own repository without it. */
	readonly root?: string;
	readonly allowUnordered?: boolean;
	readonly exec?: StageContext["exec"];
	readonly revision?: string;
}

/** Publishes a commit as a run of its own does: git, the remote and the registry are real. */
async function publish({ repo, api }: Shop, commit: string, run: Run = {}): Promise<PublishedService> {
	const { event = main, floating = "latest", root = repo.root, revision = commit } = run;
	const built = await pushImage(registry, api, { content: commit.slice(0, 7) });
	const tags = { api: { immutable: [`sha-${revision.slice(0, 12)}`], floating: [floating] } };
	const plan = planOf([api], revision, tags);
	const world = quietWorld(root, run.exec ?? exec);
	const options = { ...parseOptions({}, world), allowUnordered: run.allowUnordered ?? false };
	const source = { ...plan.source, event };
	const { services } = await publishSome(options, world, registry, {
		plan: { ...plan, root, source },
		build: buildOf([built]),
	});
	return services[0] ?? assert.fail();
}

/** The content that a tag names now. */
async function contentOf({ api }: Shop, tag = "latest"): Promise<string | undefined> {
	const manifest = await registry.manifest(`${api.image}:${tag}`);
	const [child] = manifest?.content.kind === "index" ? manifest.content.manifests : [];
	const image = child && (await registry.manifest(`${api.image}@${child.digest}`));
	const config = image?.content.kind === "image" ? image.content.config.digest : undefined;
	return config && JSON.parse(Buffer.from(await registry.blob(api.image, config)).toString()).content;
}
async function ledgerOf({ api }: Shop, tag = "latest") {
	const entries = ["published", "published-2"].map(async (copy) => {
		const manifest = await registry.manifest(`${api.image}:${tag}.${copy}`);
		const { revision, ref, replaced } = readLedger(manifest ?? assert.fail(), tag);
		return { revision, ref, replaced };
	});
	const [first, second] = await Promise.all(entries);
	assert.deepEqual(first, second);
	return first;
}
const short = (commit: string) => commit.slice(0, 7);
const states = ({ tags }: PublishedService) => tags.map(({ kind, state }) => `${kind} ${state}`).join(", ");

test("after an amended commit is force-pushed its head moves the tag with a warning, and the next commit ships as ever", async () => {
	await using shop = await openShop();
	const first = await shop.commit("one");
	await shop.push(first);
	await publish(shop, first);
	assert.deepEqual(await ledgerOf(shop), { revision: first, ref: "refs/heads/main", replaced: undefined });

	const amended = await shop.commit("two", "--amend");
	await shop.push(amended);
	// A runner's fresh clone does not have the old commit.
	const clone = await temporaryFolder();
	await shop.repo.git(
		"clone",
		"-q",
		`file://${(await shop.repo.git("remote", "get-url", "origin")).trim().slice(7)}`,
		clone,
	);
	const row = await publish(shop, amended, { root: clone });
	assert.deepEqual([row.outcome, states(row)], ["published", "immutable written, floating moved"]);
	assert.deepEqual(row.warnings, [`diverged: main was rewritten, ${short(first)} is no longer in it`]);
	assert.equal(await contentOf(shop), short(amended));
	assert.deepEqual(await ledgerOf(shop), { revision: amended, ref: "refs/heads/main", replaced: first });
	const again = await publish(shop, amended, { root: clone });
	assert.deepEqual([states(again), again.warnings], ["immutable present, floating present", undefined]);
	await rm(clone, { recursive: true });

	const old = await publish(shop, first);
	assert.deepEqual([old.outcome, states(old)], ["superseded", "immutable present, floating held"]);
	assert.match(
		old.reason ?? "",
		new RegExp(`published by ${short(amended)}, and main is not at ${short(first)} any more`),
	);

	const next = await shop.commit("three");
	await shop.push(next);
	const shipped = await publish(shop, next);
	assert.deepEqual([shipped.outcome, shipped.warnings, await contentOf(shop)], ["published", undefined, short(next)]);
});

test("a branch that is reset to an older commit moves the tag back, but only while the branch exists", async () => {
	await using shop = await openShop();
	const first = await shop.commit("one");
	await shop.push(first);
	await publish(shop, first);
	const second = await shop.commit("two");
	await shop.push(second);
	await publish(shop, second);

	const early = await publish(shop, first);
	assert.deepEqual(
		[early.outcome, await contentOf(shop)],
		["superseded", short(second)],
		"main is still at the newer one",
	);
	await shop.push(first);
	const back = await publish(shop, first);
	assert.deepEqual([back.outcome, states(back)], ["published", "immutable present, floating moved"]);
	assert.match(back.warnings?.join() ?? "", /^diverged: main was rewritten/);
	assert.equal(await contentOf(shop), short(first));
	assert.deepEqual(await ledgerOf(shop), { revision: first, ref: "refs/heads/main", replaced: second });
	const late = await publish(shop, second);
	assert.deepEqual([states(late), await contentOf(shop)], ["immutable present, floating moved", short(second)]);
});

test("another branch's commit holds the tag, with the cause and the way out, until it comes after it or is allowed", async () => {
	await using shop = await openShop();
	const base = await shop.commit("base");
	const onMain = await shop.commit("on main");
	await shop.push(onMain);
	await publish(shop, onMain);
	await shop.repo.git("checkout", "-q", "-b", "side", base);
	const onSide = await shop.commit("on side");
	await shop.push(onSide, "refs/heads/side");
	const side: RunEvent = { kind: "push", branch: "side" };
	const row = await publish(shop, onSide, { event: side });
	assert.equal(states(row), "immutable written, floating held");
	assert.equal(
		row.reason,
		`latest held: ${short(onMain)} of main is published, and ${short(onSide)} does not come after it; to move the tag anyway, publish with \`--allow-unordered\`, in a workflow with \`allow-unordered: true\``,
	);
	assert.equal(await contentOf(shop), short(onMain));
	// The same commit as a run of main says it: the remote knows better.
	const pretended = await publish(shop, onSide, { event: main });
	assert.match(pretended.reason ?? "", new RegExp(`${short(onMain)}`));
	assert.equal(await contentOf(shop), short(onMain));
	const allowed = await publish(shop, onSide, { event: side, allowUnordered: true });
	assert.deepEqual([states(allowed), await contentOf(shop)], ["immutable present, floating moved", short(onSide)]);
});

test("a ledger of an earlier version names no branch: it holds a rewritten one, and the next run of its commit adds the branch", async () => {
	await using shop = await openShop();
	const first = await shop.commit("one");
	await shop.push(first);
	await publish(shop, first);
	for (const copy of ["latest.published", "latest.published-2"]) {
		const { json } = (await registry.manifest(`${shop.api.image}:${copy}`)) ?? assert.fail();
		const { annotations, ...rest } = json as { readonly annotations: Readonly<Record<string, string>> };
		const old = Object.entries(annotations).filter(([key]) => !/publication\.(?:ref|services)$/.test(key));
		const bytes = Buffer.from(JSON.stringify({ ...rest, annotations: Object.fromEntries(old) }));
		await registry.putManifest(`${shop.api.image}:${copy}`, bytes, mediaTypes.manifest, "ledger");
	}
	assert.deepEqual(await ledgerOf(shop), { revision: first, ref: undefined, replaced: undefined });
	const amended = await shop.commit("two", "--amend");
	await shop.push(amended);
	const row = await publish(shop, amended);
	assert.match(row.reason ?? "", /of a git tag or an earlier version is published, .*--allow-unordered/);
	assert.equal(await contentOf(shop), short(first));
	await publish(shop, first);
	assert.deepEqual(await ledgerOf(shop), { revision: first, ref: "refs/heads/main", replaced: undefined });
	assert.equal(states(await publish(shop, amended)), "immutable present, floating moved");
});

test("a stale or missing answer of the remote moves no tag permanently", async () => {
	await using shop = await openShop();
	const first = await shop.commit("one");
	await shop.push(first);
	await publish(shop, first);
	// The remote does not show the amended commit yet.
	const amended = await shop.commit("two", "--amend");
	const row = await publish(shop, amended);
	assert.deepEqual([states(row), await contentOf(shop)], ["immutable written, floating held", short(first)]);
	// No remote at all.
	await shop.repo.git("remote", "set-url", "origin", "file:///nowhere");
	const silent = await publish(shop, amended);
	assert.match(silent.reason ?? "", /the head of main is unknown: .*nowhere.*--allow-unordered/s);
	assert.equal(await contentOf(shop), short(first));
});

test("where the remote corrects itself while a tag is moved back, the newer publication is put back", async () => {
	await using shop = await openShop();
	const older = await shop.commit("older");
	await shop.push(older);
	await publish(shop, older);
	const newer = await shop.commit("newer");
	await shop.push(newer);
	await publish(shop, newer);
	for (const answersStale of [1, 2, 3]) {
		// The remote's copy that answers lags behind: it shows main where it was before, so many times.
		await shop.push(older);
		let asked = 0;
		const lagging: StageContext["exec"] = async (argv, options) => {
			if (argv.includes("ls-remote") && asked++ === answersStale) await shop.push(newer);
			return exec(argv, options);
		};
		const row = await publish(shop, older, { exec: lagging });
		assert.ok(asked > answersStale, `it was asked ${asked} times`);
		assert.deepEqual(
			[row.outcome, await contentOf(shop)],
			["superseded", short(newer)],
			`${answersStale} stale answers`,
		);
		assert.equal((await ledgerOf(shop))?.revision, newer);
	}
});

test("a pull request's own tag moves from commit to commit and over a rebase, by its heads, and never outside of it", async () => {
	await using shop = await openShop();
	const base = await shop.commit("base");
	await shop.push(base);
	const first = await shop.commit("one");
	await shop.push(first, "refs/pull/7/head");
	// GitHub's merges of one pull request do not come after one another.
	const run = (head: string, merge: string, number = 7) =>
		publish(shop, merge, { event: pull(head, number), floating: "pr-7", root: shop.repo.root });
	const merged = async (head: string) =>
		(await shop.repo.git("commit-tree", "-p", base, "-p", head, "-m", "merge", `${head}^{tree}`)).trim();
	assert.equal(states(await run(first, await merged(first))), "immutable written, floating written");
	assert.deepEqual(await ledgerOf(shop, "pr-7"), { revision: first, ref: "refs/pull/7/head", replaced: undefined });
	const second = await shop.commit("two");
	await shop.push(second, "refs/pull/7/head");
	const merge = await merged(second);
	assert.equal(states(await run(second, merge)), "immutable written, floating moved");
	assert.equal(await contentOf(shop, "pr-7"), short(merge));
	const rebased = await shop.commit("three", "--amend");
	await shop.push(rebased, "refs/pull/7/head");
	const third = await run(rebased, await merged(rebased));
	assert.deepEqual(
		[states(third), third.warnings],
		[
			"immutable written, floating moved",
			[`diverged: pull request 7 was rewritten, ${short(second)} is no longer in it`],
		],
	);
	const there = await contentOf(shop, "pr-7");

	// A branch of that name, another pull request, and a tag that is not a pull request's.
	await shop.push(rebased, "refs/heads/pr-7");
	const next = await shop.commit("four");
	await shop.push(next, "refs/heads/pr-7");
	const branch = await publish(shop, next, {
		event: { kind: "push", branch: "pr-7" },
		floating: "pr-7",
		allowUnordered: true,
	});
	assert.match(branch.reason ?? "", /^pr-7 held: it is the tag of pull request 7; /);
	await shop.push(next, "refs/pull/8/head");
	assert.match((await run(next, await merged(next), 8)).reason ?? "", /^pr-7 held: it is the tag of pull request/);
	assert.equal(await contentOf(shop, "pr-7"), there);
	await publish(shop, next, { event: { kind: "push", branch: "pr-7" } });
	const latest = await publish(shop, await merged(next), { event: pull(next), floating: "latest" });
	assert.match(latest.reason ?? "", /^latest held: it is published already, and not by pull request 7; /);
	assert.equal(await contentOf(shop), short(next));
});
