import type { PlannedImage } from "../documents/plan.ts";
import { repositoryOf } from "../documents/reference.ts";
import type { Service } from "../documents/service.ts";
import { csv } from "./targets.ts";

/** Can this driver push an image that has no tag yet? Docker's own cannot, and pushes it under its content tag at once. */
export function pushesByDigest(driver: string): boolean {
	return driver !== "docker";
}

/**
 * How an image leaves the builder. Rewritten timestamps make the same source the same digest, unless the catalog does without; annotations need OCI media
 * types. `date` in seconds since 1970. For the docker driver `store` and `unpack` are off, since it refuses to rewrite timestamps in what it unpacks.
 */
export function outputSpec(
	{ contentRef }: Pick<PlannedImage, "contentRef">,
	{ compression, rewriteTimestamp }: Pick<Service, "compression" | "rewriteTimestamp">,
	date: string,
	driver: string,
): string {
	const name = pushesByDigest(driver)
		? [`name=${repositoryOf(contentRef)}`, "push-by-digest=true", "name-canonical=true"]
		: [`name=${contentRef}`, "store=false", "unpack=false"];
	const dated = [`rewrite-timestamp=${rewriteTimestamp ?? true}`, `source-date-epoch=${date}`];
	const packed = compression === undefined ? [] : [`compression=${compression}`];
	return csv(["type=image", ...name, "push=true", ...dated, ...packed, "oci-mediatypes=true"]);
}
