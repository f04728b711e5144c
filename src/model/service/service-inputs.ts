import { defined } from "../../util/defined.ts";
import { type Problem, UserError } from "../../util/errors.ts";
import {
	type BaseConfig,
	type Dockerfile,
	definesCommand,
	type IgnoreFile,
	namedContextKey,
	parseDockerfile,
	parseIgnoreFile,
	type SelectedInput,
	selectFiles,
	subtree,
	type Trace,
	type TreeNode,
	traceInputs,
} from "../dockerfile/dockerfile.ts";
import { fillTemplate } from "../tags/template.ts";
import type { Catalog, Service } from "./service.ts";

/** What one service on one platform is built from: files and names, before any registry request. */
export interface ServiceInputs {
	readonly service: Service;
	readonly platform: string;
	readonly dockerfile: Dockerfile;
	/** Non-volatile build args of the catalog, templates expanded. */
	readonly args: Readonly<Record<string, string>>;
	readonly trace: Trace;
	readonly selected: readonly LocatedInput[];
	/** Services of the catalog that its Dockerfile uses, by the normalized image name in the Dockerfile. */
	readonly from: Readonly<Record<string, string>>;
	/** Whether its Dockerfile has a command, or inherits one from its external base image. */
	readonly command?: "own" | "inherited";
	/** Errors that the engine would report. They block the service. */
	readonly problems: readonly Problem[];
}

/** The files of an instruction, and the folder of its build context. */
export interface LocatedInput extends SelectedInput {
	/** Folder of the context, relative to the catalog's folder: empty, or with a trailing `/`. */
	readonly root: string;
}

/** Files of the repository, read at most once. Paths are relative to the catalog's folder. */
export interface CachedFiles {
	readonly tree: TreeNode;
	/** Undefined if the file is missing. */
	readText(path: string): Promise<string | undefined>;
	/** Undefined if the file is missing. The same object for every caller, so that its users can cache by it. */
	readIgnore(path: string): Promise<IgnoreFile | undefined>;
}

/** Caches reads of a tree. */
export function cacheFiles(tree: TreeNode, read: (path: string) => Promise<string | undefined>): CachedFiles {
	const readText = once(read);
	const readIgnore = once(async (path: string) => {
		// Most services have none, which the tree shows without a disk access.
		if (!mayBeThere(tree, path)) return undefined;
		const text = await readText(path);
		return text === undefined ? undefined : parseIgnoreFile(text, path);
	});
	return { tree, readText, readIgnore };
}

/** Whether a path may exist. True behind a symbolic link, which the tree does not follow. */
function mayBeThere(tree: TreeNode, path: string): boolean {
	let node = tree;
	for (const name of path.split("/")) {
		const next = node.children?.get(name);
		if (next === undefined) return node.entry.kind === "symlink" || name === "." || name === "";
		node = next;
	}
	return true;
}

function once<T>(ask: (path: string) => Promise<T>): (path: string) => Promise<T> {
	const answers = new Map<string, Promise<T>>();
	return (path) => {
		const answer = answers.get(path) ?? ask(path);
		answers.set(path, answer);
		return answer;
	};
}

/** Build args that differ between commits. They count in a fingerprint only for releases. */
export const volatileArgs: readonly string[] = [
	...["BUILD_DATE", "VCS_REF", "GIT_COMMIT", "REVISION", "VERSION", "SOURCE_DATE_EPOCH"],
];

const volatileTemplate = /\{\{\s*(?:revision|short_revision|date|version)\s*\}\}/;

/** Whether a build arg may differ between two runs over the same files. A fixed value of the catalog does not. */
export function isVolatile(name: string, args: Readonly<Record<string, string>>): boolean {
	const value = args[name];
	return value === undefined ? volatileArgs.includes(name) : volatileTemplate.test(value);
}

/** Reads what an external base image passes on; undefined if it does not exist for the platform. */
export type ReadBaseConfig = (ref: string, platform: string) => Promise<BaseConfig | undefined>;

export interface InputSources {
	readonly catalog: Pick<Catalog, "project" | "services">;
	readonly files: CachedFiles;
	readonly readBaseConfig?: ReadBaseConfig | undefined;
}

/**
 * Reads a service's Dockerfile and selects its files from the tree; an unreadable Dockerfile gives its problems.
 * Without `readBaseConfig`, ENV and ONBUILD of external base images are unknown: a path with them selects all files.
 */
