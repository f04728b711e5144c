import { posix } from "node:path";
import { readMounts, type TracedStage, type TracedStep } from "../../../model/dockerfile/dockerfile.ts";
import { shellCommands } from "../../../model/requirements/shell-words.ts";
import type { LintSubject } from "../rule.ts";
import { copyDestination, maxDepth } from "./final-image.ts";
import { knownBaseVariables } from "./known-bases.ts";
import { copySourceStage, isWithin, shellText, stageAt, toAbsolutePath } from "./stage-chain.ts";

/** Whether a stage has a path. `maybe`: unknown without a build. */
export type PathPresence = "yes" | "no" | "maybe";

/** Folders that a distribution may contain. */
const system = /^\/(?:bin|boot|dev|etc|home|lib\w*|media|mnt|opt|proc|root|run|s?bin|srv|sys|tmp|usr|var|go)(?:\/|$)/;
/** Paths in such folders that no well-known image contains. */
const foreign = /^\/root\/\.local(?:\/|$)|^\/home\/(?!nonroot|node|ubuntu)[^/]+(?:\/|$)|^\/opt\/(?!yarn)[^/]+(?:\/|$)/;

/** A search through stages. Each COPY with several sources has several ways to continue, which have a limit. */
interface Search {
	readonly depth: number;
	readonly budget: { left: number };
}

const newSearch = (): Search => ({ depth: 0, budget: { left: 1000 } });
const deeper = ({ depth, budget }: Search): Search => ({ depth: depth + 1, budget });

/** Whether a completed stage has a path. */
export function stageProvides(subject: LintSubject, index: number, path: string, search = newSearch()): PathPresence {
	const stage = stageAt(subject.trace, index);
	if (stage === undefined || search.depth > maxDepth || search.budget.left-- <= 0) return "maybe";
	const inBase = baseProvides(subject, stage, path, search);
	return inBase === "no" ? stepsProvide(subject, index, path, search) : inBase;
}

/** The same without its base. */
export function stepsProvide(subject: LintSubject, index: number, path: string, search = newSearch()): PathPresence {
	const answers: PathPresence[] = [
		...workdirs(subject, index).map((folder) =>
			folder === undefined ? ("maybe" as const) : isWithin(folder, path) ? ("yes" as const) : ("no" as const),
		),
		...subject.trace.steps
			.filter((step) => step.stage === index)
			.map((step) =>
				step.instruction.keyword === "RUN" ? runProvides(step, path) : copyProvides(subject, step, path, search),
			),
	];
	return answers.includes("yes") ? "yes" : answers.includes("maybe") ? "maybe" : "no";
}

function baseProvides(subject: LintSubject, { base }: TracedStage, path: string, search: Search): PathPresence {
	switch (base.kind) {
		case "scratch":
			return "no";
		case "stage":
			return stageProvides(subject, base.stage, path, deeper(search));
		case "named":
			return "maybe";
		case "image":
			return knownBaseVariables(base.ref) === undefined || (system.test(path) && !foreign.test(path)) ? "maybe" : "no";
		default:
			return base satisfies never;
	}
}

