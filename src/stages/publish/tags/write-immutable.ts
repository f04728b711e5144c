import type { Manifest } from "../../../adapters/registry/registry.ts";
import type { PublishedTag } from "../../../model/documents/publish.ts";
import { isAttestation, mediaTypes } from "../../../model/oci/manifest.ts";
import {
	fingerprintAnnotation,
	originMismatch,
	platformAnnotation,
	type SourceRepository,
} from "../../../model/service/image-identity.ts";
import { buildRecipe, recipeAnnotation } from "../../../model/service/recipe.ts";
import { type Problem, UserError } from "../../../util/errors.ts";
import { type Backoff, readWithBackoff } from "../../../util/retry.ts";
import type { PublishRegistry } from "../../shared/records/publication-ledger.ts";
import { putManifestWithBackoff } from "../backoff.ts";
import { descriptorsIn, hasSameImages, type ImageIndex, type TagIndexes } from "../image-index.ts";
import { requireOneAnswer } from "./one-answer.ts";
import { relabelledFrom } from "./relabel.ts";

export interface ImmutableTagsInput {
	readonly registry: Pick<PublishRegistry, "head" | "manifest" | "putManifest">;
	readonly image: string;
	readonly service: string;
	readonly repository: SourceRepository;
	readonly tags: readonly string[];
	/** Tags that follow from a version: they name the index of the release. */
	readonly versioned: ReadonlySet<string>;
	readonly revision: string;
	readonly backoff: Backoff;
	/** Called after each tag, so that a failure half-way is reported exactly. */
	readonly done: (tag: PublishedTag) => void;
}

/** The state of an immutable tag before it is written. */
type TagState =
	/** `ours`: it names our index. */
	| { readonly kind: "free" | "ours" }
	/** It stays. `origin`: another index of the same images, an earlier build of this commit, or an earlier recipe. */
	| { readonly kind: "kept"; readonly digest: string; readonly origin: string }
	/** `foreign`: why it is not an image of ours, a clause. */
	| { readonly kind: "taken"; readonly digest: string; readonly foreign?: string };

/** Its attestations and annotations may be anyone's, so this run neither signs it nor moves a tag to it. */
const sameImages = "another index of the same images, not signed by this run";

/**
 * Writes the immutable tags in order. Throws UserError `publish/immutable`, before anything is written, if a tag names
 * another image. Another index of the same images, an image of this commit (before a base image moved, for example) or
 * of an earlier recipe keeps its tag.
 */
export async function writeImmutableTags(input: ImmutableTagsInput, indexes: TagIndexes): Promise<void> {
	const { registry, image, tags, versioned, backoff, done } = input;
	const existing = await Promise.all(tags.map((tag) => tagState(input, tag, indexes)));
	const kindOf = (tag: string) => (versioned.has(tag) ? "release" : "plain");
	const taken = tags.flatMap((tag, i) => {
		const current = existing[i];
		return current?.kind === "taken" ? [{ ref: `${image}:${tag}`, ...current, ours: indexes[kindOf(tag)].digest }] : [];
	});
	for (const { ref } of taken) await requireOneAnswer(registry, ref);
	if (taken.length > 0) throw new UserError(taken.map(conflict));
	for (const [i, tag] of tags.entries()) {
		const current = existing[i];
		const release = versioned.has(tag) ? ({ release: true } as const) : {};
		const common = { tag, kind: "immutable", ...release } as const;
		if (current?.kind === "ours") done({ ...common, state: "present" });
		else if (current?.kind === "kept") done({ ...common, ...keptTag(current) });
		else {
			const index = indexes[kindOf(tag)];
			const upload = { ref: `${image}:${tag}`, bytes: index.bytes, mediaType: mediaTypes.index };
			await putManifestWithBackoff(registry, upload, backoff);
			const { digest } = await readBackTag(input, tag, index);
			const isOurs = digest === index.digest;
			done({ ...common, ...(isOurs ? { state: "written" } : keptTag({ digest, origin: sameImages })) });
		}
	}
}

const keptTag = ({ digest, origin }: { readonly digest: string; readonly origin: string }) =>
	({ state: "kept", previous: digest, why: `stays with ${digest}, ${origin}` }) as const;

