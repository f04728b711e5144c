import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { pruneFolder } from "../../adapters/files/prune-folder.ts";
import { replaceFile } from "../../adapters/files/replace-file.ts";
import { type Signer, signerSchema } from "../../model/signing/signer.ts";
import { cacheFolder } from "../../options/default-folders.ts";
import type { Env } from "../../util/env.ts";
import { parseAs } from "../../util/json.ts";

/** A bundle whose signature is valid. Whether its signer counts is decided each time. */
export interface VerifiedBundle {
	readonly signer: Signer;
	readonly statement: Uint8Array;
}

/** Verified bundles by their digest, kept between runs. Reading and writing never fail. */
export interface VerifiedBundles {
	readonly read: (digest: string) => Promise<VerifiedBundle | undefined>;
	readonly write: (digest: string, bundle: VerifiedBundle) => Promise<void>;
}

/** Raise it when verification becomes stricter. */
const version = 1;
/** Bytes on disk: about a hundred runs of 300 images each. */
const maxBytes = 64 << 20;

const bundleSchema = z.object({ signer: signerSchema, statement: z.string() });

/**
 * Bundles in this machine's cache folder. `trust` identifies what they were verified with: the trusted root and the
 * keys. Undefined in GitHub Actions, where no file of an earlier job is trusted.
 */
export function openVerifiedBundles(env: Env, trust: () => Promise<string>): VerifiedBundles | undefined {
	if (env.GITHUB_ACTIONS === "true") return undefined;
	const folder = path.join(cacheFolder(env), "signatures");
	let id: Promise<string> | undefined;
	let pruning: Promise<void> | undefined;
	const fileOf = async (digest: string) => {
		id ??= trust();
		const key = createHash("sha256").update(JSON.stringify([version, await id, digest]));
		return path.join(folder, `${key.digest("hex")}.json`);
	};
	return {
		async read(digest) {
			const text = await fileOf(digest)
				.then((file) => readFile(file, "utf8"))
				.catch(() => "");
			const bundle = parseAs(bundleSchema, text);
			return bundle && { signer: bundle.signer, statement: Buffer.from(bundle.statement, "base64") };
		},
		async write(digest, { signer, statement }) {
			const text = JSON.stringify({ signer, statement: Buffer.from(statement).toString("base64") });
			try {
				await replaceFile(await fileOf(digest), text, { fileMode: 0o600, folderMode: 0o700 });
				pruning ??= pruneFolder(folder, maxBytes);
				await pruning;
			} catch {
				// A full or read-only disk only makes the next run slower.
			}
		},
	};
}
