import { posix } from "node:path";
import type { FinalStage, TracedStep } from "../../../model/dockerfile/dockerfile.ts";
import { isLintSubject, type LintRequest, type LintSubject } from "../rule.ts";

/** How many catalog images may stand on each other before a circle is assumed. */
const deepest = 20;

/** The image and the catalog images it stands on, itself first. */
function stack(subject: LintSubject, request: LintRequest): readonly LintSubject[] {
	const subjects: LintSubject[] = [];
	for (
		let next: LintSubject | undefined = subject;
		next !== undefined && subjects.length < deepest;
		next = below(next, request)
	)
		subjects.push(next);
	return subjects;
}

/** The final stage and those of the catalog images it stands on, itself first. */
export const finalStages = (subject: LintSubject, request: LintRequest): readonly FinalStage[] =>
	stack(subject, request).map(({ trace }) => trace.finalStage);

/** The catalog image that one is FROM. */
function below({ trace, from }: LintSubject, request: LintRequest): LintSubject | undefined {
	const { base } = trace.finalStage;
	const service = base.kind === "named" ? from[base.name] : undefined;
	const found = service === undefined ? undefined : request.subjects.get(service);
	return isLintSubject(found) ? found : undefined;
}

/** What the image says of itself, or what the catalog images below it say. */
export function inheritedValue<K extends "user" | "healthcheck" | "entrypoint">(
	key: K,
	subject: LintSubject,
	request: LintRequest,
): FinalStage[K] | undefined {
	return finalStages(subject, request).find((stage) => stage[key] !== undefined)?.[key];
}

/** The outside image everything stands on; undefined for `scratch` and where that is not known. */
export function externalBase(subject: LintSubject, request: LintRequest): string | undefined {
	const base = finalStages(subject, request).at(-1)?.base;
	return base?.kind === "image" ? base.ref : undefined;
}

/** The steps of the image itself: of its final stage, of the stages of this file below it, and of the catalog images below those. */
export const finalSteps = (subject: LintSubject, request: LintRequest): readonly TracedStep[] =>
	stack(subject, request).flatMap(({ trace }) =>
		trace.steps.filter(({ stage }) => trace.finalStage.chain.includes(stage)),
	);

/** Where a COPY or ADD puts what it brings. */
export const copyDestination = ({ workdir, paths }: TracedStep): string => posix.resolve(workdir, paths.at(-1) ?? "/");

/** Chainguard's images but those that are made of a shell or for developing: their makers call them distroless, too. */
const isChainguard = (ref: string) =>
	/^cgr\.dev\/chainguard\/(?!(?:wolfi-base|busybox|bash|git|curl|min-toolkit-debug|alpine-base)(?:[:@]|$))/.test(ref) &&
	!/:[^@]*-dev(?:@|$)/.test(ref);

/** What an image without a distribution in it starts from. */
export type BareBase = "distroless" | "scratch";

/** Distroless images, whatever registry they come from, have no shell and no tools; `scratch` has nothing. Undefined where something brings a shell, or may. */
export function bareBase(subject: LintSubject, request: LintRequest): BareBase | undefined {
	const base = finalStages(subject, request).at(-1)?.base;
	const ref = base?.kind === "image" ? base.ref : "";
	// Their debug variants hold busybox.
	const distroless = (/(?:^|[/-])distroless(?:[/:@-]|$)/.test(ref) && !/[:-]debug/.test(ref)) || isChainguard(ref);
	if (base?.kind !== "scratch" && !distroless) return undefined;
	const mayBringShell = finalSteps(subject, request).some((step) => {
		const { keyword, args } = step.instruction;
		if (keyword === "RUN") return false;
		const place = copyDestination(step);
		if (
			place.includes("$") ||
			/^\/(?:usr\/?|(?:usr\/(?:local\/)?)?s?bin(?:\/(?:ba|da|a)?sh|\/busybox)?)?$|^\/busybox/.test(place)
		)
			return !isOneProgram(step);
		return keyword === "ADD" && args.some((arg) => /\.(?:tar(?:\.\w+)?|tgz|txz|tbz2?)$/.test(arg));
	});
	return mayBringShell ? undefined : base?.kind === "scratch" ? "scratch" : "distroless";
}

/** `COPY --from=builder /out/server /usr/bin/`: a program, and no shell. */
function isOneProgram({ paths }: TracedStep): boolean {
	const [source = "", destination = ""] = paths;
	if (
		paths.length !== 2 ||
		/[*?$]/.test(source) ||
		/(?:^|\/)(?:(?:ba|da|a)?sh|busybox)$/.test(`${source} ${destination}`.replace(" ", "/"))
	)
		return false;
	return (
		/^\/(?:usr\/(?:local\/)?)?s?bin\/[^/]+$/.test(destination) ||
		(/bin\/$/.test(destination) &&
			/\/[^/]+$/.test(source) &&
			!source.endsWith("/") &&
			!/\/(?:s?bin|lib|local|usr)$/.test(source))
	);
}

export const isDistroless = (subject: LintSubject, request: LintRequest): boolean =>
	bareBase(subject, request) === "distroless";
