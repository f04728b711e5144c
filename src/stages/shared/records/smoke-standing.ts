import type { Registry } from "../../../adapters/registry/registry.ts";
import type { BuildResult } from "../../../model/documents/build.ts";
import type { Plan } from "../../../model/documents/plan.ts";
import { plannedOrBuiltDigest } from "../../../model/documents/results.ts";
import { concernsOneRepository } from "../../../model/oci/registry-refusals.ts";
import type { Service } from "../../../model/service/service.ts";
import { imagesOfNeeds } from "../../../model/service/smoke-criteria.ts";
import { defined } from "../../../util/defined.ts";
import type { Signatures } from "../signatures.ts";
import { provenStanding, readSmokeRecords, type SmokeRecord, type SmokeStanding } from "./smoke-record.ts";

/** Where records are, and the signatures that they need, if they need any. */
export interface SmokeProofs {
	readonly registry: Pick<Registry, "manifest">;
	readonly signatures: Signatures | undefined;
}

interface Image {
	readonly service: string;
	readonly platform: string;
	readonly digest: string;
}

/**
 * Whether images passed smoke under the checks of the catalog and, with `dependents`, with the same images of their
 * needs. `build` has the digests of needs that this run built.
 */
export function smokeStandingReader(
	which: "changed" | "dependents",
	{ registry, signatures }: SmokeProofs,
	plan: Plan,
	build?: Pick<BuildResult, "images">,
): (image: Image) => Promise<SmokeStanding> {
	return async ({ service: name, platform, digest }) => {
		const service = serviceOfPlan(plan, name);
		const { records, ignored } = await proofsOf(registry, service.image, digest);
		const needsImages =
			which === "changed"
				? undefined
				: imagesOfNeeds(plan, service, (need) => plannedOrBuiltDigest(plan, build, need, platform));
		if (which !== "changed" && needsImages === undefined) return { kind: "unknown", why: "what it needs changed" };
		const query = { plan, service, platform, digest, ...defined({ needsImages }) };
		const standing = await provenStanding(records, query, signatures);
		if (standing.kind !== "unknown" || ignored === undefined) return standing;
		return { ...standing, why: `${standing.why} (${ignored})`, ignored };
	};
}

interface Proofs {
	readonly records: readonly SmokeRecord[];
	/** Why a record was not read. */
	readonly ignored?: string;
}

/** Records by registry client: plan and smoke of one run share them, publish reads its own. */
const recordsCache = new WeakMap<object, Map<string, Promise<Proofs>>>();

function proofsOf(registry: Pick<Registry, "manifest">, image: string, digest: string): Promise<Proofs> {
	const byImage = recordsCache.get(registry) ?? new Map<string, Promise<Proofs>>();
	recordsCache.set(registry, byImage);
	const key = `${image}@${digest}`;
	const records = byImage.get(key) ?? readProofs(registry, image, digest);
	byImage.set(key, records);
	// A failed read is repeated the next time.
	records.catch(() => byImage.delete(key));
	return records;
}

/** A wrong answer counts as no record: the image is smoked again. */
async function readProofs(registry: Pick<Registry, "manifest">, image: string, digest: string): Promise<Proofs> {
	const notes: string[] = [];
	try {
		const records = await readSmokeRecords(registry, image, digest, (note) => notes.push(note));
		return { records, ...defined({ ignored: notes[0] }) };
	} catch (error) {
		if (!concernsOneRepository(error)) throw error;
		const [{ message, why } = { message: "" }] = error.problems;
		return { records: [], ignored: why === undefined ? message : `${message}: ${why}` };
	}
}

/** A service of the plan by its name; an error of this program if it does not exist. */
export function serviceOfPlan({ services }: Pick<Plan, "services">, name: string): Service {
	const service = services.find((item) => item.name === name);
	if (service === undefined) throw new Error(`the plan has an image of ${name}, but no such service`);
	return service;
}
