import type { SmokeResult } from "./smoke.ts";

/** Some image: which one, and what it says of itself. */
export interface ImageIdentity {
	readonly digest: string;
	/** Of its label `org.opencontainers.image.revision`. */
	readonly revision?: string;
	/** RFC 3339. */
	readonly created?: string;
}

/** A published image, as a machine has it. */
export interface HostImage {
	readonly service: string;
	readonly platform: string;
	/** The floating tag that says what is published: `docker.io/pickme/lucid-data-chain:latest-arm64`. */
	readonly ref: string;
	/** `present`: the very bytes that are published. `old`: others, under the same name. `unpublished`: the registry has none. */
	readonly state: "present" | "old" | "absent" | "unpublished";
	readonly published?: ImageIdentity;
	readonly here?: ImageIdentity;
}

export interface HostResult {
	readonly kind: "lucid.verify-host";
	readonly version: 1;
	readonly host: { readonly name: string; readonly engine: string; readonly platform: string };
	readonly images: readonly HostImage[];
	/** Of what is there, published or old, started and probed. */
	readonly smoke: SmokeResult;
	readonly durationMs: number;
}
