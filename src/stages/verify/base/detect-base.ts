import type { BuiltImage } from "../../../model/documents/build.ts";
import type { Plan } from "../../../model/documents/plan.ts";
import type { ImageFacts } from "../../../model/oci/image-facts.ts";
import type { LookUpFacts } from "../checks/registry-lookups.ts";
import { type BaseCandidate, type ImageBase, matchBase } from "./match-base.ts";

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
