import type { BuiltImage } from "../../model/documents/build.ts";
import type { PlannedImage } from "../../model/documents/plan.ts";
import type { ImageFacts } from "../../model/oci/image-facts.ts";
import type { Service } from "../../model/service/service.ts";
import { UserError } from "../../util/errors.ts";
import { type Backoff, readWithBackoff } from "../../util/retry.ts";
import type { PublishRegistry } from "../shared/records/publication-ledger.ts";
import type { PlatformImage } from "./gates.ts";

/** One platform's image, by build or, if unchanged, by plan. */
export interface PublishableImage extends PlatformImage {
	readonly contentRef: string;
	/** Built by this run: the registry may show it late. */
	readonly fresh: boolean;
}

export type GatheredPlatforms =
	| { readonly kind: "complete"; readonly images: readonly PublishableImage[] }
	/** `failed` when a build failed, `skipped` when none began. */
	| { readonly kind: "failed" | "skipped"; readonly reason: string };

/** The images of all platforms of the catalog: an index with fewer is never made. */
export function gatherPlatforms(
	service: Service,
	planned: readonly PlannedImage[],
	builtImages: readonly BuiltImage[],
): GatheredPlatforms {
	const images: PublishableImage[] = [];
	const gaps: { readonly kind: "failed" | "skipped"; readonly text: string }[] = [];
	for (const platform of service.platforms) {
		const findRow = <T extends { readonly service: string; readonly platform: string }>(list: readonly T[]) =>
			list.find((item) => item.service === service.name && item.platform === platform);
		const built = findRow(builtImages);
		const plan = findRow(planned);
		if (built !== undefined) {
			const { outcome, contentRef, digest } = built;
			const good = outcome === "built" || outcome === "unchanged";
			if (good && digest !== undefined) images.push({ platform, contentRef, digest, fresh: outcome === "built" });
			else {
				const kind = outcome === "skipped" || outcome === "cancelled" ? "skipped" : "failed";
				const why = built.error?.message ?? (good ? "it has no digest" : undefined);
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

/** Facts of the content references. Throws UserError `publish/content` if they differ from the build. */
export async function readContentFacts(
	registry: Pick<PublishRegistry, "imageFacts">,
	images: readonly PublishableImage[],
	backoff: Backoff,
): Promise<readonly ImageFacts[]> {
	return Promise.all(images.map((image) => factsOf(registry, image, backoff)));
}

async function factsOf(
	registry: Pick<PublishRegistry, "imageFacts">,
	{ platform, contentRef, digest, fresh }: PublishableImage,
	backoff: Backoff,
): Promise<ImageFacts> {
	const read = () => registry.imageFacts(contentRef, platform);
	const facts = await (fresh ? readWithBackoff(read, backoff) : read());
	const wrong = (message: string, fix: string) => new UserError({ code: "publish/content", message, fix });
	if (facts === undefined) throw wrong(`${contentRef} is not in the registry`, "build it again");
	if (facts.digest !== digest && facts.indexDigest !== digest)
		throw wrong(
			`${contentRef} holds ${facts.digest}, but ${digest} was built`,
			"another run built the same source in the meantime: run again",
		);
	if (`${facts.os}/${facts.architecture}` !== platform.split("/", 2).join("/"))
		throw wrong(`${contentRef} is made for ${facts.platform}, not ${platform}`, "build it again for that platform");
	return facts;
}
