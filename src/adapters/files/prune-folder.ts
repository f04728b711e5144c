import { readdir, stat, unlink } from "node:fs/promises";
import path from "node:path";

/** Removes the least recently used files of a folder until the rest fits. Never rejects. */
export async function pruneFolder(folder: string, maxBytes: number): Promise<void> {
	try {
		const files = await Promise.all(
			(await readdir(folder)).map(async (name) => {
				const file = path.join(folder, name);
				const { mtimeMs, size } = await stat(file);
				return { file, mtimeMs, size };
			}),
		);
		let bytes = 0;
		for (const { file, size } of files.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
			bytes += size;
			if (bytes > maxBytes) await unlink(file);
		}
	} catch {
		// Another run prunes at the same time.
	}
}
