import { posix } from "node:path";
import type { FinalStage, TracedStep } from "../../../model/dockerfile/dockerfile.ts";
import { isLintSubject, type LintRequest, type LintSubject } from "../rule.ts";

/** Maximum depth of catalog images before a cycle is assumed. */
const deepest = 20;

/** The image and the catalog images it is FROM, itself first. */
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

/** The final stages of the image and of the catalog images it is FROM, its own first. */
export const finalStages = (subject: LintSubject, request: LintRequest): readonly FinalStage[] =>
	stack(subject, request).map(({ trace }) => trace.finalStage);

/** The catalog image that an image is FROM. */
function below({ trace, from }: LintSubject, request: LintRequest): LintSubject | undefined {
	const { base } = trace.finalStage;
	const service = base.kind === "named" ? from[base.name] : undefined;
	const found = service === undefined ? undefined : request.subjects.get(service);
	return isLintSubject(found) ? found : undefined;
}

/** A setting of the image, or of the nearest catalog image it is FROM. */
export function inheritedValue<K extends "user" | "healthcheck" | "entrypoint">(
	key: K,
	subject: LintSubject,
	request: LintRequest,
): FinalStage[K] | undefined {
	return finalStages(subject, request).find((stage) => stage[key] !== undefined)?.[key];
}

/** The external base image at the bottom; undefined for `scratch` or if unknown. */
export function externalBase(subject: LintSubject, request: LintRequest): string | undefined {
	const base = finalStages(subject, request).at(-1)?.base;
	return base?.kind === "image" ? base.ref : undefined;
}

/** The steps in the image: of its final stage chain, and of the catalog images it is FROM. */
export const finalSteps = (subject: LintSubject, request: LintRequest): readonly TracedStep[] =>
	stack(subject, request).flatMap(({ trace }) =>
		trace.steps.filter(({ stage }) => trace.finalStage.chain.includes(stage)),
	);

/** The absolute destination of a COPY or ADD. */
export const copyDestination = ({ workdir, paths }: TracedStep): string => posix.resolve(workdir, paths.at(-1) ?? "/");

/** Chainguard images without a shell; `-dev` tags and shell images are excluded. */
const isChainguard = (ref: string) =>
	/^cgr\.dev\/chainguard\/(?!(?:wolfi-base|busybox|bash|git|curl|min-toolkit-debug|alpine-base)(?:[:@]|$))/.test(ref) &&
	!/:[^@]*-dev(?:@|$)/.test(ref);

/** The base of an image without a distribution. */
export type BareBase = "distroless" | "scratch";

/** Distroless images (from any registry) and `scratch` have no shell. Undefined if something adds a shell, or may. */
export function bareBase(subject: LintSubject, request: LintRequest): BareBase | undefined {
	const base = finalStages(subject, request).at(-1)?.base;
	const ref = base?.kind === "image" ? base.ref : "";
	// The debug variants contain busybox.
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

/** `COPY --from=builder /out/server /usr/bin/` copies one program, not a shell. */
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
