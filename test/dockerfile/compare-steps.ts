import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Docker } from "../../src/adapters/docker/docker.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import type { Source } from "../../src/model/documents/source.ts";
import { bakeDefinition } from "../../src/stages/build/bake/definition.ts";
import { BakeLog } from "../../src/stages/build/log/bake-log.ts";
import { defined } from "../../src/util/defined.ts";
import { executed } from "../build/steps.ts";
import { type Generated, generate } from "./generate.ts";
import { mutate } from "./mutate.ts";
import { file, type Project, planOf, writeProject } from "./project.ts";
import { random } from "./random.ts";

/** A builder, and a function that empties it. */
interface Builder {
	readonly name: string;
	prune(): Promise<void>;
}

export interface StepComparison {
	readonly docker: Docker;
	/** Two builders without other users. */
	readonly ours: Builder;
	readonly plain: Builder;
	/** Working folder; the caller deletes it. */
	readonly folder: string;
	/** An image with a shell: its name in a Dockerfile, and its real reference. */
	readonly shell: string;
	readonly baseOf: (ref: string) => string;
}

export interface StepFindings {
	/** Number of changes that both could build. */
	readonly compared: number;
	/** Steps that both executed for the changes, and steps that both took from the cache. */
	readonly ran: number;
	readonly cached: number;
	/** One text for each change after which the two executed different steps. */
	readonly different: readonly string[];
}

type Target = Readonly<Record<string, unknown>>;

/** One state of a project: the target of the plan, and a hand-written one. */
interface State {
	readonly ours: Target;
	readonly plain: Target;
}

interface Case {
	readonly id: string;
	readonly what: string;
	readonly dockerfile: string;
	readonly before: State;
	readonly after: State;
}

/** Undefined if the engine refuses to build it. */
type Run = { readonly ran: readonly string[]; readonly all: number } | undefined;

const firstCommit: Partial<Source> = { revision: "1".repeat(40), committedAt: "2026-01-01T00:00:00Z" };
const nextCommit: Partial<Source> = {
	...{ revision: "2".repeat(40), committedAt: "2026-02-02T00:00:00Z", event: { kind: "push", branch: "other" } },
};

/** Compares the steps of our definition with those of plain BuildKit after a random change to a random project. */
export async function compareSteps(seeds: readonly number[], options: StepComparison): Promise<StepFindings> {
	const cases: Case[] = [];
	for (const seed of seeds) cases.push(await makeCase(seed, options));
	const together = await runBoth(cases, options);
	const different: string[] = [];
	let [compared, ran, cached] = [0, 0, 0];
	for (const one of cases) {
		let found = together.get(one.id);
		// Cases may share a step by chance: a difference counts if it occurs in isolation.
		if (!isSame(found)) {
			await Promise.all([options.ours.prune(), options.plain.prune()]);
			found = (await runBoth([one], options)).get(one.id);
		}
		const [ours, plain] = found ?? [];
		if (ours !== undefined && plain !== undefined) {
			compared++;
			ran += plain.ran.length;
			cached += plain.all - plain.ran.length;
		}
		if (!isSame(found))
			different.push(
				`case ${one.id}: ${one.what}\n${one.dockerfile}\nours: ${ours?.ran.join("\n  ")}\nplain: ${plain?.ran.join("\n  ")}`,
			);
	}
	return { compared, ran, cached, different };
}

const isSame = (found: readonly [Run, Run] | undefined) =>
	JSON.stringify(found?.[0]?.ran) === JSON.stringify(found?.[1]?.ran);

async function runBoth(
	cases: readonly Case[],
	{ docker, ours, plain, folder }: StepComparison,
): Promise<ReadonlyMap<string, readonly [Run, Run]>> {
	const sides = await Promise.all(
		(
			[
				["ours", ours.name],
				["plain", plain.name],
			] as const
		).map(async ([side, builder]) => {
			const bake = (state: "before" | "after") =>
				runAll(new Map(cases.map((one) => [one.id, one[state][side]])), {
					docker,
					builder,
					file: path.join(folder, `${side}.json`),
				});
			await bake("before");
			return bake("after");
		}),
	);
	return new Map(cases.map(({ id }) => [id, [sides[0]?.get(id), sides[1]?.get(id)]]));
}

