import * as core from "@actions/core";
import { openDeadline } from "../deadline.ts";
import { placeOf } from "../github/run-url.ts";
import { harmlessLines } from "../harmless.ts";
import { conclusion } from "../interface/conclusion.ts";
import type { Documents } from "../interface/documents.ts";
import { exit, exitCodeOfError } from "../interface/exit-code.ts";
import { listenForInterrupt } from "../interface/interrupt.ts";
import { makeWorld } from "../interface/make-world.ts";
import { outputsOf } from "../interface/outputs.ts";
import { type RunnableStage, runStage } from "../interface/run-stage.ts";
import { parseOptions, type StageOptions } from "../interface/values.ts";
import { lintSummary } from "../report/findings.ts";
import { hostSummary } from "../report/host.ts";
import { stepSummary } from "../report/summary.ts";
import { whyNothing } from "../stages/nothing.ts";
import { Waits } from "../waits.ts";
import { annotationsOf } from "./annotations.ts";
import { readyForBuilds } from "./builds.ts";
import { annotate, annotateError, jobLog, logLines, withoutCommands } from "./console.ts";
import { readInputs } from "./inputs.ts";
import { logIn } from "./login.ts";
import { brokenBy, endedWith, tellGitHub } from "./telling.ts";

/** One stage as an action: inputs in, outputs, summary and annotations out. */
export async function stageAction(stage: RunnableStage): Promise<void> {
	const raw = readInputs(stage);
	using log = jobLog(raw.progress === "plain" ? "plain" : "auto");
	using interrupt = listenForInterrupt(log.line);
	let world = makeWorld({
		progress: log.progress,
		log: (text) => harmlessLines(text).forEach(log.line),
		signal: interrupt.signal,
	});
	let read: StageOptions | undefined;
	try {
		const options = parseOptions(raw, world);
		read = options;
		using deadline = openDeadline(interrupt.signal, options.timeout, stage);
		world = { ...world, signal: deadline.signal };
		const { progress } = world;
		if (stage === "run" && (await whyNothing(stage, world)) === undefined)
			await withoutCommands(() => new Waits(progress).during("registry", "logging in", () => logIn(options)));
		const { documents, exitCode } = await withoutCommands(async () => {
			const builds = stage === "run" || stage === "build";
			const run = await runStage(stage, options, builds ? { ...world, ...(await readyForBuilds(options)) } : world);
			logLines(conclusion(run.documents, (_, text) => text, Number.POSITIVE_INFINITY));
			return run;
		});
		giveOutputs(stage, documents, options.out);
		if (options.summary) await summarize(documents);
		// What a report tells of was marked by the jobs that it happened in.
		if (stage !== "report") annotate(annotationsOf(documents));
		process.exitCode = exitCode;
		const ended = endedWith(documents);
		const telling = ended && (await tellGitHub(stage, options, ended, world));
		giveOutputs(stage, { told: telling?.told ?? {} }, options.out);
		process.exitCode = exitCode || telling?.exitCode;
	} catch (error) {
		process.exitCode = exitCodeOfError(error);
		// What breaks off because it was cancelled is no fault to tell of.
		if (!interrupt.signal.aborted) await annotateError(error);
		if (read !== undefined) await tellGitHub(stage, read, brokenBy(error), world).catch(annotateError);
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
	const text = stepSummary({ plan, ...rest, ...placeOf(process.env) });
	await core.summary.addRaw(text, true).write();
}