export async function readServiceInputs(
	service: Service,
	platform: string,
	{ catalog, files, readBaseConfig }: InputSources,
): Promise<ServiceInputs | readonly Problem[]> {
	if (service.problems !== undefined) return service.problems;
	try {
		const text = await files.readText(service.dockerfile);
		if (text === undefined)
			return [{ code: "dockerfile/missing", message: `${service.dockerfile} cannot be read`, at: service.at }];
		const dockerfile = parseDockerfile(text, service.dockerfile);
		const args = fixedArgs(service, catalog.project);
		const request = { dockerfile, service, platform, args, services: catalog.services, files };
		const { trace, from, startsBase } = await traceService(request, readBaseConfig);
		const { selected, problems } = await selectInputs(service, trace, files);
		const { entrypoint, cmd } = trace.finalStage;
		// A bare interpreter can be started too.
		const starts = startsBase || (entrypoint ?? cmd)?.value.words.length;
		return {
			...{ service, platform, dockerfile, args, trace, selected, from, problems: [...trace.problems, ...problems] },
			...(definesCommand(trace.finalStage) ? { command: "own" } : starts ? { command: "inherited" } : {}),
		};
	} catch (error) {
		if (error instanceof UserError) return error.problems;
		throw error;
	}
}

function fixedArgs(service: Service, project: string): Readonly<Record<string, string>> {
	const vars = { name: service.name, project, ...defined({ phase: service.phase }) };
	const fixed = Object.entries(service.args).filter(([name]) => !isVolatile(name, service.args));
	return Object.fromEntries(fixed.map(([name, value]) => [name, fillTemplate(value, vars)]));
}

interface Asked {
	readonly dockerfile: Dockerfile;
	readonly service: Service;
	readonly platform: string;
	readonly args: Readonly<Record<string, string>>;
	readonly services: readonly Service[];
	readonly files: CachedFiles;
}

/** Traces until nothing new appears: expanded variables and inherited ENV and ONBUILD may add stages and images. */
async function traceService(asked: Asked, readBaseConfig: ReadBaseConfig | undefined) {
	const { dockerfile, service, platform, args, services, files } = asked;
	const names = new Set(Object.keys(service.contexts).map(namedContextKey));
	const from: Record<string, string> = {};
	for (const [name, context] of Object.entries(service.contexts))
		if (context.kind === "service") from[namedContextKey(name)] = context.service;
	const configs = new Map<string, BaseConfig | undefined>();
	const triggers = new Map<string, readonly string[]>();
	const key = (ref: string, on: string | undefined) => `${on ?? platform} ${ref}`;
	const options = {
		target: service.target,
		platform,
		args,
		names,
		volatile: new Set([...volatileArgs, ...Object.keys(service.args)].filter((name) => isVolatile(name, service.args))),
		baseConfig: (ref: string, on: string | undefined) => configs.get(key(ref, on)),
		triggers: (name: string) => triggers.get(name),
	};
	for (;;) {
		const trace = traceInputs(dockerfile, options);
		const before = names.size + configs.size + triggers.size;
		for (const { ref } of trace.images) {
			const maker = makersOf(ref, services).find((other) => other.name !== service.name);
			if (maker === undefined) continue;
			from[namedContextKey(ref)] = maker.name;
			names.add(namedContextKey(ref));
		}
		const outside = trace.images.filter(({ ref, use }) => use === "FROM" && !names.has(namedContextKey(ref)));
		const news = new Map(outside.map(({ ref, platformName }) => [key(ref, platformName), { ref, on: platformName }]));
		const ask = [...news].filter(([key]) => readBaseConfig !== undefined && !configs.has(key));
		await Promise.all(
			ask.map(async ([one, { ref, on }]) => configs.set(one, await readBaseConfig?.(ref, on ?? platform))),
		);
		for (const { name, use } of trace.named) {
			const maker = services.find((other) => other.name === from[name]);
			if (use === "FROM" && maker !== undefined && !triggers.has(name))
				triggers.set(name, await triggersOf(maker, files));
		}
		if (names.size + configs.size + triggers.size > before) continue;
		const used = new Set(trace.named.map(({ name }) => name));
		const { base } = trace.finalStage;
		const image = trace.images.find(({ ref, use }) => use === "FROM" && base.kind === "image" && ref === base.ref);
		return {
			trace,
			from: Object.fromEntries(Object.entries(from).filter(([name]) => used.has(name))),
			startsBase: image !== undefined && configs.get(key(image.ref, image.platformName))?.starts === true,
		};
	}
}

