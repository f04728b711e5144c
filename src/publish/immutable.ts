import type { PublishedTag } from "../documents/publish.ts";
import { UserError } from "../errors.ts";
import type { Manifest } from "../registry/registry.ts";
import { hasSameImages, type ImageIndex, indexType } from "./image-index.ts";
import type { PublishRegistry } from "./input.ts";
import { type Patience, putPatiently } from "./patience.ts";

/** Where immutable tags are written, and for which commit. */
export interface ImmutableTags {
	readonly registry: Pick<PublishRegistry, "head" | "manifest" | "putManifest">;
	readonly image: string;
	readonly tags: readonly string[];
	readonly revision: string;
	readonly patient: Patience;
	/** Told of each tag as it is settled, so that a failure half-way is told exactly. */
	readonly done: (tag: PublishedTag) => void;
}

/** What is under an immutable tag before we write it. */
type There =
	| { readonly kind: "free" }
	/** Our index, or one over the same images. */
	| { readonly kind: "ours"; readonly index: ImageIndex }
	/** An earlier build of this very commit: it stays. */
	| { readonly kind: "kept"; readonly digest: string }
	| { readonly kind: "taken"; readonly digest: string };

/**
 * Gives an index its immutable tags, in order, and returns the index that they name: one that is there already over the same images is taken
 * in place of ours, so that a run that is repeated ends in the same digest. A tag that names another image is an error (`publish/immutable`), found
 * before anything is written, unless that was built from this very commit (before a base image moved, say): then the first build keeps it.
 */
export async function writeImmutable(where: ImmutableTags, index: ImageIndex): Promise<ImageIndex> {
	const { registry, image, tags, patient, done } = where;
	const there = await Promise.all(tags.map((tag) => look(where, tag, index)));
	const taken = tags.flatMap((tag, i) => {
		const found = there[i];
		return found?.kind === "taken" ? [{ tag, digest: found.digest }] : [];
	});
	if (taken.length > 0) throw new UserError(taken.map(({ tag, digest }) => conflict(image, tag, digest, index.digest)));
	let best = there.find((found) => found.kind === "ours")?.index ?? index;
	for (const [i, tag] of tags.entries()) {
		const found = there[i];
		const kind = "immutable";
		if (found?.kind === "ours") done({ tag, kind, state: "present" });
		else if (found?.kind === "kept") {
			const { digest } = found;
			done({ tag, kind, state: "kept", previous: digest, why: `stays with ${digest}, this commit's first build` });
		} else {
			await putPatiently(registry, `${image}:${tag}`, best.bytes, indexType, patient);
			best = await readBack(where, tag, best);
			done({ tag, kind, state: "written" });
		}
	}
	return best;
}

async function look(where: ImmutableTags, tag: string, index: ImageIndex): Promise<There> {
	const { registry, image, revision } = where;
	const digest = (await registry.head(`${image}:${tag}`))?.digest;
	if (digest === undefined) return { kind: "free" };
	if (digest === index.digest) return { kind: "ours", index };
	const manifest = await registry.manifest(`${image}@${digest}`);
	if (manifest === undefined) return { kind: "taken", digest };
	if (hasSameImages(manifest, index)) return { kind: "ours", index: { digest, bytes: manifest.bytes } };
	return isOfCommit(manifest, tag, revision) ? { kind: "kept", digest } : { kind: "taken", digest };
}

/** The tag names the commit, or the images under it say that they were built from it. */
function isOfCommit({ content }: Manifest, tag: string, revision: string): boolean {
	if (!/^[0-9a-f]{40,64}$/.test(revision)) return false;
	return tag.includes(revision.slice(0, 7)) || content.annotations["org.opencontainers.image.revision"] === revision;
}

/** What the tag names after it was written: ours, or the same images in the words of another run of this moment. */
async function readBack(
	{ registry, image, patient }: ImmutableTags,
	tag: string,
	index: ImageIndex,
): Promise<ImageIndex> {
	let now = await registry.head(`${image}:${tag}`);
	while (now === undefined && (await patient.again())) now = await registry.head(`${image}:${tag}`);
	patient.over();
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
