/**
 * What a developer of one service waits for, day by day, and how many instructions BuildKit executes for it: ours
 * beside docker buildx build, bake, docker/build-push-action and Skaffold, in turn on one engine and one registry.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { alone, docker } from "../alone.ts";
import { around, between, median, medianOf, repeat, settle, type Turn } from "../measure.ts";
import type { Contestant, Work } from "../peers/contestants.ts";
import { openGitHub } from "../peers/github.ts";
import { skaffoldFile } from "../peers/skaffold.ts";
import { commit, forget } from "../repository.ts";
import { type Beside, beside, report } from "../rows.ts";
import { freshBuilder } from "./builder.ts";
import { type Entry, names, opponents, run, smoked } from "./contestants.ts";
import { changes, makeDaily, moveBase, service } from "./service.ts";
import { executed } from "./steps.ts";

/** Where it is run, and in which words. */
export interface Setting {
	readonly platform: string;
	/** `natively`, `under QEMU`. */
	readonly how: string;
	/**
	 * Who takes part where pip installs all packages again: it is the same BuildKit for all, and under QEMU a turn takes
	 * minutes.
	 */
	readonly heavy: "all" | "plain";
}

/** What is changed before a turn, besides that there is a new commit. */
type Change = (turn: number) => Promise<unknown>;

/** One kind of work, measured. */
interface Measured {
	readonly turns: Awaited<ReturnType<typeof between>>;
	/** Instructions that were executed in everybody's last turn. */
	readonly steps: ReadonlyMap<string, readonly string[]>;
}

const own = "ours";
const rounds = Number(process.env.LUCID_BENCH_ROUNDS ?? 3);

