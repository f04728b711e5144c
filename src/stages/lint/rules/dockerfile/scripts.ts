import { posix } from "node:path";
import type { TracedStep } from "../../../../model/dockerfile/dockerfile.ts";
import { type CopiedFile, traceCopy } from "../../../../model/requirements/copied-files.ts";
import { shellCommands } from "../../../../model/requirements/shell-words.ts";
import {
	parseShellStartCommand,
	parseStartCommand,
	type StartedProgram,
} from "../../../../model/service/start-command.ts";
import type { VerifyCheckId } from "../../../../model/service/verify-checks.ts";
import { closestMatch } from "../../../../util/closest-match.ts";
import { knownBaseVariables, repositoryName } from "../../analysis/known-bases.ts";
import { workdirOf } from "../../analysis/python-paths.ts";
import { isWithin, shellText, toAbsolutePath } from "../../analysis/stage-chain.ts";
import { stageProvides } from "../../analysis/stage-contents.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

/** A program that the container or its health check starts, and the instruction that names it. */
interface Start {
	readonly keyword: string;
	readonly line: number;
	readonly started: StartedProgram;
}

const parseCommand = (isExec: boolean, words: readonly string[]) =>
	isExec ? parseStartCommand(words) : parseShellStartCommand(words[0] ?? "");

/** The programs that the Dockerfile's ENTRYPOINT, CMD and HEALTHCHECK start, as far as they are known. */
function starts({ trace }: RuleContext): readonly Start[] {
	const { base, entrypoint, cmd, healthcheck } = trace.finalStage;
	const all: (Omit<Start, "started"> & { readonly started: StartedProgram | undefined })[] = [];
	if (entrypoint !== undefined) {
		const { form, words } = entrypoint.value;
		const isExec = form === "json";
		const args = isExec && cmd?.value.form === "json" ? cmd.value.words : [];
		const started = parseCommand(isExec, [...words, ...args]);
		// If only CMD names the script, report its line.
		const isInCmd = isExec && started?.script !== undefined && parseStartCommand(words)?.script === undefined;
		all.push({ keyword: "ENTRYPOINT", line: (isInCmd ? (cmd ?? entrypoint) : entrypoint).line, started });
	} else if (cmd !== undefined) {
		const { form, words } = cmd.value;
		const before = entrypointOfBase(base, words[0] ?? "");
		const isExec = form === "json";
		const started = before && parseCommand(isExec, isExec ? [...before, ...words] : words);
		all.push({ keyword: "CMD", line: cmd.line, started });
	}
	if (healthcheck !== undefined && healthcheck.value.kind !== "none") {
		const { kind, words } = healthcheck.value;
		all.push({ keyword: "HEALTHCHECK", line: healthcheck.line, started: parseCommand(kind === "exec", words) });
	}
	return all.flatMap(({ started, ...rest }) => (started === undefined ? [] : [{ ...rest, started }]));
}

/** The entrypoint of an external base image; undefined if it is not known. */
function entrypointOfBase(
	base: RuleContext["trace"]["finalStage"]["base"],
	first: string,
): readonly string[] | undefined {
	if (base.kind === "scratch") return [];
	if (base.kind !== "image") return undefined;
	const name = repositoryName(base.ref);
	if (/(?:^|\/)distroless\/python3(?:-|$)/.test(name)) return first.endsWith(".py") ? ["/usr/bin/python3"] : undefined;
	return knownBaseVariables(base.ref) === undefined ? undefined : [];
}

/** Paths where the engine looks for a program, according to the image's PATH. */
function placesOf(name: string, context: RuleContext): readonly string[] {
	const workdir = workdirOf(context);
	if (workdir.includes("$")) return [];
	if (name.includes("/")) return [posix.resolve("/", workdir, name)];
	const path =
		context.trace.finalStage.env.PATH?.value ?? "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
	return path.split(":").flatMap((folder) => (folder.startsWith("/") ? [posix.join(folder, name)] : []));
}

