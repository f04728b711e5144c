export type PublishOutcome = "published" | "unchanged" | "failed" | "skipped" | "cancelled" | "superseded";

/** One tag after the publish stage. */
export interface PublishedTag {
	readonly tag: string;
	readonly kind: "immutable" | "floating";
	/**
	 * `written` new, `present` it was there with this digest, `moved` from another digest, `held` not moved, `kept` as it was: an earlier build of
	 * the same commit has it (`previous`).
	 */
	readonly state: "written" | "present" | "moved" | "held" | "kept";
	readonly previous?: string;
	readonly why?: string;
}

export interface PublishedService {
	readonly service: string;
	readonly image: string;
	readonly outcome: PublishOutcome;
	/** Of the index that the tags name. */
	readonly digest?: string;
	readonly platforms: readonly PublishedPlatform[];
	readonly tags: readonly PublishedTag[];
	/** The same index under other names. */
	readonly copies?: readonly PublishedCopy[];
	/** The index was signed, and the signature read back. */
	readonly signed?: true;
	/** Why it failed, was skipped, or floating tags were held. */
	readonly reason?: string;
	readonly durationMs?: number;
}

export interface PublishedPlatform {
	readonly platform: string;
	readonly digest: string;
	/** Compressed: config and layers, bytes. */
	readonly size?: number;
	readonly layers?: number;
}

/** The index of a service in another repository, with the same digest. */
export interface PublishedCopy {
	readonly image: string;
	readonly outcome: PublishOutcome;
	readonly tags: readonly PublishedTag[];
	readonly reason?: string;
}

export interface PublishResult {
	readonly kind: "lucid.publish";
	readonly version: 1;
	readonly revision: string;
	readonly services: readonly PublishedService[];
	/** Of the Compose file that names what was published by digest. */
	readonly composeFile?: string;
	readonly durationMs: number;
}
