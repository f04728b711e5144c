import pLimit from "p-limit";
import type { ServiceInputs, UnreadableInputs } from "../../model/service/service-inputs.ts";
import { prefetch } from "../../util/prefetch.ts";
import { bakedParts, bakedValues, type RunVersions } from "./decide/baked-values.ts";
import { areProblems, resolveBases } from "./decide/bases.ts";
import type { PlanLookups } from "./decide/lookups.ts";
import { type ImageFingerprint, identifyImage } from "./fingerprint/fingerprint.ts";

export interface PrefetchedImage extends ImageFingerprint {
	readonly found: Awaited<ReturnType<PlanLookups["findImage"]>>;
}

/**
 * Looks up images in the registry while the inputs of others are still read, see {@link prefetch}. Only images whose
 * fingerprint depends on nothing but their own inputs: no images of the catalog, no ttl.
 */
export class ImagePrefetch {
	readonly #lookups: PlanLookups;
	readonly #versions: RunVersions;
	readonly #images = new Map<ServiceInputs, Promise<PrefetchedImage | undefined>>();
	/** Enough to keep a registry busy; without a limit, the file lists of all images would be in memory at once. */
	readonly #limit = pLimit(32);

	constructor(lookups: PlanLookups, versions: RunVersions) {
		this.#lookups = lookups;
		this.#versions = versions;
	}

	start(inputs: ServiceInputs | UnreadableInputs): void {
		if (inputs.trace === undefined || inputs.problems.length > 0) return;
		if (inputs.service.ttl !== undefined || Object.keys(inputs.from).length > 0) return;
		this.#images.set(
			inputs,
			prefetch(() => this.#limit(() => this.#lookUp(inputs))),
		);
	}

	/** Undefined if the image was not looked up, or if one of its base images does not exist. */
	async get(inputs: ServiceInputs): Promise<PrefetchedImage | undefined> {
		return this.#images.get(inputs);
	}

	async #lookUp(inputs: ServiceInputs): Promise<PrefetchedImage | undefined> {
		const { hash, resolveBase, findImage } = this.#lookups;
		const bases = await resolveBases(inputs, resolveBase);
		if (areProblems(bases)) return undefined;
		const parts = bakedParts(bakedValues(inputs, this.#versions), this.#versions.versions.get(inputs.service.name));
		const identity = await identifyImage(inputs, { hash, fingerprints: new Map(), bases }, parts);
		const { service, platform } = inputs;
		return { ...identity, found: await findImage({ service: service.name, platform, ...identity }) };
	}
}
