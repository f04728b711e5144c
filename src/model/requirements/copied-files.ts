import { posix } from "node:path";
import { readMounts, type Trace, type TracedInput, type TracedStep, type TreeEntry } from "../dockerfile/dockerfile.ts";

/** Files that a Dockerfile copies, relative to the catalog's folder. `root`: the context, empty or with a final `/`. */
export type ContextInputs = readonly {
	readonly input: TracedInput;
	readonly entries: readonly TreeEntry[];
	readonly root: string;
}[];

/** Copies from stage to stage before a cycle is assumed. */
const maxCopyDepth = 20;

/** A file of the repository in a stage, and the steps on its way. */
export interface CopiedFile {
	readonly file: string;
	/** The COPY or ADD that copied it, and those that copied it from stage to stage. */
	readonly copies: readonly TracedStep[];
	/** Every RUN that could change it. */
	readonly runs: readonly TracedStep[];
}

/** The file of the repository at a path of a stage after its first `before` steps; undefined if it is another file. */
export function findCopiedFile(
	path: string,
	stage: number,
	trace: Trace,
	brought: ContextInputs,
	before = trace.steps.length,
): string | undefined {
	return traceCopy(path, { stage, before }, trace, brought)?.file;
}

/** Same as `findCopiedFile`, with the steps on its way. */
export function traceCopy(
	path: string,
	{ stage, before }: { readonly stage: number; readonly before: number },
	trace: Trace,
	brought: ContextInputs,
	depth = 0,
): CopiedFile | undefined {
	if (depth > maxCopyDepth) return undefined;
	const all = trace.steps.length;
	const runs: TracedStep[] = [];
	for (let i = before - 1; i >= 0; i--) {
		const step = trace.steps[i];
		if (step?.stage !== stage) continue;
		const { keyword, flags } = step.instruction;
		if (keyword === "RUN") {
			runs.push(step);
			continue;
		}
		const from = flags.find(({ name }) => name === "from")?.value;
		const earlier = from === undefined ? undefined : findStageIndex(from, stage, trace);
		for (const source of possibleSources(path, step, brought)) {
			if (earlier === undefined) {
				const file = findInputFile(source, step, brought);
				if (file !== undefined) return { file, copies: [step], runs };
				continue;
			}
			const place = { stage: earlier, before: all };
			const found = traceCopy(posix.resolve("/", source), place, trace, brought, depth + 1);
			if (found !== undefined) return { ...found, copies: [...found.copies, step], runs: [...found.runs, ...runs] };
		}
	}
	const base = trace.stages.find(({ index }) => index === stage)?.base;
	if (base?.kind !== "stage") return undefined;
	const found = traceCopy(path, { stage: base.stage, before: all }, trace, brought, depth + 1);
	return found && { ...found, runs: [...found.runs, ...runs] };
}

/** The file of the repository that a `RUN --mount=type=bind` shows at a path. */
export function findMountedFile(path: string, step: TracedStep, brought: ContextInputs): string | undefined {
	for (const { type, source, target, from } of readMounts(step.instruction) ?? []) {
		if (type !== "bind" || from !== undefined || target === "") continue;
		const place = posix.resolve(step.workdir, target);
		const rest = path === place ? "" : path.startsWith(`${place}/`) ? path.slice(place.length + 1) : undefined;
		if (rest === undefined) continue;
		const found = findInputFile(posix.join(source || ".", rest), step, brought);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Possible sources of a COPY for a file at `path`, likely ones first. */
function possibleSources(
	path: string,
	{ paths, workdir, instruction }: TracedStep,
	brought: ContextInputs,
): readonly string[] {
	const destination = paths.at(-1);
	if (destination === undefined || paths.length < 2) return [];
	const place = posix.resolve(workdir, destination);
	const sources = paths.slice(0, -1);
	const below = place === "/" ? path.slice(1) : path.startsWith(`${place}/`) ? path.slice(place.length + 1) : undefined;
	if (below === undefined) return path === place && sources.length === 1 ? sources : [];
	const parents = instruction.flags.some(({ name }) => name === "parents");
	if (parents) return [below];
	return sources.flatMap((source) => {
		const last = posix.basename(source);
		if (/[*?[]/.test(last)) return matchWildcard(posix.dirname(source), below, instruction.line, brought);
		return [...(last === below ? [source] : []), posix.join(source, below)];
	});
}

/** `COPY requirements*.txt ./`: a file of that name among the copied ones. */
function matchWildcard(folder: string, name: string, line: number, brought: ContextInputs): readonly string[] {
	const wanted = posix.join(folder, name).replace(/^\/+/, "");
	const has = brought.some(
		({ input, entries, root }) => input.line === line && entries.some(({ path }) => path === root + wanted),
	);
	return has ? [wanted] : [];
}

function findInputFile(source: string, { instruction, stage }: TracedStep, brought: ContextInputs): string | undefined {
	const wanted = posix.resolve("/", source).slice(1);
	for (const { input, entries, root } of brought) {
		if (input.line !== instruction.line || input.stage !== stage) continue;
		const found = entries.find(({ path, kind }) => kind === "file" && path === root + wanted);
		if (found !== undefined) return found.path;
	}
	return undefined;
}

function findStageIndex(from: string, before: number, { stages }: Trace): number | undefined {
	const named = stages.findLast(({ name, index }) => index < before && name === from.toLowerCase());
	return named?.index ?? (/^\d+$/.test(from) ? stages.find(({ index }) => index === Number(from))?.index : undefined);
}
