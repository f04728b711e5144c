import type { Manifest } from "../../src/adapters/registry/registry.ts";
import { sha256 } from "../../src/model/oci/manifest.ts";
import type { PublishRegistry } from "../../src/stages/shared/records/publication-ledger.ts";

/** A small generator of the same numbers each time: mulberry32. */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

export type Tags = Map<string, Manifest>;

export function manifestOf(bytes: Uint8Array): Manifest {
	const json = JSON.parse(new TextDecoder().decode(bytes));
	const content = json.manifests
		? { kind: "index" as const, manifests: json.manifests, annotations: json.annotations ?? {} }
		: { kind: "image" as const, annotations: {}, ...json };
	return { bytes, json, content, descriptor: { mediaType: json.mediaType, digest: sha256(bytes), size: bytes.length } };
}

/**
 * One registry's tags, read and written by many at once. A schedule decides whose request is served next and whose
 * answer arrives next. `run` plays the work to its end under the random numbers given.
 */
export function scheduledRegistry(random: () => number) {
	const tags: Tags = new Map();
	const written: string[] = [];
	const waiting: (() => void)[] = [];
	const turn = () => new Promise<void>((go) => waiting.push(go));
	const asked = async <T>(work: () => T): Promise<T> => {
		await turn();
		const answer = work();
		await turn();
		return answer;
	};
	const unused = () => Promise.reject(new Error("not part of this play"));
	const registry: PublishRegistry = {
		head: (ref) => asked(() => tags.get(ref)?.descriptor),
		manifest: (ref) => asked(() => tags.get(ref)),
		putBlob: async (_, bytes) => ({ mediaType: "x", digest: sha256(bytes), size: bytes.length }),
		putManifest: (ref, bytes) =>
			asked(() => {
				const manifest = manifestOf(bytes);
				tags.set(ref, manifest);
				written.push(`${ref} ${manifest.descriptor.digest}`);
				return manifest.descriptor;
			}),
		imageFacts: unused,
		copyBlob: unused,
		blob: unused,
		referrers: unused,
		attach: unused,
	};
	const run = async <T>(work: readonly Promise<T>[]): Promise<PromiseSettledResult<T>[]> => {
		let done = false;
		// The more often the latest request is served first, the longer the others stall.
		const stalls = random();
		const all = Promise.allSettled(work).finally(() => {
			done = true;
		});
		while (!done) {
			await new Promise(setImmediate);
			const next = random() < stalls ? waiting.length - 1 : Math.floor(random() * waiting.length);
			waiting.splice(next, 1)[0]?.();
		}
		return all;
	};
	return { registry, tags, written, run, turn };
}
