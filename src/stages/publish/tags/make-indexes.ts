import { fillTemplate } from "../../../model/tags/template.ts";
import { lagBackoffFor } from "../backoff.ts";
import { makeIndex, type TagIndexes, versionKey } from "../image-index.ts";
import type { PublishInput } from "../publish-input.ts";
import { type PublishTarget, plannedTags } from "../publish-target.ts";
import { relabel } from "./relabel.ts";

/**
 * The indexes that the tags of one service name. A release has its own: with the version as an annotation of the index
 * (`identical`), or over images that have it as a label (`relabel`), which are then in the registry.
 */
export async function makeIndexes(
	target: PublishTarget,
	input: PublishInput,
): Promise<Pick<PublishTarget, "indexes" | "release">> {
	const { service, image, facts } = target;
	const plain = makeIndex(facts);
	const { version, versioned = [] } = plannedTags(target, input.plan);
	if (version === undefined || versioned.length === 0) return { indexes: { plain, release: plain } };
	if (service.policy.version !== "relabel")
		return { indexes: { plain, release: makeIndex(facts, version) }, release: { version } };
	const labels = { [versionKey]: version, ...ownLabels(target, input, version) };
	const { revision } = input.plan.source;
	const backoff = lagBackoffFor(input, "signalled");
	const relabelledFacts = await Promise.all(
		facts.map((original) => relabel({ registry: input.registry, image, revision, version, labels, backoff }, original)),
	);
	const indexes: TagIndexes = { plain, release: makeIndex(relabelledFacts, version) };
	const relabelled = relabelledFacts.flatMap(({ platform, digest }, i) => {
		const from = facts[i]?.digest;
		return from === undefined || from === digest ? [] : [{ platform, from, digest }];
	});
	const isLeftOut = facts.some(
		({ attestations }, i) => attestations.length > (relabelledFacts[i]?.attestations.length ?? 0),
	);
	return { indexes, release: { version, relabelled, ...(isLeftOut && { attestations: "left out" }) } };
}

/** The catalog's labels that contain the version. */
function ownLabels(
	{ service }: PublishTarget,
	{ plan }: PublishInput,
	version: string,
): Readonly<Record<string, string>> {
	const { labels, name, phase = "" } = service;
	const { revision } = plan.source;
	const withVersion = Object.entries(labels).filter(([, value]) => /\{\{\s*version\s*\}\}/.test(value));
	const vars = { name, phase, project: plan.project, revision, short_revision: revision.slice(0, 7), version };
	return Object.fromEntries(withVersion.map(([key, value]) => [key, fillTemplate(value, vars)]));
}
