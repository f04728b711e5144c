import { lstat, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { filesBelow, fileTextsBelow } from "../../adapters/files/files-below.ts";
import { readTree } from "../../adapters/git/tree.ts";
import { loadCatalog } from "../../model/catalog/load.ts";
import { toTree } from "../../model/dockerfile/dockerfile.ts";
import type { InitFile, InitResult } from "../../model/documents/init.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";
import { openGit } from "../shared/catalog-root.ts";
import type { StageContext } from "../shared/context.ts";
import { propose } from "./propose/propose.ts";
import { toKebabCase } from "./propose/service-names.ts";
import { type BuildCommand, readBuildCommands } from "./read/build-commands.ts";
import { readComposeFile } from "./read/compose-files.ts";
import { findRelevantFiles } from "./read/find-files.ts";
import { readKubernetesManifest } from "./read/kubernetes.ts";
import { catalogText, secretVariable } from "./write/catalog-text.ts";
import { toInitResult } from "./write/summary.ts";
import { nightlyWorkflow, pushWorkflow } from "./write/workflows.ts";

/**
 * Proposes a catalog and two workflows for the repository, and writes those that do not exist. Throws UserError
 * `init/exists` if there is a catalog, `init/nothing` if there is nothing to build, `init/from` if an import cannot be read.
 */
export async function init(options: StageOptions, world: StageContext): Promise<InitResult> {
	const catalog = path.resolve(world.cwd, options.catalog);
	const root = path.dirname(catalog);
	const peek = fileTextsBelow(root);
	if (!options.dryRun && (await isThere(catalog))) throw alreadyThere(options.catalog);
	const git = openGit(root, world);
	const [tree, ignored, remote, top, branch] = await Promise.all([
		readTree(root, git),
		git(["ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"]),
		git(["remote", "get-url", "origin"]),
		git(["rev-parse", "--show-prefix"]),
		git(["symbolic-ref", "--short", "refs/remotes/origin/HEAD"]),
	]);
	const hidden = new Set(ignored?.split("\0").filter(Boolean));
	const isHidden = (file: string) =>
		hidden.has(file) || file.split("/").some((_, i, parts) => hidden.has(`${parts.slice(0, i + 1).join("/")}/`));
	const paths = tree.entries
		.filter(({ kind }) => kind === "file")
		.map((entry) => entry.path)
		.filter((file) => !isHidden(file));
	const found = findRelevantFiles(paths);
	const { commands, unclear } = await importAll(options.from, root, world.cwd, peek.text);
	const readings = await Promise.all(
		found.compose.map((file) => readComposeFile(file, { root, text: peek.text, hidden: isHidden, world })),
	);
	const proposal = propose({
		project: projectName(remote, root),
		...homeOf(remote),
		tree: toTree(tree.entries),
		dockerfiles: found.dockerfiles,
		compose: readings.flatMap(({ reading }) => reading ?? []),
		commands,
		manifests: found.manifests.flatMap((file) => readKubernetesManifest(peek.text(file) ?? "", file)),
		text: peek.text,
	});
	const left = [...found.left, ...proposal.left];
	if (proposal.services.length === 0) throw nothingFound(left, root);
	const text = catalogText(proposal);
	// Throws if the proposal is not a valid catalog, which would be a bug.
	loadCatalog({ file: path.basename(catalog), text, root, host: filesBelow(root) });
	const prefix = top?.trim() ?? "";
	const about = {
		catalog: `${prefix}${path.basename(catalog)}`,
		registry: proposal.registry.value,
		branch: branch?.trim().replace(/^origin\//, "") || "main",
		secrets: [...new Set(proposal.services.flatMap(({ secrets }) => secrets.map(secretVariable)))],
		ssh: proposal.services.some(({ ssh }) => ssh.length > 0),
	};
	const workflows = path.join(root, path.relative(prefix || ".", "."), ".github/workflows");
	const texts: readonly (readonly [string, string])[] = [
		[catalog, text],
		[path.join(workflows, "images.yml"), pushWorkflow(about)],
		[path.join(workflows, "images-nightly.yml"), nightlyWorkflow(about)],
	];
	const files: InitFile[] = [];
	for (const [file, content] of texts) files.push(await place(file, content, options, world.cwd));
	return toInitResult({ ...proposal, left }, files, [...unclear, ...readings.flatMap(({ note }) => note ?? [])]);
}

/** Writes a file unless it exists. */
async function place(file: string, text: string, { dryRun }: StageOptions, cwd: string): Promise<InitFile> {
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
const isThere = (file: string) =>
	lstat(file).then(
		() => true,
		() => false,
	);

async function importAll(
	files: readonly string[],
	root: string,
	cwd: string,
	read: (file: string) => string | undefined,
) {
	const commands: BuildCommand[] = [];
	const unclear: string[] = [];
	for (const file of files) {
		// The file may be outside of the repository.
		const inside = path.relative(root, path.resolve(cwd, file));
		const text = inside.startsWith("..") ? await readOutside(path.resolve(cwd, file)) : read(inside);
		if (text === undefined)
			throw new UserError({
				code: "init/from",
				message: `cannot read ${file}`,
				fix: "name a Markdown file or a shell script with docker build commands",
			});
		const name = inside.startsWith("..") ? path.basename(file) : inside;
		const found = readBuildCommands(text, name);
		if (found.commands.length + found.unclear.length === 0) unclear.push(`${file}: contains no docker build command`);
		commands.push(...found.commands);
		unclear.push(...found.unclear);
	}
	return { commands, unclear };
}

const readOutside = (file: string): Promise<string | undefined> => readFile(file, "utf8").catch(() => undefined);

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
function homeOf(remote: string | undefined): { readonly home?: string } {
	const found = /github\.com[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(remote?.trim() ?? "");
	return found === null ? {} : { home: `ghcr.io/${found[1]}/${found[2]}`.toLowerCase() };
}

const alreadyThere = (file: string) =>
	new UserError({
		code: "init/exists",
		message: `${file} already exists`,
		why: "init never overwrites a file",
		fix: "move it, write another file with --catalog, or see the proposal with --dry-run",
	});

function nothingFound(left: InitResult["left"], root: string): UserError {
	const why =
		left.length > 0
			? `skipped: ${left
					.slice(0, 5)
					.map(({ file, why: reason }) => `${file} (${reason})`)
					.join(", ")}`
			: undefined;
	return new UserError({
		code: "init/nothing",
		message: `nothing to build in ${root}: no Dockerfile, no Compose file with a build`,
		...defined({ why }),
		fix: "run it in the root of the repository, or import the commands of a file with --from",
	});
}
