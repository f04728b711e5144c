import { posix } from "node:path";
import { closestMatch } from "../../util/closest-match.ts";
import { defined } from "../../util/defined.ts";
import type { Location, Problem } from "../../util/errors.ts";
import { type Dockerfile, flagValue, type Trace, type TracedStep } from "../dockerfile/dockerfile.ts";
import { type CopiedInputs, findMountedFile, traceCopy } from "./copied-files.ts";
import { findPipCommands, type PipCommand } from "./pip-command.ts";
import type { PythonRuntime } from "./python-runtime.ts";
import type { Requirement } from "./requirement.ts";
import { mergeIndexOptions, noIndexOptions, type PipIndexOptions, parseRequirements } from "./requirements-file.ts";
import type { InstallTarget } from "./wheel.ts";

/** One `pip install` of a Dockerfile, with the content of the files that it reads. */
export interface PipInstall {
	readonly stage: number;
	/** The RUN. */
	readonly at: Location;
	/** Whether it may not run at all. */
	readonly conditional: boolean;
	/** Markers are not evaluated. */
	readonly requirements: readonly Requirement[];
	readonly constraints: readonly Requirement[];
	readonly choice: PipIndexOptions;
	/** Where the packages have to run, one per platform of the image. Empty: on the build machine, which is unknown. */
	readonly targets: readonly InstallTarget[];
	readonly python?: string;
	/** Files of the repository that it reads, without duplicates. */
	readonly files: readonly string[];
	/** What pip would reject (`requirements/syntax`, `requirements/missing-file`). */
	readonly problems: readonly Problem[];
}

/** The image around a `pip install`. Paths are relative to the catalog's folder. */
export interface PipInstallContext {
	readonly dockerfile: Dockerfile;
	readonly trace: Trace;
	readonly selected: CopiedInputs;
	/** Platforms of the image: `linux/arm64`. */
	readonly platforms: readonly string[];
	/** Python runtime of a stage's base. */
	runtime(stage: number): PythonRuntime;
	/** Content of a file; undefined if it does not exist. */
	text(path: string): string | undefined;
	/** Whether a file is certainly missing in the stage when a RUN reads it. */
	isAbsent(step: TracedStep, path: string): boolean;
}

/** Every `pip install` of the stages that the image needs, in order. */
export function findPipInstalls(context: PipInstallContext): readonly PipInstall[] {
	return context.trace.steps.flatMap((step, index) => {
		const { keyword, form, args, heredocs } = step.instruction;
		if (keyword !== "RUN") return [];
		const text = form === "json" ? args.map(quote).join(" ") : (args[0] ?? "");
		const bodies = heredocs.map(({ content }) => content);
		return [text, ...bodies]
			.flatMap((part) => findPipCommands(part, step.variables))
			.map((call) => new InstallReader(context, step, index).read(call));
	});
}

const quote = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;

/** Files of one command: each may include others. */
const maxFiles = 500;

class InstallReader {
	private readonly context: PipInstallContext;
	private readonly step: TracedStep;
	private readonly index: number;
	private readonly requirements: Requirement[] = [];
	private readonly constraints: Requirement[] = [];
	private readonly files: string[] = [];
	private readonly problems: Problem[] = [];
	private readonly seen = new Set<string>();
	private choice = noIndexOptions;

	constructor(context: PipInstallContext, step: TracedStep, index: number) {
		this.context = context;
		this.step = step;
		this.index = index;
	}

