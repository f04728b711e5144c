import { posix } from "node:path";
import { readMounts, type TracedStage, type TracedStep } from "../../../model/dockerfile/dockerfile.ts";
import { shellCommands } from "../../../model/requirements/shell-words.ts";
import type { LintSubject } from "../rule.ts";
import { copyDestination } from "./final-image.ts";
import { knownBaseVariables } from "./known-bases.ts";
import { copySourceStage, isWithin, shellText, stageAt, toAbsolutePath } from "./stage-chain.ts";

/** Whether a stage has a path. `maybe`: unknown without a build. */
export type PathPresence = "yes" | "no" | "maybe";

/** Maximum number of stages that a path is followed through. */
const deepest = 20;

/** Folders that a distribution may contain. */
const system = /^\/(?:bin|boot|dev|etc|home|lib\w*|media|mnt|opt|proc|root|run|s?bin|srv|sys|tmp|usr|var|go)(?:\/|$)/;
/** Paths in such folders that no well-known image contains. */
const foreign = /^\/root\/\.local(?:\/|$)|^\/home\/(?!nonroot|node|ubuntu)[^/]+(?:\/|$)|^\/opt\/(?!yarn)[^/]+(?:\/|$)/;

/** Whether a completed stage has a path. */
export function stageProvides(subject: LintSubject, index: number, path: string, depth = 0): PathPresence {
	const stage = stageAt(subject.trace, index);
	if (stage === undefined || depth > deepest) return "maybe";
	const below = baseMakes(subject, stage, path, depth);
	return below === "no" ? stepsProvide(subject, index, path, depth) : below;
}

/** The same without its base. */
export function stepsProvide(subject: LintSubject, index: number, path: string, depth = 0): PathPresence {
	const answers: PathPresence[] = [
		...workdirs(subject, index).map((folder) =>
			folder === undefined ? ("maybe" as const) : isWithin(folder, path) ? ("yes" as const) : ("no" as const),
		),
		...subject.trace.steps.filter((step) => step.stage === index).map((step) => stepMakes(subject, step, path, depth)),
	];
	return answers.includes("yes") ? "yes" : answers.includes("maybe") ? "maybe" : "no";
}

function baseMakes(subject: LintSubject, { base }: TracedStage, path: string, depth: number): PathPresence {
	switch (base.kind) {
		case "scratch":
			return "no";
		case "stage":
			return stageProvides(subject, base.stage, path, depth + 1);
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
	let here: string | undefined = "/";
	return (dockerfile.stages[index]?.instructions ?? []).flatMap(({ keyword, args }) => {
		if (keyword !== "WORKDIR") return [];
		const text = (args[0] ?? "").replace(/^(["'])(.*)\1$/, "$2");
		if (text.includes("$")) here = undefined;
		else if (text.startsWith("/")) here = toAbsolutePath(text);
		else if (here !== undefined) here = posix.resolve(here, text);
		return [here];
	});
}

function stepMakes(subject: LintSubject, step: TracedStep, path: string, depth: number): PathPresence {
	if (step.instruction.keyword === "RUN") return runMakes(step, path);
	const place = copyDestination(step);
	if (place.includes("$") || step.instruction.flags.some(({ name }) => name === "parents")) return "maybe";
	// A path above the destination is created with it.
	if (isWithin(place, path)) return "yes";
	if (!isWithin(path, place)) return "no";
	const rest = path.slice(place === "/" ? 1 : place.length + 1);
	const sources = step.paths.slice(0, -1);
	if (
		step.instruction.heredocs.length > 0 ||
		sources.some((source) => /[$*?[]|:\/\/|\.(?:tar|tgz|zip|txz)/.test(source))
	)
		return "maybe";
	const { flags } = step.instruction;
	const from = copySourceStage(step, subject.trace);
	if (from !== undefined) {
		const answers = sources.flatMap((source) => [
			stageProvides(subject, from, posix.join(toAbsolutePath(source), rest), depth + 1),
			...(posix.basename(source) === rest.split("/")[0] ? ["maybe" as const] : []),
		]);
		return answers.find((answer) => answer !== "no") ?? "no";
	}
	if (flags.some(({ name }) => name === "from")) return "maybe";
	const mine = subject.selected.filter(
		({ input }) => input.line === step.instruction.line && input.stage === step.stage,
	);
	if (mine.length === 0 || subject.trace.wholeContext.length > 0) return "maybe";
	const wanted = sources.flatMap((source) => {
		const root = toAbsolutePath(source).slice(1);
		return [posix.join(root, rest), ...(posix.basename(root) === rest ? [root] : [])];
	});
	const has = mine.some(({ entries, root }) =>
		entries.some(({ path: entry }) => wanted.some((one) => isWithin(entry, `${root}${one}`))),
	);
	return has ? "yes" : "no";
}

/** Commands that only write to paths that they name. */
const tame =
	/^(?:apt-get|apt|apk|yum|dnf|microdnf|tdnf|pip[\d.]*|useradd|adduser|groupadd|addgroup|usermod|chmod|chown|rm|mkdir|echo|printf|true|set|export|cd|test|\[|touch|find|sed|update-ca-certificates|ldconfig|apt-mark|dpkg|if|then|fi|else|:|ls|cat|id|sleep|which|strip|head|tail|grep|sort)$/;

function runMakes(step: TracedStep, path: string): PathPresence {
	const text = shellText(step);
	if (step.instruction.heredocs.length > 0) return "maybe";
	const name = posix.basename(path);
	const commands = shellCommands(text);
	if (commands.some(([program = ""], i) => !tame.test(posix.basename(program)) && !isTamePython(commands[i] ?? [])))
		return "maybe";
	const user = /^\/(?:root|home\/[^/]+)\/\.local(?:\/|$)/.test(path);
	if (user)
		return /--user|--prefix|--root|\.local|PIP_USER|PYTHONUSERBASE/.test(
			`${text} ${Object.keys(step.variables).join(" ")}`,
		)
			? "maybe"
			: "no";
	// A command that names the file may create it, and adduser creates home folders.
	if (text.includes(name) || (path.startsWith("/home/") && /adduser|useradd/.test(text))) return "maybe";
	return "no";
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
 * Whether a file is missing for certain when a command of a RUN reads it: no step before it copies or creates it, no other
 * command of the RUN may create it, and no mount contains it.
 */
export function isSurelyAbsent(subject: LintSubject, step: TracedStep, path: string, reader: RegExp): boolean {
	const { trace } = subject;
	if (path.includes("$") || trace.wholeContext.length > 0) return false;
	const mounts = readMounts(step.instruction);
	if (mounts === undefined || mounts.some(({ target }) => isWithin(path, posix.resolve(step.workdir, target))))
		return false;
	if (step.instruction.heredocs.length > 0) return false;
	const others = shellCommands(shellText(step)).filter((words) => !reader.test(words.join(" ")));
	const named = (words: readonly string[]) => words.some((word) => word.includes(posix.basename(path)));
	if (others.some((words) => named(words) || !tame.test(posix.basename(words[0] ?? "")))) return false;
	const index = trace.steps.indexOf(step);
	const steps = trace.steps.filter((one, i) => i < index || (i > index && one.stage !== step.stage));
	return stageProvides({ ...subject, trace: { ...trace, steps } }, step.stage, path) === "no";
}
