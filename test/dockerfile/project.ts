import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { dockerfileReader, filesBelow } from "../../src/adapters/files/files-below.ts";
import { openCheckout } from "../../src/adapters/git/checkout.ts";
import type { Git } from "../../src/adapters/git/git.ts";
import { withSkippedFiles } from "../../src/adapters/git/skipped-files.ts";
import { readTree } from "../../src/adapters/git/tree.ts";
import { loadCatalog } from "../../src/model/catalog/load.ts";
import { toTree } from "../../src/model/dockerfile/dockerfile.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import {
	type CachedFiles,
	cacheFiles,
	type ReadBaseConfig,
	readServiceInputs,
} from "../../src/model/service/service-inputs.ts";
import type { PlanRequest } from "../../src/stages/plan/make-plan.ts";
import { textReader } from "../../src/stages/shared/open-catalog.ts";
import { makePlan } from "../support/make-plan.ts";
import type { Random } from "./random.ts";

export type Node =
	| { readonly kind: "file"; readonly text: string; readonly executable: boolean }
	| { readonly kind: "link"; readonly target: string }
	| { readonly kind: "dir" };

/** A repository with one service. Dockerfile and ignore file are among its files. */
export interface Project {
	readonly files: Readonly<Record<string, Node>>;
	/** The service in the catalog. */
	readonly service: {
		readonly context: string;
		readonly dockerfile: string;
		readonly target?: string;
		readonly args?: Readonly<Record<string, string>>;
		readonly contexts?: Readonly<Record<string, string>>;
	};
}

export const file = (text: string, executable = false): Node => ({ kind: "file", text, executable });
export const link = (target: string): Node => ({ kind: "link", target });

const platform = "linux/amd64";

export function catalogText({ service }: Project): string {
	const catalog = {
		version: 1,
		project: "test",
		image: "t/fingerprint/{{name}}",
		services: { app: { ...service, platforms: [platform] } },
	};
	return `${JSON.stringify(catalog, undefined, 2)}\n`;
}

/** Modes of a working tree that git considers equal, by the owner's executable bit. */
const modes = {
	file: [0o644, 0o600, 0o664, 0o666, 0o640, 0o645],
	program: [0o755, 0o700, 0o775, 0o777, 0o750, 0o711],
	folder: [0o755, 0o700, 0o775, 0o777, 0o2755, 0o1777],
} as const;

/** With `r`, files and folders get random modes, as from another umask or a chmod. */
export async function writeProject(root: string, project: Project, r?: Random): Promise<void> {
	await rm(root, { recursive: true, force: true });
	await mkdir(root, { recursive: true });
	await writeFile(path.join(root, "lucid.yml"), catalogText(project));
	for (const [name, node] of Object.entries(project.files)) {
		const full = path.join(root, name);
		await mkdir(node.kind === "dir" ? full : path.dirname(full), { recursive: true });
		if (node.kind === "link") await symlink(node.target, full);
		if (node.kind !== "file") continue;
		await writeFile(full, node.text);
		await chmod(full, r?.pick(node.executable ? modes.program : modes.file) ?? (node.executable ? 0o755 : 0o644));
	}
	if (r === undefined) return;
	for (const entry of await readdir(root, { recursive: true, withFileTypes: true }))
		if (entry.isDirectory()) await chmod(path.join(entry.parentPath, entry.name), r.pick(modes.folder));
}

/** The files of a project on disk. */
export async function filesOf(root: string): Promise<CachedFiles> {
	const tree = await readTree(root, async () => undefined);
	return cacheFiles(toTree(tree.entries), dockerfileReader(root));
}

export interface PlanOptions {
	/** Default: everything is read from disk. */
	readonly git?: Git;
	readonly readBaseConfig?: ReadBaseConfig;
	readonly readText?: (name: string) => Promise<string | undefined>;
	/** Event and release; default: a push to main. */
	readonly request?: Partial<Pick<PlanRequest, "source" | "versions">>;
	/** Called after the tree is listed and before a file is read. */
	readonly beforeHash?: () => Promise<void>;
}

/** Plans like `lucid plan`, with fixed registry responses: every base has one digest, nothing is built. */
export async function planOf(
	root: string,
	baseOf: (ref: string) => string,
	{ git = async () => undefined, readBaseConfig, readText, request, beforeHash }: PlanOptions = {},
): Promise<Plan> {
	const text = await readFile(path.join(root, "lucid.yml"), "utf8");
	const checkout = openCheckout(git);
	const host = await withSkippedFiles(filesBelow(root), checkout);
	const catalog = loadCatalog({ file: "lucid.yml", text, root, paths: host });
	const tree = await readTree(root, git, checkout);
	const files = cacheFiles(toTree(tree.entries), readText ?? textReader(root, git, tree));
	const inputs = await Promise.all(
		catalog.services.map(async (service) => {
			const found = await readServiceInputs(service, platform, { catalog, files, readBaseConfig });
			return "trace" in found ? found : { service, platform, problems: found };
		}),
	);
	const source = {
		revision: "0".repeat(40),
		committedAt: "2025-10-24T15:51:32Z",
		dirty: false,
		event: { kind: "push", branch: "main" },
	} as const;
	await beforeHash?.();
	const digest = `sha256:${"0".repeat(64)}`;
	return makePlan(
		{ catalog, source, selected: catalog.services, force: false, inputs, tags: {}, ...request },
		{
			hash: tree.hash,
			resolveBase: async (ref, wanted) => ({
				pinned: baseOf(ref),
				digest,
				...(wanted !== undefined && { platformDigest: digest }),
			}),
			findImage: async () => undefined,
			findPrevious: async () => undefined,
			changedSince: async () => undefined,
		},
	);
}
