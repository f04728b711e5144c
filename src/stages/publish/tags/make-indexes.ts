import { fillTemplate } from "../../../model/tags/template.ts";
import { lagBackoffFor } from "../backoff.ts";
import { makeIndex, type TagIndexes, versionKey } from "../image-index.ts";
import type { PublishInput } from "../publish-input.ts";
import { type PublishTarget, plannedTags } from "../publish-target.ts";
import { relabel } from "./relabel.ts";

/**
 * The indexes that the tags of one service name. Without a version there is one. With a version the release has one of its own: over the same images and
 * with the version as an annotation (`identical`), or over images with the version as their label (`relabel`), which are then in the registry.
 */
export async function makeIndexes(
	candidate: PublishTarget,
	context: PublishInput,
): Promise<Pick<PublishTarget, "indexes" | "release">> {
	const { service, image, facts } = candidate;
	const plain = makeIndex(facts);
	const { version, versioned = [] } = plannedTags(candidate, context.plan);
	if (version === undefined || versioned.length === 0) return { indexes: { plain, release: plain } };
	if (service.policy.version !== "relabel")
		return { indexes: { plain, release: makeIndex(facts, version) }, release: { version } };
	const labels = { [versionKey]: version, ...ownLabels(candidate, context, version) };
	const { revision } = context.plan.source;
	const patient = lagBackoffFor(context, "signalled");
	const made = await Promise.all(
		facts.map((one) => relabel({ registry: context.registry, image, revision, version, labels, patient }, one)),
	);
	const indexes: TagIndexes = { plain, release: makeIndex(made, version) };
	const relabelled = made.flatMap(({ platform, digest }, i) => {
		const from = facts[i]?.digest;
		return from === undefined || from === digest ? [] : [{ platform, from, digest }];
	});
	const isLeftOut = facts.some(({ attestations }, i) => attestations.length > (made[i]?.attestations.length ?? 0));
	return { indexes, release: { version, relabelled, ...(isLeftOut && { attestations: "left out" }) } };
}

/** The catalog's labels that speak of the version. */
function ownLabels(
	{ service }: PublishTarget,
	{ plan }: PublishInput,
	version: string,
): Readonly<Record<string, string>> {
	const { labels, name, phase = "" } = service;
	const { revision } = plan.source;
	const about = Object.entries(labels).filter(([, value]) => /\{\{\s*version\s*\}\}/.test(value));
	const vars = { name, phase, project: plan.project, revision, short_revision: revision.slice(0, 7), version };
	return Object.fromEntries(about.map(([key, value]) => [key, fillTemplate(value, vars)]));
}
