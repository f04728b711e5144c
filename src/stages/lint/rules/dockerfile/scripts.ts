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

/** What a container starts, or its health check does, and where that is said. */
interface Start {
	readonly keyword: string;
	readonly line: number;
	readonly startable: StartedProgram;
}

/** What the image starts by its own Dockerfile, as far as that is plain. */
function starts({ trace }: RuleContext): readonly Start[] {
	const { entrypoint, cmd, healthcheck } = trace.finalStage;
	const found: (Omit<Start, "startable"> & { readonly startable: StartedProgram | undefined })[] = [];
	if (entrypoint !== undefined) {
		const { form, words } = entrypoint.value;
		const more = cmd?.value.form === "json" ? cmd.value.words : [];
		const startable = form === "json" ? parseStartCommand([...words, ...more]) : parseShellStartCommand(words[0] ?? "");
		// What the program is told in CMD is not there, if anything.
		const { line } =
			cmd !== undefined &&
			form === "json" &&
			parseStartCommand(words)?.script === undefined &&
			startable?.script !== undefined
				? cmd
				: entrypoint;
		found.push({ keyword: "ENTRYPOINT", line, startable });
	} else if (cmd !== undefined) {
		const { form, words } = cmd.value;
		const before = entrypointOfBase(trace.finalStage.base, words[0] ?? "");
		const startable =
			before === undefined
				? undefined
				: form === "json"
					? parseStartCommand([...before, ...words])
					: parseShellStartCommand(words[0] ?? "");
		found.push({ keyword: "CMD", line: cmd.line, startable });
	}
	if (healthcheck !== undefined && healthcheck.value.kind !== "none") {
		const { kind, words } = healthcheck.value;
		const startable = kind === "exec" ? parseStartCommand(words) : parseShellStartCommand(words[0] ?? "");
		found.push({ keyword: "HEALTHCHECK", line: healthcheck.line, startable });
	}
	return found.flatMap(({ startable, ...rest }) => (startable === undefined ? [] : [{ ...rest, startable }]));
}

/** What an outside image puts before the words of CMD; undefined where nobody knows. */
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

/** Where the engine looks for a program, by the image's own PATH. */
function placesOf(name: string, context: RuleContext): readonly string[] {
	const workdir = workdirOf(context);
	if (workdir.includes("$")) return [];
	if (name.includes("/")) return [posix.resolve("/", workdir, name)];
	const path =
		context.trace.finalStage.env.PATH?.value ?? "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
	return path.split(":").flatMap((folder) => (folder.startsWith("/") ? [posix.join(folder, name)] : []));
}