/** Builds all in one bake; if that fails, each in its own. */
async function runAll(
	targets: ReadonlyMap<string, Target>,
	call: { readonly docker: Docker; readonly builder: string; readonly file: string },
): Promise<ReadonlyMap<string, Run>> {
	const { docker, builder, file } = call;
	await writeFile(file, JSON.stringify({ target: Object.fromEntries(targets) }));
	const watch = new BakeLog({ targets: new Map([...targets.keys()].map((id) => [id, id])) });
	const { exitCode } = await docker(
		[
			"buildx",
			"bake",
			`--builder=${builder}`,
			`--file=${file}`,
			"--progress=rawjson",
			"--allow=fs.read=*",
			...targets.keys(),
		],
		{
			...{ discard: true, env: { BUILDX_NO_DEFAULT_ATTESTATIONS: "1", BUILDX_METADATA_PROVENANCE: "disabled" } },
			onLine: (line) => watch.readLine(line),
		},
	);
	if (exitCode === 0)
		return new Map(
			[...targets.keys()].map((id) => {
				const { steps } = watch.target(id);
				return [id, { ran: executed(steps), all: executed(steps.map((step) => ({ ...step, cached: false }))).length }];
			}),
		);
	const alone = new Map<string, Run>();
	if (targets.size === 1) return alone;
	for (const [id, target] of targets) alone.set(id, (await runAll(new Map([[id, target]]), call)).get(id));
	return alone;
}

/** Projects and changes that cannot be built are replaced by others, also by seed. */
async function makeCase(seed: number, options: StepComparison): Promise<Case> {
	for (let attempt = 0; ; attempt++) {
		const project = unlikeOthers(generate(seed, options.shell, attempt), seed);
		const { what, project: changed } = mutate(random(seed * 16 + attempt), project);
		const before = await stateOf(`${seed}-before`, project, firstCommit, options);
		const after = await stateOf(`${seed}-after`, changed, nextCommit, options);
		if (before === undefined || after === undefined) continue;
		const node = changed.files[changed.service.dockerfile];
		return { id: `c${seed}`, what, dockerfile: node?.kind === "file" ? node.text : "", before, after };
	}
}

/** Makes the steps of a project unlike those of other projects. */
function unlikeOthers(project: Generated, seed: number): Generated {
	const files = Object.entries(project.files).map(([name, node]) => {
		if (node.kind !== "file") return [name, node] as const;
		if (name.startsWith("common/")) return [name, file(`${node.text} of ${seed}\n`)] as const;
		if (name !== project.service.dockerfile) return [name, node] as const;
		const text = node.text
			.replaceAll(/^(FROM debian.*)$/gm, `$1\nENV CASE=${seed}`)
			.replaceAll("# not a comment", `# ${seed}`);
		return [name, file(text)] as const;
	});
	return { ...project, files: Object.fromEntries(files) };
}

async function stateOf(
	id: string,
	project: Project,
	commit: Partial<Source>,
	{ folder, shell, baseOf }: StepComparison,
): Promise<State | undefined> {
	const root = path.join(folder, id);
	await writeProject(root, project);
	const made = await planOf(root, baseOf);
	if (made.images.some(({ decision }) => decision.kind !== "build")) return undefined;
	const plan: Plan = { ...made, source: { ...made.source, ...commit } };
	const [ours] = Object.values(bakeDefinition({ plan, root }).target);
	const { context, dockerfile, target, args = {}, contexts = {} } = project.service;
	const named = Object.entries(contexts).map(([name, where]) => [name, path.join(root, where)]);
	const output = ["type=cacheonly"];
	return {
		ours: { ...ours, annotations: [], output },
		plain: {
			...{ context: path.join(root, context), dockerfile: path.join(root, dockerfile), args, output },
			...defined({ target }),
			contexts: { [shell]: `docker-image://${baseOf(shell)}`, ...Object.fromEntries(named) },
			platforms: ours?.platforms,
		},
	};
}
