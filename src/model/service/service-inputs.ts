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

/** What one service on one platform is built from, as far as files and names go; nothing outside was asked yet. */
export interface ServiceInputs {
	readonly service: Service;
	readonly platform: string;
	readonly dockerfile: Dockerfile;
	/** Build args of the catalog whose values are the same on every run, templates expanded. */
	readonly args: Readonly<Record<string, string>>;
	readonly trace: Trace;
	readonly selected: readonly LocatedInput[];
	/** Catalog services it is FROM or copies from, by the name its Dockerfile uses (in the form of `imageKey`). */
	readonly from: Readonly<Record<string, string>>;
	/** Whether its Dockerfile names a command, or the outside image that it is FROM has one. */
	readonly command?: "own" | "inherited";
	/** What the engine would refuse. With any of them the service is not built. */
	readonly problems: readonly Problem[];
}

/** What an instruction brings, and where its context lies: paths of `entries` are relative to the catalog's folder, and so is `root`. */
export interface LocatedInput extends SelectedInput {
	/** Blank for the catalog's folder itself, else with a `/` at its end. */
	readonly root: string;
}

/** The files of the repository, by paths relative to the catalog's folder. */
export interface CachedFiles {
	readonly tree: TreeNode;
	/** Undefined when there is no such file. */
	readText(path: string): Promise<string | undefined>;
	/** Undefined when there is no such file. One answer for each: services that share a context share what is derived from it. */
	readIgnore(path: string): Promise<IgnoreFile | undefined>;
}

/** Files over a tree and a way to read; each is read at most once. */
export function cacheFiles(tree: TreeNode, read: (path: string) => Promise<string | undefined>): CachedFiles {
	const readText = once(read);
	const readIgnore = once(async (path: string) => {
		// Most services have none: the tree knows, and the disk need not be asked.
		if (!mayBeThere(tree, path)) return undefined;
		const text = await readText(path);
		return text === undefined ? undefined : parseIgnoreFile(text, path);
	});
	return { tree, readText, readIgnore };
}

/** Whether there may be something at a path: the tree does not tell where a link on the way leads. */
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

/** Build args that say when and from what, not what: passed where a Dockerfile declares them, part of a fingerprint only where a version is released. */
export const volatileArgs: readonly string[] = [
	...["BUILD_DATE", "VCS_REF", "GIT_COMMIT", "REVISION", "VERSION", "SOURCE_DATE_EPOCH"],
];

const volatileTemplate = /\{\{\s*(?:revision|short_revision|date|version)\s*\}\}/;

/** Whether a build arg's value may differ between two runs over the same files. What the catalog fixes does not. */
export function isVolatile(name: string, args: Readonly<Record<string, string>>): boolean {
	const value = args[name];
	return value === undefined ? volatileArgs.includes(name) : volatileTemplate.test(value);
}

/** What an outside image hands down to what is FROM it; undefined when there is no such image, or none for the platform. */
export type ReadBaseConfig = (ref: string, platform: string) => Promise<BaseConfig | undefined>;

/**
 * Reads a service's Dockerfile and matches it with the tree. Without `readBaseConfig`, ENV and ONBUILD of outside images are not seen: paths that rest on
 * such a variable make the whole context count. A Dockerfile that cannot be read or does not parse gives its problems instead,
 * all of them; the other services are not concerned.
 */
export async function readServiceInputs(
	service: Service,
	platform: string,
	catalog: Pick<Catalog, "project" | "services">,
	files: CachedFiles,
	readBaseConfig?: ReadBaseConfig,
): Promise<ServiceInputs | readonly Problem[]> {
	if (service.problems !== undefined) return service.problems;
	try {
		const text = await files.readText(service.dockerfile);
		if (text === undefined)
			return [{ code: "dockerfile/missing", message: `${service.dockerfile} cannot be read`, at: service.at }];
		const dockerfile = parseDockerfile(text, service.dockerfile);
		const args = fixedArgs(service, catalog.project);
		const asked = { dockerfile, service, platform, args, services: catalog.services, files };
		const { trace, from, startsBase } = await traceService(asked, readBaseConfig);
		const { selected, problems } = await selectInputs(service, trace, files);
		const { entrypoint, cmd } = trace.finalStage;
		// A bare interpreter can be started, too.
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

/**
 * Traces until nothing new comes up: which images are this catalog's own shows once variables are expanded, and what an image hands down (ENV, ONBUILD)
 * may bring in more stages and images.
 */
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
			const made = makersOf(ref, services).find((other) => other.name !== service.name);
			if (made === undefined) continue;
			from[namedContextKey(ref)] = made.name;
			names.add(namedContextKey(ref));
		}
		const outside = trace.images.filter(({ ref, use }) => use === "FROM" && !names.has(namedContextKey(ref)));
		const news = new Map(outside.map(({ ref, platformName }) => [key(ref, platformName), { ref, on: platformName }]));
		const ask = [...news].filter(([one]) => readBaseConfig !== undefined && !configs.has(one));
		await Promise.all(
			ask.map(async ([one, { ref, on }]) => configs.set(one, await readBaseConfig?.(ref, on ?? platform))),
		);
		for (const { name, use } of trace.named) {
			const made = services.find((other) => other.name === from[name]);
			if (use === "FROM" && made !== undefined && !triggers.has(name))
				triggers.set(name, await triggersOf(made, files));
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

/** The ONBUILD instructions that an image of this catalog will hold. One that cannot be read has a problem of its own. */
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

/** By the repositories they push to, under both of their names. */
const makers = new WeakMap<readonly Service[], ReadonlyMap<string, readonly Service[]>>();

/** The services that make what a reference names, under whatever tag. One with a digest names fixed bytes, whoever made them. */
function makersOf(ref: string, services: readonly Service[]): readonly Service[] {
	const name = namedContextKey(ref);
	if (name.includes("@")) return [];
	const known = makers.get(services) ?? byRepository(services);
	makers.set(services, known);
	return known.get(name.replace(/:[^/:]*$/, "")) ?? [];
}

function byRepository(services: readonly Service[]): ReadonlyMap<string, readonly Service[]> {
	const found = new Map<string, Service[]>();
	for (const service of services)
		for (const name of new Set([namedContextKey(service.declaredImage), namedContextKey(service.image)]))
			found.set(name, [...(found.get(name) ?? []), service]);
	return found;
}

/** The files of all contexts that a service takes, and what is wrong with them. */
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
		const found = selectFiles(trace, tree, ignore, { context: key });
		const root = path === "." ? "" : `${path}/`;
		selected.push(...found.inputs.map((input) => ({ ...input, root })));
		problems.push(...found.problems);
	}
	return { selected, problems };
}

/** `<Dockerfile>.dockerignore` beside the Dockerfile, else `.dockerignore` of the context; they are not merged. */
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

/** Of every service and platform that was read. */
export type AllServiceInputs = readonly (ServiceInputs | UnreadableInputs)[];
