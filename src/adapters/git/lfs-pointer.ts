import { open } from "node:fs/promises";

/** Pointers are shorter: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
const longestPointer = 1024;

/** Whether a file is a Git LFS pointer. False if it cannot be read. */
export async function isPointer(file: string): Promise<boolean> {
	const handle = await open(file).catch(() => undefined);
	if (handle === undefined) return false;
	try {
		if ((await handle.stat()).size >= longestPointer) return false;
		const text = await handle.readFile("latin1");
		// The second and third URL are from before the first release of Git LFS.
		const version =
			/^version https?:\/\/(?:git-lfs\.github\.com\/spec\/v1|hawser\.github\.com\/spec\/v1|git-media\.io\/v\/2)\r?\n/;
		return version.test(text) && /^oid sha256:[0-9a-f]{64}\r?$/m.test(text);
	} finally {
		await handle.close();
	}
}
