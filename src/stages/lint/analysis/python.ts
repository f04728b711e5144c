import { posix } from "node:path";
import type { Step } from "../../../model/dockerfile/dockerfile.ts";
import { copiedFrom } from "../../../model/requirements/copied-files.ts";
import type { PythonRuntime } from "../../../model/requirements/python-runtime.ts";
import type { ServiceContext } from "../rule.ts";
import { finalSteps, inherited, outsideBase, placeOf, standsOn } from "./image.ts";
import { nameOf } from "./known-bases.ts";
import { stageRuntime } from "./packages.ts";
import { chainOf, cleanPath, shellText, takenFrom } from "./stage-chain.ts";

/** A COPY that brings installed Python packages from another stage. */
export interface PackageCopy {
	readonly step: Step;
	/** The stage they were installed in, and what it stands on. */
	readonly stage: number;
	readonly builder: PythonRuntime;
	/** The folder of the final image that Python would have to look in. */
	readonly folder: string;
	/** The virtual environment they come in, where it is in the final image. */
	readonly venv?: string;
}

/** Every COPY of the final stage that brings Python packages, as far as paths and the commands of their stage tell. */
export function packageCopies(context: ServiceContext): readonly PackageCopy[] {
	const { trace } = context;
	return trace.steps.flatMap((step) => {
		const stage = trace.final.chain.includes(step.stage) ? takenFrom(step, trace) : undefined;
		if (stage === undefined || step.instruction.keyword !== "COPY") return [];
		const builder = stageRuntime(stage, context, context.request);
		const found = step.paths.slice(0, -1).map((source) => folderOf(cleanPath(source), stage, step, builder, context));
		return found.flatMap((one) => (one === undefined ? [] : [{ step, stage, builder, ...one }]));
	});
}