/** The file of the repository that lies there, with the way it took. */
function copiedTo(places: readonly string[], { trace, selected }: RuleContext): CopiedFile | undefined {
	const at = { stage: trace.finalStage.stage, before: trace.steps.length };
	for (const place of places) {
		const found = traceCopy(place, at, trace, selected);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Commands that leave the content of files as it is. */
const keepsContent =
	/^(?:chmod|chown|chgrp|ls|stat|test|\[|mkdir|useradd|adduser|groupadd|addgroup|apt-get|apt|apk|pip[\d.]*|npm|true)$/;
/** Commands that write into files they may have been given by any means. */
const rewrites = /^(?:dos2unix|sed|perl|awk|find|xargs|tr|git)$/;

const commandsOf = (step: TracedStep) => shellCommands(shellText(step)).filter(([program]) => program !== undefined);

const mentions = (words: readonly string[], file: string) => words.some((word) => word.includes(posix.basename(file)));

const mayRewrite = (step: TracedStep, file: string): boolean =>
	commandsOf(step).some((words) => {
		const program = posix.basename(words[0] ?? "");
		return rewrites.test(program) || (!keepsContent.test(program) && mentions(words, file));
	});

const mayChangeMode = (step: TracedStep, file: string): boolean =>
	commandsOf(step).some((words) => {
		const program = posix.basename(words[0] ?? "");
		if (program !== "chmod")
			return /^(?:find|xargs|install)$/.test(program) || (!keepsContent.test(program) && mentions(words, file));
		return mentions(words, file) || words.some((word) => /^-\w*R|^--recursive$|[*?$]/.test(word));
	});

/** The verify check of a program that an instruction starts, or of the script that it passes to a program. */
export const startCheck = (keyword: string, part: "program" | "script"): VerifyCheckId =>
	keyword === "HEALTHCHECK" ? "healthcheck-program" : part === "program" ? "entrypoint" : "entrypoint-module";

function* lineEnds(context: RuleContext): Iterable<RuleFinding> {
	const { trace, request } = context;
	for (const { keyword, line, startable } of starts(context))
		for (const name of [startable.program, ...(startable.isShell ? [startable.script] : [])]) {
			const copied = name === undefined ? undefined : copiedTo(placesOf(name, context), context);
			if (name === undefined || copied === undefined) continue;
			if (!/^#![^\n]*\r(?:\n|$)/.test(request.around.text(copied.file) ?? "")) continue;
			if (copied.runs.some((step) => mayRewrite(step, name) || mayRewrite(step, copied.file))) continue;
			yield {
				message: `${keyword} runs ${name}, whose first line ends with \\r: Windows line ends`,
				at: { file: trace.file, line },
				check: startCheck(keyword, name === startable.program ? "program" : "script"),
				why:
					name === startable.program
						? "the kernel takes the \\r for a part of the interpreter's name, and says that there is no such file"
						: "the shell takes the \\r for a part of what it reads",
				fix: `store ${copied.file} with LF: add the line "*.sh text eol=lf" to .gitattributes, then \`git add --renormalize .\` and check it out again`,
			};
		}
}

/** What `--chmod` makes of a file's mode; `unknown` where letters are added to what it was. */
function modeSetBy(copies: readonly TracedStep[]): "executable" | "other" | "unknown" | undefined {
	const said = copies
		.flatMap(({ instruction }) =>
			instruction.flags.flatMap(({ name, value }) => (name === "chmod" ? [value ?? ""] : [])),
		)
		.at(-1);
	if (said === undefined) return undefined;
	if (!/^[0-7]{3,4}$/.test(said)) return "unknown";
	return (Number.parseInt(said, 8) & 0o111) === 0 ? "other" : "executable";
}

function* notExecutable(context: RuleContext): Iterable<RuleFinding> {
	const { trace, selected } = context;
	for (const {
		keyword,
		line,
		startable: { program },
	} of starts(context)) {
		const copied = copiedTo(placesOf(program, context), context);
		if (copied === undefined) continue;
		const entry = selected.flatMap(({ entries }) => entries).find(({ path }) => path === copied.file);
		const mode = modeSetBy(copied.copies);
		if (mode === "executable" || mode === "unknown" || (mode === undefined && entry?.executable !== false)) continue;
		if (copied.runs.some((step) => mayChangeMode(step, program) || mayChangeMode(step, copied.file))) continue;
		yield {
			message: `${keyword} runs ${program}, which is not executable`,
			at: { file: trace.file, line },
			check: startCheck(keyword, "program"),
			why: `${copied.file} has no executable bit${mode === undefined ? "" : " after --chmod"}: the container ends with "permission denied"`,
			fix: `\`git update-index --chmod=+x ${copied.file}\`, or COPY --chmod=0755`,
		};
	}
}

function* missingScript(context: RuleContext): Iterable<RuleFinding> {
	const { trace, dockerfile } = context;
	const volumes = trace.finalStage.chain.flatMap((index) =>
		(dockerfile.stages[index]?.instructions ?? []).flatMap(({ keyword, args }) => (keyword === "VOLUME" ? args : [])),
	);
	for (const {
		keyword,
		line,
		startable: { script },
	} of starts(context)) {
		// Of the program itself, PATH and links decide: that is looked at in the image.
		if (script === undefined) continue;
		const [place] = placesOf(script.includes("/") ? script : `./${script}`, context);
		if (place === undefined || /[$*?]/.test(place)) continue;
		if (volumes.some((volume) => volume.includes("$") || isWithin(place, toAbsolutePath(volume)))) continue;
		if (trace.wholeContext.length > 0 || stageProvides(context, trace.finalStage.stage, place) !== "no") continue;
		const meant = closestMatch(place, placed(context, posix.dirname(place)));
		yield {
			message: `${keyword} runs ${script}, which is not in the image`,
			at: { file: trace.file, line },
			check: startCheck(keyword, "script"),
			why: `no instruction brings or makes ${place}`,
			fix: meant === undefined ? "COPY it there, or correct the path" : `did you mean ${meant}?`,
		};
	}
}

/** Where files that instructions bring lie in a folder of the image. */
function placed({ trace, selected }: RuleContext, folder: string): readonly string[] {
	const at = { stage: trace.finalStage.stage, before: trace.steps.length };
	const files = selected.flatMap(({ entries }) => entries.filter(({ kind }) => kind === "file"));
	const names = new Set(files.map(({ path }) => posix.basename(path)));
	// Of very many, a suggestion is not worth the time.
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
		title: "A script with Windows line ends in its `#!` line",
		docs: "Linux looks for an interpreter called `/bin/sh\\r` and says `no such file or directory`, of a script that is there. Looked at are the scripts of the repository that ENTRYPOINT, CMD and HEALTHCHECK run, or hand to a shell. Git writes such line ends where `core.autocrlf` or `.gitattributes` says so; `*.sh text eol=lf` in `.gitattributes` ends it. Nothing is said where a RUN may rewrite the file (`sed -i`, `dos2unix`).",
		check: lineEnds,
	},
	{
		id: "script-not-executable",
		scope: "service",
		severity: "error",
		verifiedBy: "entrypoint",
		title: "The container starts a file without the executable bit",
		docs: "The file comes from the repository, git has it as 0644, and neither `COPY --chmod` nor a RUN makes it executable: the container ends with `permission denied`. Looked at is what ENTRYPOINT, CMD and HEALTHCHECK run themselves; a script that is handed to an interpreter needs no such bit.",
		check: notExecutable,
	},
	{
		id: "missing-script",
		scope: "service",
		severity: "error",
		verifiedBy: "entrypoint-module",
		title: "The container starts a script that is not in the image",
		docs: '`CMD ["python", "x.py"]` where no instruction brings or makes `x.py`. Told only where that can be known: the image starts from a well-known image or from nothing, the file lies in none of the folders that distributions fill and in no VOLUME, and every RUN is one whose results are known, such as `apt-get` and `pip install`.',
		check: missingScript,
	},
];
