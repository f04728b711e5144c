import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackageRelease } from "../../model/requirements/package-release.ts";
import { parseJson, readObject, readString } from "../../util/json.ts";
import { replaceFile } from "../files/replace-file.ts";

/** The response of an index for one package. */
export interface CachedResponse {
	/** Undefined: the index has no such package. */
	readonly releases?: readonly PackageRelease[];
	/** When the index last confirmed it, milliseconds since 1970. */
	readonly at: number;
	readonly etag?: string;
	readonly modified?: string;
}

/** Responses of indexes, kept between runs. Reading and writing never fail: a missing response is requested again. */
export interface ResponseCache {
	read(index: string, key: string): Promise<CachedResponse | undefined>;
	write(index: string, key: string, response: CachedResponse): Promise<void>;
}

/** Format of the files; files of other versions are ignored. */
const version = 1;

/** One folder per index, one file per package. `index` contains no credentials. */
export function openResponseCache(folder: string): ResponseCache {
	const fileOf = (index: string, key: string) =>
		join(folder, createHash("sha256").update(index).digest("hex").slice(0, 16), `${key}.json`);
	return {
		async read(index, key) {
			const cached = parseJson(await readFile(fileOf(index, key), "utf8").catch(() => ""));
			return isCachedResponse(cached) ? cached : undefined;
		},
		async write(index, key, response) {
			try {
				await replaceFile(fileOf(index, key), JSON.stringify({ version, ...response }));
			} catch {
				// A full or read-only disk only makes the next run slower.
			}
		},
	};
}

/** Checks only version and wheels of each release: a full schema of thousands would be slower than reading them. */
function isCachedResponse(value: unknown): value is CachedResponse {
	const { version: format, at, releases = [] } = readObject(value) ?? {};
	return (
		format === version &&
		typeof at === "number" &&
		Array.isArray(releases) &&
		releases.every((release) => readString(release?.version) && Array.isArray(release.wheels))
	);
}