export async function daily({ platform, how, heavy }: Setting): Promise<void> {
	const host = process.env.LUCID_REGISTRY;
	if (host === undefined) throw new Error("LUCID_REGISTRY is not set: run script/bench");
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-bench-"));
	const [root, out] = [path.join(folder, "repository"), path.join(folder, "out")];
	const api = await openGitHub();
	let turn = 1;
	let ownSeconds = 0;

	const next = async (name: string, change: Change): Promise<Work> => {
		await change(turn);
		const home = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
		const sha = commit(root, `commit ${turn++}`);
		return { root, out, services: [service], sha, registry: `${host}/daily-${how.at(0)}-${home}`, platform };
	};

	/** A turn of one, with the instructions that it had executed. */
	const turnOf = (entry: Contender, steps: Map<string, readonly string[]>, prepare: (name: string) => Promise<Work>) =>
		[
			entry.name,
			async () => {
				const work = await prepare(entry.name);
				await entry.before?.();
				await settle();
				const { result, steps: done } = await executed(() => entry.build(work));
				steps.set(entry.name, done);
				return result;
			},
		] as const;

	/** All in turn; those who are not there are left out. */
	const measure = async (
		entries: readonly Entry[],
		prepare: (name: string) => Promise<Work>,
		way: "between" | "around",
	): Promise<Measured> => {
		const steps = new Map<string, readonly string[]>();
		const turns = contenders(entries).map((entry) => turnOf(entry, steps, prepare));
		const [, ours] = turnOf({ name: own, build: run }, steps, prepare);
		return {
			turns: way === "around" ? await around(ours, turns) : await between(ours, repeat(rounds, turns)),
			steps,
		};
	};

	const fromCold = async (entries: readonly Entry[]) => {
		const prepare = async (name: string) => {
			forget();
			return next(`cold-${turn}-${name}`, async () => undefined);
		};
		const measured = await measure([...entries, withSmoke], prepare, "around");
		const { plain, smoke } = secondsOf(measured);
		await report({
			...row("from cold", measured, entries),
			reach: "with smoke at most 1.2 of plain build and push, plus the service's own start and stop",
			held: smoke.theirs <= 1.2 * plain.theirs + ownSeconds,
			note: `with smoke ${smoke.theirs.toFixed(1)} s; ${stepsIn(measured, own)}; the service itself takes ${ownSeconds.toFixed(1)} s to start and stop`,
			why: "Both pull the base images and install the packages, which takes almost all of the time. The rest is read-back, verification and smoke's pull of the image.",
		});
	};

	const row = (what: string, measured: Measured, entries: readonly Entry[]) => ({
		work: `FastAPI service ${how}, ${what}`,
		ours: `${median(measured.turns.own).toFixed(2)} s`,
		peers: entries.map((entry): Beside => {
			if ("missing" in entry) return entry;
			const figure = beside(entry.name, measured.turns.others[entry.name], 2);
			return { ...figure, value: `${figure.value}, ${stepsIn(measured, entry.name)}` };
		}),
	});

	/**
	 * One kind of work with a warm builder: ours has to be within a second of plain build and push, with the same steps.
	 */
	const warm = async (what: string, entries: readonly Entry[], change: Change, way: "between" | "around") => {
		const measured = await measure([...entries, withSmoke], (name) => next(name, change), way);
		const { plain, smoke } = secondsOf(measured);
		const more = plain.ours - plain.theirs;
		const same = sameSteps(measured);
		await report({
			...row(what, measured, entries),
			reach: "plain build and push + 1 s, with the same steps",
			held: more <= 1 && same,
			note: `plain build and push ${more < 0 ? "-" : "+"} ${Math.abs(more).toFixed(2)} s; ${stepsIn(measured, own)}`,
			why: same
				? "In addition to the build: the plan, inspection of the engine, verification of the image, and reading back tags."
				: `Steps were executed that plain build has in its cache: ${(measured.steps.get(own) ?? []).join("; ")}.`,
		});
		const added = smoke.theirs - smoke.ours;
		await report({
			work: `FastAPI service ${how}, ${what}, with smoke`,
			ours: `${smoke.theirs.toFixed(2)} s`,
			peers: [
				{ name: "ours without smoke", value: `${smoke.ours.toFixed(2)} s`, ratio: smoke.ours / smoke.theirs },
				{
					name: "the service itself by docker run until it answers, stop, rm",
					value: `${ownSeconds.toFixed(2)} s`,
					ratio: ownSeconds / smoke.theirs,
				},
			],
			reach: "without smoke + the service's own start and stop",
			held: added <= ownSeconds,
			note: `without smoke + ${added.toFixed(2)} s`,
			why: "Smoke creates a network, pulls the pushed image, requires two good answers in a row and one second of stability, and removes everything it created.",
		});
	};

	const nothingChanged = async (entries: readonly Entry[]) => {
		const measured = await measure([...entries, withSmoke], (name) => next(name, async () => undefined), "between");
		await report({
			...row("new commit, nothing changed", measured, entries),
			reach: "no step, no slower than plain build and push",
			held: measured.steps.get(own)?.length === 0 && secondsOf(measured).plain.ours <= secondsOf(measured).plain.theirs,
			note: `with smoke, which has nothing to start, ${secondsOf(measured).smoke.theirs.toFixed(2)} s; ${stepsIn(measured, own)}`,
			why: "It is the start of our process, the plan, and tags for the commit that are read back.",
		});
	};

	/**
	 * A hosted runner: each turn has a builder with nothing in it, and imports what the last push to main left in the
	 * registry.
	 */
	const freshRunner = async (entries: readonly Entry[]) => {
		const cached = async (name: string, change: Change) => {
			const work = await next(`fresh-${name}`, change);
			return { ...work, cache: `${work.registry}/${service}:layers` };
		};
		const some = entries.map(
			(entry): Entry =>
				entry.name === names.skaffold && !("missing" in entry)
					? { name: entry.name, missing: "it builds in the engine, which keeps its layers" }
					: entry,
		);
		const every: readonly Contender[] = [{ name: own, build: run }, ...contenders(some)];
		{
			await using _ = await freshBuilder(host);
			for (const { name, build } of every) await build(await cached(name, async () => undefined));
		}
		const steps = new Map<string, readonly string[]>();
		const turns = every.map(({ name, build }) => {
			const [, measured] = turnOf({ name, build }, steps, (who) => cached(who, (at) => changes.line(root, at)));
			const one = async () => {
				await using _ = await freshBuilder(host);
				return measured();
			};
			return [name, one] as const;
		});
		const [first, ...others] = turns;
		if (first === undefined) return;
		const measured: Measured = { turns: await around(first[1], others), steps };
		await report({
			...row("one line changed, fresh builder with the cache imported from a registry", measured, some),
			reach: "the same steps as plain build",
			held: sameSteps(measured),
			note: stepsIn(measured, own),
			why: `Steps were executed that plain build found in its cache: ${(steps.get(own) ?? []).join("; ")}.`,
		});
	};

	try {
		for (const one of [root, out]) await mkdir(one);
		await moveBase(host, platform, 0);
		await writeFile(path.join(root, "skaffold.yaml"), skaffoldFile([service], platform));
		await makeDaily(root, host, platform);
		const all = await opponents(api.url, platform);
		const few = all.filter(({ name }) => heavy === "all" || name === names.plain);
		// Everybody's images of a first commit; and how long the service takes by itself.
		for (const { name, build, before } of [{ name: own, build: run }, ...contenders([...all, withSmoke])]) {
			await before?.();
			await build(await next(name, async () => undefined));
		}
		const { registry } = await next(names.smoke, async () => undefined);
		const image = `${registry}/${service}:latest`;
		docker("pull", "--quiet", `--platform=${platform}`, image);
		ownSeconds = await medianOf(3, async () => {
			const started = performance.now();
			await alone(image, `--platform=${platform}`);
			return (performance.now() - started) / 1000;
		});
		const works: Readonly<Record<string, () => Promise<void>>> = {
			nothing: () => nothingChanged(all),
			line: () => warm("one line changed", all, (at) => changes.line(root, at), "between"),
			fresh: () => freshRunner(all),
			requirements: () => warm("its requirements changed", few, (at) => changes.requirements(root, at), "around"),
			base: () => warm("its base image moved", few, (at) => moveBase(host, platform, at), "around"),
			cold: () => fromCold(few),
		};
		for (const name of process.env.LUCID_BENCH_WORK?.split(",") ?? Object.keys(works)) await works[name]?.();
	} finally {
		await api.close();
		await rm(folder, { recursive: true, force: true });
	}
}

type Contender = Extract<Entry, { build: Contestant }>;

const withSmoke: Contender = { name: names.smoke, build: smoked };

const contenders = (entries: readonly Entry[]) =>
	entries.flatMap((entry) => ("missing" in entry ? [] : [entry])) satisfies readonly Contender[];

/** Medians, beside what ours took without smoke. */
function secondsOf({ turns }: Measured): Readonly<Record<"plain" | "smoke", Turn>> {
	const of = (name: string): Turn => {
		const some = turns.others[name] ?? [];
		return { theirs: median(some.map(({ theirs }) => theirs)), ours: median(some.map(({ ours }) => ours)) };
	};
	return { plain: of(names.plain), smoke: of(names.smoke) };
}

function stepsIn({ steps }: Measured, name: string): string {
	const count = steps.get(name)?.length ?? 0;
	return `${count} ${count === 1 ? "step" : "steps"}`;
}

/** Are the executed instructions those of plain build? Names of stages may differ, what they do may not. */
function sameSteps({ steps }: Measured): boolean {
	const [a = [], b = []] = [own, names.plain].map((name) =>
		steps.get(name)?.map((step) => step.replace(/^\[.*?\] /, "")),
	);
	return a.toSorted().join("\n") === b.toSorted().join("\n");
}
