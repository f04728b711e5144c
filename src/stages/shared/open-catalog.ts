import { readFile } from "node:fs/promises";
import path from "node:path";
import { dockerfileReader, filesBelow, fileTextsBelow } from "../../adapters/files/files-below.ts";
import { type Checkout, openCheckout } from "../../adapters/git/checkout.ts";
import type { Git } from "../../adapters/git/git.ts";
import { type ListRemoteRefs, listRemoteRefs } from "../../adapters/git/remote-refs.ts";
import { resolveRevision } from "../../adapters/git/revisions.ts";
import { withSkippedFiles } from "../../adapters/git/skipped-files.ts";
import { readSource } from "../../adapters/git/source.ts";
import { readTree, type Tree, withGitFolder } from "../../adapters/git/tree.ts";
import { decideEvent, overrideEvent } from "../../adapters/github/decide-event.ts";
import { type GitHubRun, githubRun } from "../../adapters/github/run-event.ts";
import { dockerCredentials, openRegistry, type Registry, readMirrors } from "../../adapters/registry/registry.ts";
import { loadCatalog } from "../../model/catalog/load.ts";
import { toTree } from "../../model/dockerfile/dockerfile.ts";
import type { Source } from "../../model/documents/source.ts";
import type { RepositoryFiles } from "../../model/service/repository-files.ts";
import type { Catalog } from "../../model/service/service.ts";
import { type CachedFiles, cacheFiles } from "../../model/service/service-inputs.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import { catalogRoot, openGit } from "./catalog-root.ts";
import type { StageContext } from "./context.ts";

/** Reads the catalog that the options name. Its folder is the root of every path in it. */
export async function openCatalog(
	{ catalog, registry }: Pick<StageOptions, "catalog" | "registry">,
	{ cwd }: StageContext,
	checkout?: Checkout,
): Promise<Catalog> {
	const absolute = path.resolve(cwd, catalog);
	const file = path.relative(cwd, absolute) || catalog;
	const root = catalogRoot({ catalog }, { cwd });
	let text: string;
	try {
		text = await readFile(absolute, "utf8");
	} catch (cause) {
		throw new UserError(
			{
				code: "catalog/unreadable",
				message: "there is no catalog to read",
				at: { file },
				why: cause instanceof Error ? cause.message : String(cause),
				fix: "name it with --catalog, or write one: docs/catalog.md",
			},
			{ cause },
		);
	}
	const host = checkout === undefined ? filesBelow(root) : await withSkippedFiles(filesBelow(root), checkout);
	return loadCatalog({ file, text, root, host, ...defined({ registry }) });
}

type SourceOptions = Pick<StageOptions, "event" | "revision" | "date" | "githubToken">;

/**
 * The commit and the event of this run: on GitHub what event and checkout prove together, which the options may rename; elsewhere what the options say,
 * else git.
 */
export async function openSource(
	options: SourceOptions,
	root: string,
	world: Outside & Pick<StageContext, "date">,
	checkout = openCheckout(openGit(root, world)),
): Promise<Source> {
	const { event, revision, date } = options;
	const asked = askedDate(date, world.date ?? Date.now);
	const run = await githubRun(world.env);
	const hints = {
		...defined({ event }),
		...(run !== undefined && (await onGitHub(run, options, { root, world, checkout }))),
		...defined({ revision }),
	};
	const source = await readSource(openGit(root, world), hints, checkout);
	return { ...source, ...defined({ date: asked }) };
}

type Outside = Pick<StageContext, "env" | "exec" | "signal"> & Partial<Pick<StageContext, "progress">>;

interface Place {
	readonly root: string;
	readonly world: Outside;
	readonly checkout: Checkout;
}

async function onGitHub(run: GitHubRun, options: SourceOptions, { root, world, checkout }: Place) {
	const { event, revision } = options;
	const head = (await checkout.head())?.id;
	const proven = await decideEvent(run, head, await remoteRefReader(options, root, world));
	const asked = await resolveRevision(openGit(root, world), revision);
	return {
		...run.repository,
		...overrideEvent(proven, event, asked === undefined || asked === head ? "own" : "another"),
	};
}

