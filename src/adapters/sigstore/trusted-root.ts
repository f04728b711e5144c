import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { TrustedRoot } from "@sigstore/protobuf-specs";
import { type TrustMaterial, toTrustMaterial } from "@sigstore/verify";
import type { Env } from "../../util/env.ts";
import { UserError } from "../../util/errors.ts";
import { parseJson } from "../../util/json.ts";
import { once } from "../../util/once.ts";
import { withProxies } from "../http/with-proxies.ts";
import { instances, type SigstoreInstance } from "./instances.ts";

/** Trusted roots, one per Sigstore instance. */
export interface TrustedRoots {
	/** Those of the file, else of the cache, else those that are part of this program. Without network. */
	readonly known: () => Promise<readonly TrustMaterial[]>;
	/** Reads newer ones by TUF, once. `complete` if all instances answered. Undefined if none did, or a file is used. */
	readonly refresh: () => Promise<Refreshed | undefined>;
}

interface Refreshed {
	readonly materials: readonly TrustMaterial[];
	readonly complete: boolean;
}

export interface TrustedRootOptions {
	readonly env: Env;
	readonly file?: string;
	readonly cacheFolder?: string;
	readonly signal?: AbortSignal;
	/** Others only in tests. */
	readonly instances?: readonly SigstoreInstance[];
	readonly refreshMs?: number;
}

export function openTrustedRoots(options: TrustedRootOptions): TrustedRoots {
	const { file, env, signal, refreshMs = 10_000 } = options;
	const all = options.instances ?? instances;
	const known = once(() =>
		file === undefined
			? Promise.all(all.map((instance) => readKnown(instance, options.cacheFolder)))
			: readFileOf(file),
	);
	const refreshAll = async (): Promise<Refreshed | undefined> => {
		if (file !== undefined) return undefined;
		const limit = AbortSignal.any([AbortSignal.timeout(refreshMs), ...(signal ? [signal] : [])]);
		const fresh = await withProxies(env, () =>
			Promise.all(all.map((instance) => refreshOne(instance, options.cacheFolder, limit))),
		);
		signal?.throwIfAborted();
		if (fresh.every((one) => one === undefined)) return undefined;
		const old = await known();
		return {
			materials: fresh.map((one, index) => one ?? old[index]).filter((one) => one !== undefined),
			complete: !fresh.includes(undefined),
		};
	};
	return { known, refresh: once(refreshAll) };
}

/** One trusted root, or one per line, as `gh attestation trusted-root` writes them. */
async function readFileOf(file: string): Promise<readonly TrustMaterial[]> {
	const fail = (why: string, cause?: unknown) =>
		new UserError(
			{
				code: "sign/trusted-root",
				message: `cannot use the trusted root ${file}`,
				at: { file },
				why,
				fix: "write it again, for example by `gh attestation trusted-root > trusted_root.jsonl`",
			},
			{ cause },
		);
	let text: string;
	try {
		text = await readFile(file, "utf8");
	} catch (cause) {
		throw fail(cause instanceof Error ? cause.message : String(cause), cause);
	}
	const whole = parseJson(text);
	const roots = whole === undefined ? text.split("\n").filter((line) => line.trim() !== "") : [whole];
	if (roots.length === 0) throw fail("it is empty");
	try {
		return roots.map((root) => toMaterial(typeof root === "string" ? JSON.parse(root) : root));
	} catch (cause) {
		throw fail(cause instanceof Error ? cause.message : String(cause), cause);
	}
}

function toMaterial(json: unknown): TrustMaterial {
	const material = toTrustMaterial(TrustedRoot.fromJSON(json));
	if (material.certificateAuthorities.length === 0) throw new Error("it has no certificate authority");
	return material;
}

async function readKnown(instance: SigstoreInstance, cacheFolder: string | undefined): Promise<TrustMaterial> {
	const shipped = () => toMaterial(instance.trustedRoot);
	if (cacheFolder === undefined) return shipped();
	const cached = path.join(cacheOf(instance, cacheFolder), repositoryFolder(instance), "targets", targetName);
	try {
		return toMaterial(JSON.parse(await readFile(cached, "utf8")));
	} catch {
		return shipped();
	}
}

const targetName = "trusted_root.json";

/** As @sigstore/tuf names it. */
function repositoryFolder({ mirror }: SigstoreInstance): string {
	const { host, pathname } = new URL(mirror);
	return encodeURIComponent(host + pathname.replace(/\/$/, ""));
}

/** A folder per shipped root: a newer version of this program does not use what an older one cached. */
function cacheOf({ trustedRoot }: SigstoreInstance, cacheFolder: string): string {
	const hash = createHash("sha256").update(JSON.stringify(trustedRoot)).digest("hex");
	return path.join(cacheFolder, `tuf-${hash.slice(0, 12)}`);
}

/** Undefined if the repository cannot be read, or what it answers does not verify. */
async function refreshOne(
	instance: SigstoreInstance,
	cacheFolder: string | undefined,
	limit: AbortSignal,
): Promise<TrustMaterial | undefined> {
	const temporary = await mkdtemp(path.join(tmpdir(), "lucid-tuf-"));
	try {
		const { getTrustedRoot } = await import("@sigstore/tuf");
		const rootPath = path.join(temporary, "root.json");
		await writeFile(rootPath, JSON.stringify(instance.tufRoot));
		const cachePath = cacheFolder === undefined ? temporary : cacheOf(instance, cacheFolder);
		const reading = getTrustedRoot({ mirrorURL: instance.mirror, rootPath, cachePath, retry: 1, timeout: 5000 });
		return toTrustMaterial(await Promise.race([reading, aborted(limit)]));
	} catch {
		return undefined;
	} finally {
		await rm(temporary, { recursive: true, force: true });
	}
}

function aborted(signal: AbortSignal): Promise<never> {
	return new Promise((_, reject) => {
		const stop = () => reject(signal.reason);
		if (signal.aborted) stop();
		else signal.addEventListener("abort", stop, { once: true });
	});
}
