import type { SmokeResult } from "./smoke.ts";

/** The identity of an image. */
export interface ImageBuild {
	readonly digest: string;
	/** Its label `org.opencontainers.image.revision`. */
	readonly revision?: string;
	/** RFC 3339. */
	readonly created?: string;
}

/** A published image on a host. */
export interface HostImage {
	readonly service: string;
	readonly platform: string;
	/** The floating tag: `docker.io/pickme/lucid-data-chain:latest-arm64`. */
	readonly ref: string;
	/**
	 * `present`: the published digest. `old`: another digest. `unpublished`: the registry has none. `foreign`: the tag
	 * names no publication of its ledger. `unsigned`: signatures are required, and no signature of the published index or
	 * of the image here counts. An image of the last two states is not started.
	 */
	readonly state: "present" | "old" | "absent" | "unpublished" | "foreign" | "unsigned";
	/** Why it is foreign: a clause, ready to print. */
	readonly foreign?: string;
	/** Why it is unsigned: a clause, ready to print. */
	readonly unsigned?: string;
	/** Who signed the published index, or without one the image here, for people: set if signatures are required. */
	readonly signer?: string;
	readonly published?: ImageBuild;
	readonly here?: ImageBuild;
}

export interface HostResult {
	readonly kind: "lucid.verify-host";
	readonly version: 1;
	readonly host: { readonly name: string; readonly engine: string; readonly platform: string };
	readonly images: readonly HostImage[];
	/** Smoke result of the images on the host, published or old. */
	readonly smoke: SmokeResult;
	readonly durationMs: number;
}
