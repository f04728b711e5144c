import type { FinalStage } from "../dockerfile/dockerfile.ts";
import { isSubject, type LintRequest, type Subject } from "./rule.ts";

/** How many catalog images may stand on each other before a circle is assumed. */
const deepest = 20;

/** The final stage and those of the catalog images it stands on, itself first. */
export function standsOn(subject: Subject, request: LintRequest): readonly FinalStage[] {
	const stages: FinalStage[] = [];
	for (
		let next: Subject | undefined = subject;
		next !== undefined && stages.length < deepest;
		next = below(next, request)
	)
		stages.push(next.trace.final);
	return stages;
}

/** The catalog image that one is FROM. */
function below({ trace, from }: Subject, request: LintRequest): Subject | undefined {
	const { base } = trace.final;
	const service = base.kind === "named" ? from[base.name] : undefined;
	const found = service === undefined ? undefined : request.subjects.get(service);
	return isSubject(found) ? found : undefined;
}

/** What the image says of itself, or what the catalog images below it say. */
export function inherited<K extends "user" | "healthcheck" | "entrypoint">(
	key: K,
	subject: Subject,
	request: LintRequest,
): FinalStage[K] | undefined {
	return standsOn(subject, request).find((stage) => stage[key] !== undefined)?.[key];
}

/** The outside image everything stands on; undefined for `scratch` and where that is not known. */
export function outsideBase(subject: Subject, request: LintRequest): string | undefined {
	const base = standsOn(subject, request).at(-1)?.base;
	return base?.kind === "image" ? base.ref : undefined;
}

/** Distroless images, whatever registry they come from, have no shell and no tools. */
export const isDistroless = (subject: Subject, request: LintRequest): boolean =>
	/(?:^|[/-])distroless(?:[/:@-]|$)/.test(outsideBase(subject, request) ?? "");