function folderOf(
	source: string,
	stage: number,
	step: Step,
	{ python }: PythonRuntime,
	context: ServiceContext,
): Pick<PackageCopy, "folder" | "venv"> | undefined {
	const place = placeOf(step);
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

/** Folders that the commands of a stage install packages into. */
function placesOfPip(stage: number, { trace }: ServiceContext) {
	const chain = new Set(chainOf(trace, stage).map(({ index }) => index));
	const text = trace.steps
		.filter((step) => chain.has(step.stage) && step.instruction.keyword === "RUN")
		.map(shellText)
		.join("\n");
	const all = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, path = ""]) => cleanPath(path)));
	return {
		prefixes: all(/--(?:prefix|root)[= ]+["']?(\/[^\s"';&|]+)/g),
		targets: all(/(?:--target[= ]+|\spip3? install .*\s-t\s+)["']?(\/[^\s"';&|]+)/g),
		venvs: all(/\b(?:venv|virtualenv)\s(?:.*\s)?["']?(\/[^\s"';&|]+)/g),
	};
}

/** Something brings a Python of its own: nobody knows where that one looks. */
export const bringsPython = (context: ServiceContext): boolean =>
	finalSteps(context, context.request).some(({ paths }) =>
		paths
			.slice(0, -1)
			.some((path) =>
				/\/python[\d.]*$|uv\/python|^\/usr\/local\/?$|^\/usr\/local\/bin|^\/usr\/bin|conda|pyenv|^\/$/.test(path),
			),
	);

/** Folders in which the image's Python looks for packages; undefined when that is not known. */
export function searchedBy(context: ServiceContext): readonly string[] | undefined {
	const { trace, service, request } = context;
	const { python } = stageRuntime(trace.final.stage, context, request);
	const base = outsideBase(context, request);
	if (python === undefined || base === undefined || bringsPython(context)) return undefined;
	const stages = standsOn(context, request);
	const env = (name: string) =>
		service.env[name] ?? stages.find((stage) => stage.env[name] !== undefined)?.env[name]?.value;
	const path = env("PYTHONPATH") ?? "";
	if (
		["PYTHONHOME", "PYTHONUSERBASE", "VIRTUAL_ENV"].some((name) => env(name) !== undefined) ||
		/\$\{?(?!PYTHONPATH)/.test(path)
	)
		return undefined;
	const home = homeOf(context, nameOf(base), env("HOME"));
	if (home === undefined) return undefined;
	const workdir = workdirOf(context);
	const own = /(?:^|\/)python$/.test(nameOf(base))
		? [`/usr/local/lib/python${python}/site-packages`]
		: /(?:^|\/)(?:python3(?:-debian\d+)?|debian|ubuntu)$/.test(nameOf(base))
			? ["/usr/lib/python3/dist-packages", `/usr/lib/python${python}`, `/usr/local/lib/python${python}/dist-packages`]
			: undefined;
	if (own === undefined) return undefined;
	const said = path
		.split(":")
		.filter((part) => part.startsWith("/"))
		.map(cleanPath);
	return [
		...own,
		...said,
		cleanPath(workdir),
		...scriptFolder(context),
		`${home}/.local/lib/python${python}/site-packages`,
	];
}

/** The home of the final user: only some are known without looking into the image. */
function homeOf(context: ServiceContext, base: string, said: string | undefined): string | undefined {
	if (said !== undefined) return said.includes("$") ? undefined : cleanPath(said);
	const user = inherited("user", context, context.request)?.value.split(":")[0];
	if (user === undefined)
		return /distroless/.test(base) && /nonroot/.test(outsideBase(context, context.request) ?? "")
			? "/home/nonroot"
			: "/root";
	if (/^(?:0+|root)$/.test(user)) return "/root";
	if (!/distroless/.test(base)) return undefined;
	return user === "65532" || user === "nonroot" ? "/home/nonroot" : "/";
}

/** Where the container starts. */
export const workdirOf = (context: ServiceContext): string =>
	standsOn(context, context.request).find(({ workdir }) => workdir !== undefined)?.workdir?.value ?? "/";

/** The words of ENTRYPOINT and CMD, in either form. */
export const commandWords = ({ trace: { final } }: Pick<ServiceContext, "trace">): readonly string[] =>
	[...(final.entrypoint?.value.words ?? []), ...(final.cmd?.value.words ?? [])].join(" ").split(/\s+/);

/** `python /app/main.py` also looks in /app. */
function scriptFolder(context: ServiceContext): readonly string[] {
	const script = commandWords(context).find((word) => word.endsWith(".py"));
	return script === undefined ? [] : [posix.dirname(posix.resolve(workdirOf(context), script))];
}

/** `python -m MODULE`. */
export function moduleOf(words: readonly string[]): string | undefined {
	const at = words.findIndex((word, i) => word === "-m" && /(?:^|\/)python[\d.]*$/.test(words[i - 1] ?? ""));
	const found = at < 0 ? undefined : words[at + 1];
	return found !== undefined && /^[A-Za-z_]\w*(?:\.\w+)*$/.test(found) ? found : undefined;
}

/** The file of the repository that the container starts with Python, where it can be followed there. */
export function entryFile(context: ServiceContext): string | undefined {
	const words = commandWords(context);
	const workdir = workdirOf(context);
	const path = context.service.env.PYTHONPATH ?? context.trace.final.env.PYTHONPATH?.value ?? "";
	const folders = [workdir, ...path.split(":").filter((part) => part.startsWith("/"))];
	const entry = moduleOf(words)?.replaceAll(".", "/");
	const script = /(?:^|\/)python[\d.]*$/.test(words[0] ?? "") ? words.find((word) => word.endsWith(".py")) : undefined;
	const places =
		entry !== undefined
			? folders.flatMap((folder) => [`${folder}/${entry}.py`, `${folder}/${entry}/__main__.py`].map(cleanPath))
			: script === undefined
				? []
				: [posix.resolve(workdir, script)];
	const found = places.map((place) => copiedFrom(place, context.trace.final.stage, context.trace, context.selected));
	return found.find((file) => file !== undefined);
}