/** Folders that WORKDIR creates; undefined for one that is unknown. */
function workdirs({ dockerfile }: LintSubject, index: number): readonly (string | undefined)[] {
	let current: string | undefined = "/";
	return (dockerfile.stages[index]?.instructions ?? []).flatMap(({ keyword, args }) => {
		if (keyword !== "WORKDIR") return [];
		const text = (args[0] ?? "").replace(/^(["'])(.*)\1$/, "$2");
		if (text.includes("$")) current = undefined;
		else if (text.startsWith("/")) current = toAbsolutePath(text);
		else if (current !== undefined) current = posix.resolve(current, text);
		return [current];
	});
}

function copyProvides(subject: LintSubject, step: TracedStep, path: string, search: Search): PathPresence {
	const { instruction, stage, paths } = step;
	const destination = copyDestination(step);
	if (destination.includes("$") || instruction.flags.some(({ name }) => name === "parents")) return "maybe";
	// A path above the destination is created with it.
	if (isWithin(destination, path)) return "yes";
	if (!isWithin(path, destination)) return "no";
	const rest = path.slice(destination === "/" ? 1 : destination.length + 1);
	const sources = paths.slice(0, -1);
	if (instruction.heredocs.length > 0 || sources.some((source) => unpacked.test(source))) return "maybe";
	const from = copySourceStage(step, subject.trace);
	if (from !== undefined) {
		const answers = sources.flatMap((source) => [
			stageProvides(subject, from, posix.join(toAbsolutePath(source), rest), deeper(search)),
			...(posix.basename(source) === rest.split("/")[0] ? ["maybe" as const] : []),
		]);
		return answers.find((answer) => answer !== "no") ?? "no";
	}
	if (instruction.flags.some(({ name }) => name === "from")) return "maybe";
	const selected = subject.selected.filter(({ input }) => input.line === instruction.line && input.stage === stage);
	if (selected.length === 0 || subject.trace.wholeContext.length > 0) return "maybe";
	const candidates = sources.flatMap((source) => {
		const root = toAbsolutePath(source).slice(1);
		return [posix.join(root, rest), ...(posix.basename(root) === rest ? [root] : [])];
	});
	const isCopied = selected.some(({ entries, root }) =>
		entries.some((entry) => candidates.some((candidate) => isWithin(entry.path, `${root}${candidate}`))),
	);
	return isCopied ? "yes" : "no";
}

/** Sources with variables, wildcards, URLs or archives. */
const unpacked = /[$*?[]|:\/\/|\.(?:tar|tgz|zip|txz)/;

/** Commands that only write to paths that they name. */
const tame =
	/^(?:apt-get|apt|apk|yum|dnf|microdnf|tdnf|pip[\d.]*|useradd|adduser|groupadd|addgroup|usermod|chmod|chown|rm|mkdir|echo|printf|true|set|export|cd|test|\[|touch|find|sed|update-ca-certificates|ldconfig|apt-mark|dpkg|if|then|fi|else|:|ls|cat|id|sleep|which|strip|head|tail|grep|sort)$/;

function runProvides(step: TracedStep, path: string): PathPresence {
	const text = shellText(step);
	if (step.instruction.heredocs.length > 0) return "maybe";
	const isKnown = (words: readonly string[]) => tame.test(posix.basename(words[0] ?? "")) || isTamePython(words);
	if (!shellCommands(text).every(isKnown)) return "maybe";
	if (/^\/(?:root|home\/[^/]+)\/\.local(?:\/|$)/.test(path))
		return /--user|--prefix|--root|\.local|PIP_USER|PYTHONUSERBASE/.test(
			`${text} ${Object.keys(step.variables).join(" ")}`,
		)
			? "maybe"
			: "no";
	// A command that names the file may create it, and adduser creates home folders.
	const createsHome = path.startsWith("/home/") && /adduser|useradd/.test(text);
	return text.includes(posix.basename(path)) || createsHome ? "maybe" : "no";
}

/** `python -m pip`, `python -m compileall`, `python -c "import x"`. */
function isTamePython([program = "", option, what = ""]: readonly string[]): boolean {
	if (/^\w+=/.test(program)) return false;
	if (!/^python[\d.]*$/.test(posix.basename(program))) return false;
	return option === "-m"
		? /^(?:pip|compileall|ensurepip)$/.test(what)
		: option === "-c" && !/open\(|write|mkdir|makedirs|copy/.test(what);
}

/**
 * Whether a file is missing for certain when a command of a RUN reads it: no step before it copies or creates it, no
 * other command of the RUN may create it, and no mount contains it.
 */
export function isSurelyAbsent(subject: LintSubject, step: TracedStep, path: string, reader: RegExp): boolean {
	const { trace } = subject;
	if (path.includes("$") || trace.wholeContext.length > 0 || step.instruction.heredocs.length > 0) return false;
	const mounts = readMounts(step.instruction);
	if (mounts === undefined || mounts.some(({ target }) => isWithin(path, posix.resolve(step.workdir, target))))
		return false;
	const others = shellCommands(shellText(step)).filter((words) => !reader.test(words.join(" ")));
	const mayCreate = (words: readonly string[]) =>
		!tame.test(posix.basename(words[0] ?? "")) || words.some((word) => word.includes(posix.basename(path)));
	if (others.some(mayCreate)) return false;
	const index = trace.steps.indexOf(step);
	const steps = trace.steps.filter((other, i) => i < index || (i > index && other.stage !== step.stage));
	return stageProvides({ ...subject, trace: { ...trace, steps } }, step.stage, path) === "no";
}
