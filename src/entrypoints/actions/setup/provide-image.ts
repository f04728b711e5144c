import { rm } from "node:fs/promises";
import { defaultEngineApi } from "../../../adapters/docker/engine-api.ts";
import { parseReference } from "../../../model/oci/reference.ts";
import { execLogged, quietDocker } from "../logged-exec.ts";
import { type FetchedImage, fetchImage, type ImageSources } from "./fetch-image.ts";
import { type ImageLayout, packLayout } from "./image-layout.ts";

/** Where an image that setup needs came from: `pulled` by the engine itself. */
export type ImageOrigin = "engine" | "cache" | "registry" | "pulled";

const told = {
	engine: "was in the engine",
	cache: "came out of the cache",
	registry: "was fetched",
	pulled: "is left to the engine",
} as const;
/** In words, for the log. */
export const describeOrigin = (what: string, origin: ImageOrigin) => `the image of ${what} ${told[origin]}`;

export interface ProvidedImage {
	/** What the engine has it as. */
	readonly name: string;
	readonly origin: ImageOrigin;
}

/**
 * Sees to it that the engine has an image, pinned by digest, under a name of ours: it may have it already; the cache may; else it is fetched and kept for the
 * next job. When all else fails the engine pulls it itself.
 */
export async function provideImage(ref: string, supply: ImageSources): Promise<ProvidedImage> {
	const held = await imageInEngine(ref);
	if (held !== undefined) return held;
	await using fetched = await fetchImage(ref, supply);
	// The folder has to be there until then.
	return await loadIntoEngine(ref, fetched);
}

/** Gives the engine what was fetched. What was not, or is not taken, it pulls: it may know a way that we do not. Whoever needs the image says what is wrong. */
export async function loadIntoEngine(ref: string, fetched: FetchedImage | undefined): Promise<ProvidedImage> {
	const name = ownName(ref);
	if (fetched !== undefined && (await loaded(fetched.layout, name))) return { name, origin: fetched.origin };
	if (parseReference(ref).digest === undefined) return { name: ref, origin: "pulled" };
	const { exitCode } = await execLogged(["docker", "pull", "--", ref]);
	return { name: exitCode === 0 && (await tagged(ref, name)) ? name : ref, origin: "pulled" };
}

/** What the engine has of an image already. One without a digest may have changed since. */
export async function imageInEngine(ref: string): Promise<ProvidedImage | undefined> {
	if (parseReference(ref).digest === undefined) return undefined;
	const name = ownName(ref);
	const isHere = (await hasImage(name)) || (await tagged(ref, name));
	return isHere ? { name, origin: "engine" } : undefined;
}

/** False, and said why, when that does not work. */
async function loaded(layout: ImageLayout, name: string): Promise<boolean> {
	const tar = `${layout.folder}.tar`;
	try {
		await packLayout(layout, name, tar);
		const { exitCode } = await execLogged(["docker", "load", "--quiet", `--input=${tar}`]);
		return exitCode === 0 && (await hasImage(name));
	} catch (error) {
		console.log(error instanceof Error ? error.message : error);
		return false;
	} finally {
		await rm(tar, { force: true });
	}
}

/** At a port where nobody answers: buildx tries to pull whatever it is told, and goes on with what is there when that fails. */
function ownName(ref: string): string {
	const { repository, digest = "" } = parseReference(ref);
	return `localhost:1/lucid/${repository.split("/").at(-1)}:${digest.replace(":", "-")}`;
}

async function hasImage(name: string): Promise<boolean> {
	const api = await defaultEngineApi(process.env);
	const answer = await api?.({ method: "GET", path: `/images/${name}/json` }).catch(() => undefined);
	if (answer !== undefined) return answer.status === 200;
	return (await quietDocker(["image", "inspect", "--format={{.Id}}", "--", name])).exitCode === 0;
}

async function tagged(ref: string, name: string): Promise<boolean> {
	return (await hasImage(ref)) && (await quietDocker(["image", "tag", ref, name])).exitCode === 0;
}
