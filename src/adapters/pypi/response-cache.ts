import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { PackageRelease } from "../../model/requirements/package-release.ts";

/** What an index said of a package, and when. */
export interface CachedResponse {
	/** Undefined: it has no such package. */
	readonly releases?: readonly PackageRelease[];
	/** Milliseconds since 1970: when the index last said so. */
	readonly at: number;
	readonly etag?: string;
	readonly modified?: string;
}

/** Answers of indexes, kept between runs. Neither reading nor writing ever fails: what is not there is asked for again. */
export interface ResponseCache {
	read(index: string, key: string): Promise<CachedResponse | undefined>;
	write(index: string, key: string, kept: CachedResponse): Promise<void>;
}

/** The format of the files: another one is not read. */
const version = 1;

/** A file for each package, in a folder for each index. `index` holds no credentials. */
export function openResponseCache(folder: string): ResponseCache {
	const fileOf = (index: string, key: string) =>
		join(folder, createHash("sha256").update(index).digest("hex").slice(0, 16), `${key}.json`);
	return {
		async read(index, key) {
			try {
				const kept = JSON.parse(await readFile(fileOf(index, key), "utf8")) as CachedResponse & {
					readonly version: number;
				};
				return kept.version === version ? kept : undefined;
			} catch {
				return undefined;
			}
		},
		async write(index, key, kept) {
			const file = fileOf(index, key);
			const temporary = `${file}.${process.pid}.tmp`;
			try {
				await mkdir(dirname(file), { recursive: true });
				await writeFile(temporary, JSON.stringify({ version, ...kept }));
				await rename(temporary, file);
			} catch {
				// A full or read-only disk costs time on the next run, no more.
			}
		},
	};
}
