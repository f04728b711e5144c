import * as core from "@actions/core";
import { runLink } from "../../adapters/github/run-event.ts";
import type { Documents } from "../../model/documents/documents.ts";
import { outputsOf } from "../../options/outputs.ts";
import { parseOptions, type StageOptions } from "../../options/parse-options.ts";
import { stepSummary } from "../../presentation/markdown/step-summary.ts";
import { conclusion } from "../../presentation/terminal/conclusion.ts";
import { lintSummary } from "../../presentation/text/finding-lists.ts";
import { hostSummary } from "../../presentation/text/host-lines.ts";
import { reasonToSkip } from "../../stages/shared/why-nothing.ts";
import { openDeadline } from "../../util/deadline.ts";
import { sanitizeLines } from "../../util/sanitize.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import { exit, exitCodeOfError } from "../exit-code.ts";
import { listenForInterrupt } from "../interrupt.ts";
import { makeContext } from "../make-context.ts";
import { type RunnableStage, runStage } from "../run-stage.ts";
import { readActionInputs } from "./action-inputs.ts";
import { annotationsOf } from "./annotations.ts";
import { prepareBuildSecrets } from "./build-secrets.ts";
import { logIn } from "./docker-login.ts";
import { annotate, annotateError, jobLog, logLines, withoutCommands } from "./job-log.ts";
import { notifyGitHub, runEndOf, runEndOfError } from "./notify.ts";

/** One stage as an action: reads inputs, writes outputs, summary and annotations. */
export async function stageAction(stage: RunnableStage): Promise<void> {
	const raw = readActionInputs(stage);
	using log = jobLog(raw.progress === "plain" ? "plain" : "auto");
	using interrupt = listenForInterrupt(log.line);
	let world = makeContext({
		progress: log.progress,
		log: (text) => sanitizeLines(text).forEach(log.line),
		signal: interrupt.signal,
	});
	let read: StageOptions | undefined;
	try {
		const options = parseOptions(raw, world);
		read = options;
		using deadline = openDeadline(interrupt.signal, options.timeout, stage);
		world = { ...world, signal: deadline.signal };
		const { progress } = world;
		if (stage === "run" && (await reasonToSkip(stage, world)) === undefined)
			await withoutCommands(() => new WaitReporter(progress).track("registry", "logging in", () => logIn(options)));
		const { documents, exitCode } = await withoutCommands(async () => {
			const builds = stage === "run" || stage === "build";
			const run = await runStage(
				stage,
				options,
				builds ? { ...world, ...(await prepareBuildSecrets(options)) } : world,
			);
			logLines(conclusion(run.documents, (_, text) => text, Number.POSITIVE_INFINITY));
			return run;
		});
		giveOutputs(stage, documents, options.out);
		if (options.summary) await summarize(documents);
		// The jobs of a run annotated their own results; the report does not repeat them.
		if (stage !== "report") annotate(annotationsOf(documents));
		process.exitCode = exitCode;
		const ended = runEndOf(documents);
		const telling = ended && (await notifyGitHub(stage, options, ended, world));
		giveOutputs(stage, { notifications: telling?.told ?? {} }, options.out);
		process.exitCode = exitCode || telling?.exitCode;
	} catch (error) {
		process.exitCode = exitCodeOfError(error);
		// A cancelled run is not an error.
		if (!interrupt.signal.aborted) await annotateError(error);
		if (read !== undefined) await notifyGitHub(stage, read, runEndOfError(error), world).catch(annotateError);
	}
	if (interrupt.signal.aborted) process.exitCode = exit.interrupted;
}

function giveOutputs(stage: RunnableStage, documents: Documents, out: string): void {
	for (const { name, value } of outputsOf(stage)) {
		const text = value(documents, out);
		if (text !== undefined) core.setOutput(name, text);
	}
}

async function summarize({ plan, ...rest }: Documents): Promise<void> {
	if (!process.env.GITHUB_STEP_SUMMARY) return;
	if (rest.verifyHost !== undefined) await core.summary.addRaw(hostSummary(rest.verifyHost), true).write();
	if (plan === undefined) {
		if (rest.lint !== undefined) await core.summary.addRaw(lintSummary(rest.lint), true).write();
		return;
	}
	const text = stepSummary({ plan, ...rest, ...runLink(process.env) });
	await core.summary.addRaw(text, true).write();
}