	read(call: PipCommand): PipInstall {
		const { dockerfile, trace, runtime } = this.context;
		const { stage, instruction, variables, workdir } = this.step;
		const at = { file: dockerfile.file, line: instruction.line };
		for (const { kind, path, folder } of call.includes)
			this.readFile(posix.resolve(workdir, folder, path), kind, call.conditional ? {} : { named: path });
		for (const { word, parsed } of call.named) this.requirements.push(this.locateRequirement(word, parsed));
		const { python: basePython, libc } = runtime(stage);
		const python = call.python ?? basePython;
		const environment = environmentIndexOptions(variables);
		const isCrossBuild = /\$\{?BUILD/.test(dockerfile.stages[baseStageIndex(trace, stage)]?.platform ?? "");
		const platforms = isCrossBuild && call.platforms.length === 0 ? [] : this.context.platforms;
		const { requirements, constraints, files, problems } = this;
		return {
			...{ stage, at, conditional: call.conditional, requirements, constraints, files, problems },
			choice: mergeIndexOptions(mergeIndexOptions(environment, call.choice), this.choice),
			targets: platforms.map((platform) => ({ platform, ...defined({ python, libc }) })),
			...defined({ python }),
		};
	}

	/** A package in the command, located by its word in the RUN. */
	private locateRequirement(word: string, parsed: PipCommand["named"][number]["parsed"]): Requirement {
		const { instruction } = this.step;
		const { versionsOffset, ...rest } = parsed;
		const lines = instruction.raw.split("\n");
		const index = lines.findIndex((line) => line.includes(word));
		const file = this.context.dockerfile.file;
		const column = (lines[index]?.indexOf(word) ?? 0) + 1;
		const at = index < 0 ? { file, line: instruction.line } : { file, line: instruction.line + index, column };
		const versionsAt = index < 0 || rest.versions === undefined ? at : { ...at, column: column + versionsOffset };
		return { ...rest, hashed: false, at, versionsAt };
	}

	/** Reads a file by its path in the container, and its includes. */
	private readFile(
		path: string,
		kind: "requirements" | "constraints",
		/** The include that names the file, or the name in the command. Neither: a missing file is not a problem. */
		origin: { readonly include?: Location; readonly named?: string },
	): void {
		if (this.seen.has(`${kind} ${path}`)) return;
		this.seen.add(`${kind} ${path}`);
		if (this.seen.size > maxFiles) {
			if (this.seen.size > maxFiles + 1) return;
			const message = `one pip install reads more than ${maxFiles} requirements files`;
			const at = origin.include ?? { file: this.context.dockerfile.file, line: this.step.instruction.line };
			this.problems.push({ code: "requirements/too-large", message, at });
			return;
		}
		const { trace, selected } = this.context;
		const position = { stage: this.step.stage, before: this.index };
		const source = findMountedFile(path, this.step, selected) ?? traceCopy(path, position, trace, selected)?.file;
		if (source === undefined) {
			if (origin.include !== undefined) this.reportMissingInclude(path, origin.include);
			else if (origin.named !== undefined) this.reportMissing(path, origin.named);
			return;
		}
		const text = this.context.text(source);
		// Copied, but not readable here: for example, the sparse checkout skips it.
		if (text === undefined || this.isRewritten(posix.basename(path))) return;
		this.files.push(source);
		const { requirements, includes, choice, problems } = parseRequirements(text, source);
		const list = kind === "requirements" ? this.requirements : this.constraints;
		for (const requirement of requirements) list.push(requirement);
		for (const problem of problems) this.problems.push(problem);
		this.choice = mergeIndexOptions(this.choice, choice);
		for (const include of includes)
			if (!/^[a-z]+:\/\//i.test(include.path) && !include.path.includes("$"))
				this.readFile(posix.resolve(posix.dirname(path), include.path), include.kind, { include: include.at });
	}

	/** Whether an earlier step writes to it: then pip reads another content. */
	private isRewritten(name: string): boolean {
		const gap = "[^&|;\\n]{0,2000}";
		const command = `(?:\\bsed\\s${gap}-i|\\btee\\b|\\bperl\\s+-p?i)${gap}`;
		const writes = new RegExp(`(?:>[^&|;\\n>]*|${command})${RegExp.escape(name)}`);
		return this.context.trace.steps
			.slice(0, this.index + 1)
			.some(({ instruction }) => instruction.keyword === "RUN" && writes.test(instruction.raw));
	}

	/** Reports a missing file that the command names. */
	private reportMissing(path: string, named: string): void {
		const { selected, dockerfile } = this.context;
		const { instruction } = this.step;
		if (/^[a-z]+:\/\//i.test(named) || named.includes("$") || !this.context.isAbsent(this.step, path)) return;
		const index = instruction.raw.split("\n").findIndex((line) => line.includes(named));
		const names = selected.flatMap(({ entries }) => entries.map((entry) => posix.basename(entry.path)));
		const suggestion = closestMatch(posix.basename(path), new Set(names));
		this.problems.push({
			code: "requirements/missing-file",
			message: `pip reads ${named}, which does not exist`,
			at: { file: dockerfile.file, line: instruction.line + Math.max(0, index) },
			why: `no earlier instruction copies or creates ${path}`,
			fix: suggestion === undefined ? "COPY it before this RUN, or correct the name" : `did you mean ${suggestion}?`,
		});
	}

	/** Reports an include that no instruction copies, unless a RUN that names it may create it. */
	private reportMissingInclude(path: string, at: Location): void {
		const { trace, dockerfile } = this.context;
		const name = posix.basename(path);
		if (trace.steps.some(({ instruction: { keyword, raw } }) => keyword === "RUN" && raw.includes(name))) return;
		if (trace.wholeContext.length > 0 || trace.steps.some((step) => copiesUnknownFiles(step, trace))) return;
		this.problems.push({
			code: "requirements/missing-file",
			message: `${name} is not in the image when pip reads it`,
			at,
			why: `line ${this.step.instruction.line} of ${dockerfile.file} runs pip, and no earlier instruction copies ${path}`,
			fix: `also COPY ${name}, next to the file that includes it`,
		});
	}
}

/** Whether a step copies unknown files from an image or an archive. */
function copiesUnknownFiles({ instruction }: TracedStep, { stages }: Trace): boolean {
	const from = flagValue(instruction, "from");
	const isStage = from === undefined || /^\d+$/.test(from) || stages.some(({ name }) => name === from.toLowerCase());
	return instruction.keyword === "ADD" || (instruction.keyword === "COPY" && !isStage);
}

/** The first ancestor stage, whose FROM names an image: it decides the platform. */
function baseStageIndex(trace: Trace, stage: number): number {
	const base = trace.stages.find(({ index }) => index === stage)?.base;
	return base?.kind === "stage" ? baseStageIndex(trace, base.stage) : stage;
}

/** Options that pip reads from the environment. */
function environmentIndexOptions(variables: Readonly<Record<string, string>>): PipIndexOptions {
	return {
		...noIndexOptions,
		...defined({ index: variables.PIP_INDEX_URL || undefined }),
		extra: (variables.PIP_EXTRA_INDEX_URL ?? "").split(/\s+/).filter(Boolean),
		none: /^(1|true|yes|on)$/i.test(variables.PIP_NO_INDEX ?? ""),
		links: (variables.PIP_FIND_LINKS ?? "") !== "",
	};
}
