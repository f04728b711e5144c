export type PublishOutcome =
	| "published"
	| "unchanged"
	| "failed"
	| "skipped"
	| "cancelled"
	| "superseded"
	/** It has floating tags only, and none of them may move. */
	| "held"
	/** The run gives the service no tag: another one's git tag was pushed, say. */
	| "not part of this release";

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
	/** It follows from a version, and names the index of the release. */
	readonly release?: true;
	readonly why?: string;
}

/** The index of a release, beside the one that all other tags name. */
export interface PublishedRelease {
	readonly version: string;
	readonly digest: string;
	/** Where its images have a label of their own: what was built and smoked, and what was made of it. Their layers are the same. */
	readonly relabelled?: readonly { readonly platform: string; readonly from: string; readonly digest: string }[];
	/** Attestations name the digest that was built: those of relabelled images are left out. */
	readonly attestations?: "left out";
}

/** A service was published although smoke failed or did not run: somebody asked for it. */
export interface PublishException {
	/** GitHub's login, else the e-mail address or name of the user. */
	readonly who: string;
	/** RFC 3339, by the clock of the machine. */
	readonly when: string;
	readonly why: string;
	/** What smoke said, or why it said nothing. */
	readonly smoke?: string;
}

/** `published despite smoke by octocat at 2026-11-30T15:40:00Z: the fix for #12 (smoke: unhealthy)`. */
export const formatException = ({ who, when, why, smoke }: PublishException): string =>
	`published despite smoke by ${who} at ${when}: ${why}${smoke === undefined ? "" : ` (${smoke})`}`;

export interface PublishedService {
	readonly service: string;
	readonly image: string;
	readonly outcome: PublishOutcome;
	/** Of the index that the tags name; where all of them follow from a version, of the release. */
	readonly digest?: string;
	readonly release?: PublishedRelease;
	readonly platforms: readonly PublishedPlatform[];
	readonly tags: readonly PublishedTag[];
	/** The same index under other names. */
	readonly copies?: readonly PublishedCopy[];
	/** The index was signed, and the signature read back. */
	readonly signed?: true;
	/** Why it failed, was skipped, or floating tags were held. */
	readonly reason?: string;
	readonly exception?: PublishException;
	/** What a person should know although nothing failed: a branch that was rewritten, say. */
	readonly warnings?: readonly string[];
	/** Of the problem that it failed of, where it has one: `registry/unreachable`. */
	readonly code?: string;
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
