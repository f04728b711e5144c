import { posix } from "node:path";
import { closestMatch } from "../../util/closest-match.ts";
import { defined } from "../../util/defined.ts";
import type { Location, Problem } from "../../util/errors.ts";
import type { Dockerfile, Trace, TracedStep } from "../dockerfile/dockerfile.ts";
import { type ContextInputs, findCopiedFile, findMountedFile } from "./copied-files.ts";
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
	readonly selected: ContextInputs;
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

class InstallReader {
	private readonly context: PipInstallContext;
	private readonly step: TracedStep;
	private readonly index: number;
	private readonly requirements: Requirement[] = [];
	private readonly constraints: Requirement[] = [];
	private readonly files: string[] = [];
	private readonly problems: Problem[] = [];
	private readonly seen = new Set<string>();
	private choice: PipIndexOptions;

	constructor(context: PipInstallContext, step: TracedStep, index: number) {
		this.context = context;
		this.step = step;
		this.index = index;
		this.choice = noIndexOptions;
	}

	read(call: PipCommand): PipInstall {
		const { dockerfile, trace, runtime } = this.context;
		const { stage, instruction, variables, workdir } = this.step;
		const at = { file: dockerfile.file, line: instruction.line };
		for (const { kind, path, folder } of call.includes)
			this.readFile(posix.resolve(workdir, folder, path), kind, undefined, call.conditional ? undefined : path);
		for (const { word, parsed } of call.named) this.requirements.push(this.locateRequirement(word, parsed));
		const { python: said, libc } = runtime(stage);
		const python = call.python ?? said;
		const around = environmentIndexOptions(variables);
		const cross = /\$\{?BUILD/.test(dockerfile.stages[baseStageIndex(trace, stage)]?.platform ?? "");
		const platforms = cross && call.platforms.length === 0 ? [] : this.context.platforms;
		const known = { ...defined({ python, libc }) };
		return {
			stage,
			at,
			conditional: call.conditional,
			requirements: this.requirements,
			constraints: this.constraints,
			choice: mergeIndexOptions(mergeIndexOptions(around, call.choice), this.choice),
			targets: platforms.map((platform) => ({ platform, ...known })),
			...defined({ python }),
			files: this.files,
			problems: this.problems,
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
		from: Location | undefined,
		/** As the command names it. */
		written?: string,
	): void {
		if (this.seen.has(`${kind} ${path}`)) return;
		this.seen.add(`${kind} ${path}`);
		const { trace, selected } = this.context;
		const source =
			findMountedFile(path, this.step, selected) ?? findCopiedFile(path, this.step.stage, trace, selected, this.index);
		if (source === undefined) {
			if (from !== undefined) this.reportMissingInclude(path, from);
			else if (written !== undefined) this.reportAbsent(path, written);
			return;
		}
		const text = this.context.text(source);
		// Copied, but not readable here: for example, the sparse checkout skips it.
		if (text === undefined) return;
		if (this.isRewritten(posix.basename(path))) return;
		this.files.push(source);
		const { requirements, includes, choice, problems } = parseRequirements(text, source);
		(kind === "requirements" ? this.requirements : this.constraints).push(...requirements);
		this.problems.push(...problems);
		this.choice = mergeIndexOptions(this.choice, choice);
		for (const include of includes)
			if (!/^[a-z]+:\/\//i.test(include.path) && !include.path.includes("$"))
				this.readFile(posix.resolve(posix.dirname(path), include.path), include.kind, include.at);
	}

	/** Whether an earlier step writes to it: then pip reads another content. */
	private isRewritten(name: string): boolean {
		const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
		const writes = new RegExp(`(?:\\bsed\\s[^&|;\\n]*-i|>|\\btee\\b|\\bperl\\s+-p?i)[^&|;\\n]*${escaped}`);
		return this.context.trace.steps
			.slice(0, this.index + 1)
			.some(({ instruction }) => instruction.keyword === "RUN" && writes.test(instruction.raw));
	}

	/** Reports a missing file that the command names. */
	private reportAbsent(path: string, written: string): void {
		const { selected, dockerfile } = this.context;
		const { instruction } = this.step;
		if (/^[a-z]+:\/\//i.test(written) || written.includes("$") || !this.context.isAbsent(this.step, path)) return;
		const lines = instruction.raw.split("\n");
		const line =
			instruction.line +
			Math.max(
				0,
				lines.findIndex((one) => one.includes(written)),
			);
		const names = selected.flatMap(({ entries }) => entries.map((entry) => posix.basename(entry.path)));
		const meant = closestMatch(posix.basename(path), new Set(names));
		this.problems.push({
			code: "requirements/missing-file",
			message: `pip reads ${written}, which does not exist`,
			at: { file: dockerfile.file, line },
			why: `no earlier instruction copies or creates ${path}`,
			fix: meant === undefined ? "COPY it before this RUN, or correct the name" : `did you mean ${meant}?`,
		});
	}

	/** Reports an include that no instruction copies, unless a RUN that names it may create it. */
	private reportMissingInclude(path: string, at: Location): void {
		const { trace } = this.context;
		const name = posix.basename(path);
		const made = trace.steps.some(({ instruction }) => instruction.keyword === "RUN" && instruction.raw.includes(name));
		const unclear = trace.wholeContext.length > 0 || trace.steps.some((step) => copiesUnknownFiles(step, trace));
		if (made || unclear) return;
		this.problems.push({
			code: "requirements/missing-file",
			message: `${name} is not in the image when pip reads it`,
			at,
			why: `line ${this.step.instruction.line} of ${this.context.dockerfile.file} runs pip, and no earlier instruction copies ${path}`,
			fix: `also COPY ${name}, next to the file that includes it`,
		});
	}
}

/** Whether a step copies unknown files from an image or an archive. */
function copiesUnknownFiles({ instruction: { keyword, flags } }: TracedStep, { stages }: Trace): boolean {
	const from = flags.find(({ name }) => name === "from")?.value;
	const known = from === undefined || /^\d+$/.test(from) || stages.some(({ name }) => name === from.toLowerCase());
	return keyword === "ADD" || (keyword === "COPY" && !known);
}

/** The first ancestor stage, whose FROM names an image: it decides the platform. */
function baseStageIndex(trace: Trace, stage: number): number {
	const base = trace.stages.find(({ index }) => index === stage)?.base;
	return base?.kind === "stage" ? baseStageIndex(trace, base.stage) : stage;
}

/** Options that pip reads from the environment. */
function environmentIndexOptions(variables: Readonly<Record<string, string>>): PipIndexOptions {
	const {
		PIP_INDEX_URL: index,
		PIP_EXTRA_INDEX_URL: extra = "",
		PIP_NO_INDEX: none,
		PIP_FIND_LINKS: links,
	} = variables;
	return {
		...(index !== undefined && index !== "" && { index }),
		extra: extra.split(/\s+/).filter(Boolean),
		none: none !== undefined && /^(1|true|yes|on)$/i.test(none),
		links: links !== undefined && links !== "",
		pre: false,
		noBinary: [],
		onlyBinary: [],
	};
}