/** The file of the repository that is copied to one of the program's paths, with its copy steps. */
function copiedProgram(name: string, context: RuleContext): CopiedFile | undefined {
	const { trace, selected } = context;
	const at = { stage: trace.finalStage.stage, before: trace.steps.length };
	return placesOf(name, context)
		.map((place) => traceCopy(place, at, trace, selected))
		.find((copied) => copied !== undefined);
}

/** Commands that do not change the content of files. */
const keepsContent =
	/^(?:chmod|chown|chgrp|ls|stat|test|\[|mkdir|useradd|adduser|groupadd|addgroup|apt-get|apt|apk|pip[\d.]*|npm|true)$/;
/** Commands that may rewrite files that they do not name. */
const rewrites = /^(?:dos2unix|sed|perl|awk|find|xargs|tr|git)$/;

const mentions = (words: readonly string[], file: string) => words.some((word) => word.includes(posix.basename(file)));

type MayChange = (program: string, words: readonly string[], file: string) => boolean;

const mayRewrite: MayChange = (program, words, file) =>
	rewrites.test(program) || (!keepsContent.test(program) && mentions(words, file));

const mayChangeMode: MayChange = (program, words, file) =>
	program === "chmod"
		? mentions(words, file) || words.some((word) => /^-\w*R|^--recursive$|[*?$]/.test(word))
		: /^(?:find|xargs|install)$/.test(program) || (!keepsContent.test(program) && mentions(words, file));

/** Whether a command of the RUNs between copies may change a file, by its name in the image or in the repository. */
const isChanged = ({ runs, file }: CopiedFile, name: string, mayChange: MayChange): boolean =>
	runs
		.flatMap((step) => shellCommands(shellText(step)))
		.some(([program, ...args]) => {
			if (program === undefined) return false;
			const words = [program, ...args];
			return [name, file].some((path) => mayChange(posix.basename(program), words, path));
		});

/** The verify check of a program that an instruction starts, or of the script that it passes to a program. */
export const startCheck = (keyword: string, part: "program" | "script"): VerifyCheckId =>
	keyword === "HEALTHCHECK" ? "healthcheck-program" : part === "program" ? "entrypoint" : "entrypoint-module";

function* lineEnds(context: RuleContext): Iterable<RuleFinding> {
	const { trace, request } = context;
	for (const { keyword, line, started } of starts(context))
		for (const name of [started.program, ...(started.isShell ? [started.script] : [])]) {
			const copied = name === undefined ? undefined : copiedProgram(name, context);
			if (name === undefined || copied === undefined || isChanged(copied, name, mayRewrite)) continue;
			if (!/^#![^\n]*\r(?:\n|$)/.test(request.around.text(copied.file) ?? "")) continue;
			const isProgram = name === started.program;
			yield {
				message: `${keyword} runs ${name}, whose first line has a Windows line ending (\\r)`,
				at: { file: trace.file, line },
				check: startCheck(keyword, isProgram ? "program" : "script"),
				why: isProgram
					? 'the kernel reads the \\r as part of the interpreter\'s name and reports "no such file or directory"'
					: "the shell reads the \\r as part of the command",
				fix: `store ${copied.file} with LF: add "*.sh text eol=lf" to .gitattributes, run \`git add --renormalize .\`, and check it out again`,
			};
		}
}

/** The effect of `--chmod` on a file; `unknown` for a symbolic mode. */
function modeSetBy(copies: readonly TracedStep[]): "executable" | "other" | "unknown" | undefined {
	const flags = copies.flatMap(({ instruction }) => instruction.flags.filter(({ name }) => name === "chmod"));
	const flag = flags.at(-1);
	if (flag === undefined) return undefined;
	if (!/^[0-7]{3,4}$/.test(flag.value ?? "")) return "unknown";
	return (Number.parseInt(flag.value ?? "", 8) & 0o111) === 0 ? "other" : "executable";
}

function* notExecutable(context: RuleContext): Iterable<RuleFinding> {
	const { trace, selected } = context;
	for (const { keyword, line, started } of starts(context)) {
		const { program } = started;
		const copied = copiedProgram(program, context);
		if (copied === undefined || isChanged(copied, program, mayChangeMode)) continue;
		const entry = selected.flatMap(({ entries }) => entries).find(({ path }) => path === copied.file);
		const mode = modeSetBy(copied.copies);
		if (mode === "executable" || mode === "unknown" || (mode === undefined && entry?.executable !== false)) continue;
		const after = mode === undefined ? "" : " after --chmod";
		yield {
			message: `${keyword} runs ${program}, which is not executable`,
			at: { file: trace.file, line },
			check: startCheck(keyword, "program"),
			why: `${copied.file} has no executable bit${after}: the container exits with "permission denied"`,
			fix: `run \`git update-index --chmod=+x ${copied.file}\`, or use COPY --chmod=0755`,
		};
	}
}

function* missingScript(context: RuleContext): Iterable<RuleFinding> {
	const { trace, dockerfile } = context;
	const volumes = trace.finalStage.chain.flatMap((index) =>
		(dockerfile.stages[index]?.instructions ?? []).flatMap(({ keyword, args }) => (keyword === "VOLUME" ? args : [])),
	);
	for (const { keyword, line, started } of starts(context)) {
		const { script } = started;
		// PATH and links decide about the program itself; verify checks it in the image.
		if (script === undefined) continue;
		const [place] = placesOf(script.includes("/") ? script : `./${script}`, context);
		if (place === undefined || /[$*?]/.test(place)) continue;
		if (volumes.some((volume) => volume.includes("$") || isWithin(place, toAbsolutePath(volume)))) continue;
		if (trace.wholeContext.length > 0 || stageProvides(context, trace.finalStage.stage, place) !== "no") continue;
		const suggestion = closestMatch(place, copiedFilesIn(posix.dirname(place), context));
		yield {
			message: `${keyword} runs ${script}, which is not in the image`,
			at: { file: trace.file, line },
			check: startCheck(keyword, "script"),
			why: `no instruction copies or creates ${place}`,
			fix: suggestion === undefined ? "COPY it there, or correct the path" : `did you mean ${suggestion}?`,
		};
	}
}

/** Copied files in a folder of the image. */
function copiedFilesIn(folder: string, { trace, selected }: RuleContext): readonly string[] {
	const at = { stage: trace.finalStage.stage, before: trace.steps.length };
	const files = selected.flatMap(({ entries }) => entries.filter(({ kind }) => kind === "file"));
	const names = new Set(files.map(({ path }) => posix.basename(path)));
	// With more files, a suggestion takes too long.
	if (names.size > 500) return [];
	return [...names]
		.map((name) => posix.join(folder, name))
		.filter((place) => traceCopy(place, at, trace, selected) !== undefined);
}

export const scriptRules: readonly LintRule[] = [
	{
		id: "script-line-ends",
		scope: "service",
		severity: "error",
		verifiedBy: "entrypoint",
		title: "A script with a Windows line ending in its `#!` line",
		docs: "Linux looks for an interpreter named `/bin/sh\\r` and reports `no such file or directory`. Checks the repository's scripts that ENTRYPOINT, CMD and HEALTHCHECK run or pass to a shell, except files that a RUN may rewrite (`sed -i`, `dos2unix`). Git writes such line endings because of `core.autocrlf` or `.gitattributes`; `*.sh text eol=lf` in `.gitattributes` prevents it.",
		check: lineEnds,
	},
	{
		id: "script-not-executable",
		scope: "service",
		severity: "error",
		verifiedBy: "entrypoint",
		title: "The container starts a file without the executable bit",
		docs: "Git stores the file as 0644, and neither `COPY --chmod` nor a RUN makes it executable: `permission denied`. Checks what ENTRYPOINT, CMD and HEALTHCHECK run directly, without an interpreter.",
		check: notExecutable,
	},
	{
		id: "missing-script",
		scope: "service",
		severity: "error",
		verifiedBy: "entrypoint-module",
		title: "The container starts a script that is not in the image",
		docs: "No instruction copies or creates it. Reported only if certain: the image starts from a well-known image or `scratch`, the file is not in a folder of the distribution or in a VOLUME, and every RUN has known results, such as `apt-get`.",
		check: missingScript,
	},
];
