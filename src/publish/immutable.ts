import type { PublishedTag } from "../documents/publish.ts";
import { UserError } from "../errors.ts";
import { type ImageIndex, indexType } from "./image-index.ts";
import type { PublishRegistry } from "./input.ts";
import { type Patience, putPatiently } from "./patience.ts";

/**
 * Gives an index its immutable tags, in order. One that names another digest is an error (`publish/immutable`), found before
 * anything is written. `done` is told of each tag as it is settled, so that a failure half-way is told exactly.
 */
export async function writeImmutable(
	registry: Pick<PublishRegistry, "head" | "putManifest">,
	image: string,
	tags: readonly string[],
	index: ImageIndex,
	patient: Patience,
	done: (tag: PublishedTag) => void,
): Promise<void> {
	const there = await Promise.all(tags.map((tag) => registry.head(`${image}:${tag}`)));
	const taken = tags.flatMap((tag, i) => {
		const digest = there[i]?.digest;
		return digest === undefined || digest === index.digest ? [] : [{ tag, digest }];
	});
	if (taken.length > 0) throw new UserError(taken.map(({ tag, digest }) => conflict(image, tag, digest, index.digest)));
	for (const [i, tag] of tags.entries()) {
		if (there[i] !== undefined) {
			done({ tag, kind: "immutable", state: "present" });
			continue;
		}
		await putPatiently(registry, `${image}:${tag}`, index.bytes, indexType, patient);
		await readBack(registry, image, tag, index.digest, patient);
		done({ tag, kind: "immutable", state: "written" });
	}
}

async function readBack(
	registry: Pick<PublishRegistry, "head">,
	image: string,
	tag: string,
	digest: string,
	patient: Patience,
): Promise<void> {
	let now = await registry.head(`${image}:${tag}`);
	while (now === undefined && (await patient.again())) now = await registry.head(`${image}:${tag}`);
	patient.over();
	if (now === undefined)
		throw new UserError({
			code: "publish/not-shown",
			message: `${image}:${tag} was accepted, but the registry does not show it`,
			fix: "publish again: what is done is found and kept",
		});
	if (now.digest !== digest) throw new UserError(conflict(image, tag, now.digest, digest));
}

function conflict(image: string, tag: string, there: string, ours: string) {
	return {
		code: "publish/immutable",
		message: `${image}:${tag} already names ${there}, and immutable tags are never overwritten`,
		why: `this run has ${ours}`,
		fix: "make the tag rule tell the builds apart, make the tag floating, or delete the tag if it is wrong",
	};
}
