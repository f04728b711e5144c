import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { saveState, warning } from "@actions/core";
import { exec } from "../../../adapters/process/exec.ts";
import { dockerCredentials, openRegistry } from "../../../adapters/registry/registry.ts";
import { parseReference } from "../../../model/oci/reference.ts";
import { defined } from "../../../util/defined.ts";
import { readObject } from "../../../util/json.ts";
import { withCommands } from "../job-log.ts";
import { restoreFolder } from "./folder-cache.ts";
import { fetchLayout, type ImageLayout, openLayout } from "./image-layout.ts";

/** Where setup gets images from. */
export interface ImageSources {
	/** The engine's own platform. */
	readonly native: string;
	/** Tried before the image's own registry, in this order: `host/prefix` per registry. */
	readonly mirrors: readonly { readonly from: string; readonly to: string; readonly insecure?: true }[];
	readonly cache: "read-write" | "read" | "off";
	/** Token servers that may get logins, see `registry-token-hosts`. */
	readonly tokenHosts?: ReadonlySet<string>;
}

/** An image in a folder. Disposing it deletes the folder, unless `post` saves it to the cache. */
export interface FetchedImage extends AsyncDisposable {
	readonly layout: ImageLayout;
	readonly origin: "cache" | "registry";
}

/** State for `post`: folders to save to the cache. */
export const imagesToCacheState = "keep";
export interface ImageToCache {
	readonly folder: string;
	readonly prefix: string;
}
export function isImageToCache(value: unknown): value is ImageToCache {
	const { folder, prefix } = readObject(value) ?? {};
	return typeof folder === "string" && typeof prefix === "string";
}
const toKeep: ImageToCache[] = [];

/**
 * Restores an image from the cache, or fetches and later saves it. All digests are verified. Undefined, with a logged
 * reason, if that fails or if `ref` has no digest.
 */
export async function fetchImage(ref: string, sources: ImageSources): Promise<FetchedImage | undefined> {
	const { repository, digest } = parseReference(ref);
	if (digest === undefined) return undefined;
	const what = repository.split("/").at(-1) ?? repository;
	const architecture = sources.native.split("/").slice(1).join("-");
	const prefix = `lucid-image-${what}-${architecture}-${digest.slice("sha256:".length)}-`;
	const folder = join(process.env.RUNNER_TEMP || tmpdir(), "lucid-images", prefix);
	const open = () => openLayout(folder, digest, sources.native);
	const forget = () => rm(folder, { recursive: true, force: true });
	const cached = sources.cache === "off" ? undefined : await fromCache(folder, prefix, open);
	if (cached !== undefined) return { layout: cached, origin: "cache", [Symbol.asyncDispose]: forget };
	const layout = await fromRegistry(ref, sources, folder, open);
	const isKept = layout !== undefined && sources.cache === "read-write";
	if (isKept) {
		toKeep.push({ folder, prefix });
		withCommands(() => saveState(imagesToCacheState, toKeep));
	}
	if (layout !== undefined)
		return { layout, origin: "registry", [Symbol.asyncDispose]: isKept ? async () => {} : forget };
	await forget();
	return undefined;
}

async function fromCache(
	folder: string,
	prefix: string,
	open: () => Promise<ImageLayout>,
): Promise<ImageLayout | undefined> {
	const restored = await restoreFolder(folder, prefix);
	if (restored.kind === "hit") {
		const opened = await open().catch((error: Error) => error.message);
		if (typeof opened !== "string") return opened;
		warn(`the cache entry for ${prefix} is invalid, fetching the image: ${opened}`);
	} else if (restored.kind === "failed") warn(`the cache failed, fetching the image: ${restored.why}`);
	else console.log(restored.kind === "none" ? "no cache service" : `${prefix} is not in the cache`);
	// It may be incomplete.
	await rm(folder, { recursive: true, force: true });
	return undefined;
}

async function fromRegistry(
	ref: string,
	sources: ImageSources,
	folder: string,
	open: () => Promise<ImageLayout>,
): Promise<ImageLayout | undefined> {
	const { host, repository, digest } = parseReference(ref);
	const insecure = sources.mirrors.flatMap(({ to, insecure: plain }) => (plain ? [to.split("/")[0] ?? to] : []));
	const registry = openRegistry({
		auth: dockerCredentials({ exec, env: process.env }),
		env: process.env,
		...defined({ tokenHosts: sources.tokenHosts }),
		insecure,
		deadlineMs: 20_000,
	});
	const mirrored = sources.mirrors.filter(({ from }) => from === host).map(({ to }) => `${to}/${repository}@${digest}`);
	for (const place of [...mirrored, `${host}/${repository}@${digest}`]) {
		try {
			await fetchLayout(registry, place, sources.native, folder);
			return await open();
		} catch (error) {
			console.log(`${place} could not be fetched: ${error instanceof Error ? error.message : error}`);
		}
	}
	warn(`${ref} could not be fetched; the engine pulls it, and it is not cached`);
	return undefined;
}

const warn = (text: string) => withCommands(() => warning(text, { title: "lucid setup" }));
