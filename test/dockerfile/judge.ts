import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import pLimit from "p-limit";
import type { Exec } from "../../src/adapters/process/exec.ts";
import type { Plan, PlannedImage } from "../../src/model/documents/plan.ts";
import { selectContextFiles } from "../../src/stages/build/contexts/context-files.ts";
import { type ContextCopies, copyContexts } from "../../src/stages/build/contexts/copy-contexts.ts";
import { defined } from "../../src/util/defined.ts";
import { type Built, buildAll, sameFiles, targetOf, type Want } from "./batch.ts";
import { type Generated, generate } from "./generate.ts";
import { type Mutation, mutate } from "./mutate.ts";
import { catalogText, filesOf, type Project, planOf, writeProject } from "./project.ts";
import { random } from "./random.ts";

/** One project and one change to it. Two consecutive cases share a project. */
interface Case {
	readonly seed: number;
	readonly before: Generated;
	readonly mutation: Mutation;
}

/** A case is reproducible by its number. Most projects that cannot be built are replaced by another. */
async function makeCase(seed: number, options: Comparison): Promise<Case> {
	const number = Math.floor(seed / 2);
	let before = generate(number, options.shell);
	for (let attempt = 1; attempt < (number % 20 === 0 ? 1 : 8); attempt++) {
		await using side = await prepare(`p${number}`, before, options);
		if (!isBlocked(side)) break;
		before = generate(number, options.shell, attempt);
	}
	return { seed, before, mutation: mutate(random(seed * 2 + 1_000_000_007), before) };
}

const kinds = [
	"same",
	"changed",
	"missed",
	"false",
	"history",
	"refused",
	"refused by us",
	"refused by the engine",
] as const;

export interface Verdict {
	readonly seed: number;
	readonly kind: (typeof kinds)[number];
	/** The whole case, if it is a fault or needs a review. */
	readonly text?: string;
}

export interface Findings {
	readonly cases: number;
	readonly counts: Readonly<Record<Verdict["kind"], number>>;
	/** Verdicts that are faults or need a review. */
	readonly notable: readonly Verdict[];
}

export interface Comparison {
	readonly exec: Exec;
	/** Working folder, which is deleted. */
	readonly folder: string;
	/** An image with a shell: its name in a Dockerfile, and its real reference. */
	readonly shell: string;
	readonly baseOf: (ref: string) => string;
	/** One in this many of the projects that we reject is built anyway, to check that it fails. */
	readonly askEngine: number;
	/** Called with the verdicts of each batch. */
	readonly onBatch?: (verdicts: readonly Verdict[]) => void;
}

/** Numbers of changes, by engine and by fingerprint. */
export async function compare(seeds: readonly number[], options: Comparison): Promise<Findings> {
	const verdicts: Verdict[] = [];
	const size = 40;
	const starts = Array.from({ length: Math.ceil(seeds.length / size) }, (_, i) => i * size);
	const limit = pLimit(batchesAtOnce);
	await Promise.all(
		starts.map((at) =>
			limit(async () => {
				const own = { ...options, folder: path.join(options.folder, `${at}`) };
				const cases: Case[] = [];
				for (const seed of seeds.slice(at, at + size)) cases.push(await makeCase(seed, own));
				const found = await compareBatch(cases, own);
				verdicts.push(...found);
				options.onBatch?.(found);
			}),
		),
	);
	return countVerdicts(verdicts);
}

/** Writes and plans the next batch while the engine builds one. */
const batchesAtOnce = 2;

export function countVerdicts(verdicts: readonly Verdict[]): Findings {
	const counts = kinds.map((kind) => [kind, verdicts.filter((one) => one.kind === kind).length]);
	return {
		cases: verdicts.length,
		counts: Object.fromEntries(counts),
		notable: verdicts.filter(({ text }) => text !== undefined),
	};
}

interface Side extends AsyncDisposable {
	readonly id: string;
	readonly root: string;
	readonly plan: Plan;
	readonly project: Project;
	readonly image: PlannedImage;
	readonly copies?: ContextCopies;
}

async function compareBatch(cases: readonly Case[], options: Comparison): Promise<readonly Verdict[]> {
	const { exec, folder } = options;
	const before = new Map<number, Side>();
	for (const { before: project } of cases)
		if (!before.has(project.seed)) before.set(project.seed, await prepare(`p${project.seed}`, project, options));
	const pairs = [];
	for (const one of cases) {
		const old = before.get(one.before.seed);
		if (old !== undefined)
			pairs.push({
				...one,
				old,
				fresh: await prepare(`p${one.before.seed}s${one.seed}`, one.mutation.project, options),
			});
	}
	const build = (sides: readonly Side[], want: Want) => {
		const jobs = sides.map(({ id, plan, root, copies }) => ({ id, target: targetOf(plan, root, copies) }));
		return buildAll(exec, jobs, want, path.join(folder, "out"));
	};
	const sides = [...before.values(), ...pairs.map(({ fresh }) => fresh)];
	const blocked = sides.filter(isBlocked);
	const files = await build(
		sides.filter((side) => !isBlocked(side)),
		"files",
	);
	const asked = blocked.filter((_, i) => i % options.askEngine === 0);
	const wrongly = new Set<string>();
	for (const side of asked) if (await builds(exec, side)) wrongly.add(side.id);

	// Whole images only if just the config can have changed.
	const inDoubt = pairs.filter(({ old, fresh, mutation }) => {
		const [a, b] = [files.get(old.id), files.get(fresh.id)];
		return mutation.kind === "settings" && isBuilt(a) && isBuilt(b) && sameFiles(a, b);
	});
	const doubted = [...new Set(inDoubt.flatMap(({ old, fresh }) => [old, fresh]))];
	const configs = doubted.length === 0 ? new Map() : await build(doubted, "config");
	const verdicts = pairs.map((pair): Verdict => {
		const { seed, old, fresh } = pair;
		const [a, b] = [files.get(old.id), files.get(fresh.id)];
		const kind =
			wrongly.has(old.id) || wrongly.has(fresh.id)
				? "refused by us"
				: isBlocked(old) || isBlocked(fresh)
					? "refused"
					: isBuilt(a) && isBuilt(b)
						? judge(
								[a, configs.get(old.id)],
								[b, configs.get(fresh.id)],
								old.image.fingerprint !== fresh.image.fingerprint,
							)
						: "refused by the engine";
		const text = ["same", "changed", "refused"].includes(kind) ? undefined : tell(pair, kind, [a, b]);
		return { seed, kind, ...defined({ text }) };
	});
	for (const side of sides) await side[Symbol.asyncDispose]();
	return verdicts;
}

