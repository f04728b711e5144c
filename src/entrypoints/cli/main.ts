import { CommanderError } from "commander";
import { parseBuildSecrets } from "../../options/build-secrets.ts";
import { parseOptions, type RawValues } from "../../options/parse-options.ts";
import { type Paint, paintFor } from "../../presentation/terminal/colors.ts";
import { conclusion, problemText } from "../../presentation/terminal/conclusion.ts";
import type { LogMode } from "../../presentation/terminal/log-view.ts";
import { openDeadline } from "../../util/deadline.ts";
import { UserError } from "../../util/errors.ts";
import { sanitizeLines } from "../../util/sanitize.ts";
import { exit, exitCodeOfError } from "../exit-code.ts";
import { listenForInterrupt } from "../interrupt.ts";
import { makeContext, type RunnableStage, runStage } from "../run-stage.ts";
import { program } from "./program.ts";
import { canRewrite, logScreen, type Screen } from "./screen.ts";

/** The command `lucid`. Exits the process with a documented code. */
export async function main(argv: readonly string[] = process.argv.slice(2)): Promise<never> {
	process.stdout.on("error", lost);
	// Even without a reader of stderr, the run must finish and clean up.
	process.stderr.on("error", () => undefined);
	const lucid = program(start);
	for (const command of [lucid, ...lucid.commands]) command.exitOverride();
	try {
		if (argv.length === 0) lucid.help();
		await lucid.parseAsync(argv, { from: "user" });
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		process.exitCode = error.exitCode === 0 || argv.length === 0 ? exit.fine : exit.usage;
	}
	// Open keep-alive sockets must not delay the exit, but pending output must be written.
	await Promise.all([process.stdout, process.stderr].map(flushed));
	process.exit();
}

/** Standard output is closed. A closed pipe (`| head`) is not an error; a full disk is. */
function lost({ code, message }: NodeJS.ErrnoException): never {
	if (code === "EPIPE") process.exit(process.exitCode ?? exit.fine);
	process.stderr.write(`error: the result cannot be written: ${message}\n`);
	process.exit(exit.environment);
}

/** Resolves when all output is written or the reader is gone. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
	return new Promise((resolve) => stream.write("", () => resolve()));
}

async function start(stage: RunnableStage, raw: RawValues): Promise<void> {
	const asJson = raw.json === true;
	const paint = paintFor(process.stderr);
	const screen = await openScreen(paint, raw.progress === "plain" ? "plain" : "auto");
	using interrupt = listenForInterrupt(screen.line);
	const entryPoint = makeContext({
		progress: screen.progress,
		log: (text) => sanitizeLines(text).forEach(screen.line),
		signal: interrupt.signal,
	});
	try {
		const options = parseOptions(raw, entryPoint, stage);
		using deadline = openDeadline(interrupt.signal, options.timeout, stage);
		const secrets = parseBuildSecrets(undefined, options.buildSecretNames, process.env);
		const context = { ...entryPoint, signal: deadline.signal, secrets };
		const { document, documents, exitCode } = await runStage(stage, options, context);
		screen.stop();
		if (asJson || stage === "bake" || options.print) print(document);
		else process.stdout.write(`${conclusion(documents, paintFor(process.stdout), columns())}\n`);
		process.exitCode = exitCode;
	} catch (error) {
		screen.stop();
		if (!interrupt.signal.aborted) reportError(error, paint, asJson);
		process.exitCode = exitCodeOfError(error);
	}
	if (interrupt.signal.aborted) process.exitCode = exit.interrupted;
}

async function openScreen(paint: Paint, mode: LogMode): Promise<Screen> {
	const now = () => performance.now();
	const { stderr, env } = process;
	if (mode === "plain" || !canRewrite({ isTTY: stderr.isTTY, env }))
		return logScreen({ mode, write: (line) => stderr.write(`${line}\n`), now });
	const { liveScreen } = await import("./live-screen.ts");
	return liveScreen(stderr, paint, now);
}

function reportError(error: unknown, paint: Paint, asJson: boolean): void {
	if (error instanceof UserError) {
		process.stderr.write(`${problemText(error.problems, paint)}\n`);
		if (asJson) print({ kind: "lucid.error", version: 1, problems: error.problems });
		return;
	}
	const stack = process.env.LUCID_DEBUG && error instanceof Error ? error.stack : undefined;
	const message = stack ?? (error instanceof Error ? error.message : String(error));
	process.stderr.write(`${paint("red", "error:")} ${message}\n`);
	if (stack === undefined) process.stderr.write("This is a bug in lucid. LUCID_DEBUG=1 shows where.\n");
	if (asJson) print({ kind: "lucid.error", version: 1, problems: [{ code: "lucid/fault", message }] });
}

const print = (document: unknown) => process.stdout.write(`${JSON.stringify(document, undefined, "\t")}\n`);

const columns = () => (process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY);
