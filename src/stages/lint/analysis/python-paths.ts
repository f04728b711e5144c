import { posix } from "node:path";
import type { TracedStep } from "../../../model/dockerfile/dockerfile.ts";
import { traceCopy } from "../../../model/requirements/copied-files.ts";
import type { PythonRuntime } from "../../../model/requirements/python-runtime.ts";
import type { RuleContext } from "../rule.ts";
import { copyDestination, externalBase, finalStages, finalSteps, inheritedValue } from "./final-image.ts";
import { repositoryName } from "./known-bases.ts";
import { stageRuntime } from "./pip-installs.ts";
import { copySourceStage, shellText, stageChain, toAbsolutePath } from "./stage-chain.ts";

/** A COPY that brings installed Python packages from another stage. */
export interface PackageCopy {
	readonly step: TracedStep;
	/** The stage that installed them, and its Python. */
	readonly stage: number;
	readonly builder: PythonRuntime;
	/** The folder of the final image that contains them. */
	readonly folder: string;
	/** The virtual environment in the final image that contains them. */
	readonly venv?: string;
}

/** Every COPY of Python packages into the final stage, as far as paths and commands show. */
export function packageCopies(context: RuleContext): readonly PackageCopy[] {
	const { trace } = context;
	return trace.steps.flatMap((step) => {
		const stage = trace.finalStage.chain.includes(step.stage) ? copySourceStage(step, trace) : undefined;
		if (stage === undefined || step.instruction.keyword !== "COPY") return [];
		const builder = stageRuntime(stage, context, context.request);
		const found = step.paths
			.slice(0, -1)
			.map((source) => folderOf(toAbsolutePath(source), stage, step, builder, context));
		return found.flatMap((one) => (one === undefined ? [] : [{ step, stage, builder, ...one }]));
	});
}

