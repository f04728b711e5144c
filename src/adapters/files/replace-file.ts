import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { defined } from "../../util/defined.ts";

/**
 * Writes a file completely or not at all: under a temporary name, then renamed. Creates its folder. `fileMode` and
 * `folderMode` are permissions. Rejects with the system's error.
 */
export async function replaceFile(
	file: string,
	data: string | Uint8Array,
	{ fileMode, folderMode }: { readonly fileMode?: number; readonly folderMode?: number } = {},
): Promise<void> {
	const temporary = `${file}.${process.pid}.tmp`;
	try {
		await mkdir(path.dirname(file), { recursive: true, ...defined({ mode: folderMode }) });
		await writeFile(temporary, data, defined({ mode: fileMode }));
		await rename(temporary, file);
	} catch (error) {
		// The first error counts.
		await rm(temporary, { force: true }).catch(() => {});
		throw error;
	}
}
