/**
 * 35 images, as they are built today and as we build them: from cold, with nothing changed on a new commit, with one
 * file changed, and with a hundred files that no image holds. All contestants run in turn on one engine and one
 * registry. Run it with `script/bench compare`.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Plan } from "../src/model/documents/plan.ts";
import { between, median, repeat, type Turn } from "./measure.ts";
import {
	bake,
	bakeAction,
	buildPush,
	type Contestant,
	definition,
	findBuildPush,
	ours,
	targetOf,
	turnOf,
	type Work,
} from "./peers/contestants.ts";
import { findPeer } from "./peers/find.ts";
import { openGitHub } from "./peers/github.ts";
import { commit, forget, makeRepository } from "./repository.ts";
import { type Beside, beside, report } from "./rows.ts";

const host = process.env.LUCID_REGISTRY;
if (host === undefined) throw new Error("LUCID_REGISTRY is not set: run script/bench compare");
const rounds = Number(process.env.LUCID_BENCH_ROUNDS ?? 5);
const services = Number(process.env.LUCID_BENCH_SERVICES ?? 35);

const folder = await mkdtemp(path.join(tmpdir(), "lucid-bench-"));
const root = path.join(folder, "repository");
const out = path.join(folder, "out");
const api = await openGitHub();
const peers = await findBuildPush();
const bakeFolder = await findPeer("bake-action");
const run = ["run", "--smoke=off", "--no-require-smoke"] as const;
let turn = 0;

const lucidRun: Contestant = async (work) => (await ours(work, ...run)).seconds;
const lucidBuild: Contestant = async (work) => (await ours(work, "build")).seconds;
const plainBake: Contestant = async (work) => (await bake(work, await definition(work))).seconds;
const theBakeAction: Contestant = async (work) => {
	if (bakeFolder.kind === "missing") throw new Error(bakeFolder.why);
	return bakeAction(bakeFolder.folder, work, await definition(work), api.url);
};
const theBuildPush: Contestant = async (work) => {
	if ("kind" in peers) throw new Error(peers.why);
	return buildPush(peers, work, api.url);
};

await mkdir(out);
const names = await makeRepository(root, services, host);

function workOf(name: string, sha: string): Work {
	return { root, out, services: names, sha, registry: `${host}/${name}` };
}

/** The image names of a contestant that does not use its own. */
const homes = new Map<string, string>();
const homeOf = (name: string) => homes.get(name) ?? name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

/** The turns of all that build everything in one go. */
const turnsOf = (change: (name: string) => Promise<Work>) =>
	repeat(
		rounds,
		atOnce.map(([name, contestant]) => [name, turnOf(name, contestant, change)] as const),
	);

/** Turns that were taken in so many parts each: the sum of theirs, beside ours as it was between them. */
function whole(turns: readonly Turn[], parts: number): readonly Turn[] {
	return Array.from({ length: turns.length / parts }, (_, i) => {
		const own = turns.slice(i * parts, (i + 1) * parts);
		const sum = (of: keyof Turn) => own.reduce((total, part) => total + part[of], 0);
		return { theirs: sum("theirs"), ours: sum("ours") / parts };
	});
}

const missing = {
	buildPush: "kind" in peers ? peers.why : undefined,
	bakeAction: bakeFolder.kind === "missing" ? bakeFolder.why : undefined,
};
const buildPushName = "docker/build-push-action, one run per service";
const ratioOf = (row: Beside) => ("ratio" in row ? row.ratio : Number.NaN);

/** The contestants that build everything in one call and are installed, by name. */
const atOnce: readonly (readonly [string, Contestant])[] = [
	["docker buildx bake", plainBake],
	...(missing.bakeAction === undefined ? [["docker/bake-action", theBakeAction] as const] : []),
];

/** Those of build-push-action, which takes minutes: one for each group of services. None where it is not there. */
const buildPushTurns = (groups: readonly (readonly string[])[], change: (name: string) => Promise<Work>) =>
	missing.buildPush !== undefined
		? []
		: groups.map((group) => {
				const some: Contestant = (work) => theBuildPush({ ...work, services: group });
				return [buildPushName, turnOf(buildPushName, some, change)] as const;
			});

/** All of them; a turn of build-push-action had so many parts. */
function besides(others: Readonly<Record<string, readonly Turn[]>>, parts = 1): readonly Beside[] {
	const measured: Beside[] = atOnce.map(([name]) => beside(name, others[name]));
	if (missing.bakeAction !== undefined) measured.push({ name: "docker/bake-action", missing: missing.bakeAction });
	const last: Beside =
		missing.buildPush === undefined
			? beside(buildPushName, whole(others[buildPushName] ?? [], parts))
			: { name: buildPushName, missing: missing.buildPush };
	return [...measured, last];
}

const find = (rows: readonly Beside[], name: string) =>
	ratioOf(rows.find((row) => row.name === name) ?? { name, missing: "" });
/** A ratio that has to be reached; without a measurement it is not missed, and its line shows that. */
const atLeast = (ratio: number, wanted: number) => Number.isNaN(ratio) || ratio >= wanted;

async function planned(): Promise<Plan> {
	return JSON.parse(await readFile(path.join(out, "plan.json"), "utf8")) as Plan;
}

