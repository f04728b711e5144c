import { lstat, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { filesBelow, fileTextsBelow } from "../../adapters/files/files-below.ts";
import { readTree } from "../../adapters/git/tree.ts";
import { loadCatalog } from "../../model/catalog/load.ts";
import { toTree } from "../../model/dockerfile/dockerfile.ts";
import type { InitFile, InitResult } from "../../model/documents/init.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { UserError } from "../../util/errors.ts";
import { openGit } from "../shared/catalog-root.ts";
import type { StageContext } from "../shared/context.ts";
import { propose } from "./propose/propose.ts";
import { toKebabCase } from "./propose/service-names.ts";
import { type BuildCommandsResult, readBuildCommands } from "./read/build-commands.ts";
import { readComposeFile } from "./read/compose-files.ts";
import { findRelevantFiles } from "./read/find-files.ts";
import { readKubernetesManifest } from "./read/kubernetes.ts";
import { catalogText, secretVariable } from "./write/catalog-text.ts";
import { toInitResult } from "./write/summary.ts";
import { nightlyWorkflow, pushWorkflow } from "./write/workflows.ts";

/**
 * Proposes a catalog and two workflows for the repository, and writes those that do not exist. Throws UserError
 * `init/exists` if there is a catalog, `init/nothing` if there is nothing to build, `init/from` if an import cannot be
 * read.
 */
export async function init(options: StageOptions, context: StageContext): Promise<InitResult> {
	const catalog = path.resolve(context.cwd, options.catalog);
	const root = path.dirname(catalog);
	const { text: readText } = fileTextsBelow(root);
	if (!options.dryRun && (await exists(catalog))) throw catalogExists(options.catalog);
	const git = openGit(root, context);
	const [tree, ignored, remote, prefix, branch] = await Promise.all([
		readTree(root, git),
		git(["ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"]),
		git(["remote", "get-url", "origin"]),
		git(["rev-parse", "--show-prefix"]).then((output) => output?.trim() ?? ""),
		git(["symbolic-ref", "--short", "refs/remotes/origin/HEAD"]),
	]);
	const hidden = new Set(ignored?.split("\0").filter(Boolean));
	const isHidden = (file: string) =>
		hidden.has(file) || file.split("/").some((_, i, parts) => hidden.has(`${parts.slice(0, i + 1).join("/")}/`));
	const paths = tree.entries.flatMap((entry) => (entry.kind === "file" && !isHidden(entry.path) ? entry.path : []));
	const { left, ...files } = findRelevantFiles(paths);
	const imported = await importCommands(options.from, root, context.cwd, readText);
	const compose = await Promise.all(
		files.compose.map((file) => readComposeFile(file, { root, text: readText, isHidden, context })),
	);
	const proposal = propose({
		project: projectName(remote, root),
		...homeRegistry(remote),
		tree: toTree(tree.entries),
		dockerfiles: files.dockerfiles,
		compose: compose.flatMap(({ reading }) => reading ?? []),
		commands: imported.commands,
		manifests: files.manifests.flatMap((file) => readKubernetesManifest(readText(file) ?? "", file)),
		text: readText,
	});
	const skipped = [...left, ...proposal.left];
	if (proposal.services.length === 0) throw nothingToBuild(skipped, root);
	const text = catalogText(proposal);
	// Throws if the proposal is not a valid catalog, which would be a bug.
	loadCatalog({ file: path.basename(catalog), text, root, paths: filesBelow(root) });
	const settings = {
		catalog: `${prefix}${path.basename(catalog)}`,
		registry: proposal.registry.value,
		branch: branch?.trim().replace(/^origin\//, "") || "main",
		secrets: [...new Set(proposal.services.flatMap(({ secrets }) => secrets.map(secretVariable)))],
		ssh: proposal.services.some(({ ssh }) => ssh.length > 0),
	};
	const workflows = path.join(root, path.relative(prefix || ".", "."), ".github/workflows");
	const texts: readonly (readonly [string, string])[] = [
		[catalog, text],
		[path.join(workflows, "images.yml"), pushWorkflow(settings)],
		[path.join(workflows, "images-nightly.yml"), nightlyWorkflow(settings)],
	];
	const written: InitFile[] = [];
	for (const [file, content] of texts) written.push(await writeNew(file, content, options, context.cwd));
	const notes = [...imported.unclear, ...compose.flatMap(({ note }) => note ?? [])];
	return toInitResult({ ...proposal, left: skipped }, written, notes);
}

/** Writes a file unless it exists. */
async function writeNew(file: string, text: string, { dryRun }: StageOptions, cwd: string): Promise<InitFile> {
	const shown = path.relative(cwd, file);
	if (dryRun) return { path: shown, state: "shown", text };
	await mkdir(path.dirname(file), { recursive: true });
	try {
		await writeFile(file, text, { flag: "wx" });
		return { path: shown, state: "written" };
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
		return { path: shown, state: "kept" };
	}
}

/** True also for a broken link. */
const exists = (file: string) =>
	lstat(file).then(
		() => true,
		() => false,
	);

async function importCommands(
	files: readonly string[],
	root: string,
	cwd: string,
	readText: (file: string) => string | undefined,
): Promise<BuildCommandsResult> {
	const results: BuildCommandsResult[] = [];
	for (const file of files) {
		const absolute = path.resolve(cwd, file);
		const inside = path.relative(root, absolute);
		const isOutside = inside.startsWith("..");
		const text = isOutside ? await readFile(absolute, "utf8").catch(() => undefined) : readText(inside);
		if (text === undefined)
			throw new UserError({
				code: "init/from",
				message: `cannot read ${file}`,
				fix: "name a Markdown file or a shell script with docker build commands",
			});
		const result = readBuildCommands(text, isOutside ? path.basename(file) : inside);
		const isEmpty = result.commands.length + result.unclear.length === 0;
		results.push(isEmpty ? { commands: [], unclear: [`${file}: contains no docker build command`] } : result);
	}
	return {
		commands: results.flatMap(({ commands }) => commands),
		unclear: results.flatMap(({ unclear }) => unclear),
	};
}

/** From the git remote; otherwise from the folder. */
function projectName(remote: string | undefined, root: string): string {
	const last = remote
		?.trim()
		.replace(/\.git$|\/$/g, "")
		.split(/[/:]/)
		.at(-1);
	return toKebabCase(last ?? "") || toKebabCase(path.basename(root)) || "project";
}

/** The repository's path in GitHub's registry. */
function homeRegistry(remote: string | undefined): { readonly home?: string } {
	const [, owner, name] = /github\.com[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(remote?.trim() ?? "") ?? [];
	return name === undefined ? {} : { home: `ghcr.io/${owner}/${name}`.toLowerCase() };
}

const catalogExists = (file: string) =>
	new UserError({
		code: "init/exists",
		message: `${file} already exists`,
		why: "init never overwrites a file",
		fix: "move it, write another file with --catalog, or see the proposal with --dry-run",
	});

function nothingToBuild(skipped: InitResult["left"], root: string): UserError {
	const reasons = skipped.slice(0, 5).map(({ file, why }) => `${file} (${why})`);
	return new UserError({
		code: "init/nothing",
		message: `nothing to build in ${root}: no Dockerfile, no Compose file with a build`,
		...(reasons.length > 0 && { why: `skipped: ${reasons.join(", ")}` }),
		fix: "run it in the root of the repository, or import the commands of a file with --from",
	});
}
