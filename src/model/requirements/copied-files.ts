import { posix } from "node:path";
import {
	flagValue,
	readMounts,
	type Trace,
	type TracedInput,
	type TracedStep,
	type TreeEntry,
} from "../dockerfile/dockerfile.ts";

/** Files that a Dockerfile copies, relative to the catalog's folder. `root`: the context, empty or with a final `/`. */
export type CopiedInputs = readonly {
	readonly input: TracedInput;
	readonly entries: readonly TreeEntry[];
	readonly root: string;
}[];

/** A file of the repository in a stage, and the steps on its way. */
export interface CopiedFile {
	readonly file: string;
	/** The COPY or ADD that copied it, and those that copied it from stage to stage. */
	readonly copies: readonly TracedStep[];
	/** Every RUN that could change it. */
	readonly runs: readonly TracedStep[];
}

/** A stage after its steps before the index `before`, by default after all of them. */
export interface StagePosition {
	readonly stage: number;
	readonly before?: number;
	/** Copies from stage to stage so far. */
	readonly depth?: number;
	/** What the search may still look at. */
	readonly search?: { left: number };
}

/** Copies from stage to stage before a cycle is assumed. */
const maxCopyDepth = 20;
/** Places to look at: each of several sources may come from several others, stage by stage. */
const maxPlaces = 1000;

/** The file of the repository at a path of a stage; undefined if the path has another source. */
export function traceCopy(
	path: string,
	{ stage, before, depth = 0, search = { left: maxPlaces } }: StagePosition,
	trace: Trace,
	inputs: CopiedInputs,
): CopiedFile | undefined {
	if (depth > maxCopyDepth || search.left-- <= 0) return undefined;
	const runs: TracedStep[] = [];
	for (const step of trace.steps.slice(0, before).reverse()) {
		if (step.stage !== stage) continue;
		if (step.instruction.keyword === "RUN") {
			runs.push(step);
			continue;
		}
		const from = flagValue(step.instruction, "from");
		const earlier = from === undefined ? undefined : findStageIndex(from, stage, trace);
		for (const source of possibleSources(path, step, inputs)) {
			if (earlier === undefined) {
				const file = findInputFile(source, step, inputs);
				if (file !== undefined) return { file, copies: [step], runs };
				continue;
			}
			const position = { stage: earlier, depth: depth + 1, search };
			const copied = traceCopy(posix.resolve("/", source), position, trace, inputs);
			if (copied) return { ...copied, copies: [...copied.copies, step], runs: [...copied.runs, ...runs] };
		}
	}
	const base = trace.stages.find(({ index }) => index === stage)?.base;
	if (base?.kind !== "stage") return undefined;
	const inherited = traceCopy(path, { stage: base.stage, depth: depth + 1, search }, trace, inputs);
	return inherited && { ...inherited, runs: [...inherited.runs, ...runs] };
}

/** The file of the repository that a `RUN --mount=type=bind` shows at a path. */
export function findMountedFile(path: string, step: TracedStep, inputs: CopiedInputs): string | undefined {
	for (const { type, source, target, from } of readMounts(step.instruction) ?? []) {
		if (type !== "bind" || from !== undefined || target === "") continue;
		const folder = posix.resolve(step.workdir, target);
		const below = path === folder ? "" : pathBelow(folder, path);
		const file = below === undefined ? undefined : findInputFile(posix.join(source || ".", below), step, inputs);
		if (file !== undefined) return file;
	}
	return undefined;
}

const pathBelow = (folder: string, path: string): string | undefined => {
	const prefix = folder === "/" ? "/" : `${folder}/`;
	return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
};

/** Possible sources of a COPY for a file at `path`, likely ones first. */
function possibleSources(path: string, step: TracedStep, inputs: CopiedInputs): readonly string[] {
	const { paths, workdir, instruction } = step;
	const destination = paths.at(-1);
	if (destination === undefined || paths.length < 2) return [];
	const folder = posix.resolve(workdir, destination);
	const sources = paths.slice(0, -1);
	const below = pathBelow(folder, path);
	if (below === undefined) return path === folder && sources.length === 1 ? sources : [];
	if (instruction.flags.some(({ name }) => name === "parents")) return [below];
	return sources.flatMap((source) => {
		const last = posix.basename(source);
		if (/[*?[]/.test(last)) return matchWildcard(posix.dirname(source), below, instruction.line, inputs);
		return [...(last === below ? [source] : []), posix.join(source, below)];
	});
}

/** `COPY requirements*.txt ./`: a file of that name among the copied ones. */
function matchWildcard(folder: string, name: string, line: number, inputs: CopiedInputs): readonly string[] {
	const source = posix.join(folder, name).replace(/^\/+/, "");
	const isCopied = inputs.some(
		({ input, entries, root }) => input.line === line && entries.some(({ path }) => path === root + source),
	);
	return isCopied ? [source] : [];
}

function findInputFile(source: string, { instruction, stage }: TracedStep, inputs: CopiedInputs): string | undefined {
	const name = posix.resolve("/", source).slice(1);
	for (const { input, entries, root } of inputs) {
		if (input.line !== instruction.line || input.stage !== stage) continue;
		const file = entries.find(({ path, kind }) => kind === "file" && path === root + name);
		if (file !== undefined) return file.path;
	}
	return undefined;
}

function findStageIndex(from: string, before: number, { stages }: Trace): number | undefined {
	const named = stages.findLast(({ name, index }) => index < before && name === from.toLowerCase());
	return (
		named?.index ??
		(/^\d+$/.test(from) ? stages.find(({ index }) => index < before && index === Number(from))?.index : undefined)
	);
}
