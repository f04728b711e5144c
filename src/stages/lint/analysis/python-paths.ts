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
		const folders = pipFolders(stage, context);
		return step.paths.slice(0, -1).flatMap((source): PackageCopy[] => {
			const copied = copiedPackages(toAbsolutePath(source), copyDestination(step), builder.python, folders);
			return copied === undefined ? [] : [{ step, stage, builder, ...copied }];
		});
	});
}

function copiedPackages(
	source: string,
	destination: string,
	python: string | undefined,
	{ prefixes, targets, venvs }: ReturnType<typeof pipFolders>,
): Pick<PackageCopy, "folder" | "venv"> | undefined {
	if (/[$*?[]/.test(source) || destination.includes("$")) return undefined;
	if (/\/lib\/python3\.\d+\/(?:site|dist)-packages$/.test(source)) return { folder: destination };
	if (/\/lib\/python3\.\d+$/.test(source)) return { folder: posix.join(destination, "site-packages") };
	if (python === undefined) return undefined;
	const packages = `python${python}/site-packages`;
	if (/\/\.local\/lib$/.test(source)) return { folder: posix.join(destination, packages) };
	if (targets.has(source)) return { folder: destination };
	const folder = posix.join(destination, "lib", packages);
	if (venvs.has(source)) return { folder, venv: destination };
	return /\/\.local$/.test(source) || prefixes.has(source) ? { folder } : undefined;
}

/** Folders into which the commands of a stage install packages. */
function pipFolders(stage: number, { trace }: RuleContext) {
	const chain = new Set(stageChain(trace, stage).map(({ index }) => index));
	const text = trace.steps
		.filter((step) => chain.has(step.stage) && step.instruction.keyword === "RUN")
		.map(shellText)
		.join("\n");
	const all = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, path = ""]) => toAbsolutePath(path)));
	return {
		prefixes: all(/--(?:prefix|root)[= ]+["']?(\/[^\s"';&|]+)/g),
		targets: all(/(?:--target[= ]+|\spip3? install .{0,2000}\s-t\s+)["']?(\/[^\s"';&|]+)/g),
		venvs: all(/\b(?:venv|virtualenv)\s(?:.{0,2000}\s)?["']?(\/[^\s"';&|]+)/g),
	};
}

const pythonPath = /\/python[\d.]*$|uv\/python|^\/usr\/local\/?$|^\/usr\/local\/bin|^\/usr\/bin|conda|pyenv|^\/$/;

/** Whether a step copies another Python, whose search path is unknown. */
export const bringsOwnPython = (context: RuleContext): boolean =>
	finalSteps(context, context.request).some(({ paths }) => paths.slice(0, -1).some((path) => pythonPath.test(path)));

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
	if (["PYTHONHOME", "PYTHONUSERBASE", "VIRTUAL_ENV"].some((name) => env(name) !== undefined)) return undefined;
	if (/\$\{?(?!PYTHONPATH)/.test(path)) return undefined;
	const home = homeOf(context, base, env("HOME"));
	const packages = packageFolders(repositoryName(base), python);
	if (home === undefined || packages === undefined) return undefined;
	return [
		...packages,
		...absoluteFolders(path).map(toAbsolutePath),
		toAbsolutePath(workdirOf(context)),
		...scriptFolder(context),
		`${home}/.local/lib/python${python}/site-packages`,
	];
}

/** The package folders of well-known images with Python. */
function packageFolders(image: string, python: string): readonly string[] | undefined {
	if (/(?:^|\/)python$/.test(image)) return [`/usr/local/lib/python${python}/site-packages`];
	if (!/(?:^|\/)(?:python3(?:-debian\d+)?|debian|ubuntu)$/.test(image)) return undefined;
	return ["/usr/lib/python3/dist-packages", `/usr/lib/python${python}`, `/usr/local/lib/python${python}/dist-packages`];
}

const absoluteFolders = (path: string) => path.split(":").filter((folder) => folder.startsWith("/"));

/** The home folder of the final user; undefined if only the image has it. */
function homeOf(context: RuleContext, base: string, home: string | undefined): string | undefined {
	if (home !== undefined) return home.includes("$") ? undefined : toAbsolutePath(home);
	const user = inheritedValue("user", context, context.request)?.value.split(":")[0];
	const isDistroless = /distroless/.test(repositoryName(base));
	if (user === undefined) return isDistroless && /nonroot/.test(base) ? "/home/nonroot" : "/root";
	if (/^(?:0+|root)$/.test(user)) return "/root";
	if (!isDistroless) return undefined;
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

/** The module of `python -m MODULE`. */
export function startedModule(words: readonly string[]): string | undefined {
	const at = words.findIndex((word, i) => word === "-m" && /(?:^|\/)python[\d.]*$/.test(words[i - 1] ?? ""));
	const module = at < 0 ? undefined : words[at + 1];
	return module !== undefined && /^[A-Za-z_]\w*(?:\.\w+)*$/.test(module) ? module : undefined;
}

/** The file of the repository that the container runs with Python, if its copy can be traced. */
export function pythonEntryFile(context: RuleContext): string | undefined {
	const { service, trace, selected } = context;
	const words = commandWords(context);
	const module = startedModule(words)?.replaceAll(".", "/");
	const path = service.env.PYTHONPATH ?? trace.finalStage.env.PYTHONPATH?.value ?? "";
	const folders = [workdirOf(context), ...absoluteFolders(path)];
	const script = /(?:^|\/)python[\d.]*$/.test(words[0] ?? "") ? words.find((word) => word.endsWith(".py")) : undefined;
	const places =
		module !== undefined
			? folders.flatMap((folder) => [`${folder}/${module}.py`, `${folder}/${module}/__main__.py`].map(toAbsolutePath))
			: script === undefined
				? []
				: [posix.resolve(workdirOf(context), script)];
	const at = { stage: trace.finalStage.stage };
	return places.map((place) => traceCopy(place, at, trace, selected)).find((copied) => copied !== undefined)?.file;
}
