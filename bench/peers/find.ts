import { execFile } from "node:child_process";
import { access, mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { cacheFolder } from "../../src/options/default-folders.ts";

const run = promisify(execFile);

/** The actions beside which ours are measured, each at the version that was newest when this was written. */
export const versions = {
	"build-push-action": "v7.3.0",
	"metadata-action": "v6.2.0",
	"bake-action": "v7.1.0",
	"setup-qemu-action": "v4.2.0",
} as const;

export type Peer = keyof typeof versions;

/** Where a peer's action.yml and dist are, or why they could not be had. */
export type Found =
	| { readonly kind: "found"; readonly folder: string; readonly version: string }
	| { readonly kind: "missing"; readonly why: string };

/**
 * Finds a peer below the folder that LUCID_PEERS names (each in a folder of its name), else in the cache, else on
 * GitHub. None of it is ever committed.
 */
export async function findPeer(peer: Peer): Promise<Found> {
	const version = versions[peer];
	const given = process.env.LUCID_PEERS;
	if (given !== undefined) {
		const folder = path.resolve(given, peer);
		if (await isThere(path.join(folder, "action.yml"))) return { kind: "found", folder, version };
		return { kind: "missing", why: `there is no ${peer}/action.yml in the folder of LUCID_PEERS` };
	}
	const cache = path.join(cacheFolder(process.env), "peers");
	const folder = path.join(cache, `${peer}-${version}`);
	if (await isThere(path.join(folder, "action.yml"))) return { kind: "found", folder, version };
	await mkdir(cache, { recursive: true });
	const part = `${folder}.${process.pid}`;
	const url = `https://github.com/docker/${peer}`;
	try {
		await run("git", ["clone", "--quiet", "--depth=1", `--branch=${version}`, url, part], {
			timeout: 60_000,
			env: { ...process.env, GIT_TERMINAL_PROMPT: "0" },
		});
		await rename(part, folder);
		return { kind: "found", folder, version };
	} catch {
		await rm(part, { recursive: true, force: true });
		return { kind: "missing", why: `${url} could not be cloned from here` };
	}
}

export async function isThere(file: string): Promise<boolean> {
	return access(file).then(
		() => true,
		() => false,
	);
}
