import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { saveState, warning } from "@actions/core";
import { exec } from "../../process/exec.ts";
import { dockerCredentials, openRegistry, parseReference } from "../../registry/registry.ts";
import { aside } from "../console.ts";
import { quietDocker, run } from "../show-exec.ts";
import { restoreFolder } from "./kept.ts";
import { fetchLayout, openLayout, packLayout } from "./layout.ts";

/** Where an image that setup needs came from: `pulled` by the engine itself. */
export type Origin = "engine" | "cache" | "registry" | "pulled";

export interface Provided {
	/** What the engine has it as. */
	readonly name: string;
	readonly origin: Origin;
}

/** How images are had. */
export interface Supply {
	/** The engine's own platform. */
	readonly native: string;
	/** Where to look before the image's own registry, best first: `host/prefix` for a registry. */
	readonly mirrors: readonly { readonly from: string; readonly to: string; readonly insecure?: true }[];
	readonly cache: "read-write" | "read" | "off";
}

/** What `post` has to bring to the cache. */
export const keepState = "keep";
export interface ToKeep {
	readonly folder: string;
	readonly prefix: string;
}
const toKeep: ToKeep[] = [];

/**
 * Sees to it that the engine has an image, pinned by digest, under a name of ours: it may have it already; the cache may; else it is fetched and kept for the
 * next job. What comes out of the cache counts only if it is what the digest says. When all else fails the engine pulls it itself.
 */
export async function provideImage(ref: string, supply: Supply): Promise<Provided> {
	const { repository, digest } = parseReference(ref);
	if (digest === undefined) return { name: ref, origin: "pulled" };
	// At a port where nobody answers: buildx tries to pull whatever it is told, and goes on with what is there when that fails.
	const what = repository.split("/").at(-1) ?? repository;
	const name = `localhost:1/lucid/${what}:${digest.replace(":", "-")}`;
	if (await hasImage(name)) return { name, origin: "engine" };
	if (await tagged(ref, name)) return { name, origin: "engine" };
	const architecture = supply.native.split("/").slice(1).join("-");
	const prefix = `lucid-image-${what}-${architecture}-${digest.slice("sha256:".length)}-`;
	const folder = join(process.env.RUNNER_TEMP || tmpdir(), "lucid-images", prefix);
	const load = async () => {
		const tar = `${folder}.tar`;
		try {
			await packLayout(await openLayout(folder, digest, supply.native), name, tar);
			const { exitCode, stderr } = await run(["docker", "load", "--quiet", `--input=${tar}`]);
			if (exitCode !== 0) throw new Error(stderr.trim().split("\n").at(-1));
			if (!(await hasImage(name))) throw new Error("the engine loaded it under another name");
		} finally {
			await rm(tar, { force: true });
		}
	};
	await mkdir(folder, { recursive: true });
	if (supply.cache !== "off" && (await fromCache(folder, prefix, load))) return { name, origin: "cache" };
	if (await fromRegistry(ref, supply, folder, load)) {
		if (supply.cache === "read-write") {
			toKeep.push({ folder, prefix });
			aside(() => saveState(keepState, toKeep));
		} else await rm(folder, { recursive: true, force: true });
		return { name, origin: "registry" };
	}
	await rm(folder, { recursive: true, force: true });
	const { exitCode } = await run(["docker", "pull", "--", ref]);
	// Whoever needs it says what is wrong.
	return exitCode === 0 && (await tagged(ref, name)) ? { name, origin: "pulled" } : { name: ref, origin: "pulled" };
}

async function hasImage(name: string): Promise<boolean> {
	return (await quietDocker(["image", "inspect", "--format={{.Id}}", "--", name])).exitCode === 0;
}

async function tagged(ref: string, name: string): Promise<boolean> {
	return (await hasImage(ref)) && (await quietDocker(["image", "tag", ref, name])).exitCode === 0;
}

async function fromCache(folder: string, prefix: string, load: () => Promise<void>): Promise<boolean> {
	const restored = await restoreFolder(folder, prefix);
	if (restored.kind === "hit") {
		const broken = await load().then(
			() => undefined,
			(error: Error) => error.message,
		);
		await rm(folder, { recursive: true, force: true });
		if (broken === undefined) return true;
		warn(`what the cache has for ${prefix} is of no use, so the image is fetched anew: ${broken}`);
		await mkdir(folder, { recursive: true });
	} else if (restored.kind === "failed") {
		// Part of it may have come.
		await rm(folder, { recursive: true, force: true });
		await mkdir(folder, { recursive: true });
		warn(`the cache is of no use, so the image is fetched: ${restored.why}`);
	} else console.log(restored.kind === "none" ? "there is no cache service here" : `the cache has no ${prefix}`);
	return false;
}

async function fromRegistry(ref: string, supply: Supply, folder: string, load: () => Promise<void>): Promise<boolean> {
	const { host, repository, digest } = parseReference(ref);
	const insecure = supply.mirrors.flatMap(({ to, insecure: plain }) => (plain ? [to.split("/")[0] ?? to] : []));
	const registry = openRegistry({
		auth: dockerCredentials({ exec, env: process.env }),
		env: process.env,
		insecure,
		deadlineMs: 20_000,
	});
	const mirrored = supply.mirrors.filter(({ from }) => from === host).map(({ to }) => `${to}/${repository}@${digest}`);
	for (const place of [...mirrored, `${host}/${repository}@${digest}`]) {
		try {
			await fetchLayout(registry, place, supply.native, folder);
			await load();
			return true;
		} catch (error) {
			console.log(`${place} could not be fetched: ${error instanceof Error ? error.message : error}`);
		}
	}
	warn(`${ref} could not be fetched, so it is left to the engine to pull, and is not kept`);
	return false;
}

const warn = (text: string) => aside(() => warning(text, { title: "lucid setup" }));
