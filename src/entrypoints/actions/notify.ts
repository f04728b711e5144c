import type { Documents } from "../../model/documents/documents.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import type { Run } from "../../presentation/run/run.ts";
import type { RunEnd } from "../../stages/notify/stage.ts";
import type { StageContext } from "../../stages/shared/context.ts";
import { cleanupSignal, isCancelled } from "../../util/deadline.ts";
import { UserError } from "../../util/errors.ts";
import { type ExitCode, exit } from "../exit-code.ts";
import type { RunnableStage } from "../run-stage.ts";
import { annotate } from "./job-log.ts";

export interface GitHubNotification {
	readonly told: NonNullable<Documents["notifications"]>;
	readonly exitCode: ExitCode;
}

/** Writes the comment and the issue if the options ask for them. Annotates what could not be done. */
export async function notifyGitHub(
	stage: RunnableStage,
	options: StageOptions,
	ended: RunEnd,
	world: StageContext,
): Promise<GitHubNotification> {
	const isAsked = options.issue || options.comment !== "false";
	if ((stage !== "report" && stage !== "run") || !isAsked || isCancelled(world.signal))
		return { told: {}, exitCode: exit.fine };
	const { notify: tell } = await import("../../stages/notify/stage.ts");
	const {
		notifications: told,
		notes,
		problems,
	} = await tell(options, ended, { ...world, signal: cleanupSignal(world.signal) });
	annotate(notes.map((message) => ({ level: "notice", title: "not posted on GitHub", message })));
	annotate(
		problems.map(({ code, message, why, fix }) => ({
			level: "error",
			title: code,
			message: [message, why, fix && `fix: ${fix}`].filter(Boolean).join("\n"),
		})),
	);
	return { told, exitCode: problems.length === 0 ? exit.fine : exit.environment };
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
