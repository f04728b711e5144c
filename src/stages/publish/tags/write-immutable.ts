import type { Manifest } from "../../../adapters/registry/registry.ts";
import type { PublishedTag } from "../../../model/documents/publish.ts";
import { buildRecipe, recipeAnnotation } from "../../../model/service/recipe.ts";
import { UserError } from "../../../util/errors.ts";
import type { Backoff } from "../../../util/retry.ts";
import type { PublishRegistry } from "../../shared/records/publish-registry.ts";
import { putManifestWithBackoff } from "../backoff.ts";
import {
	descriptorsIn,
	hasSameImages,
	type ImageIndex,
	indexType,
	isAttestation,
	type TagIndexes,
} from "../image-index.ts";
import { relabelledFrom } from "./relabel.ts";

/** Where immutable tags are written, and for which commit. */
export interface ImmutableTagsInput {
	readonly registry: Pick<PublishRegistry, "head" | "manifest" | "putManifest">;
	readonly image: string;
	readonly tags: readonly string[];
	/** Those that follow from a version, and name the index of the release. */
	readonly versioned: ReadonlySet<string>;
	readonly revision: string;
	readonly patient: Backoff;
	/** Told of each tag as it is settled, so that a failure half-way is told exactly. */
	readonly done: (tag: PublishedTag) => void;
}

/** What is under an immutable tag before we write it. */
type There =
	| { readonly kind: "free" }
	/** Our index, or one over the same images. */
	| { readonly kind: "ours"; readonly index: ImageIndex }
	/** It stays. `who` made it: an earlier build of this very commit, or an earlier version of this program. */
	| { readonly kind: "kept"; readonly digest: string; readonly who: string }
	| { readonly kind: "taken"; readonly digest: string };

/**
 * Gives indexes their immutable tags, in order, and returns the indexes that they name: one that is there already over the same images is taken
 * in place of ours, so that a run that is repeated ends in the same digest. A tag that names another image is an error (`publish/immutable`), found
 * before anything is written, unless that was built from this very commit (before a base image moved, say) or by an earlier recipe: then the first build
 * keeps it.
 */
export async function writeImmutableTags(where: ImmutableTagsInput, indexes: TagIndexes): Promise<TagIndexes> {
	const { registry, image, tags, versioned, patient, done } = where;
	const there = await Promise.all(tags.map((tag) => look(where, tag, indexes)));
	const kindOf = (tag: string) => (versioned.has(tag) ? "release" : "plain");
	const taken = tags.flatMap((tag, i) => {
		const found = there[i];
		return found?.kind === "taken" ? [{ tag, digest: found.digest }] : [];
	});
	if (taken.length > 0)
		throw new UserError(taken.map(({ tag, digest }) => conflict(image, tag, digest, indexes[kindOf(tag)].digest)));
	const known = (kind: keyof TagIndexes) =>
		there.find((found, i) => found.kind === "ours" && kindOf(tags[i] ?? "") === kind) as
			| { index: ImageIndex }
			| undefined;
	const best = { plain: known("plain")?.index ?? indexes.plain, release: known("release")?.index ?? indexes.release };
	for (const [i, tag] of tags.entries()) {
		const found = there[i];
		const release = versioned.has(tag) ? ({ release: true } as const) : {};
		const common = { tag, kind: "immutable", ...release } as const;
		if (found?.kind === "ours") done({ ...common, state: "present" });
		else if (found?.kind === "kept") {
			const { digest, who } = found;
			done({ ...common, state: "kept", previous: digest, why: `stays with ${digest}, ${who}` });
		} else {
			const { bytes } = best[kindOf(tag)];
			await putManifestWithBackoff(registry, `${image}:${tag}`, bytes, indexType, patient);
			best[kindOf(tag)] = await readBack(where, tag, best[kindOf(tag)]);
			done({ ...common, state: "written" });
		}
	}
	return best;
}

async function look(where: ImmutableTagsInput, tag: string, { plain, release }: TagIndexes): Promise<There> {
	const { registry, image, revision, versioned } = where;
	const index = versioned.has(tag) ? release : plain;
	const digest = (await registry.head(`${image}:${tag}`))?.digest;
	if (digest === undefined) return { kind: "free" };
	if (digest === index.digest) return { kind: "ours", index };
	const manifest = await registry.manifest(`${image}@${digest}`);
	if (manifest === undefined) return { kind: "taken", digest };
	// Also where the catalog has changed its mind about labels since: the images are the same.
	if ([index, plain, release].some((one) => hasSameImages(manifest, one)))
		return { kind: "ours", index: { digest, bytes: manifest.bytes } };
	const first = await annotationsUnder(where, manifest);
	const from = first[relabelledFrom];
	if (from !== undefined && descriptorsIn(plain).some((one) => one.digest === from))
		return { kind: "ours", index: { digest, bytes: manifest.bytes } };
	if (isOfCommit(manifest, tag, revision)) return { kind: "kept", digest, who: "this commit's first build" };
	return isOfEarlierRecipe(first)
		? { kind: "kept", digest, who: "which an earlier version of this program built" }
		: { kind: "taken", digest };
}

type Annotations = Readonly<Record<string, string>>;

/** Annotations of the first platform's image under an index. */
async function annotationsUnder({ registry, image }: ImmutableTagsInput, { content }: Manifest): Promise<Annotations> {
	const [first] = content.kind === "index" ? content.manifests.filter((one) => !isAttestation(one)) : [];
	return (first && (await registry.manifest(`${image}@${first.digest}`)))?.content.annotations ?? {};
}

/** An image by another recipe cannot be compared with ours: both may be made of the same. So the first one stays, and nothing is refused for an upgrade. */
function isOfEarlierRecipe(annotations: Annotations): boolean {
	// Only images of this program have a fingerprint; the first recipes did not say their names.
	return annotations["com.lucid.fingerprint"] !== undefined && annotations[recipeAnnotation] !== buildRecipe;
}

/** The tag names the commit, or the images under it say that they were built from it. */
function isOfCommit({ content }: Manifest, tag: string, revision: string): boolean {
	if (!/^[0-9a-f]{40,64}$/.test(revision)) return false;
	return tag.includes(revision.slice(0, 7)) || content.annotations["org.opencontainers.image.revision"] === revision;
}

/** What the tag names after it was written: ours, or the same images in the words of another run of this moment. */
async function readBack(
	{ registry, image, patient }: ImmutableTagsInput,
	tag: string,
	index: ImageIndex,
): Promise<ImageIndex> {
	let now = await registry.head(`${image}:${tag}`);
	while (now === undefined && (await patient.wait())) now = await registry.head(`${image}:${tag}`);
	patient.reset();
	if (now === undefined)
		throw new UserError({
			code: "publish/not-shown",
			message: `${image}:${tag} was accepted, but the registry does not show it`,
			fix: "publish again: what is done is found and kept",
		});
	if (now.digest === index.digest) return index;
	const manifest = await registry.manifest(`${image}@${now.digest}`);
	if (manifest === undefined || !hasSameImages(manifest, index))
		throw new UserError(conflict(image, tag, now.digest, index.digest));
	return { digest: now.digest, bytes: manifest.bytes };
}

function conflict(image: string, tag: string, there: string, ours: string) {
	return {
		code: "publish/immutable",
		message: `${image}:${tag} already names ${there}, and immutable tags are never overwritten`,
		why: `this run has ${ours}`,
		fix: "make the tag rule tell the builds apart, make the tag floating, or delete the tag if it is wrong",
	};
}
