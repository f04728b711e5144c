import pLimit from "p-limit";
import type { ServiceInputs, UnreadableInputs } from "../../model/service/service-inputs.ts";
import { bakedParts, bakedValues, type RunVersions } from "./decide/baked-values.ts";
import { areProblems, resolveBases } from "./decide/bases.ts";
import type { PlanLookups } from "./decide/lookups.ts";
import { type ImageIdentity, identifyImage } from "./fingerprint/fingerprint.ts";

/** What an image is known by, and what the registry holds under that. */
export interface PrefetchedImage extends ImageIdentity {
	readonly found: Awaited<ReturnType<PlanLookups["findImage"]>>;
}

/**
 * Asks whether images are there while the inputs of others are still being read, so that the registry has something to do in that time. Only of those whose
 * fingerprint follows from their own inputs: what is built from an image of the catalog, or may be too old, is left to the plan. What fails is
 * told when the plan asks.
 */
export class ImagePrefetch {
	readonly #facts: PlanLookups;
	readonly #releases: RunVersions;
	readonly #asked = new Map<ServiceInputs, Promise<PrefetchedImage | undefined>>();
	/** Enough to keep a registry busy; all at once would hold every list of files at the same time. */
	readonly #few = pLimit(32);

	constructor(facts: PlanLookups, releases: RunVersions) {
		this.#facts = facts;
		this.#releases = releases;
	}

	start(inputs: ServiceInputs | UnreadableInputs): void {
		if (inputs.trace === undefined || inputs.problems.length > 0) return;
		if (inputs.service.ttl !== undefined || Object.keys(inputs.from).length > 0) return;
		const asked = this.#few(() => this.#ask(inputs));
		asked.catch(() => undefined);
		this.#asked.set(inputs, asked);
	}

	/** Undefined where it was not asked, or an image that it is built from is not to be had. */
	async get(inputs: ServiceInputs): Promise<PrefetchedImage | undefined> {
		return this.#asked.get(inputs);
	}

	async #ask(inputs: ServiceInputs): Promise<PrefetchedImage | undefined> {
		const { hash, resolveBase, findImage } = this.#facts;
		const bases = await resolveBases(inputs, resolveBase);
		if (areProblems(bases)) return undefined;
		const parts = bakedParts(bakedValues(inputs, this.#releases), this.#releases.versions.get(inputs.service.name));
		const identity = await identifyImage(inputs, { hash, fingerprints: new Map(), bases }, parts);
		return { ...identity, found: await findImage(identity.contentRef, inputs.platform) };
	}
}