async function tagState(input: ImmutableTagsInput, tag: string, { plain, release }: TagIndexes): Promise<TagState> {
	const { registry, image, service, repository, revision, versioned } = input;
	const index = versioned.has(tag) ? release : plain;
	const digest = (await registry.head(`${image}:${tag}`))?.digest;
	if (digest === undefined) return { kind: "free" };
	if (digest === index.digest) return { kind: "ours" };
	const manifest = await registry.manifest(`${image}@${digest}`);
	if (manifest === undefined) return { kind: "taken", digest };
	// Labels and so annotations of the catalog may have changed: only the images are compared.
	if ([index, plain, release].some((item) => hasSameImages(manifest, item)))
		return { kind: "kept", digest, origin: sameImages };
	const first = await annotationsUnder(input, manifest);
	const from = first[relabelledFrom];
	if (from !== undefined && descriptorsIn(plain).some((item) => item.digest === from))
		return { kind: "kept", digest, origin: sameImages };
	if (isOfEarlierRecipe(first))
		return { kind: "kept", digest, origin: "which an earlier version of this program built" };
	const foreign = originMismatch({ service, platform: first[platformAnnotation] ?? "", ...repository }, first);
	if (foreign !== undefined) return { kind: "taken", digest, foreign };
	if (isOfCommit(manifest, tag, revision)) return { kind: "kept", digest, origin: "this commit's first build" };
	return { kind: "taken", digest };
}

type Annotations = Readonly<Record<string, string>>;

/** The annotations of the first platform's image under an index. */
async function annotationsUnder({ registry, image }: ImmutableTagsInput, { content }: Manifest): Promise<Annotations> {
	const [first] = content.kind === "index" ? content.manifests.filter((item) => !isAttestation(item)) : [];
	return (first && (await registry.manifest(`${image}@${first.digest}`)))?.content.annotations ?? {};
}

/** An image of another recipe cannot be compared with ours: it keeps its tag, so that upgrades do not fail. */
function isOfEarlierRecipe(annotations: Annotations): boolean {
	// Only images of this program have a fingerprint; the first recipes wrote no name.
	return annotations[fingerprintAnnotation] !== undefined && annotations[recipeAnnotation] !== buildRecipe;
}

/** The tag contains the commit, or its image was built from it. */
function isOfCommit({ content }: Manifest, tag: string, revision: string): boolean {
	if (!/^[0-9a-f]{40,64}$/.test(revision)) return false;
	return tag.includes(revision.slice(0, 7)) || content.annotations["org.opencontainers.image.revision"] === revision;
}

/** What the tag names after the write: ours, or the index of another run at the same time over the same images. */
async function readBackTag(
	{ registry, image, backoff }: ImmutableTagsInput,
	tag: string,
	index: ImageIndex,
): Promise<{ readonly digest: string }> {
	const shown = await readWithBackoff(() => registry.head(`${image}:${tag}`), backoff);
	if (shown === undefined)
		throw new UserError({
			code: "publish/not-shown",
			message: `${image}:${tag} was accepted, but the registry does not show it`,
			fix: "publish again: what is done is kept",
		});
	if (shown.digest === index.digest) return shown;
	const manifest = await registry.manifest(`${image}@${shown.digest}`);
	if (manifest === undefined || !hasSameImages(manifest, index)) {
		await requireOneAnswer(registry, `${image}:${tag}`);
		throw new UserError(conflict({ ref: `${image}:${tag}`, digest: shown.digest, ours: index.digest }));
	}
	return shown;
}

interface Conflict {
	readonly ref: string;
	readonly digest: string;
	readonly ours: string;
	readonly foreign?: string;
}

function conflict({ ref, digest, ours, foreign }: Conflict): Problem {
	return {
		code: "publish/immutable",
		message: `${ref} already names ${digest}, and immutable tags are never overwritten`,
		why: `${foreign === undefined ? "" : `that image is not ours: ${foreign}; `}this run has ${ours}`,
		fix:
			foreign === undefined
				? "make the tag rule distinguish the builds, make the tag floating, or delete the tag if it is wrong"
				: "find out who pushed it, then delete the tag and publish again",
	};
}
