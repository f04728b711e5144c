import { readFile, utimes } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { pruneFolder } from "../../adapters/files/prune-folder.ts";
import { replaceFile } from "../../adapters/files/replace-file.ts";
import { trustedCacheFolder } from "../../options/default-folders.ts";
import { isLayerContent } from "./layers/layer-content.ts";
import type { LayerCache } from "./layers/layer-store.ts";

/** Raise it when the reader returns something else for the same layer. */
const version = 2;
/** Bytes on disk: about 2,000 layers of 5,000 files each. */
const maxBytes = 128 << 20;

/** One compressed file per layer. Reading and writing never fail: a layer that is not cached is read again. */
export function openLayerCache(env: Readonly<Record<string, string | undefined>>): LayerCache {
	const folder = path.join(trustedCacheFolder(env), "layer-contents");
	let pruning: Promise<void> | undefined;
	const fileOf = (digest: string) => path.join(folder, `${digest.replace(/[^a-z0-9]/g, "-")}.v${version}.json.gz`);
	return {
		async read(digest) {
			try {
				const file = fileOf(digest);
				const layer: unknown = JSON.parse(String(await promisify(gunzip)(await readFile(file))));
				if (!isLayerContent(layer)) return undefined;
				const now = new Date();
				await utimes(file, now, now);
				return layer;
			} catch {
				return undefined;
			}
		},
		async write(digest, layer) {
			try {
				const bytes = await promisify(gzip)(JSON.stringify(layer), { level: 1 });
				await replaceFile(fileOf(digest), bytes, { fileMode: 0o600, folderMode: 0o700 });
				pruning ??= pruneFolder(folder, maxBytes);
				await pruning;
			} catch {
				// A full or read-only disk only makes the next run slower.
			}
		},
	};
}
