import { rm } from "node:fs/promises";
import { defaultEngineApi } from "../../../adapters/docker/engine-api.ts";
import { parseReference } from "../../../model/oci/reference.ts";
import { execLogged, quietDocker } from "../logged-exec.ts";
import { type FetchedImage, fetchImage, type ImageSources } from "./fetch-image.ts";
import { type ImageLayout, packLayout } from "./image-layout.ts";

/** Where an image came from; `pulled` by the engine. */
export type ImageOrigin = "engine" | "cache" | "registry" | "pulled";

const originTexts = {
	engine: "already in the engine",
	cache: "from the cache",
	registry: "from the registry",
	pulled: "pulled by the engine",
} as const;
/** For the log. */
export const describeOrigin = (what: string, origin: ImageOrigin) => `${what} image: ${originTexts[origin]}`;

export interface ProvidedImage {
	/** Its name in the engine. */
	readonly name: string;
	readonly origin: ImageOrigin;
}

/** Provides an image to the engine from the engine itself, the cache or a registry; else the engine pulls it. */
export async function provideImage(ref: string, sources: ImageSources): Promise<ProvidedImage> {
	const existing = await imageInEngine(ref);
	if (existing !== undefined) return existing;
	await using fetched = await fetchImage(ref, sources);
	// The folder must exist until then.
	return await loadIntoEngine(ref, fetched);
}

/** Loads a fetched image; else the engine pulls it. Errors show when the image is used. */
export async function loadIntoEngine(ref: string, fetched: FetchedImage | undefined): Promise<ProvidedImage> {
	const name = ownName(ref);
	if (fetched !== undefined && (await loaded(fetched.layout, name))) return { name, origin: fetched.origin };
	if (parseReference(ref).digest === undefined) return { name: ref, origin: "pulled" };
	const { exitCode } = await execLogged(["docker", "pull", "--", ref]);
	return { name: exitCode === 0 && (await tagged(ref, name)) ? name : ref, origin: "pulled" };
}

/** An image that the engine has. Without a digest it may be outdated. */
export async function imageInEngine(ref: string): Promise<ProvidedImage | undefined> {
	if (parseReference(ref).digest === undefined) return undefined;
	const name = ownName(ref);
	const isHere = (await hasImage(name)) || (await tagged(ref, name));
	return isHere ? { name, origin: "engine" } : undefined;
}

/** False, with a logged reason, if it fails. */
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

/** An unused port: buildx first tries to pull any image, and uses the local one if that fails. */
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
