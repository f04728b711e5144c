import { posix } from "node:path";
import type { FinalStage, TracedStep } from "../../../model/dockerfile/dockerfile.ts";
import { isLintSubject, type LintRequest, type LintSubject } from "../rule.ts";

/** Maximum depth of catalog images before a cycle is assumed. */
export const maxDepth = 20;

/** The image and the catalog images it is FROM, itself first. */
function imageChain(image: LintSubject, request: LintRequest): readonly LintSubject[] {
	const images = [image];
	for (let next = catalogBase(image, request); next && images.length < maxDepth; next = catalogBase(next, request))
		images.push(next);
	return images;
}

/** The catalog image that an image is FROM. */
function catalogBase({ trace, from }: LintSubject, request: LintRequest): LintSubject | undefined {
	const { base } = trace.finalStage;
	const subject = base.kind === "named" ? request.subjects.get(from[base.name] ?? "") : undefined;
	return isLintSubject(subject) ? subject : undefined;
}

/** The final stages of the image and of the catalog images it is FROM, its own first. */
export const finalStages = (image: LintSubject, request: LintRequest): readonly FinalStage[] =>
	imageChain(image, request).map(({ trace }) => trace.finalStage);

/** A setting of the image, or of the nearest catalog image it is FROM. */
export const inheritedValue = <K extends "user" | "healthcheck" | "entrypoint">(
	key: K,
	image: LintSubject,
	request: LintRequest,
): FinalStage[K] | undefined => finalStages(image, request).find((stage) => stage[key] !== undefined)?.[key];

/** The external base image at the bottom; undefined for `scratch` or if unknown. */
export function externalBase(image: LintSubject, request: LintRequest): string | undefined {
	const base = finalStages(image, request).at(-1)?.base;
	return base?.kind === "image" ? base.ref : undefined;
}

/** The steps in the image: of its final stage chain, and of the catalog images it is FROM. */
export const finalSteps = (image: LintSubject, request: LintRequest): readonly TracedStep[] =>
	imageChain(image, request).flatMap(({ trace }) =>
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
export function bareBase(image: LintSubject, request: LintRequest): BareBase | undefined {
	const base = finalStages(image, request).at(-1)?.base;
	const ref = base?.kind === "image" ? base.ref : "";
	// The debug variants contain busybox.
	const distroless = (/(?:^|[/-])distroless(?:[/:@-]|$)/.test(ref) && !/[:-]debug/.test(ref)) || isChainguard(ref);
	if (base?.kind !== "scratch" && !distroless) return undefined;
	if (finalSteps(image, request).some(mayAddShell)) return undefined;
	return base?.kind === "scratch" ? "scratch" : "distroless";
}

const shellFolder = /^\/(?:usr\/?|(?:usr\/(?:local\/)?)?s?bin(?:\/(?:ba|da|a)?sh|\/busybox)?)?$|^\/busybox/;

function mayAddShell(step: TracedStep): boolean {
	const { keyword, args } = step.instruction;
	if (keyword === "RUN") return false;
	const destination = copyDestination(step);
	if (destination.includes("$") || shellFolder.test(destination)) return !isOneProgram(step);
	return keyword === "ADD" && args.some((arg) => /\.(?:tar(?:\.\w+)?|tgz|txz|tbz2?)$/.test(arg));
}

/** `COPY --from=builder /out/server /usr/bin/` copies one program, not a shell. */
function isOneProgram({ paths }: TracedStep): boolean {
	const [source = "", destination = ""] = paths;
	const isShell = /(?:^|\/)(?:(?:ba|da|a)?sh|busybox)$/.test(`${source} ${destination}`.replace(" ", "/"));
	if (paths.length !== 2 || /[*?$]/.test(source) || isShell) return false;
	if (/^\/(?:usr\/(?:local\/)?)?s?bin\/[^/]+$/.test(destination)) return true;
	return /bin\/$/.test(destination) && /\/[^/]+$/.test(source) && !/\/(?:s?bin|lib|local|usr)$/.test(source);
}
