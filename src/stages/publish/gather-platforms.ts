import type { BuiltImage } from "../../model/documents/build.ts";
import type { PlannedImage } from "../../model/documents/plan.ts";
import type { ImageFacts } from "../../model/oci/image-facts.ts";
import type { Service } from "../../model/service/service.ts";
import { UserError } from "../../util/errors.ts";
import type { Backoff } from "../../util/retry.ts";
import type { PublishRegistry } from "../shared/records/publish-registry.ts";
import type { PlatformImage } from "./gates.ts";

/** What the earlier stages say about one image; unchanged ones need no build. */
export interface PublishableImage extends PlatformImage {
	readonly contentRef: string;
	readonly fresh: boolean;
}

export type GatheredPlatforms =
	| { readonly kind: "complete"; readonly images: readonly PublishableImage[] }
	/** `failed` when a build failed, `skipped` when it never came to one. */
	| { readonly kind: "failed" | "skipped"; readonly reason: string };

/** Every platform of the catalog must have an image; an index with fewer is never made. */
export function gatherPlatforms(
	service: Service,
	planned: readonly PlannedImage[],
	built: readonly BuiltImage[],
): GatheredPlatforms {
	const images: PublishableImage[] = [];
	const gaps: { readonly kind: "failed" | "skipped"; readonly text: string }[] = [];
	for (const platform of service.platforms) {
		const mine = <T extends { readonly service: string; readonly platform: string }>(list: readonly T[]) =>
			list.find((one) => one.service === service.name && one.platform === platform);
		const row = mine(built);
		const plan = mine(planned);
		if (row !== undefined) {
			const { outcome, contentRef, digest } = row;
			const good = outcome === "built" || outcome === "unchanged";
			if (good && digest !== undefined) images.push({ platform, contentRef, digest, fresh: outcome === "built" });
			else {
				const kind = outcome === "skipped" || outcome === "cancelled" ? "skipped" : "failed";
				const why = row.error?.message ?? (good ? "it has no digest" : undefined);
				gaps.push({ kind, text: `${platform}: build ${outcome}${why === undefined ? "" : `: ${why}`}` });
			}
		} else if (plan?.decision.kind === "unchanged")
			images.push({ platform, contentRef: plan.contentRef, digest: plan.decision.digest, fresh: false });
		else if (plan?.decision.kind === "blocked")
			gaps.push({ kind: "failed", text: `${platform}: ${plan.decision.problems[0]?.message ?? "blocked"}` });
		else gaps.push({ kind: "skipped", text: `${platform}: not built` });
	}
	if (gaps.length === 0 && images.length > 0) return { kind: "complete", images };
	const kind = gaps.some((gap) => gap.kind === "failed") ? "failed" : "skipped";
	return { kind, reason: gaps.map(({ text }) => text).join("; ") || "the catalog names no platform for it" };
}

/** Looks at what the registry holds under the content references: it must be the digests that were built. Throws UserError `publish/content`. */
export async function readContentFacts(
	registry: Pick<PublishRegistry, "imageFacts">,
	images: readonly PublishableImage[],
	patient: Backoff,
): Promise<readonly ImageFacts[]> {
	return Promise.all(images.map((image) => factsOf(registry, image, patient)));
}

async function factsOf(
	registry: Pick<PublishRegistry, "imageFacts">,
	{ platform, contentRef, digest, fresh }: PublishableImage,
	patient: Backoff,
): Promise<ImageFacts> {
	let facts = await registry.imageFacts(contentRef, platform);
	while (facts === undefined && fresh && (await patient.wait()))
		facts = await registry.imageFacts(contentRef, platform);
	const wrong = (message: string, fix: string) => new UserError({ code: "publish/content", message, fix });
	if (facts === undefined) throw wrong(`${contentRef} is not in the registry`, "build it again");
	if (facts.digest !== digest && facts.indexDigest !== digest)
		throw wrong(
			`${contentRef} holds ${facts.digest}, but ${digest} was built`,
			"another run built the same source meanwhile: run again",
		);
	if (`${facts.os}/${facts.architecture}` !== platform.split("/", 2).join("/"))
		throw wrong(`${contentRef} is made for ${facts.platform}, not ${platform}`, "build it again for that platform");
	return facts;
}