function judge(
	[a, configA]: readonly [Built, Built | undefined],
	[b, configB]: readonly [Built, Built | undefined],
	said: boolean,
): Verdict["kind"] {
	const configs = configA !== undefined && configB !== undefined;
	const changed = !sameFiles(a, b) || (configs && configA.config !== configB.config);
	if (changed) return said ? "changed" : "missed";
	if (!said) return "same";
	return configs && configA.history !== configB.history ? "history" : "false";
}

const isBuilt = (found: Built | string | undefined): found is Built => typeof found === "object";
const isBlocked = ({ image }: Side) => image.decision.kind === "blocked";

async function prepare(id: string, project: Project, { folder, baseOf }: Comparison): Promise<Side> {
	const root = path.join(folder, id);
	// Before and after are two checkouts with independent modes.
	const modes = random(Number.parseInt(createHash("sha1").update(id).digest("hex").slice(0, 7), 16));
	await writeProject(root, project, modes.chance(0.2) ? undefined : modes);
	const plan = await planOf(root, baseOf);
	const [image] = plan.images;
	const [service] = plan.services;
	if (image === undefined || service === undefined) throw new Error(`no image in the plan of ${id}`);
	const taken = image.decision.kind === "blocked" ? [] : await selectContextFiles(image, service, await filesOf(root));
	const copies = "selected" in taken ? await copyContexts(root, [taken]) : undefined;
	return {
		...{ id, root, project, plan, image },
		...defined({ copies }),
		[Symbol.asyncDispose]: async () => {
			await copies?.[Symbol.asyncDispose]();
			await rm(root, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

/** Whether the engine builds a project that we reject. */
async function builds(exec: Exec, { root, project }: Side): Promise<boolean> {
	const { context, dockerfile, target, args = {}, contexts = {} } = project.service;
	const { exitCode } = await exec([
		"docker",
		"buildx",
		"build",
		"--quiet",
		"--output=type=cacheonly",
		`--file=${path.join(root, dockerfile)}`,
		...(target === undefined ? [] : [`--target=${target}`]),
		...Object.entries(args).map(([name, value]) => `--build-arg=${name}=${value}`),
		...Object.entries(contexts).map(([name, where]) => `--build-context=${name}=${path.join(root, where)}`),
		"--",
		path.join(root, context),
	]);
	return exitCode === 0;
}

function tell(
	{ seed, old, fresh, mutation }: Case & { old: Side; fresh: Side },
	kind: string,
	built: readonly (Built | string | undefined)[],
): string {
	const { files, service } = old.project;
	const list = Object.entries(files).map(([name, node]) =>
		node.kind === "link"
			? `${name} -> ${node.target}`
			: node.kind === "dir"
				? `${name}/`
				: `${name}${node.executable ? " *" : ""}`,
	);
	const shown = Object.entries(files).filter(([name]) => name === service.dockerfile || name.endsWith("dockerignore"));
	const lines = [
		`--- ${kind}: case ${seed}: ${mutation.what}`,
		catalogText(old.project),
		...list,
		...shown.map(([name, node]) => `--- ${name}\n${node.kind === "file" ? node.text : ""}`),
	];
	const parts = fresh.image.components.filter(
		({ name, hash }) => old.image.components.find((one) => one.name === name)?.hash !== hash,
	);
	lines.push(`parts that differ: ${parts.map(({ name }) => name).join(", ")}`);
	for (const { image } of [old, fresh])
		if (image.decision.kind === "blocked")
			lines.push(...image.decision.problems.map(({ message }) => `problem: ${message}`));
	const [a, b] = built;
	if (isBuilt(a) && isBuilt(b)) {
		const both = new Set([...a.files.keys(), ...b.files.keys()]);
		lines.push(
			...[...both]
				.filter((name) => a.files.get(name) !== b.files.get(name))
				.map((name) => `differs in the image: ${name} ${JSON.stringify([a.files.get(name), b.files.get(name)])}`),
		);
	}
	for (const one of built)
		if (typeof one === "string") lines.push(...one.split("\n").filter((line) => line.includes("ERROR")));
	return lines.join("\n");
}

/** The numbers as text. A change of only the history changes the digest, but no files or settings. */
export function sayFindings({ cases, counts }: Findings): string {
	const share = (n: number) => `${((100 * n) / Math.max(1, cases)).toFixed(2)} %`;
	return [
		`${cases} cases: ${counts.changed} changed, ${counts.same} the same, ${counts.refused} that cannot be built`,
		`missed builds: ${counts.missed}`,
		`false builds: ${counts.false} (${share(counts.false)}); and ${counts.history} (${share(counts.history)}) where only the recorded instructions differ`,
		`refused only by us: ${counts["refused by us"]}, only by the engine: ${counts["refused by the engine"]}`,
	].join("\n");
}
