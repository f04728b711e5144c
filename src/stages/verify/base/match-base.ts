import type { ImageFacts } from "../../../model/oci/image-facts.ts";
import { defined } from "../../../util/defined.ts";

/** An image that another may be FROM. */
export interface BaseCandidate {
	/** As the Dockerfile or the catalog names it. */
	readonly name: string;
	readonly kind: "outside" | "catalog";
	/** Where it is another than the image's. */
	readonly platform?: string;
	readonly facts: Pick<ImageFacts, "layers" | "diffIds">;
}

/** What an image is FROM. */
export type ImageBase =
	| {
			readonly kind: "image";
			/** The one that is not of this catalog. */
			readonly name: string;
			/** Images of this catalog in between, the nearest first. */
			readonly through: readonly string[];
			/** Where it is another than the image's: a fixed `--platform` in the last FROM. */
			readonly platform?: string;
			/** Whether its layers were found again, or only a label says so. */
			readonly by: "layers" | "label";
	  }
	| { readonly kind: "scratch" }
	| { readonly kind: "unknown"; readonly why: string };

const baseLabel = "org.opencontainers.image.base.name";

/**
 * By the layers: an image begins with all of its base's, in their order. Packing may differ, what they unpack to does not. Of several that fit, the
 * longest is nearest.
 */
export function findBase(
	image: Pick<ImageFacts, "layers" | "diffIds" | "labels">,
	candidates: readonly BaseCandidate[],
	unreadable: readonly string[],
): ImageBase {
	const fits = candidates
		.filter(({ facts }) => facts.layers.length > 0 && startsWith(image, facts))
		.sort((a, b) => b.facts.layers.length - a.facts.layers.length);
	const outside = fits.find(({ kind }) => kind === "outside");
	if (outside !== undefined) {
		const between = fits.slice(0, fits.indexOf(outside)).filter(({ kind }) => kind === "catalog");
		const { name, platform } = outside;
		const through = between.map((one) => one.name);
		return { kind: "image", name, through, by: "layers", ...defined({ platform }) };
	}
	const label = image.labels[baseLabel];
	if (label !== undefined && label !== "") return { kind: "image", name: label, through: [], by: "label" };
	if (unreadable.length > 0) return { kind: "unknown", why: unreadable.join("; ") };
	return { kind: "scratch" };
}

function startsWith(image: BaseCandidate["facts"], base: BaseCandidate["facts"]): boolean {
	const begins = (all: readonly string[], first: readonly string[]) =>
		first.length > 0 && first.length <= all.length && first.every((one, i) => one === all[i]);
	const digests = (facts: BaseCandidate["facts"]) => facts.layers.map(({ digest }) => digest);
	return begins(digests(image), digests(base)) || begins(image.diffIds, base.diffIds);
}

/** Images that are made to hold no shell, by their makers' names. */
export const isDistrolessBase = (base: ImageBase): boolean =>
	base.kind === "image" && /(?:^|\/)distroless(?:\/|[:@]|$)|^cgr\.dev\/chainguard\//.test(base.name);

export function describeBase(base: ImageBase): string {
	switch (base.kind) {
		case "image":
			return [
				base.name,
				...base.through.map((name) => `through ${name}`),
				...(base.platform === undefined ? [] : [`for ${base.platform}`]),
				...(base.by === "label" ? ["as its label says"] : []),
			].join(", ");
		case "scratch":
			return "scratch";
		case "unknown":
			return `unknown: ${base.why}`;
		default:
			return base satisfies never;
	}
}
