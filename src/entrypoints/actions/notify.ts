import type { Documents } from "../../model/documents/documents.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import type { Run } from "../../presentation/run/run.ts";
import type { RunEnd } from "../../stages/notify/stage.ts";
import type { StageContext } from "../../stages/shared/context.ts";
import { cleanupSignal, isCancelled } from "../../util/deadline.ts";
import { UserError } from "../../util/errors.ts";
import { type ExitCode, exit } from "../exit-code.ts";
import type { RunnableStage } from "../run-stage.ts";
import { problemAnnotation } from "./annotations.ts";
import { annotate } from "./job-log.ts";

export interface GitHubNotification {
	readonly notifications: NonNullable<Documents["notifications"]>;
	readonly exitCode: ExitCode;
}

/** Writes the comment and the issue if the options ask for them. Annotates what could not be done. */
export async function notifyGitHub(
	stage: RunnableStage,
	options: StageOptions,
	end: RunEnd,
	context: StageContext,
): Promise<GitHubNotification> {
	const isRequested = options.issue || options.comment !== "false";
	if ((stage !== "report" && stage !== "run") || !isRequested || isCancelled(context.signal))
		return { notifications: {}, exitCode: exit.fine };
	const { notify } = await import("../../stages/notify/stage.ts");
	const signal = cleanupSignal(context.signal);
	const { notifications, notes, problems } = await notify(options, end, { ...context, signal });
	annotate(notes.map((message) => ({ level: "notice", title: "not posted on GitHub", message })));
	annotate(problems.map((problem) => problemAnnotation(problem, "error")));
	return { notifications, exitCode: problems.length === 0 ? exit.fine : exit.environment };
}

/** How a run with documents ended. Undefined without a plan. */
export function runEndOf({ plan, ...rest }: Documents): RunEnd | undefined {
	const run: Run | undefined = plan && { plan, ...rest };
	return run && { kind: "done", run };
}

/** How a run ended that threw. */
export function runEndOfError(error: unknown): RunEnd {
	if (error instanceof UserError) return { kind: "broken", problems: error.problems };
	const message = error instanceof Error ? error.message : String(error);
	return { kind: "broken", problems: [{ code: "internal/fault", message }] };
}
