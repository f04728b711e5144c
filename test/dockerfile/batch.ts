import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Exec } from "../../src/adapters/process/exec.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import { type BakeInput, bakeDefinition } from "../../src/stages/build/bake/definition.ts";
import type { ContextCopies } from "../../src/stages/build/contexts/copy-contexts.ts";
import { readTar } from "./tar.ts";

/** One image to build. */
export interface Job {
	/** Unique in its batch; letters and digits. */
	readonly id: string;
	/** The bake target without its output. */
	readonly target: Readonly<Record<string, unknown>>;
}

/** The built image, without times. */
export interface Built {
	/** Every path with kind, mode, owner, link and bytes. */
	readonly files: ReadonlyMap<string, string>;
	/** ENV, CMD, USER and so on. Optional, since exporting images takes the engine five times as long. */
	readonly config?: string;
	/** The history in the image's config. */
	readonly history?: string;
}

export type Want = "files" | "config";

/** Above this limit, the engine loses builds. */
const atOnce = 40;

/** Builds all jobs, many per bake. A string is the engine's error. */
export async function buildAll(
	exec: Exec,
	jobs: readonly Job[],
	want: Want,
	folder: string,
): Promise<ReadonlyMap<string, Built | string>> {
	await mkdir(folder, { recursive: true });
	const found = new Map<string, Built | string>();
	for (let at = 0; at < jobs.length; at += atOnce)
		await bake(jobs.slice(at, at + atOnce), { exec, want, folder, found });
	return found;
}

/**
 * An engine under load sometimes fails by itself: a failure counts if it happens again in isolation. Bake stops at the
 * first failure: then the others are built again, by halves if bake does not name the failed target.
 */
async function bake(
	jobs: readonly Job[],
	batch: {
		readonly exec: Exec;
		readonly want: Want;
		readonly folder: string;
		readonly found: Map<string, Built | string>;
	},
): Promise<void> {
	const { exec, want, folder, found } = batch;
	const target = Object.fromEntries(
		jobs.map(({ id, target }) => [id, { ...target, output: [outputOf(want, path.join(folder, `${id}.tar`))] }]),
	);
	const definition = path.join(folder, `${jobs[0]?.id}.json`);
	await writeFile(definition, JSON.stringify({ group: { default: { targets: Object.keys(target) } }, target }));
	const argv = ["docker", "buildx", "bake", `--file=${definition}`, "--progress=plain"] as const;
	const { exitCode, stderr } = await exec([...argv, "--allow=fs.read=*", "--allow=fs.write=*"]);
	await rm(definition);
	if (exitCode !== 0 && jobs.length > 1) {
		const failed = /^ERROR: target (\w+):/m.exec(stderr)?.[1];
		if (failed !== undefined && failed in target) {
			await bake(
				jobs.filter(({ id }) => id === failed),
				batch,
			);
			return bake(
				jobs.filter(({ id }) => id !== failed),
				batch,
			);
		}
		const half = Math.ceil(jobs.length / 2);
		await bake(jobs.slice(0, half), batch);
		return bake(jobs.slice(half), batch);
	}
	for (const { id } of jobs) {
		const tar = path.join(folder, `${id}.tar`);
		found.set(id, exitCode === 0 ? readBuilt(await readFile(tar), want) : stderr);
		await rm(tar, { force: true });
	}
}

/** The definition of a real build, without date and place. */
export function targetOf(plan: Plan, root: string, copies?: Pick<ContextCopies, "copyOf">): Job["target"] {
	const folderAt: BakeInput["folderAt"] = (_image, _service, use, relative) =>
		(use === "dockerfile" ? undefined : copies?.copyOf(relative)) ?? path.join(root, relative);
	const [target] = Object.values(bakeDefinition({ plan, root, folderAt }).target);
	if (target === undefined) throw new Error("a plan with nothing to build");
	return { ...target, labels: {}, annotations: [] };
}

const outputOf = (want: Want, tar: string): string =>
	want === "files" ? `type=tar,dest=${tar}` : `type=oci,dest=${tar},rewrite-timestamp=true`;

function readBuilt(bytes: Buffer, want: Want): Built {
	const files = readTar(bytes);
	if (want === "files") return { files };
	const json = (name: string) => JSON.parse(files.get(name)?.split("\n").slice(5).join("\n") ?? "null");
	const blob = (digest: string) => json(`blobs/${digest.replace(":", "/")}`);
	const index = json("index.json");
	const config = blob(blob(index.manifests[0].digest).config.digest);
	return {
		files: new Map(),
		config: JSON.stringify(config.config),
		// An image without instructions has no history.
		history: JSON.stringify((config.history ?? []).map(({ created_by }: { created_by?: string }) => created_by)),
	};
}

export const sameFiles = (a: Built, b: Built): boolean =>
	a.files.size === b.files.size && [...a.files].every(([name, what]) => b.files.get(name) === what);
