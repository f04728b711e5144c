import path from "node:path";
import type { Checkout } from "../../adapters/git/checkout.ts";
import { type FileAtCommit, readFileAtRef } from "../../adapters/git/file-at-commit.ts";
import { readDefaultBranchFile } from "../../adapters/github/read-file.ts";
import { applyDefaultBranch, onlyTags } from "../../model/catalog/apply-default-branch.ts";
import { loadCatalog } from "../../model/catalog/load.ts";
import { unknownPaths } from "../../model/catalog/resolve-context.ts";
import { isOnDefaultBranch, type Source } from "../../model/documents/source.ts";
import type { Catalog, CatalogRemark } from "../../model/service/service.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import { openGit } from "./catalog-root.ts";
import type { StageContext } from "./context.ts";
import { isOwnOrigin, openSource } from "./open-catalog.ts";
import { type BranchContext, findReleaseHold } from "./release-branch.ts";

type RunOptions = Pick<StageOptions, "event" | "revision" | "date" | "githubToken" | "registry">;

interface Place {
	readonly context: BranchContext & Pick<StageContext, "date">;
	readonly checkout: Checkout;
}

/** A run's catalog and source. */
export interface OpenedRun {
	readonly catalog: Catalog;
	readonly source: Source;
}

/**
 * Opens the source of a run. A run that is not on the default branch publishes as the catalog at the head of that
 * branch says; if it cannot be read, only content tags are written, and the run is on hold. A git tag releases only a
 * commit of the default branch, or of a branch that this catalog lists. Without a known default branch, the run's own
 * catalog counts.
 */
export async function openRun(own: Catalog, options: RunOptions, place: Place): Promise<OpenedRun> {
	const { context, checkout } = place;
	const source = await openSource(options, own.root, context, checkout);
	const branch = source.defaultBranch;
	if (branch === undefined || isOnDefaultBranch(source)) return { catalog: own, source };
	const read = await readCatalog(own, branch, options, place);
	const { event } = source;
	const known = { branch, catalog: read.kind === "catalog" ? read.catalog : undefined };
	const catalog = applyDefaultBranch(own, known, event);
	if (read.kind === "catalog") {
		const hold = await findReleaseHold(source, read.catalog, options, context);
		return { catalog, source: { ...source, ...defined({ hold }) } };
	}
	const why = `the catalog of ${branch}, which decides what is published, cannot be read`;
	if (read.kind === "unreadable" && event.kind !== "pull_request" && source.hold === undefined) {
		return { catalog, source: { ...source, hold: { why: `${why}: ${read.why}`, fix: read.fix } } };
	}
	const remark: CatalogRemark =
		read.kind === "unreadable"
			? { code: "catalog/default-branch", severity: "warning", message: `${why}: ${onlyTags(event)}`, ...reasons(read) }
			: {
					...{ code: "catalog/default-branch", severity: "note", at: { file: own.file } },
					message: `${branch} does not have this catalog yet: ${onlyTags(event)}`,
					fix: `merge it into ${branch}: its other tags are written after the merge`,
				};
	return { catalog: { ...catalog, remarks: [...(catalog.remarks ?? []), remark] }, source };
}

const reasons = ({ why, fix }: { readonly why: string; readonly fix: string }) => ({ why, fix });

type ReadCatalog = { readonly kind: "catalog"; readonly catalog: Catalog } | Exclude<FileAtCommit, { kind: "text" }>;

async function readCatalog(
	{ file, root }: Catalog,
	branch: string,
	options: RunOptions,
	place: Place,
): Promise<ReadCatalog> {
	const found = await readFromDefaultBranch(path.basename(file), branch, root, { options, ...place });
	if (found.kind !== "text") return found;
	const { registry } = options;
	const name = `${file} of ${branch}`;
	try {
		const input = { file: name, text: found.text, root, paths: unknownPaths, ...defined({ registry }) };
		return { kind: "catalog", catalog: loadCatalog(input) };
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const [first, ...others] = error.problems;
		const more = others.length === 0 ? "" : `, and ${others.length} more`;
		return { kind: "unreadable", why: `${first?.message}${more}`, fix: `fix ${name}; \`lucid lint\` there shows all` };
	}
}

/** By the clone if it has the branch, and else by GitHub. */
async function readFromDefaultBranch(
	name: string,
	branch: string,
	root: string,
	{ options, context, checkout }: Place & { readonly options: RunOptions },
): Promise<FileAtCommit> {
	const { env, progress, signal } = context;
	const [layout, settings] = await Promise.all([checkout.layout(), checkout.settings()]);
	const file = `${layout?.prefix ?? ""}${name}`;
	const ref = `refs/remotes/origin/${branch}`;
	// `origin` may be a fork's repository, in which the author decides what the default branch is.
	const isOwn = isOwnOrigin(env, settings.get("remote.origin.url")?.trim());
	const inClone = isOwn ? await readFileAtRef(openGit(root, context), ref, file) : undefined;
	if (inClone !== undefined) return inClone;
	if (env.GITHUB_ACTIONS === "true")
		return new WaitReporter(progress).track("GitHub", `reading ${file} of ${branch}`, () =>
			readDefaultBranchFile(env, { token: options.githubToken, path: file, signal }),
		);
	return { kind: "unreadable", why: `the clone has no ${ref}`, fix: `run \`git fetch origin ${branch}\`` };
}