async function fromCold(): Promise<void> {
	const sha = commit(root, "cold");
	const fresh = async (name: string) => {
		forget();
		const home = `cold-${turn++}`;
		if (name === buildPushName) homes.set(name, home);
		return workOf(home, sha);
	};
	await lucidBuild(await fresh("ours"));
	const { own, others } = await between(turnOf("ours", lucidBuild, fresh), [
		...turnsOf(fresh),
		...buildPushTurns(repeat(Math.ceil(rounds / 2), [names]), fresh),
	]);
	const peers = besides(others);
	await report({
		work: `${services} services from cold`,
		ours: `${median(own).toFixed(1)} s`,
		peers,
		reach: "at most 1.05 of bake, at most half of build-push-action",
		held: atLeast(find(peers, "docker buildx bake"), 1 / 1.05) && atLeast(find(peers, buildPushName), 2),
		why: "The plan precedes the first build, and while the engine uses both processors, reading back and verifying 35 images takes about a second of each. The machine varies as much from turn to turn.",
	});
}

/** The registry has each contestant's images of the previous commit, and BuildKit all layers: only a new commit. */
async function nothingChanged(): Promise<void> {
	const next = async (name: string) => workOf(homeOf(name), commit(root, `commit ${turn++}`));
	// So that the machine is the same for ours, while it goes through all of them.
	const groups = Array.from({ length: Math.ceil(services / 5) }, (_, i) => names.slice(i * 5, i * 5 + 5));
	const { own, others } = await between(turnOf("ours", lucidRun, next, 3), [
		...turnsOf(next),
		...buildPushTurns(groups, next),
	]);
	const { images } = await planned();
	const built = images.filter(({ decision }) => decision.kind !== "unchanged").length;
	const seconds = median(own);
	const peers = besides(others, groups.length);
	await report({
		work: `${services} services, new commit, nothing changed, tags for the commit written`,
		ours: `${seconds.toFixed(2)} s`,
		peers,
		reach:
			"under 2 s, no build; 40 times faster than build-push-action and 3 times faster than bake, everything cached",
		held:
			seconds < 2 &&
			built === 0 &&
			atLeast(find(peers, "docker buildx bake"), 3) &&
			atLeast(find(peers, buildPushName), 40),
		note: `${built} images built by ours, ${services} by each of the others, all from their cache`,
		why: "600 requests to the registry. Each takes a millisecond of our processor time and one of the registry's.",
	});
}

/** One line of one service: beside the build of that service alone, by plain bake, of a change of its own. */
async function oneChanged(): Promise<void> {
	const changed = names.at(-1) ?? "";
	const next = async (name: string) => {
		await writeFile(path.join(root, changed, "app/main.py"), `print("${turn++}")\n`);
		return workOf(homeOf(name), commit(root, `change ${turn}`));
	};
	const alone: Contestant = async (work) => {
		const file = await definition(work);
		return (await bake(work, file, await targetOf(file, changed))).seconds;
	};
	const one = ["alone", turnOf("alone", alone, next, 3)] as const;
	const all = ["all", turnOf("docker buildx bake", plainBake, next)] as const;
	// What takes a second swings more than what takes twenty: twice as many turns.
	const { own, others } = await between(turnOf("ours", lucidRun, next, 3), repeat(rounds, [one, all, one]));
	const more = median((others.alone ?? []).map((turn) => turn.ours - turn.theirs));
	await report({
		work: `${services} services, one file of one service changed`,
		ours: `${median(own).toFixed(2)} s`,
		peers: [
			beside("docker buildx bake of that service alone", others.alone),
			beside("docker buildx bake of all", others.all),
		],
		reach: "that build alone + 1 s",
		held: more <= 1,
		note: `that build alone + ${more.toFixed(2)} s`,
		why: "In addition to the build: the plan, inspection of the engine, and writing and reading back the tags of 35 services for the new commit.",
	});
}

/** The context of every service is the whole repository: a hundred files more in it that no image holds. */
async function unrelatedChanged(): Promise<void> {
	const next = async (name: string) => {
		await mkdir(path.join(root, "notes"), { recursive: true });
		for (let i = 0; i < 100; i++) await writeFile(path.join(root, `notes/${i}.md`), `${turn} ${i}\n`);
		turn++;
		return workOf(homeOf(name), commit(root, `notes ${turn}`));
	};
	// What the others' turns changed before is built.
	await lucidRun(await next("ours"));
	const { own, others } = await between(
		turnOf("ours", lucidRun, next, 3),
		repeat(rounds, [["bake", turnOf("docker buildx bake", plainBake, next)]]),
	);
	const { images } = await planned();
	const built = images.filter(({ decision }) => decision.kind !== "unchanged").length;
	await report({
		work: "100 unrelated files changed in a repository with context `.`",
		ours: `${built} builds, ${median(own).toFixed(2)} s`,
		peers: [beside(`docker buildx bake: ${services} builds`, others.bake)],
		reach: "no build",
		held: built === 0,
	});
}

try {
	await fromCold();
	// Everybody's own repositories, filled once; those of build-push-action are already, by its last turn.
	const sha = commit(root, "warm");
	for (const [name, contestant] of [["ours", lucidRun] as const, ...atOnce])
		await contestant(workOf(homeOf(name), sha));
	await nothingChanged();
	await oneChanged();
	await unrelatedChanged();
} finally {
	await api.close();
	await rm(folder, { recursive: true, force: true });
}
