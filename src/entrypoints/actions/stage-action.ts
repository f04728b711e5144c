import * as core from "@actions/core";
import { runLink } from "../../adapters/github/run-event.ts";
import type { Documents } from "../../model/documents/documents.ts";
import { parseBuildSecrets } from "../../options/build-secrets.ts";
import { outputsOf } from "../../options/outputs.ts";
import { parseOptions, type StageOptions } from "../../options/parse-options.ts";
import { stepSummary } from "../../presentation/markdown/step-summary.ts";
import { conclusion } from "../../presentation/terminal/conclusion.ts";
import { lintSummary } from "../../presentation/text/finding-lists.ts";
import { hostSummary } from "../../presentation/text/host-lines.ts";
import type { StageContext } from "../../stages/shared/context.ts";
import { openDeadline } from "../../util/deadline.ts";
import { type Problem, UserError } from "../../util/errors.ts";
import { sanitizeLines } from "../../util/sanitize.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import { exit, exitCodeOfError } from "../exit-code.ts";
import { listenForInterrupt } from "../interrupt.ts";
import { makeContext, type RunnableStage, reasonToSkip, runStage } from "../run-stage.ts";
import { inputSecrets, readActionInputs } from "./action-inputs.ts";
import { annotationsOf } from "./annotations.ts";
import { logIn } from "./docker-login.ts";
import { annotate, annotateError, jobLog, logLines, withoutCommands } from "./job-log.ts";
import { notifyGitHub, runEndOf, runEndOfError } from "./notify.ts";
import { parseSshKeys, startSshAgent } from "./ssh-agent.ts";

/** One stage as an action: reads inputs, writes outputs, summary and annotations. */
export async function stageAction(stage: RunnableStage): Promise<void> {
	const raw = readActionInputs(stage);
	using log = jobLog(raw.progress === "plain" ? "plain" : "auto");
	using interrupt = listenForInterrupt(log.line);
	let context = makeContext({
		progress: log.progress,
		log: (text) => sanitizeLines(text).forEach(log.line),
		signal: interrupt.signal,
	});
	let parsed: StageOptions | undefined;
	try {
		const options = parseOptions(raw, context, stage);
		parsed = options;
		using deadline = openDeadline(interrupt.signal, options.timeout, stage);
		context = { ...context, signal: deadline.signal, masked: inputSecrets() };
		const { progress } = context;
		if (stage === "run" && (await reasonToSkip(stage, context)) === undefined)
			await withoutCommands(() => new WaitReporter(progress).track("registry", "logging in", () => logIn(options)));
		const { documents, exitCode } = await withoutCommands(async () => {
			const secrets = stage === "run" || stage === "build" ? await prepareBuildSecrets(options) : {};
			const run = await runStage(stage, options, { ...context, ...secrets });
			logLines(conclusion(run.documents, (_, text) => text, Number.POSITIVE_INFINITY));
			return run;
		});
		setOutputs(stage, documents, options.out);
		if (options.summary) await summarize(documents);
		// The jobs of a run annotated their own results; the report does not repeat them.
		if (stage !== "report") annotate(annotationsOf(documents));
		process.exitCode = exitCode;
		const end = runEndOf(documents);
		const notified = end && (await notifyGitHub(stage, options, end, context));
		setOutputs(stage, { notifications: notified?.notifications ?? {} }, options.out);
		process.exitCode = exitCode || notified?.exitCode;
	} catch (error) {
		process.exitCode = exitCodeOfError(error);
		// A cancelled run is not an error.
		if (!interrupt.signal.aborted) await annotateError(error);
		if (parsed !== undefined) await notifyGitHub(stage, parsed, runEndOfError(error), context).catch(annotateError);
	}
	if (interrupt.signal.aborted) process.exitCode = exit.interrupted;
}

/** Prepares secrets and an SSH agent for builds. Throws a UserError with all problems before the agent starts. */
async function prepareBuildSecrets(options: StageOptions): Promise<Pick<StageContext, "secrets">> {
	const problems: Problem[] = [];
	const collect = <T>(read: () => T): T | undefined => {
		try {
			return read();
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			problems.push(...error.problems);
			return undefined;
		}
	};
	const { buildSecrets, buildSecretNames, sshKeys } = options;
	const secrets = collect(() => parseBuildSecrets(buildSecrets, buildSecretNames, process.env));
	const keys = collect(() => (sshKeys === undefined ? [] : parseSshKeys(sshKeys)));
	if (problems.length > 0) throw new UserError(problems);
	if (keys !== undefined && keys.length > 0) await startSshAgent(keys);
	return secrets === undefined ? {} : { secrets };
}

function setOutputs(stage: RunnableStage, documents: Documents, out: string): void {
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
