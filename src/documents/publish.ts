export type PublishOutcome = "published" | "unchanged" | "failed" | "skipped" | "superseded";

/** One tag after the publish stage. */
export interface PublishedTag {
	readonly tag: string;
	readonly kind: "immutable" | "floating";
	/** `written` new, `present` it was there with this digest, `moved` from another digest, `held` not moved. */
	readonly state: "written" | "present" | "moved" | "held";
	readonly previous?: string;
	readonly why?: string;
}

export interface PublishedService {
	readonly service: string;
	readonly image: string;
	readonly outcome: PublishOutcome;
	/** Of the index that the tags name. */
	readonly digest?: string;
	readonly platforms: readonly { readonly platform: string; readonly digest: string }[];
	readonly tags: readonly PublishedTag[];
	/** Why it failed, was skipped, or floating tags were held. */
	readonly reason?: string;
}

export interface PublishResult {
	readonly kind: "lucid.publish";
	readonly version: 1;
	readonly revision: string;
	readonly services: readonly PublishedService[];
	readonly durationMs: number;
}
