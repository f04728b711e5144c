import { readFile } from "node:fs/promises";
import path from "node:path";
import { dockerfileReader, filesBelow, fileTextsBelow } from "../../adapters/files/files-below.ts";
import { type Checkout, openCheckout } from "../../adapters/git/checkout.ts";
import type { Git } from "../../adapters/git/git.ts";
import { type ListRemoteRefs, listRemoteRefs } from "../../adapters/git/remote-refs.ts";
import { compareRevisions, resolveRevision } from "../../adapters/git/revisions.ts";
import { withSkippedFiles } from "../../adapters/git/skipped-files.ts";
import { readSource, webUrl } from "../../adapters/git/source.ts";
import { readTree, type Tree, withGitFolder } from "../../adapters/git/tree.ts";
import { compareOnGitHub } from "../../adapters/github/compare-commits.ts";
import { decideEvent, overrideEvent } from "../../adapters/github/decide-event.ts";
import { type GitHubRun, githubRun } from "../../adapters/github/run-event.ts";
import {
	dockerCredentials,
	openRegistry,
	type Registry,
	readMirrors,
	readTokenHosts,
} from "../../adapters/registry/registry.ts";
import { loadCatalog } from "../../model/catalog/load.ts";
import { toTree } from "../../model/dockerfile/dockerfile.ts";
import type { Source } from "../../model/documents/source.ts";
import type { Catalog } from "../../model/service/service.ts";
import type { RepositoryFiles } from "../../model/service/service-inputs.ts";
import { type CachedFiles, cacheFiles } from "../../model/service/service-inputs.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import { openGit } from "./catalog-root.ts";
import type { StageContext } from "./context.ts";
import type { CompareCommits } from "./records/publication-ledger.ts";

/** Reads the catalog. Throws a UserError with all its problems. */
export async function openCatalog(
	{ catalog, registry }: Pick<StageOptions, "catalog" | "registry">,
	{ cwd }: Pick<StageContext, "cwd">,
	checkout?: Checkout,
): Promise<Catalog> {
	const absolute = path.resolve(cwd, catalog);
	const file = path.relative(cwd, absolute) || catalog;
	const root = path.dirname(absolute);
	let text: string;
	try {
		text = await readFile(absolute, "utf8");
	} catch (cause) {
		throw new UserError(
			{
				code: "catalog/unreadable",
				message: "the catalog cannot be read",
				at: { file },
				why: cause instanceof Error ? cause.message : String(cause),
				fix: "name it with --catalog, or write one: docs/catalog.md",
			},
			{ cause },
		);
	}
	const host = checkout === undefined ? filesBelow(root) : await withSkippedFiles(filesBelow(root), checkout);
	return loadCatalog({ file, text, root, paths: host, ...defined({ registry }) });
}

type SourceOptions = Pick<StageOptions, "event" | "revision" | "date" | "githubToken">;

/** Commit and event: on GitHub by event and checkout, which the options rename; elsewhere by options and git. */
export async function openSource(
	options: SourceOptions,
	root: string,
	context: SourceContext & Pick<StageContext, "date">,
	checkout = openCheckout(openGit(root, context)),
): Promise<Source> {
	const { event, revision, date } = options;
	const wantedDate = parseDate(date, context.date ?? Date.now);
	const run = await githubRun(context.env);
	const hints = {
		...defined({ event }),
		...(run !== undefined && (await overrideOnGitHub(run, options, { root, context, checkout }))),
		...defined({ revision }),
	};
	const source = await readSource(openGit(root, context), hints, checkout);
	return { ...source, ...defined({ date: wantedDate }) };
}

export type SourceContext = Pick<StageContext, "env" | "exec" | "signal"> & Partial<Pick<StageContext, "progress">>;

interface Place {
	readonly root: string;
	readonly context: SourceContext;
	readonly checkout: Checkout;
}

async function overrideOnGitHub(run: GitHubRun, options: SourceOptions, { root, context, checkout }: Place) {
	const { event, revision } = options;
	const head = (await checkout.head())?.id;
	const proven = await decideEvent(run, head, await remoteRefReader(options, root, context));
	const wanted = await resolveRevision(openGit(root, context), revision);
	return {
		...run.repository,
		...overrideEvent(proven, event, wanted === undefined || wanted === head ? "own" : "another"),
	};
}

