import type { Registry } from "../../adapters/registry/registry.ts";
import type { PlannedTags } from "../../model/documents/plan.ts";
import { asPushToDefaultBranch, type Source } from "../../model/documents/source.ts";
import { isImageMissing, isRepositoryForbidden } from "../../model/oci/image-errors.ts";
import type { Catalog, Service } from "../../model/service/service.ts";
import { readBaked } from "../../model/tags/volatile-values.ts";
import { defined } from "../../util/defined.ts";
import { serviceTags } from "../shared/service-tags.ts";
import type { ExistingImage } from "./decide/lookups.ts";
import type { PreviousImage } from "./decide/reasons.ts";

/** The image under a content tag; undefined only when the registry says that there is none. */
export async function findImage(registry: Registry, ref: string, platform: string): Promise<ExistingImage | undefined> {
	const manifest = await registry.manifest(ref);
	if (manifest === undefined) return undefined;
	const { content, descriptor } = manifest;
	if (content.kind === "image")
		return {
			digest: descriptor.digest,
			size: [content.config, ...content.layers].reduce((sum, { size }) => sum + size, 0),
			baked: readBaked(content.annotations),
		};
	// A builder with attestations pushes an index even for one platform.
	const found = await registry.imageFacts(ref, platform);
	return found && { digest: found.digest, size: found.size, baked: readBaked(found.annotations) };
}

/** What the floating tag of a normal push names on this platform, if it is there: also on a pull request, which moves none. */
export async function findPrevious(
	registry: Registry,
	service: Service,
	platform: string,
	source: Source,
	catalog: Catalog,
): Promise<PreviousImage | undefined> {
	const [floating] = serviceTags(service, asPushToDefaultBranch(source), catalog).floating;
	const facts = floating === undefined ? undefined : await factsIn(registry, `${service.image}:${floating}`, platform);
	if (facts === undefined) return undefined;
	const revision = facts.labels["org.opencontainers.image.revision"];
	const version = facts.labels["org.opencontainers.image.version"];
	return {
		// What earlier versions of this program passed as VERSION was the label, too.
		baked: { ...defined({ VERSION: version }), ...readBaked(facts.annotations) },
		components: readHashes(facts.annotations["com.lucid.components"]),
		digest: facts.digest,
		size: facts.size,
		on: readHashes(facts.annotations["com.lucid.parents"]),
		...defined({ revision }),
	};
}

/** A platform that is new in the catalog is not in what was published so far; that is nothing to stop at. */
async function factsIn(registry: Pick<Registry, "imageFacts">, ref: string, platform: string) {
	try {
		return await registry.imageFacts(ref, platform);
	} catch (error) {
		if (isImageMissing(error)) return undefined;
		throw error;
	}
}

/** A repository that is closed has its service blocked by the plan. */
async function headIn(registry: Pick<Registry, "head">, ref: string) {
	try {
		return await registry.head(ref);
	} catch (error) {
		if (isRepositoryForbidden(error)) return undefined;
		throw error;
	}
}

function readHashes(text: string | undefined): Readonly<Record<string, string>> {
	try {
		const value: unknown = JSON.parse(text ?? "{}");
		return typeof value === "object" && value !== null ? (value as Readonly<Record<string, string>>) : {};
	} catch {
		// Somebody else's annotation: nothing is known, and all parts count as new.
		return {};
	}
}

/**
 * A run that builds a commit again gives other bytes, and a tag that is written once stays with the first ones: those that are there are left out,
 * and kept in mind. Any other run that meets one is told by publish.
 */
export async function keepExistingTags(
	tags: Readonly<Record<string, PlannedTags>>,
	services: readonly Service[],
	registry: Pick<Registry, "head">,
): Promise<Readonly<Record<string, PlannedTags>>> {
	const kept = services.map(async ({ name, image }) => {
		const own = tags[name] ?? { immutable: [], floating: [] };
		const there = await Promise.all(own.immutable.map((tag) => headIn(registry, `${image}:${tag}`)));
		const isThere = (_: string, i: number) => there[i] !== undefined;
		const written = own.immutable.filter(isThere);
		if (written.length === 0) return [name, own] as const;
		return [
			name,
			{ ...own, immutable: own.immutable.filter((_, i) => there[i] === undefined), kept: written },
		] as const;
	});
	return Object.fromEntries(await Promise.all(kept));
}
