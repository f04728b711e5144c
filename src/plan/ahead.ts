import pLimit from "p-limit";
import type { ServiceInputs } from "../inputs/inputs.ts";
import { areProblems, resolveBases } from "./bases.ts";
import { type Identity, identify } from "./identity.ts";
import type { Facts, Unreadable } from "./request.ts";

type Found = ReturnType<Facts["findImage"]>;

/**
 * Asks whether images are there while the inputs of others are still being read, so that the registry has something to do in that time. Only of those whose
 * fingerprint follows from their own inputs: what is built from an image of the catalog, or may be too old, is left to the plan. What fails is
 * told when the plan asks.
 */
export class Ahead {
	readonly #facts: Facts;
	readonly #identities = new Map<ServiceInputs, Promise<Identity>>();
	readonly #found = new Map<string, Found>();
	/** All at once would hold every list of files at the same time. */
	readonly #few = pLimit(32);

	constructor(facts: Facts) {
		this.#facts = facts;
	}

	ask(inputs: ServiceInputs | Unreadable): void {
		if (inputs.trace === undefined || inputs.problems.length > 0) return;
		if (inputs.service.ttl !== undefined || Object.keys(inputs.from).length > 0) return;
		this.#ask(inputs).catch(() => undefined);
	}

	async #ask(inputs: ServiceInputs): Promise<void> {
		const { hash, resolveBase, findImage } = this.#facts;
		const bases = await resolveBases(inputs, resolveBase);
		if (areProblems(bases)) return;
		const identity = this.#few(() => identify(inputs, { hash, fingerprints: new Map(), bases }, []));
		this.#identities.set(inputs, identity);
		const { contentRef } = await identity;
		const found = findImage(contentRef, inputs.platform);
		this.#found.set(contentRef, found);
		await found;
	}

	/** Undefined where it was not asked for. */
	identity(inputs: ServiceInputs): Promise<Identity> | undefined {
		return this.#identities.get(inputs);
	}

	/** The answer about a content tag; undefined where it was not asked for. */
	found(contentRef: string): Found | undefined {
		return this.#found.get(contentRef);
	}
}
