import type { BuiltImage } from "../../../model/documents/build.ts";
import type { Plan } from "../../../model/documents/plan.ts";
import type { ImageFacts } from "../../../model/oci/image-facts.ts";
import { defined } from "../../../util/defined.ts";
import type { LookUpFacts } from "./registry-lookups.ts";

/** An image that another may be built FROM. */
export interface BaseCandidate {
	/** As in the Dockerfile or the catalog. */
	readonly name: string;
	readonly kind: "outside" | "catalog";
	/** Set if it is not the image's platform. */
	readonly platform?: string;
	readonly facts: Pick<ImageFacts, "layers" | "diffIds">;
}

/** What an image is built FROM. */
export type ImageBase =
	| {
			readonly kind: "image";
			/** The base from outside this catalog. */
			readonly name: string;
			/** Images of this catalog in between, the nearest first. */
			readonly through: readonly string[];
			/** Set if it is not the image's platform: the last FROM has a fixed `--platform`. */
			readonly platform?: string;
			/** Whether its layers match, or only a label names it. */
			readonly by: "layers" | "label";
	  }
	| { readonly kind: "scratch" }
	| { readonly kind: "unknown"; readonly why: string };

const baseLabel = "org.opencontainers.image.base.name";

/**
 * An image begins with all layers of its base, in order; their compression may differ, their content does not. Of
 * several matches the longest is the nearest.
 */
export function matchBase(
	image: Pick<ImageFacts, "layers" | "diffIds" | "labels">,
	candidates: readonly BaseCandidate[],
	unreadable: readonly string[],
): ImageBase {
	const matches = candidates
		.filter(({ facts }) => facts.layers.length > 0 && startsWith(image, facts))
		.sort((a, b) => b.facts.layers.length - a.facts.layers.length);
	const outside = matches.find(({ kind }) => kind === "outside");
	if (outside !== undefined) {
		const between = matches.slice(0, matches.indexOf(outside)).filter(({ kind }) => kind === "catalog");
		const { name, platform } = outside;
		return { kind: "image", name, through: between.map((item) => item.name), by: "layers", ...defined({ platform }) };
	}
	const label = image.labels[baseLabel];
	if (label !== undefined && label !== "") return { kind: "image", name: label, through: [], by: "label" };
	if (unreadable.length > 0) return { kind: "unknown", why: unreadable.join("; ") };
	return { kind: "scratch" };
}

function startsWith(image: BaseCandidate["facts"], base: BaseCandidate["facts"]): boolean {
	const hasPrefix = (all: readonly string[], prefix: readonly string[]) =>
		prefix.length > 0 && prefix.length <= all.length && prefix.every((item, i) => item === all[i]);
	const digests = ({ layers }: BaseCandidate["facts"]) => layers.map(({ digest }) => digest);
	return hasPrefix(digests(image), digests(base)) || hasPrefix(image.diffIds, base.diffIds);
}

/** Images without a shell by design, by their vendors' names. */
export const isDistrolessBase = (base: ImageBase): boolean =>
	base.kind === "image" && /(?:^|\/)distroless(?:\/|[:@]|$)|^cgr\.dev\/chainguard\//.test(base.name);

export function describeBase(base: ImageBase): string {
	switch (base.kind) {
		case "image":
			return [
				base.name,
				...base.through.map((name) => `through ${name}`),
				...(base.platform === undefined ? [] : [`for ${base.platform}`]),
				...(base.by === "label" ? ["according to its label"] : []),
			].join(", ");
		case "scratch":
			return "scratch";
		case "unknown":
			return `unknown: ${base.why}`;
		default:
			return base satisfies never;
	}
}

interface BaseLookup {
	readonly plan: Plan;
	readonly images: readonly BuiltImage[];
	readonly pinned: (row: BuiltImage) => string;
	readonly facts: LookUpFacts;
	readonly platforms: (ref: string) => Promise<readonly string[]>;
}

/** Detects what an image is built FROM, by its layers: see {@link matchBase}. */
export async function detectBase(facts: ImageFacts, row: BuiltImage, lookup: BaseLookup): Promise<ImageBase> {
	const named = candidatesOf(row.service, row.platform, lookup);
	const unreadable: string[] = [];
	const candidates = await Promise.all(
		named.map(async ({ name, kind, ref }): Promise<readonly BaseCandidate[]> => {
			const baseFacts = await lookup.facts(ref, row.platform);
			if (baseFacts !== undefined && !("why" in baseFacts)) return [{ name, kind, facts: baseFacts }];
			// The base of a stage for the build machine may not exist for this platform: the image is not FROM it.
			if (baseFacts === undefined || !/\[registry\/no-platform\]/.test(baseFacts.why))
				unreadable.push(`${name} cannot be read`);
			return [];
		}),
	);
	const base = matchBase(facts, candidates.flat(), unreadable);
	if (base.kind !== "scratch") return base;
	// With a fixed --platform in the last FROM, the base is for another machine.
	const outside = named.filter(({ kind }) => kind === "outside");
	const others = await Promise.all(outside.map((candidate) => onOtherPlatforms(candidate, row.platform, lookup)));
	return matchBase(facts, others.flat(), []);
}

async function onOtherPlatforms(
	{ name, ref }: NamedBase,
	platform: string,
	lookup: BaseLookup,
): Promise<readonly BaseCandidate[]> {
	const platforms = (await lookup.platforms(ref)).filter((other) => other !== platform);
	const candidates = await Promise.all(
		platforms.map(async (other): Promise<readonly BaseCandidate[]> => {
			const facts = await lookup.facts(ref, other);
			return facts === undefined || "why" in facts ? [] : [{ name, kind: "outside", platform: other, facts }];
		}),
	);
	return candidates.flat();
}

type NamedBase = { readonly name: string; readonly kind: BaseCandidate["kind"]; readonly ref: string };

/** Bases of its Dockerfile, images of the catalog that it is FROM, and theirs. */
function candidatesOf(
	service: string,
	platform: string,
	lookup: Pick<BaseLookup, "plan" | "images" | "pinned">,
	seen = new Set<string>(),
): readonly NamedBase[] {
	const image = lookup.plan.images.find((item) => item.service === service && item.platform === platform);
	if (image === undefined || seen.has(service)) return [];
	seen.add(service);
	const parents = [...new Set(Object.values(image.from))];
	return [
		...image.bases.map(({ ref, pinned }): NamedBase => ({ name: ref, kind: "outside", ref: pinned })),
		...parents.flatMap((parent): readonly NamedBase[] => {
			const row = lookup.images.find((item) => item.service === parent && item.platform === platform);
			const own: readonly NamedBase[] =
				row?.digest === undefined ? [] : [{ name: parent, kind: "catalog", ref: lookup.pinned(row) }];
			return [...own, ...candidatesOf(parent, platform, lookup, seen)];
		}),
	];
}
