import type { BuiltImage } from "../../../model/documents/build.ts";
import type { Plan, PlannedImage } from "../../../model/documents/plan.ts";
import type { ImageFacts } from "../../../model/oci/image-facts.ts";
import type { LookUpFacts } from "../remember-facts.ts";
import { type BaseCandidate, findBase, type ImageBase } from "./match-base.ts";

interface Tools {
	readonly plan: Plan;
	readonly images: readonly BuiltImage[];
	readonly pinned: (row: BuiltImage) => string;
	readonly facts: LookUpFacts;
	readonly platforms: (ref: string) => Promise<readonly string[]>;
}

/** What an image is FROM, by its layers: see {@link findBase}. */
export async function detectBase(facts: ImageFacts, row: BuiltImage, tools: Tools): Promise<ImageBase> {
	const named = candidatesOf(row.service, row.platform, tools);
	const unreadable: string[] = [];
	const candidates = await Promise.all(
		named.map(async ({ name, kind, ref }): Promise<readonly BaseCandidate[]> => {
			const found = await tools.facts(ref, row.platform);
			if (found !== undefined && !("why" in found)) return [{ name, kind, facts: found }];
			// A base of a stage for the build machine may not be there for this platform: the image is not FROM it.
			if (found === undefined || !/\[registry\/no-platform\]/.test(found.why))
				unreadable.push(`${name} cannot be read`);
			return [];
		}),
	);
	const base = findBase(facts, candidates.flat(), unreadable);
	if (base.kind !== "scratch") return base;
	// A fixed --platform in the last FROM: the base is there, for another machine.
	const others = await Promise.all(
		named.filter(({ kind }) => kind === "outside").map((one) => onOthers(one, row.platform, tools)),
	);
	return findBase(facts, others.flat(), []);
}

async function onOthers({ name, ref }: Named, platform: string, tools: Tools): Promise<readonly BaseCandidate[]> {
	const platforms = (await tools.platforms(ref)).filter((one) => one !== platform);
	const found = await Promise.all(
		platforms.map(async (other): Promise<readonly BaseCandidate[]> => {
			const facts = await tools.facts(ref, other);
			return facts === undefined || "why" in facts ? [] : [{ name, kind: "outside", platform: other, facts }];
		}),
	);
	return found.flat();
}

type Named = { readonly name: string; readonly kind: BaseCandidate["kind"]; readonly ref: string };

/** All that it may be FROM: bases of its Dockerfile, images of the catalog, and what those are FROM. */
function candidatesOf(
	service: string,
	platform: string,
	{ plan, images, pinned }: Pick<Tools, "plan" | "images" | "pinned">,
	seen = new Set<string>(),
): readonly Named[] {
	const image = plan.images.find((one): one is PlannedImage => one.service === service && one.platform === platform);
	if (image === undefined || seen.has(service)) return [];
	seen.add(service);
	const parents = [...new Set(Object.values(image.from))];
	return [
		...image.bases.map(({ ref, pinned: at }): Named => ({ name: ref, kind: "outside", ref: at })),
		...parents.flatMap((parent): readonly Named[] => {
			const row = images.find((one) => one.service === parent && one.platform === platform);
			const own: readonly Named[] =
				row?.digest === undefined ? [] : [{ name: parent, kind: "catalog", ref: pinned(row) }];
			return [...own, ...candidatesOf(parent, platform, { plan, images, pinned }, seen)];
		}),
	];
}
