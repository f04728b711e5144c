import type { TreeEntry } from "../../../model/dockerfile/dockerfile.ts";
import type { PlannedImage } from "../../../model/documents/plan.ts";
import type { Service } from "../../../model/service/service.ts";
import type { BakedValues } from "../../../model/tags/volatile-values.ts";
import type { ResolveBase } from "./bases.ts";
import type { ForeignImage, PreviousImage } from "./reasons.ts";

export interface ExistingImage {
	readonly digest: string;
	/** Compressed, bytes. */
	readonly size: number;
	/** Values of volatile build args in its layers. */
	readonly baked?: BakedValues;
	/** The proven signer of the run that built it, ready to print. */
	readonly signedBy?: string;
}

/** An image that is ours; undefined for a foreign one. */
export const ownImage = (previous: PreviousImage | ForeignImage | undefined): PreviousImage | undefined =>
	previous === undefined || "foreign" in previous ? undefined : previous;

/** An image with its content tag. */
export type IdentifiedImage = Pick<PlannedImage, "service" | "platform" | "fingerprint" | "contentRef">;

/** Questions of a plan to the tree and the registry. All of them only read. */
export interface PlanLookups {
	/** Content of a file or link of the tree, as one id. */
	hash(entry: TreeEntry): string | Promise<string>;
	readonly resolveBase: ResolveBase;
	/** The image under a content tag. Undefined only when the registry says that there is none. */
	findImage(image: IdentifiedImage): Promise<ExistingImage | ForeignImage | undefined>;
	/** The image under the service's floating tag, with which the new one is compared. */
	findPrevious(service: Service, platform: string): Promise<PreviousImage | ForeignImage | undefined>;
	/** Files below the paths that differ from a commit; undefined if git does not know. */
	changedSince(revision: string, paths: readonly string[]): Promise<readonly string[] | undefined>;
}