/** The ONBUILD instructions of a service's image. Empty if its Dockerfile is unreadable. */
async function triggersOf({ dockerfile, target }: Service, files: CachedFiles): Promise<readonly string[]> {
	try {
		const { stages } = parseDockerfile((await files.readText(dockerfile)) ?? "", dockerfile);
		const stage = stages.findLast(({ name }) => target === undefined || name === target.toLowerCase());
		return (stage?.instructions ?? []).flatMap(({ keyword, rest }) => (keyword === "ONBUILD" ? [rest] : []));
	} catch (error) {
		if (error instanceof UserError) return [];
		throw error;
	}
}

/** Services by repository, under both of their names. */
const makers = new WeakMap<readonly Service[], ReadonlyMap<string, readonly Service[]>>();

/** The services that build a reference, with any tag. A reference with a digest is never one of them. */
function makersOf(ref: string, services: readonly Service[]): readonly Service[] {
	const name = namedContextKey(ref);
	if (name.includes("@")) return [];
	const cached = makers.get(services) ?? byRepository(services);
	makers.set(services, cached);
	return cached.get(name.replace(/:[^/:]*$/, "")) ?? [];
}

function byRepository(services: readonly Service[]): ReadonlyMap<string, readonly Service[]> {
	const result = new Map<string, Service[]>();
	for (const service of services)
		for (const name of new Set([namedContextKey(service.declaredImage), namedContextKey(service.image)]))
			result.set(name, [...(result.get(name) ?? []), service]);
	return result;
}

/** The selected files of all contexts of a service, and their problems. */
export async function selectInputs(
	service: Service,
	trace: Pick<Trace, "file" | "inputs">,
	files: CachedFiles,
): Promise<{ readonly selected: readonly LocatedInput[]; readonly problems: readonly Problem[] }> {
	const contexts: { key: string; path: string; ignore: IgnoreFile | undefined }[] = [
		{ key: "", path: service.context, ignore: await mainIgnore(service, files) },
	];
	for (const [name, context] of Object.entries(service.contexts))
		if (context.kind === "path")
			contexts.push({
				key: namedContextKey(name),
				path: context.path,
				ignore: await files.readIgnore(ignoreFile(context.path)),
			});
	const selected: LocatedInput[] = [];
	const problems: Problem[] = [];
	for (const { key, path, ignore } of contexts) {
		const tree = subtree(files.tree, path);
		if (tree === undefined) {
			problems.push({
				code: "dockerfile/context",
				message: `the build context ${path} is not a folder`,
				at: service.at,
			});
			continue;
		}
		const selection = selectFiles(trace, tree, ignore, { context: key });
		const root = path === "." ? "" : `${path}/`;
		selected.push(...selection.inputs.map((input) => ({ ...input, root })));
		for (const problem of selection.problems) problems.push(problem);
	}
	return { selected, problems };
}

/** `<Dockerfile>.dockerignore`, else `.dockerignore` of the context; they are not merged. */
async function mainIgnore({ dockerfile, context }: Service, files: CachedFiles): Promise<IgnoreFile | undefined> {
	return (await files.readIgnore(`${dockerfile}.dockerignore`)) ?? (await files.readIgnore(ignoreFile(context)));
}

const ignoreFile = (context: string) => (context === "." ? ".dockerignore" : `${context}/.dockerignore`);

/** A service whose Dockerfile could not be read. */
export interface UnreadableInputs {
	readonly service: Service;
	readonly platform: string;
	readonly problems: readonly Problem[];
	readonly trace?: never;
}

/** One entry per service and platform. */
export type AllServiceInputs = readonly (ServiceInputs | UnreadableInputs)[];

/** Files of the repository beside the Dockerfiles. Paths are relative to the catalog's folder. */
export interface RepositoryFiles {
	readonly tree: TreeNode;
	/** Undefined if the file is missing or too large to be written by hand. */
	text(path: string): string | undefined;
	/** Bytes; undefined if the file is missing. */
	size(path: string): number | undefined;
}
