import type { PublishedRelease, PublishedService, PublishResult } from "../../model/documents/publish.ts";

/** `repository@digest` and its tags, one line per image, copies below; then tags that stay with another build. */
export function publishedLines({ services }: PublishResult): readonly string[] {
	return services.flatMap(({ image, digest, release, tags, copies = [], signer }) => {
		const kept = tags.flatMap(({ tag, state, previous }) =>
			state === "kept" ? [`${image}:${tag} stays with ${previous ?? "its first build"}`] : [],
		);
		if (digest === undefined) return kept;
		const lines = (name: string, list: PublishedService["tags"]) => {
			const line = (of: string, own: PublishedService["tags"], note: readonly string[] = []) =>
				writtenTags(own).length === 0
					? []
					: [
							[
								`${name}@${of}`,
								...writtenTags(own),
								...note,
								...(signer === undefined ? [] : [`(signed by ${signer})`]),
							].join(" "),
						];
			if (release === undefined) return line(digest, list);
			const [released, others] = [true, false].map((is) => list.filter((tag) => (tag.release === true) === is));
			return [...line(digest, others ?? []), ...line(release.digest, released ?? [], releaseNote(release))];
		};
		const there = copies.filter(({ outcome }) => outcome === "published" || outcome === "unchanged");
		return [...lines(image, tags), ...there.flatMap((copy) => lines(copy.image, copy.tags)), ...kept];
	});
}

function releaseNote({ version, relabelled = [], attestations }: PublishedRelease): readonly string[] {
	if (relabelled.length === 0) return [];
	const sources = relabelled.map(({ platform, from }) => `${platform} from ${from}`).join(", ");
	return [`(labelled ${version}: ${sources}${attestations === undefined ? "" : "; attestations left out"})`];
}

function writtenTags(tags: PublishedService["tags"]): readonly string[] {
	return tags.filter(({ state }) => state !== "held" && state !== "kept").map(({ tag }) => tag);
}
