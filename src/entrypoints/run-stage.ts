import { dockerWithDirectPlugins } from "../adapters/docker/cli-plugin.ts";
import { githubRun } from "../adapters/github/run-event.ts";
import { exec } from "../adapters/process/exec.ts";
import { lowerCasePath } from "../model/catalog/values/names.ts";
import type { Documents } from "../model/documents/documents.ts";
import type { HostResult } from "../model/documents/verify-host.ts";
import type { StageName } from "../options/options.ts";
import type { StageOptions } from "../options/parse-options.ts";
import type { StageContext } from "../stages/shared/context.ts";
import { StageTimeout } from "../util/deadline.ts";
import { defined } from "../util/defined.ts";
import { UserError } from "../util/errors.ts";
import { withProgress } from "../util/progress.ts";
import { type ExitCode, exit, exitCodeOf } from "./exit-code.ts";
import { relativeDocuments, relativeProblem } from "./relative-paths.ts";

/** Stages with a function of their own; `bake` is `build` with `print`, `setup` is only an action. */
export type RunnableStage = Exclude<StageName, "setup">;

export interface StageRun {
	/** What the stage returned and --json prints. */
	readonly document: unknown;
	/** All related documents, for tables and outputs. */
	readonly documents: Documents;
	readonly exitCode: ExitCode;
}

/** The real environment, with the entry point's progress and log. */
export function makeContext(entryPoint: Pick<StageContext, "progress" | "log" | "signal">): StageContext {
	const docker = dockerWithDirectPlugins(exec);
	return { ...entryPoint, exec, docker, env: process.env, cwd: process.cwd(), now: () => performance.now() };
}

/** Runs one stage for the CLI or an action. User errors are thrown as UserError, failures are an exit code. */
export async function runStage(
	stage: RunnableStage,
	stageOptions: StageOptions,
	context: StageContext,
): Promise<StageRun> {
	const options = withLowerCaseRegistry(stageOptions, context);
	const nothingToDo = await reasonToSkip(stage, context);
	if (nothingToDo !== undefined) {
		const document = { kind: "lucid.nothing", version: 1, why: nothingToDo };
		return { document, documents: { nothingToDo }, exitCode: exit.fine };
	}
	const started = context.now();
	const document =
		stage === "run"
			? await start(stage, options, context)
			: await withProgress(context.progress, stage === "bake" ? "plan" : stage, () => start(stage, options, context));
	if (stage === "bake" || options.print) return { document, documents: {}, exitCode: exit.fine };
	const documents: Documents = {
		...(stage === "run" ? (document as Documents) : await documentsOf(stage, options, document)),
		...(stage !== "report" && { durationMs: context.now() - started }),
	};
	const whole =
		stage === "run"
			? { kind: "lucid.run", version: 1, ...(document as Documents) }
			: stage === "report"
				? documents.report
				: document;
	const shown = relativeDocuments(documents, options.catalog);
	return { document: whole, documents: shown, exitCode: exitCodeFor(stage, options, documents) };
}

/** Usually from `github.repository_owner`, and GitHub's expressions have no lower-case function. */
function withLowerCaseRegistry(options: StageOptions, { log }: StageContext): StageOptions {
	const { registry } = options;
	const lower = registry && lowerCasePath(registry);
	if (lower === registry) return options;
	log(`note: the registry ${registry} becomes ${lower}, because image names are lower case`);
	return { ...options, registry: lower };
}

async function start(stage: RunnableStage, options: StageOptions, context: StageContext): Promise<unknown> {
	const { stages } = await import("../stages/stages.ts");
	try {
		if (stage === "bake") return await stages.build({ ...options, force: true, print: true }, context);
		return await stages[stage](options, context);
	} catch (error) {
		// The timeout is the cause of any error after it.
		if (context.signal.reason instanceof StageTimeout) throw context.signal.reason;
		if (!(error instanceof UserError)) throw error;
		const [{ maskedValues }, { redactor }] = await Promise.all([
			import("../stages/shared/masked-values.ts"),
			import("../util/redact.ts"),
		]);
		const redact = redactor(await maskedValues(context));
		const problems = error.problems.map((problem) => ({
			...relativeProblem(problem, options.catalog),
			message: redact(problem.message),
			...defined({ why: problem.why && redact(problem.why), fix: problem.fix && redact(problem.fix) }),
		}));
		throw new UserError(problems, { cause: error });
	}
}

async function documentsOf(stage: RunnableStage, options: StageOptions, document: unknown): Promise<Documents> {
	if (stage === "report") return document as Documents;
	if (stage !== "verify-host") return { ...(await planOf(stage, options)), [stage]: document };
	const verifyHost = document as HostResult;
	return { verifyHost, smoke: verifyHost.smoke };
}

/** The plan that a stage wrote beside its document; narrowed to the part that was run if `plan` was given. */
async function planOf(stage: RunnableStage, options: StageOptions): Promise<Documents> {
	if (stage === "plan" || stage === "lint" || stage === "init" || stage === "doctor") return {};
	const { loadPlanOfRun } = await import("../stages/stages.ts");
	return defined({ plan: await loadPlanOfRun(options) });
}

function exitCodeFor(stage: RunnableStage, options: StageOptions, documents: Documents): ExitCode {
	if (stage !== "lint") return exitCodeOf(documents);
	const order = ["error", "warning", "note"];
	const bad = documents.lint?.findings.some(({ severity }) => order.indexOf(severity) <= order.indexOf(options.failOn));
	return bad ? exit.failed : exit.fine;
}

/** Stages about a machine or a folder, which no event on GitHub concerns. */
const eventIndependent: readonly string[] = ["init", "doctor", "verify-host", "bake"];

/** Why a stage has nothing to do: for a deleted branch or git tag, GitHub checks out the default branch. */
export async function reasonToSkip(stage: string, { env }: Pick<StageContext, "env">): Promise<string | undefined> {
	const deleted = eventIndependent.includes(stage) ? undefined : (await githubRun(env))?.deleted;
	return deleted && `nothing to do: ${deleted} was deleted`;
}
