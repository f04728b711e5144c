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

type Read = Extract<AllServiceInputs[number], { readonly selected: unknown }>;

export interface BuildCheckResults {
	readonly checks: readonly BuildCheck[];
	/** Why checks were skipped. */
	readonly skipped?: string;
}

/** Time to resolve base images; then they are treated as empty. Milliseconds. */
const patience = 10_000;
/** Replaces a base image that is not resolved. */
const nothing = "docker-image://scratch";

/** Runs BuildKit's checks on all Dockerfiles in one call. With `auto`, a missing engine is not an error. */
export async function runBuildChecks(
	inputs: AllServiceInputs,
	catalogRoot: string,
	options: Pick<StageOptions, "buildChecks" | "offline">,
	world: StageContext,
): Promise<BuildCheckResults> {
	if (options.buildChecks === "off") return { checks: [] };
	using _ = new WaitReporter(world.progress).begin("docker", "running BuildKit's checks");
	const problems = await inTheWay(world);
	if (problems.length > 0 && options.buildChecks === "on") throw new UserError(problems);
	if (problems.length > 0) return { checks: [], skipped: problems.map(({ message }) => message).join("; ") };
	const read = new Map(inputs.flatMap((one) => ("selected" in one ? [[one.service.name, one] as const] : [])));
	const run = (list: readonly Read[], bases: "asked" | "empty", signal: AbortSignal) =>
		runChecks(
			world.docker,
			Object.fromEntries(list.map((one) => [targetName(one.service), targetOf(one, catalogRoot, bases)])),
			{
				cwd: catalogRoot,
				signal,
			},
		);
	const all = [...read.values()];
	const first = options.offline
		? "offline"
		: await run(all, "asked", AbortSignal.any([world.signal, AbortSignal.timeout(patience)]));
	world.signal.throwIfAborted();
	// Dockerfiles whose base images failed or took too long are checked again with empty ones.
	const again =
		typeof first === "string" ? all : all.filter(({ service }) => first[targetName(service)]?.error !== undefined);
	const second = again.length === 0 ? {} : await run(again, "empty", world.signal);
	world.signal.throwIfAborted();
	if (typeof second === "string") return { checks: [], skipped: second };
	const checks = all.flatMap((one) => {
		const name = targetName(one.service);
		const empty = second[name];
		const answer = empty ?? (typeof first === "string" ? undefined : first[name]);
		return answer === undefined ? [] : toChecks(one, answer, empty === undefined ? "asked" : "empty");
	});
	return { checks };
}

/** Why the checks cannot run here. */
async function inTheWay({ docker, signal }: StageContext): Promise<readonly Problem[]> {
	const engine = await inspectEngine(docker, { signal });
	return engineProblems(engine, {}).concat(
		engine.buildx === undefined && engine.server !== undefined
			? [
					{
						code: "engine/buildx-missing",
						message: "buildx is not installed",
						fix: "install the package docker-buildx-plugin",
					},
				]
			: [],
	);
}

/** A bake target name: letters, digits, `_` and `-`. */
const targetName = ({ name }: Service) => name.replace(/[^A-Za-z0-9_-]/g, "_");

function targetOf(
	{ service, dockerfile, trace, args, platform, from }: Read,
	root: string,
	bases: "asked" | "empty",
): CheckTarget {
	const within = (path: string) => (path === "." ? root : `${root}/${path}`);
	const outside =
		bases === "asked" ? [] : trace.images.filter(({ use }) => use !== "syntax").map(({ ref }) => namedContextKey(ref));
	const named = Object.entries(service.contexts).map(([name, context]): readonly [string, string] => [
		namedContextKey(name),
		context.kind === "path" ? within(context.path) : nothing,
	]);
	const syntax = dockerfile.directives.find(({ name }) => name === "syntax");
	return {
		context: within(service.context),
		dockerfile: within(service.dockerfile),
		...(bases === "empty" &&
			syntax !== undefined && { "dockerfile-inline": withoutLine(dockerfile.text, syntax.line) }),
		...defined({ target: service.target }),
		platforms: [platform],
		args,
		contexts: Object.fromEntries([
			...outside.map((name) => [name, nothing]),
			...Object.keys(from).map((name) => [name, nothing]),
			...named,
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

function toChecks(
	{ service, dockerfile, trace }: Read,
	{ warnings }: CheckedTarget,
	bases: "asked" | "empty",
): readonly BuildCheck[] {
	const open = new Set(trace.unset.filter(({ certainty }) => certainty === "maybe").map(({ name }) => name));
	return warnings
		.filter(({ rule, detail }) => {
			// An empty or catalog base may set the variable.
			const name = rule === "UndefinedVar" ? /'\$\{?(\w+)\}?'/.exec(detail)?.[1] : undefined;
			const unread = bases === "empty" || trace.named.length > 0;
			return !(unread && name !== undefined && open.has(name));
		})
		.map(({ rule, detail, url, line, endLine }) => ({
			rule,
			detail,
			...defined({ url }),
			at: { file: dockerfile.file, line: line ?? 1, ...(endLine !== undefined && endLine !== line && { endLine }) },
			service: service.name,
		}));
}
