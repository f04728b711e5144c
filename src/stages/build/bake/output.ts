import type { PlannedImage } from "../../../model/documents/plan.ts";
import { repositoryOf } from "../../../model/oci/reference.ts";
import type { Service } from "../../../model/service/service.ts";
import { csv } from "./targets.ts";

/** Can this driver push an image that has no tag yet? Docker's own cannot, and pushes it under its content tag at once. */
export function pushesByDigest(driver: string): boolean {
	return driver !== "docker";
}

/** What decides how an image leaves the builder. */
export interface OutputOptions {
	/** Date of the config and, where timestamps are rewritten, of the files; seconds since 1970. */
	readonly date: string;
	/** Of the builder. */
	readonly driver: string;
	/** Whether the files in layers get that date, for a service whose catalog does not say. */
	readonly rewriteTimestamp: boolean;
}

/**
 * Whether timestamps are rewritten where the catalog does not say: in CI. A runner's builder starts empty, and steps that run again must give the same
 * layers; a builder that lasts has them in its cache, and to rewrite them costs seconds at each build.
 */
export function rewritesTimestamps({ CI = "" }: Readonly<Record<string, string | undefined>>): boolean {
	return CI !== "" && CI !== "false";
}

/**
 * How an image leaves the builder. Annotations need OCI media types. For the docker driver `store` and `unpack` are off, since it refuses to rewrite
 * timestamps in what it unpacks.
 */
export function outputSpec(
	{ contentRef }: Pick<PlannedImage, "contentRef">,
	{ compression, rewriteTimestamp }: Pick<Service, "compression" | "rewriteTimestamp">,
	{ date, driver, rewriteTimestamp: otherwise }: OutputOptions,
): string {
	const name = pushesByDigest(driver)
		? [`name=${repositoryOf(contentRef)}`, "push-by-digest=true", "name-canonical=true"]
		: [`name=${contentRef}`, "store=false", "unpack=false"];
	const dated = [`rewrite-timestamp=${rewriteTimestamp ?? otherwise}`, `source-date-epoch=${date}`];
	const packed = compression === undefined ? [] : [`compression=${compression}`];
	return csv(["type=image", ...name, "push=true", ...dated, ...packed, "oci-mediatypes=true"]);
}
