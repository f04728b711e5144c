import type { PlannedImage } from "../../../model/documents/plan.ts";
import { repositoryOf } from "../../../model/oci/reference.ts";
import type { Service } from "../../../model/service/service.ts";
import type { Env } from "../../../util/env.ts";
import { csv } from "./targets.ts";

/** Whether the driver can push without a tag. Docker's own cannot, so it pushes under the content tag. */
export function pushesByDigest(driver: string): boolean {
	return driver !== "docker";
}

/** How an image is exported. */
export interface OutputOptions {
	/** Date of the config and, if timestamps are rewritten, of the files; seconds since 1970. */
	readonly date: string;
	/** The builder's driver. */
	readonly driver: string;
	/** Whether files get that date if the catalog does not say. */
	readonly rewriteTimestamp: boolean;
}

/**
 * The default of `rewrite_timestamp`: true in CI, where builders start empty and steps that run again must give the
 * same layers. Elsewhere they are cached, and rewriting costs seconds per build.
 */
export function rewritesTimestamps({ CI = "" }: Env): boolean {
	return CI !== "" && CI !== "false";
}

/** The export of an image. Annotations need OCI types; the docker driver cannot rewrite with `store` or `unpack`. */
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
