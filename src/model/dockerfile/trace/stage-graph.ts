import { defined } from "../../../util/defined.ts";
import { familiarName, tryParseReference } from "../../oci/reference.ts";
import { flagValue, type Instruction } from "../parse/instruction.ts";
import { readMounts } from "../parse/mounts.ts";
import type { Dockerfile, DockerfileStage } from "../parse/parse.ts";
import { expandInScope, type VariableScope, type WrongExpansion } from "./variable-scope.ts";

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
	report: {
		readonly problem: Report;
		readonly unclear: Report;
		readonly wrong: (what: string, expansion: WrongExpansion, line: number) => void;
	},
): StageGraph {
	const stageIndices = new Map<string, number>();
	const toImage = (ref: string): FromSource => {
		if (ref === "scratch") return { kind: "scratch" };
		const name = namedContextKey(ref);
		return names.has(name) ? { kind: "named", name, ref } : { kind: "image", ref };
	};
	const stages = dockerfile.stages.map((stage): ResolvedStage => {
		const expand = (text: string, what: string): string => {
			const expansion = expandInScope(globals, text, dockerfile.escape);
			if (expansion.kind === "wrong") {
				report.wrong(`${what} ${text}`, expansion, stage.line);
				return "";
			}
			const { value, unknown, unset } = expansion;
			if (unknown.size > 0) {
				// A platform changes no file; an image name might be that of another stage.
				if (what !== "FROM") return "";
				report.unclear(`${what} ${text}: the value of ${[...unknown].join(", ")} is unknown`, stage.line);
			} else if (value === "")
				report.problem(`${what} ${text} is empty: ${[...unset].join(", ")} is not set`, stage.line);
			return value;
		};
		const from = expand(stage.from, "FROM");
		const platform = stage.platform === undefined ? undefined : expand(stage.platform, "FROM --platform");
		if (platform !== undefined && platform !== "" && !isPlatform.test(platform))
			report.problem(`FROM --platform=${stage.platform}: invalid platform ${platform}`, stage.line);
		const earlier = stageIndices.get(from);
		const lower = from.toLowerCase();
		if (earlier === undefined && from !== "" && !isReference(from)) {
			const fix = stageIndices.has(lower) ? `write ${lower}: stage names are lower case` : undefined;
			report.problem(`FROM ${from}: invalid image reference`, stage.line, fix);
		}
		const { name } = stage;
		// A named context replaces a stage of that name.
		const base: FromSource =
			name !== undefined && names.has(name)
				? { kind: "named", name, ref: name }
				: earlier !== undefined
					? { kind: "stage", stage: earlier }
					: toImage(from);
		if (name !== undefined) stageIndices.set(name, stage.index);
		return { stage, base, ...defined({ platform }) };
	});
	return {
		stages,
		resolveFrom: (from, inStage, numbers) => {
			const isNumber = numbers === "allowed" && /^[+-]?\d+$/.test(from);
			const index = isNumber ? Number(from) : stageIndices.get(from.toLowerCase());
			// An image or a context: both have to be valid references.
			if (index === undefined)
				return isReference(from) ? toImage(from) : "it is neither an image reference nor a stage";
			if (index < 0 || index >= stages.length) return `stage ${from} does not exist`;
			if (index === inStage) return `stage ${from} copies from itself`;
			if (index > inStage) return `stage ${from} is defined later: define it before this stage`;
			return { kind: "stage", stage: index };
		},
		findStage: (target) => (target === undefined ? stages.length - 1 : stageIndices.get(target.toLowerCase())),
	};
}

/**
 * The name under which BuildKit looks up a named context that replaces an image: `docker.io/library/python:latest` is
 * `python`. Text that is not a reference stays as it is.
 */
export function namedContextKey(ref: string): string {
	const parsed = tryParseReference(ref);
	return parsed.kind === "reference" ? familiarName(parsed.reference) : ref;
}

const isReference = (ref: string): boolean => tryParseReference(ref).kind === "reference";

/** The stages that a target needs, in the order of the file. `uses` gives the stages that a stage copies from. */
export function reachableStages(
	graph: StageGraph,
	target: number,
	uses: (stage: number) => readonly number[],
): readonly number[] {
	const reached = new Set<number>();
	const visit = (index: number): void => {
		if (reached.has(index)) return;
		reached.add(index);
		const base = graph.stages[index]?.base;
		if (base?.kind === "stage") visit(base.stage);
		for (const used of uses(index)) visit(used);
	};
	visit(target);
	return [...reached].sort((a, b) => a - b);
}

/** The names that an instruction copies from, as written: COPY --from, or from= of the mounts of a RUN. */
export function copiedFromNames(instruction: Instruction): readonly string[] {
	const names =
		instruction.keyword === "COPY"
			? [flagValue(instruction, "from")]
			: (readMounts(instruction) ?? []).map(({ from }) => from);
	return names.filter((name) => name !== undefined && name !== "") as string[];
}
