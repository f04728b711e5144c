import { createHash } from "node:crypto";
import type { Registry } from "../../../adapters/registry/registry.ts";
import type { Plan, PlannedImage } from "../../../model/documents/plan.ts";
import type { ImageFacts } from "../../../model/oci/image-facts.ts";
import { repositoryOf } from "../../../model/oci/reference.ts";
import { imageLabels } from "../bake/args-and-labels.ts";
import { imageId } from "../bake/targets.ts";

/** 16 hex digits for any JSON value. */
export function shortHash(value: unknown): string {
	return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
}

/**
 * A hash of an image's layers and run-time settings, without the builder's labels, which vary by commit. 16 hex digits.
 */
function contentHash(facts: Pick<ImageFacts, "layers" | "settings" | "labels">, ownLabels: readonly string[]): string {
	const sorted = (object: Readonly<Record<string, unknown>>) =>
		Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
	const labels = sorted(facts.labels).filter(([key]) => !ownLabels.includes(key));
	const value = [facts.layers.map(({ digest }) => digest), sorted(facts.settings), labels];
	return shortHash(value);
}

/** Content hashes of a plan's images in the registry; each is read at most once. */
export class ContentHashes {
	readonly #plan: Plan;
	readonly #registry: Pick<Registry, "imageFacts">;
	readonly #hashes = new Map<string, Promise<string>>();

	constructor(plan: Plan, registry: Pick<Registry, "imageFacts">) {
		this.#plan = plan;
		this.#registry = registry;
	}

	/** Adds an image that was just read. */
	add(image: Pick<PlannedImage, "service" | "platform">, facts: ImageFacts): void {
		this.#hashes.set(imageId(image), Promise.resolve(this.#hashOf(image.service, facts)));
	}

	/** By service: content hashes of the catalog's images that this one is FROM. All must be in the registry. */
	async ofParents({ from, platform }: PlannedImage): Promise<Readonly<Record<string, string>>> {
		const services = [...new Set(Object.values(from))].sort();
		return Object.fromEntries(
			await Promise.all(services.map(async (service) => [service, await this.#of({ service, platform })] as const)),
		);
	}

	#of(parent: Pick<PlannedImage, "service" | "platform">): Promise<string> {
		const id = imageId(parent);
		const hash = this.#hashes.get(id) ?? this.#read(parent);
		this.#hashes.set(id, hash);
		return hash;
	}

	async #read(parent: Pick<PlannedImage, "service" | "platform">): Promise<string> {
		const image = this.#plan.images.find((planned) => imageId(planned) === imageId(parent));
		if (image === undefined) throw new Error(`the plan has no image of ${imageId(parent)}`);
		const { contentRef, decision, platform } = image;
		const ref = decision.kind === "unchanged" ? `${repositoryOf(contentRef)}@${decision.digest}` : contentRef;
		const facts = await this.#registry.imageFacts(ref, platform);
		if (facts === undefined) throw new Error(`${ref} no longer exists; run it again`);
		return this.#hashOf(parent.service, facts);
	}

	#hashOf(name: string, facts: ImageFacts): string {
		const service = this.#plan.services.find((candidate) => candidate.name === name);
		// Only the names of the labels count.
		const placeholders = { base: { name: "-", digest: "-" }, args: { VERSION: "-" } };
		return contentHash(facts, service === undefined ? [] : Object.keys(imageLabels(this.#plan, service, placeholders)));
	}
}