/** Asks the repository of this run for its refs: on GitHub the one whose workflow runs, elsewhere the checkout's `origin`. */
export async function remoteRefReader(
	{ githubToken: token }: Pick<StageOptions, "githubToken">,
	root: string,
	world: Outside,
): Promise<ListRemoteRefs> {
	const { env, exec, signal } = world;
	const { GITHUB_ACTIONS, GITHUB_SERVER_URL: server = "https://github.com", GITHUB_REPOSITORY: repository } = env;
	const isGitHub = GITHUB_ACTIONS === "true";
	const origin = isGitHub ? undefined : (await openGit(root, world)(["remote", "get-url", "origin"]))?.trim();
	const url = isGitHub && repository !== undefined ? `${server}/${repository}` : origin;
	const failure = isGitHub ? "GITHUB_REPOSITORY does not say which it is" : "the checkout has no remote `origin`";
	if (!url) return async () => ({ failure });
	const remote = { url, cwd: root, env, signal, ...(isGitHub && token !== undefined && { token }) };
	const host = URL.parse(url)?.host || "git";
	return (refs) =>
		new WaitReporter(world.progress).track(host, "git ls-remote", () => listRemoteRefs(exec, remote, refs));
}

/** To the second, as git has its dates. Throws UserError `options/date`. */
function askedDate(text: string, clock: () => number): string | undefined {
	if (text === "commit") return undefined;
	const ms =
		text === "now"
			? clock()
			: /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/.test(text)
				? Date.parse(text)
				: Number.NaN;
	if (Number.isNaN(ms))
		throw new UserError({
			code: "options/date",
			message: `${JSON.stringify(text.slice(0, 100))} is not a date`,
			fix: "write commit, now, or a date such as 2025-10-24T15:51:32Z",
		});
	return new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");
}

export interface OpenedTree {
	readonly files: CachedFiles;
	readonly tree: Tree;
	/** The same for lint. */
	readonly around: RepositoryFiles;
}

/** Trees by what git was asked of their folder: the build goes by the tree that the plan was made of. */
const opened = new WeakMap<Checkout, Promise<OpenedTree>>();

/** The files below the catalog, each read at most once. A file that the sparse checkout skips is read from git's objects. */
export function openTree(root: string, git: Git, checkout = openCheckout(git)): Promise<OpenedTree> {
	const found = opened.get(checkout) ?? readFiles(root, git, checkout);
	opened.set(checkout, found);
	return found;
}

async function readFiles(root: string, git: Git, checkout: Checkout): Promise<OpenedTree> {
	const tree = await withGitFolder(readTree(root, git, checkout), root, checkout);
	const node = toTree(tree.entries);
	return {
		tree,
		files: cacheFiles(node, textReader(root, git, tree)),
		around: { tree: node, ...fileTextsBelow(root) },
	};
}

/** Reads texts on disk, and of what the sparse checkout skips from git's objects: a clone without blobs fetches those. */
export function textReader(root: string, git: Git, { entries }: Tree): (name: string) => Promise<string | undefined> {
	const skipped = new Map(
		entries.flatMap(({ path: name, obstacle, oid }) => (obstacle === "skipped" && oid ? [[name, oid]] : [])),
	);
	const onDisk = dockerfileReader(root);
	return async (name) => {
		const oid = skipped.get(name);
		if (oid === undefined) return onDisk(name);
		const text = await git(["cat-file", "blob", oid]);
		if (text !== undefined) return text;
		throw new UserError({
			code: "dockerfile/unreadable",
			message: `${name} cannot be read`,
			why: "the sparse checkout skips it, and git can neither find nor fetch its object",
			fix: "add its folder to the sparse checkout: `git sparse-checkout add FOLDER`",
			at: { file: name },
		});
	};
}

/** A registry client: its connections, logins and answers are shared by the stages that it is handed to. A mirror that is none is a UserError. */
export function openRegistries({ mirror }: Pick<StageOptions, "mirror">, world: StageContext): Registry {
	const { exec, env, signal, progress } = world;
	const mirrors = readMirrors([...mirror].map(([host, prefix]) => `${host}=${prefix}`));
	return openRegistry({ auth: dockerCredentials({ exec, env, signal }), mirrors, env, signal, progress });
}
