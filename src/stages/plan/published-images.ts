import type { Registry } from "../../adapters/registry/registry.ts";
import type { PlannedTags } from "../../model/documents/plan.ts";
import { asPushToDefaultBranch, type Source } from "../../model/documents/source.ts";
import { concernsOneRepository, isImageMissing } from "../../model/oci/registry-refusals.ts";
import { originMismatch, repositoryOfSource, type SourceRepository } from "../../model/service/image-identity.ts";
import type { Catalog, Service } from "../../model/service/service.ts";
import { describeSigner } from "../../model/signing/signer.ts";
import { readBaked } from "../../model/tags/volatile-values.ts";
import { defined } from "../../util/defined.ts";
import { parseJson, readStrings } from "../../util/json.ts";
import { whyForeign } from "../shared/built-images/foreign-image.ts";
import { proveImage, whyUnproven } from "../shared/built-images/prove-image.ts";
import { serviceTags } from "../shared/service-tags.ts";
import type { Signatures } from "../shared/signatures.ts";
import type { ExistingImage, IdentifiedImage } from "./decide/lookups.ts";
import type { ForeignImage, PreviousImage } from "./decide/reasons.ts";

/** Where images are, and the signatures that prove their origin, if it must be proven. */
export interface PublishedSources {
	readonly registry: Registry;
	readonly signatures: Signatures | undefined;
}

/**
 * The image under a content tag; undefined only when the registry says that there is none. With `signatures`, it must
 * also be proven which run built it.
 */
export async function findImage(
	{ registry, signatures }: PublishedSources,
	image: IdentifiedImage,
	repository: SourceRepository,
): Promise<ExistingImage | ForeignImage | undefined> {
	const { contentRef: ref, platform } = image;
	const manifest = await registry.manifest(ref);
	if (manifest === undefined) return undefined;
	const { content, descriptor } = manifest;
	// A builder with attestations pushes an index even for one platform.
	const found =
		content.kind === "image"
			? {
					digest: descriptor.digest,
					size: [content.config, ...content.layers].reduce((sum, { size }) => sum + size, 0),
					annotations: content.annotations,
				}
			: await factsIn(registry, ref, platform);
	if (found === undefined) return { ref, foreign: `it has no image for ${platform}` };
	const foreign = await whyForeign(registry, image, repository, found);
	if (foreign !== undefined) return { ref, foreign };
	const { digest, size, annotations } = found;
	const existing = { digest, size, baked: readBaked(annotations) };
	if (signatures === undefined) return existing;
	const proof = await proveImage(signatures, image, found);
	return "why" in proof ? { ref, foreign: proof.why } : { ...existing, signedBy: describeSigner(proof.signer) };
}

/** The image under the floating tag that a push to the default branch moves, in every kind of run. */
export async function findPrevious(
	{ registry, signatures }: PublishedSources,
	service: Service,
	platform: string,
	{ source, catalog }: { readonly source: Source; readonly catalog: Catalog },
): Promise<PreviousImage | ForeignImage | undefined> {
	const [floating] = serviceTags(service, asPushToDefaultBranch(source), catalog).floating;
	if (floating === undefined) return undefined;
	const ref = `${service.image}:${floating}`;
	const facts = await factsIn(registry, ref, platform);
	if (facts === undefined) return undefined;
	const origin = { service: service.name, platform, ...repositoryOfSource(source) };
	const foreign = originMismatch(origin, facts.annotations);
	if (foreign !== undefined) return { ref, foreign };
	const revision = facts.labels["org.opencontainers.image.revision"];
	const version = facts.labels["org.opencontainers.image.version"];
	return {
		// Earlier versions of this program also wrote VERSION as the label.
		baked: { ...defined({ VERSION: version }), ...readBaked(facts.annotations) },
		components: readHashes(facts.annotations["com.lucid.components"]),
		digest: facts.digest,
		size: facts.size,
		on: readHashes(facts.annotations["com.lucid.parents"]),
		...defined({ revision }),
		...(signatures && {
			findUnproven: async () => {
				const why = await whyUnproven(signatures, origin, { ref, digest: facts.digest });
				return why === undefined ? undefined : { ref, foreign: why };
			},
		}),
	};
}

/** Undefined also for a platform that is new in the catalog. */
async function factsIn(registry: Pick<Registry, "imageFacts">, ref: string, platform: string) {
	try {
		return await registry.imageFacts(ref, platform);
	} catch (error) {
		if (isImageMissing(error)) return undefined;
		throw error;
	}
}

/** Undefined for a forbidden repository or a wrong answer: the plan or publish fails its service. */
async function headIn(registry: Pick<Registry, "head">, ref: string) {
	try {
		return await registry.head(ref);
	} catch (error) {
		if (concernsOneRepository(error)) return undefined;
		throw error;
	}
}

/** Empty for an annotation of another program: then every part counts as new. */
const readHashes = (text = "") => readStrings(parseJson(text));

/** Moves existing immutable tags to `kept`: when a commit is built again, they stay with the first build. */
export async function keepExistingTags(
	tags: Readonly<Record<string, PlannedTags>>,
	services: readonly Service[],
	registry: Pick<Registry, "head">,
): Promise<Readonly<Record<string, PlannedTags>>> {
	const entries = services.map(async ({ name, image }) => {
		const planned = tags[name] ?? { immutable: [], floating: [] };
		const existing = await Promise.all(planned.immutable.map((tag) => headIn(registry, `${image}:${tag}`)));
		const isThere = (_: string, i: number) => existing[i] !== undefined;
		const kept = planned.immutable.filter(isThere);
		if (kept.length === 0) return [name, planned] as const;
		return [
			name,
			{ ...planned, immutable: planned.immutable.filter((_, i) => existing[i] === undefined), kept: kept },
		] as const;
	});
	return Object.fromEntries(await Promise.all(entries));
}