function folderOf(
	source: string,
	stage: number,
	step: TracedStep,
	{ python }: PythonRuntime,
	context: RuleContext,
): Pick<PackageCopy, "folder" | "venv"> | undefined {
	const place = copyDestination(step);
	if (/[$*?[]/.test(source) || place.includes("$")) return undefined;
	if (/\/lib\/python3\.\d+\/(?:site|dist)-packages$/.test(source)) return { folder: place };
	if (/\/lib\/python3\.\d+$/.test(source)) return { folder: posix.join(place, "site-packages") };
	const below = python === undefined ? undefined : `python${python}/site-packages`;
	if (below === undefined) return undefined;
	if (/\/\.local\/lib$/.test(source)) return { folder: posix.join(place, below) };
	const { prefixes, targets, venvs } = placesOfPip(stage, context);
	if (targets.has(source)) return { folder: place };
	const folder = posix.join(place, "lib", below);
	if (venvs.has(source)) return { folder, venv: place };
	return /\/\.local$/.test(source) || prefixes.has(source) ? { folder } : undefined;
}

/** Folders into which the commands of a stage install packages. */
function placesOfPip(stage: number, { trace }: RuleContext) {
	const chain = new Set(stageChain(trace, stage).map(({ index }) => index));
	const text = trace.steps
		.filter((step) => chain.has(step.stage) && step.instruction.keyword === "RUN")
		.map(shellText)
		.join("\n");
	const all = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, path = ""]) => toAbsolutePath(path)));
	return {
		prefixes: all(/--(?:prefix|root)[= ]+["']?(\/[^\s"';&|]+)/g),
		targets: all(/(?:--target[= ]+|\spip3? install .*\s-t\s+)["']?(\/[^\s"';&|]+)/g),
		venvs: all(/\b(?:venv|virtualenv)\s(?:.*\s)?["']?(\/[^\s"';&|]+)/g),
	};
}

/** Whether a step copies another Python, whose search path is unknown. */
export const bringsOwnPython = (context: RuleContext): boolean =>
	finalSteps(context, context.request).some(({ paths }) =>
		paths
			.slice(0, -1)
			.some((path) =>
				/\/python[\d.]*$|uv\/python|^\/usr\/local\/?$|^\/usr\/local\/bin|^\/usr\/bin|conda|pyenv|^\/$/.test(path),
			),
	);

/** The folders that the image's Python searches for packages; undefined if unknown. */
export function pythonSearchPath(context: RuleContext): readonly string[] | undefined {
	const { trace, service, request } = context;
	const { python } = stageRuntime(trace.finalStage.stage, context, request);
	const base = externalBase(context, request);
	if (python === undefined || base === undefined || bringsOwnPython(context)) return undefined;
	const stages = finalStages(context, request);
	const env = (name: string) =>
		service.env[name] ?? stages.find((stage) => stage.env[name] !== undefined)?.env[name]?.value;
	const path = env("PYTHONPATH") ?? "";
	if (
		["PYTHONHOME", "PYTHONUSERBASE", "VIRTUAL_ENV"].some((name) => env(name) !== undefined) ||
		/\$\{?(?!PYTHONPATH)/.test(path)
	)
		return undefined;
	const home = homeOf(context, repositoryName(base), env("HOME"));
	if (home === undefined) return undefined;
	const workdir = workdirOf(context);
	const own = /(?:^|\/)python$/.test(repositoryName(base))
		? [`/usr/local/lib/python${python}/site-packages`]
		: /(?:^|\/)(?:python3(?:-debian\d+)?|debian|ubuntu)$/.test(repositoryName(base))
			? ["/usr/lib/python3/dist-packages", `/usr/lib/python${python}`, `/usr/local/lib/python${python}/dist-packages`]
			: undefined;
	if (own === undefined) return undefined;
	const said = path
		.split(":")
		.filter((part) => part.startsWith("/"))
		.map(toAbsolutePath);
	return [
		...own,
		...said,
		toAbsolutePath(workdir),
		...scriptFolder(context),
		`${home}/.local/lib/python${python}/site-packages`,
	];
}

/** The home folder of the final user; undefined if only the image has it. */
function homeOf(context: RuleContext, base: string, said: string | undefined): string | undefined {
	if (said !== undefined) return said.includes("$") ? undefined : toAbsolutePath(said);
	const user = inheritedValue("user", context, context.request)?.value.split(":")[0];
	if (user === undefined)
		return /distroless/.test(base) && /nonroot/.test(externalBase(context, context.request) ?? "")
			? "/home/nonroot"
			: "/root";
	if (/^(?:0+|root)$/.test(user)) return "/root";
	if (!/distroless/.test(base)) return undefined;
	return user === "65532" || user === "nonroot" ? "/home/nonroot" : "/";
}

/** The working directory of the container. */
export const workdirOf = (context: RuleContext): string =>
	finalStages(context, context.request).find(({ workdir }) => workdir !== undefined)?.workdir?.value ?? "/";

/** The words of ENTRYPOINT and CMD, in either form. */
export const commandWords = ({ trace: { finalStage: final } }: Pick<RuleContext, "trace">): readonly string[] =>
	[...(final.entrypoint?.value.words ?? []), ...(final.cmd?.value.words ?? [])].join(" ").split(/\s+/);

/** `python /app/main.py` also searches /app. */
function scriptFolder(context: RuleContext): readonly string[] {
	const script = commandWords(context).find((word) => word.endsWith(".py"));
	return script === undefined ? [] : [posix.dirname(posix.resolve(workdirOf(context), script))];
}

/** `python -m MODULE`. */
export function startedModule(words: readonly string[]): string | undefined {
	const at = words.findIndex((word, i) => word === "-m" && /(?:^|\/)python[\d.]*$/.test(words[i - 1] ?? ""));
	const found = at < 0 ? undefined : words[at + 1];
	return found !== undefined && /^[A-Za-z_]\w*(?:\.\w+)*$/.test(found) ? found : undefined;
}

/** The file of the repository that the container runs with Python, if its copy can be traced. */
export function pythonEntryFile(context: RuleContext): string | undefined {
	const words = commandWords(context);
	const workdir = workdirOf(context);
	const path = context.service.env.PYTHONPATH ?? context.trace.finalStage.env.PYTHONPATH?.value ?? "";
	const folders = [workdir, ...path.split(":").filter((part) => part.startsWith("/"))];
	const entry = startedModule(words)?.replaceAll(".", "/");
	const script = /(?:^|\/)python[\d.]*$/.test(words[0] ?? "") ? words.find((word) => word.endsWith(".py")) : undefined;
	const places =
		entry !== undefined
			? folders.flatMap((folder) => [`${folder}/${entry}.py`, `${folder}/${entry}/__main__.py`].map(toAbsolutePath))
			: script === undefined
				? []
				: [posix.resolve(workdir, script)];
	const { trace, selected } = context;
	const copies = places.map((place) => traceCopy(place, { stage: trace.finalStage.stage }, trace, selected));
	return copies.find((copied) => copied !== undefined)?.file;
}
