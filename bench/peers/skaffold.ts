import { execFile } from "node:child_process";
import { cp, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { cacheFolder } from "../../src/options/default-folders.ts";
import { once } from "../measure.ts";
import { bases, type Work } from "./contestants.ts";
import { type Found, isThere } from "./find.ts";

const run = promisify(execFile);

/** The newest release when this was written. */
const version = "v2.16.1";
const sources = `github.com/GoogleContainerTools/skaffold/v2@${version}`;

/**
 * Finds the program below the folder that LUCID_PEERS names (skaffold/skaffold), else in the cache, else compiles it
 * from its Go module, which takes some minutes. It cannot be installed by its name alone: its go.mod replaces modules.
 */
export async function findSkaffold(): Promise<Found> {
	const given = process.env.LUCID_PEERS;
	const cache = path.join(cacheFolder(process.env), "peers");
	const folder = path.join(cache, `skaffold-${version}`);
	for (const place of [...(given === undefined ? [] : [path.resolve(given, "skaffold")]), folder])
		if (await isThere(path.join(place, "skaffold"))) return { kind: "found", folder: place, version };
	const part = `${folder}.${process.pid}`;
	try {
		await mkdir(cache, { recursive: true });
		const { stdout } = await run("go", ["mod", "download", "-json", sources], { cwd: cache });
		const { Dir } = JSON.parse(stdout) as { readonly Dir: string };
		await cp(Dir, `${part}.go`, { recursive: true });
		// What Go downloads may not be written to; it is built from a copy.
		await run("chmod", ["--recursive", "u+w", `${part}.go`]);
		await run("go", ["build", "-o", path.join(part, "skaffold"), "./cmd/skaffold"], { cwd: `${part}.go` });
		await rename(part, folder);
		return { kind: "found", folder, version };
	} catch (error) {
		await rm(part, { recursive: true, force: true });
		const [why = ""] = (error as Error).message.split("\n");
		return { kind: "missing", why: `it could not be compiled from its Go module: ${why}` };
	} finally {
		await rm(`${part}.go`, { recursive: true, force: true });
	}
}

/**
 * `skaffold.yaml` for the same images as the catalog's, to be committed: all at once, by BuildKit, with the bases from
 * the same place. Each build names the registry that it pushes to.
 */
export function skaffoldFile(services: readonly string[], platform = "linux/arm64"): string {
	const flags = bases().map((base) => `--build-context=${base}`);
	const artifacts = services.map((image) => ({
		...{ image, context: "." },
		docker: { dockerfile: `${image}/Dockerfile`, cliFlags: ["--provenance=false", ...flags] },
	}));
	const local = { push: true, useBuildkit: true, useDockerCLI: true, concurrency: 0 };
	const build = { platforms: [platform], tagPolicy: { gitCommit: {} }, local, artifacts };
	// JSON is YAML too.
	return `${JSON.stringify({ apiVersion: "skaffold/v4beta13", kind: "Config", build }, undefined, "\t")}\n`;
}

/**
 * Skaffold looks into each base for ONBUILD, in the engine and else at its own registry: where that is out of reach,
 * the engine has them before.
 */
export async function pullBases(platform = "linux/arm64"): Promise<void> {
	for (const base of bases()) {
		const [name = "", image = ""] = base.split("=docker-image://");
		await run("docker", ["pull", "--quiet", `--platform=${platform}`, image]);
		await run("docker", ["tag", image, name]);
	}
}

/**
 * `skaffold build`: seconds. What it remembers of what it has built lies in `memory`, a file for each registry. Throws
 * where the commit's tags are not there.
 */
export async function skaffold(folder: string, work: Work, memory: string): Promise<number> {
	const settings = path.join(work.out, "skaffold-settings.yaml");
	await writeFile(settings, "global:\n  collect-metrics: false\n  survey:\n    disable-prompt: true\n");
	const [host = ""] = work.registry.split("/");
	const { seconds } = await once(
		[
			path.join(folder, "skaffold"),
			...["build", `--config=${settings}`, `--cache-file=${memory}`],
			...[`--default-repo=${work.registry}`, `--insecure-registry=${host}`],
		],
		{ cwd: work.root, env: { SKAFFOLD_UPDATE_CHECK: "false", SKAFFOLD_INTERACTIVE: "false" } },
	);
	const registry = openRegistry();
	for (const service of work.services) {
		const ref = `${work.registry}/${service}:${work.sha.slice(0, 7)}`;
		if ((await registry.head(ref)) === undefined) throw new Error(`Skaffold has not tagged ${ref}`);
	}
	return seconds;
}