/** Reads refs of the remote repository: on GitHub of the one whose workflow runs, elsewhere of `origin`. */
export async function remoteRefReader(
	{ githubToken: token }: Pick<StageOptions, "githubToken">,
	root: string,
	context: SourceContext,
): Promise<ListRemoteRefs> {
	const { env, exec, signal } = context;
	const { GITHUB_ACTIONS, GITHUB_SERVER_URL: server = "https://github.com", GITHUB_REPOSITORY: repository } = env;
	const isGitHub = GITHUB_ACTIONS === "true";
	const origin = isGitHub ? undefined : (await openGit(root, context)(["remote", "get-url", "origin"]))?.trim();
	const url = isGitHub && repository !== undefined ? `${server}/${repository}` : origin;
	const failure = isGitHub ? "GITHUB_REPOSITORY is not set" : "the checkout has no remote `origin`";
	if (!url) return async () => ({ failure });
	const remote = { url, cwd: root, env, signal, ...(isGitHub && token !== undefined && { token }) };
	const host = URL.parse(url)?.host || "git";
	return (refs) =>
		new WaitReporter(context.progress).track(host, "git ls-remote", () => listRemoteRefs(exec, remote, refs));
}

/** RFC 3339 in seconds, like the dates of git. Undefined for `commit`. Throws UserError `options/date`. */
function parseDate(text: string, clock: () => number): string | undefined {
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
	/** The same files for lint. */
	readonly around: RepositoryFiles;
}

/** Plan and build of one run share the tree, so that both see the same files. */
const opened = new WeakMap<Checkout, Promise<OpenedTree>>();

/** The files below the catalog, each read at most once. */
export function openTree(root: string, git: Git, checkout = openCheckout(git)): Promise<OpenedTree> {
	const tree = opened.get(checkout) ?? readFiles(root, git, checkout);
	opened.set(checkout, tree);
	return tree;
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

/** Reads files from disk, and those that the sparse checkout skips from git's objects. */
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

/** Options of a registry client. */
export type RegistryOptionsOfStage = Partial<Pick<StageOptions, "mirror" | "registryTokenHosts">>;

/** A registry client; stages share its connections and logins. Throws a UserError for an invalid mirror or host. */
export function openRegistries(options: RegistryOptionsOfStage, context: StageContext): Registry {
	const { exec, env, signal, progress } = context;
	const mirrors = readMirrors([...(options.mirror ?? [])].map(([host, prefix]) => `${host}=${prefix}`));
	const tokenHosts = readTokenHosts(options.registryTokenHosts ?? []);
	return openRegistry({ auth: dockerCredentials({ exec, env, signal }), tokenHosts, mirrors, env, signal, progress });
}

/** Whether `origin` of the clone is the repository of the run: on GitHub that of the workflow, else any. */
export function isOwnOrigin(env: SourceContext["env"], origin: string | undefined): boolean {
	const { GITHUB_ACTIONS, GITHUB_SERVER_URL: server = "https://github.com", GITHUB_REPOSITORY: repository } = env;
	if (GITHUB_ACTIONS !== "true") return true;
	return origin !== undefined && (webUrl(origin) ?? origin).toLowerCase() === `${server}/${repository}`.toLowerCase();
}

/** Compares commits by git, else by GitHub. */
export function commitComparer(
	options: Pick<StageOptions, "githubToken">,
	root: string,
	context: SourceContext & Pick<StageContext, "log">,
): CompareCommits {
	return async (published, own) => {
		const byGit = await compareRevisions(openGit(root, context), published, own);
		if (byGit !== "unknown" && byGit !== "diverged") return byGit;
		// A clone may lack newer commits, and a shallow clone older ones.
		const byGitHub = await new WaitReporter(context.progress).track("GitHub", "comparing commits", () =>
			compareOnGitHub({
				...{ env: context.env, token: options.githubToken, log: context.log },
				...{ published, ours: own },
			}),
		);
		return byGitHub === "unknown" ? byGit : byGitHub;
	};
}
