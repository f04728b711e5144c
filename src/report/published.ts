import type { PublishedService, PublishResult } from "../documents/publish.ts";

/** What was published, a line each: `repository@digest`, then its tags. Copies stand below, each under its own name; a tag that stayed with another build is told. */
export function publishedLines({ services }: PublishResult): readonly string[] {
	return services.flatMap(({ image, digest, tags, copies = [], signed }) => {
		const kept = tags.flatMap(({ tag, state, previous }) =>
			state === "kept" ? [`${image}:${tag} stays with ${previous ?? "its first build"}`] : [],
		);
		if (digest === undefined) return kept;
		const line = (name: string, list: PublishedService["tags"]) =>
			[`${name}@${digest}`, ...given(list), ...(signed ? ["(signed)"] : [])].join(" ");
		const there = copies.filter(({ outcome }) => outcome === "published" || outcome === "unchanged");
		return [line(image, tags), ...there.map((copy) => line(copy.image, copy.tags)), ...kept];
	});
}

function given(tags: PublishedService["tags"]): readonly string[] {
	return tags.filter(({ state }) => state !== "held" && state !== "kept").map(({ tag }) => tag);
}
