import { createHash } from "node:crypto";
import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { version } from "../../util/version.ts";
import type { BundleVerifierOptions } from "./verify-bundle.ts";

/**
 * Identifies what bundles are verified with, without loading it: it changes with the file or the last refresh of
 * trusted roots, with this program, which has its own, and with the keys. Rejects if the file cannot be read.
 */
export async function identifyRoots({
	trustedRoot,
	keys,
	cacheFolder,
}: Pick<BundleVerifierOptions, "trustedRoot" | "keys" | "cacheFolder">): Promise<string> {
	const files = trustedRoot === undefined ? await refreshedRoots(cacheFolder) : [trustedRoot];
	const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
	return createHash("sha256")
		.update(JSON.stringify([version, texts, keys]))
		.digest("hex");
}

async function refreshedRoots(cacheFolder: string | undefined): Promise<readonly string[]> {
	if (cacheFolder === undefined) return [];
	const files: string[] = [];
	for await (const file of glob("tuf-*/*/targets/trusted_root.json", { cwd: cacheFolder }))
		files.push(path.join(cacheFolder, file));
	return files.sort();
}
