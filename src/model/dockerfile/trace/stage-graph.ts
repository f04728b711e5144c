import { defined } from "../../../util/defined.ts";
import type { Instruction } from "../parse/instruction.ts";
import type { Dockerfile, DockerfileStage } from "../parse/parse.ts";
import { isReference, namedContextKey } from "../reference.ts";
import { expandInScope, type VariableScope } from "./variable-scope.ts";

/** What a FROM, --from= or from= refers to. `named`: a named context, or an image of the catalog. */
export type FromSource =
	| { readonly kind: "scratch" }
	| { readonly kind: "stage"; readonly stage: number }
	| { readonly kind: "named"; readonly name: string; readonly ref: string }
	| { readonly kind: "image"; readonly ref: string };

/** A stage with its FROM resolved. */
export interface ResolvedStage {
	readonly stage: DockerfileStage;
	readonly base: FromSource;
	/** `--platform`, expanded. */
	readonly platform?: string;
}

export interface StageGraph {
	readonly stages: readonly ResolvedStage[];
	/** Resolves `--from=` in a stage. A string is the error message. */
	resolveFrom(from: string, inStage: number, numbers: "allowed" | "not allowed"): FromSource | string;
	/** Index of the target stage, by default the last; undefined if there is none. */
	findStage(target: string | undefined): number | undefined;
}

const isPlatform = /^[\w.-]+(?:\/[\w.-]+){0,2}$/;

type Report = (message: string, line: number, fix?: string) => void;

/** Resolves every FROM. `names` are keys of `namedContextKey`. */
export function resolveStages(
	dockerfile: Dockerfile,
	globals: VariableScope,
	names: ReadonlySet<string>,
	report: { readonly problem: Report; readonly unclear: Report },
): StageGraph {
	const byName = new Map<string, number>();
	const toOrigin = (ref: string): FromSource => {
		if (ref === "scratch") return { kind: "scratch" };
		const name = namedContextKey(ref);
		return names.has(name) ? { kind: "named", name, ref } : { kind: "image", ref };
	};
	const stages = dockerfile.stages.map((stage): ResolvedStage => {
		const read = (text: string, what: string): string => {
			const found = expandInScope(globals, text, dockerfile.escape);
			if (found.kind === "wrong") report.problem(`${what} ${text}: ${found.message}`, stage.line);
			// A platform changes no file; an image name might be that of another stage.
			else if (found.unknown.size > 0 && what !== "FROM") return "";
			else if (found.unknown.size > 0)
				report.unclear(`${what} ${text}: the value of ${[...found.unknown].join(", ")} is unknown`, stage.line);
			else if (found.value === "")
				report.problem(`${what} ${text} is empty: ${[...found.unset].join(", ")} is not set`, stage.line);
			return found.kind === "wrong" ? "" : found.value;
		};
		const from = read(stage.from, "FROM");
		const platform = stage.platform === undefined ? undefined : read(stage.platform, "FROM --platform");
		if (platform !== undefined && platform !== "" && !isPlatform.test(platform))
			report.problem(`FROM --platform=${stage.platform}: invalid platform ${platform}`, stage.line);
		const earlier = byName.get(from);
		const stageInOtherCase = byName.has(from.toLowerCase());
		if (earlier === undefined && from !== "" && !isReference(from))
			report.problem(
				`FROM ${from}: invalid image reference`,
				stage.line,
				stageInOtherCase ? `write ${from.toLowerCase()}: stage names are lower case` : undefined,
			);
		// A named context replaces a stage of that name.
		const replaced = stage.name !== undefined && names.has(stage.name);
		const base: FromSource = replaced
			? { kind: "named", name: stage.name ?? "", ref: stage.name ?? "" }
			: earlier !== undefined
				? { kind: "stage", stage: earlier }
				: toOrigin(from);
		if (stage.name !== undefined) byName.set(stage.name, stage.index);
		return { stage, base, ...defined({ platform }) };
	});
	return {
		stages,
		resolveFrom: (from, inStage, numbers) => {
			const index = numbers === "allowed" && /^[+-]?\d+$/.test(from) ? Number(from) : byName.get(from.toLowerCase());
			// An image or a context: both have to be valid references.
			if (index === undefined)
				return isReference(from) ? toOrigin(from) : "it is neither an image reference nor a stage";
			if (index < 0 || index >= stages.length) return `stage ${from} does not exist`;
			if (index === inStage) return `stage ${from} copies from itself`;
			if (index > inStage) return `stage ${from} is defined later: define it before this stage`;
			return { kind: "stage", stage: index };
		},
		findStage: (target) => (target === undefined ? stages.length - 1 : byName.get(target.toLowerCase())),
	};
}

/** The stages that a target needs, in the order of the file. `uses` gives the stages that a stage copies from. */
export function reachableStages(
	graph: StageGraph,
	target: number,
	uses: (stage: number) => readonly number[],
): readonly number[] {
	const found = new Set<number>();
	const visit = (index: number): void => {
		if (found.has(index)) return;
		found.add(index);
		const base = graph.stages[index]?.base;
		if (base?.kind === "stage") visit(base.stage);
		for (const used of uses(index)) visit(used);
	};
	visit(target);
	return [...found].sort((a, b) => a - b);
}

/** The names that an instruction copies from, as written: COPY --from, or from= of its mounts. */
export function copiedFromNames(
	instruction: Instruction,
	mounts: readonly { readonly from?: string }[],
): readonly string[] {
	const from = instruction.flags.find(({ name }) => name === "from")?.value;
	if (instruction.keyword === "COPY") return from === undefined || from === "" ? [] : [from];
	return mounts.flatMap((mount) => (mount.from === undefined || mount.from === "" ? [] : [mount.from]));
}
