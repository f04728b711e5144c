import { posix } from "node:path";
import type { Trace, TracedStage, TracedStep } from "../../../model/dockerfile/dockerfile.ts";
import { expandKnown } from "../../../model/requirements/expand-known.ts";
import type { LintSubject } from "../rule.ts";

export const stageAt = ({ stages }: Trace, index: number): TracedStage | undefined =>
	stages.find((stage) => stage.index === index);

/** A stage and the stages of this file that it is FROM, itself first. */
export function stageChain(trace: Trace, index: number): readonly TracedStage[] {
	const stage = stageAt(trace, index);
	if (stage === undefined) return [];
	return [stage, ...(stage.base.kind === "stage" ? stageChain(trace, stage.base.stage) : [])];
}

/** The stage that a COPY reads from; undefined for a context or an image. */
export function copySourceStage({ instruction, stage }: TracedStep, { stages }: Trace): number | undefined {
	const from = instruction.flags.find(({ name }) => name === "from")?.value;
	if (from === undefined || from === "") return undefined;
	const named = stages.findLast(({ name, index }) => index < stage && name === from.toLowerCase());
	return (
		named?.index ??
		(/^\d+$/.test(from) ? stages.find(({ index }) => index < stage && index === Number(from))?.index : undefined)
	);
}

/** Whether a stage, or its base stage, runs on $BUILDPLATFORM. */
export function runsOnBuildMachine({ dockerfile, trace }: LintSubject, index: number): boolean {
	const bottom = stageChain(trace, index).at(-1);
	return /\$\{?BUILDPLATFORM/.test(dockerfile.stages[bottom?.index ?? -1]?.platform ?? "");
}

/** The shell text of a RUN, with known variables expanded. */
export function shellText({ instruction: { args, heredocs }, variables }: TracedStep): string {
	const text = [...args, ...heredocs.map(({ content }) => content)].join("\n");
	return expandKnown(text, variables);
}

/** An absolute path without its last slash. */
export const toAbsolutePath = (path: string): string => posix.resolve("/", path);

/** Whether a path is a folder or is below it. */
export const isWithin = (path: string, folder: string): boolean =>
	folder === "/" || path === folder || path.startsWith(`${folder}/`);
