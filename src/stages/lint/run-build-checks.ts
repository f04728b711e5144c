import { type CheckedTarget, type CheckTarget, runChecks } from "../../adapters/docker/build-checks.ts";
import { engineProblems, inspectEngine } from "../../adapters/docker/engine.ts";
import { namedContextKey } from "../../model/dockerfile/dockerfile.ts";
import type { Service } from "../../model/service/service.ts";
import type { AllServiceInputs } from "../../model/service/service-inputs.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { type Problem, UserError } from "../../util/errors.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import type { StageContext } from "../shared/context.ts";
import type { BuildCheck } from "./linter.ts";

type ReadInput = Extract<AllServiceInputs[number], { readonly selected: unknown }>;

export interface BuildCheckResults {
	readonly checks: readonly BuildCheck[];
	/** Why checks were skipped. */
	readonly skipped?: string;
}

/** Time to resolve base images; then they are treated as empty. */
const resolveTimeoutMs = 10_000;
/** Replaces a base image that is not resolved. */
const emptyImage = "docker-image://scratch";

type Bases = "resolved" | "empty";

/** Runs BuildKit's checks on all Dockerfiles in one call. With `auto`, a missing engine is not an error. */
export async function runBuildChecks(
	inputs: AllServiceInputs,
	catalogRoot: string,
	options: Pick<StageOptions, "buildChecks" | "offline">,
	{ docker, progress, signal }: StageContext,
): Promise<BuildCheckResults> {
	if (options.buildChecks === "off") return { checks: [] };
	using _ = new WaitReporter(progress).begin("docker", "running BuildKit's checks");
	const problems = await missingTools({ docker, signal });
	if (problems.length > 0 && options.buildChecks === "on") throw new UserError(problems);
	if (problems.length > 0) return { checks: [], skipped: problems.map(({ message }) => message).join("; ") };
	const byService = new Map(inputs.flatMap((one) => ("selected" in one ? [[one.service.name, one] as const] : [])));
	const all = [...byService.values()];
	const run = async (list: readonly ReadInput[], bases: Bases, limit: AbortSignal) => {
		const targets = list.map((input) => [targetName(input.service), targetOf(input, catalogRoot, bases)]);
		const result = await runChecks(docker, Object.fromEntries(targets), { cwd: catalogRoot, signal: limit });
		signal.throwIfAborted();
		return result;
	};
	const first = options.offline
		? "offline"
		: await run(all, "resolved", AbortSignal.any([signal, AbortSignal.timeout(resolveTimeoutMs)]));
	// Dockerfiles whose base images failed or took too long are checked again with empty ones.
	const failed =
		typeof first === "string" ? all : all.filter(({ service }) => first[targetName(service)]?.error !== undefined);
	const second = failed.length === 0 ? {} : await run(failed, "empty", signal);
	if (typeof second === "string") return { checks: [], skipped: second };
	const checks = all.flatMap((input) => {
		const name = targetName(input.service);
		const withEmptyBases = second[name];
		if (withEmptyBases !== undefined) return toBuildChecks(input, withEmptyBases, "empty");
		const result = typeof first === "string" ? undefined : first[name];
		return result === undefined ? [] : toBuildChecks(input, result, "resolved");
	});
	return { checks };
}

/** Why the checks cannot run here. */
async function missingTools({ docker, signal }: Pick<StageContext, "docker" | "signal">): Promise<readonly Problem[]> {
	const engine = await inspectEngine(docker, { signal });
	const problems = engineProblems(engine, {});
	if (engine.buildx !== undefined || engine.server === undefined) return problems;
	const fix = "install the package docker-buildx-plugin";
	return [...problems, { code: "engine/buildx-missing", message: "buildx is not installed", fix }];
}

/** A bake target name: letters, digits, `_` and `-`. */
const targetName = ({ name }: Service) => name.replace(/[^A-Za-z0-9_-]/g, "_");

function targetOf(
	{ service, dockerfile, trace, args, platform, from }: ReadInput,
	root: string,
	bases: Bases,
): CheckTarget {
	const within = (path: string) => (path === "." ? root : `${root}/${path}`);
	const images = bases === "resolved" ? [] : trace.images.filter(({ use }) => use !== "syntax");
	const syntax = bases === "resolved" ? undefined : dockerfile.directives.find(({ name }) => name === "syntax");
	return {
		context: within(service.context),
		dockerfile: within(service.dockerfile),
		...defined({
			"dockerfile-inline": syntax && withoutLine(dockerfile.text, syntax.line),
			target: service.target,
		}),
		platforms: [platform],
		args,
		contexts: Object.fromEntries([
			...[...images.map(({ ref }) => namedContextKey(ref)), ...Object.keys(from)].map((name) => [name, emptyImage]),
			...Object.entries(service.contexts).map(([name, context]) => [
				namedContextKey(name),
				context.kind === "path" ? within(context.path) : emptyImage,
			]),
		]),
	};
}

/** Removes a `syntax` directive, whose frontend is an image too. Keeps the number of lines. */
function withoutLine(text: string, line: number): string {
	const lines = text.split("\n");
	const count = lines.findIndex((one) => !/^#\s*\w+\s*=/.test(one));
	const directives = lines.slice(0, count < 0 ? lines.length : count);
	directives.splice(line - 1, 1);
	return [...directives, "#", ...lines.slice(directives.length + 1)].join("\n");
}

function toBuildChecks(
	{ service, dockerfile, trace }: ReadInput,
	{ warnings }: CheckedTarget,
	bases: Bases,
): readonly BuildCheck[] {
	// A base that is empty or of the catalog may set the variable.
	const isUnread = bases === "empty" || trace.named.length > 0;
	const maybeSet = new Set(trace.unset.filter(({ certainty }) => certainty === "maybe").map(({ name }) => name));
	return warnings
		.filter(({ rule, detail }) => {
			const name = rule === "UndefinedVar" ? /'\$\{?(\w+)\}?'/.exec(detail)?.[1] : undefined;
			return !(isUnread && name !== undefined && maybeSet.has(name));
		})
		.map(({ rule, detail, url, line = 1, endLine }) => ({
			rule,
			detail,
			...defined({ url }),
			at: { file: dockerfile.file, line, ...(endLine !== undefined && endLine !== line && { endLine }) },
			service: service.name,
		}));
}
