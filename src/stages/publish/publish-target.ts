import type { Plan, PlannedTags } from "../../model/documents/plan.ts";
import type {
	PublishException,
	PublishedRelease,
	PublishedService,
	PublishedTag,
	PublishOutcome,
} from "../../model/documents/publish.ts";
import type { ImageFacts } from "../../model/oci/image-facts.ts";
import type { Service } from "../../model/service/service.ts";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";
import type { ByteProgress, Progress } from "../../util/progress.ts";
import type { PublishableImage } from "./gather-platforms.ts";
import type { TagIndexes } from "./image-index.ts";

/** One service on its way to one repository: what is known of it so far. `outcome` is set once nothing more is to be done. */
export interface PublishTarget {
	readonly service: Service;
	/** Where it is published: host and name, without a tag. */
	readonly image: string;
	/** A copy: of this one, which comes first. */
	readonly copyOf?: PublishTarget;
	images: readonly PublishableImage[];
	facts: readonly ImageFacts[];
	indexes?: TagIndexes;
	/** What is released, with what was relabelled for it. */
	release?: Omit<PublishedRelease, "digest">;
	/** Digests of indexes that the registry has. */
	readonly stored: Set<string>;
	/** Why its floating tags may not move; asked once for it and its copies. */
	gate?: Promise<string | undefined>;
	tags: PublishedTag[];
	exception?: PublishException;
	/** What a person should know although nothing failed. */
	readonly warnings: string[];
	signed?: true;
	outcome?: PublishOutcome;
	reason?: string;
	/** Of the problem that it failed of. */
	code?: string;
	/** Spent on it, milliseconds. */
	spentMs: number;
}

export function targetsFor(service: Service): readonly PublishTarget[] {
	const begin = (image: string) => ({
		...{ service, image, images: [], facts: [], stored: new Set<string>(), spentMs: 0 },
		...{ tags: [] as PublishedTag[], warnings: [] as string[] },
	});
	const first: PublishTarget = begin(service.image);
	return [first, ...(service.copies ?? []).map((image): PublishTarget => ({ ...begin(image), copyOf: first }))];
}

export function plannedTags({ service }: PublishTarget, plan: Plan): PlannedTags {
	return plan.tags[service.name] ?? { immutable: [], floating: [] };
}

/** The digest of a service's row: of the release's index only where no other tag was given. */
function digestOf(tags: readonly PublishedTag[], { plain, release }: TagIndexes): string | undefined {
	const given = tags.filter(({ state }) => state !== "held" && state !== "kept");
	if (given.length === 0) return undefined;
	return given.every((tag) => tag.release) ? release.digest : plain.digest;
}

export function outcomeOfTags(tags: readonly PublishedTag[]): PublishOutcome {
	if (tags.some(({ state }) => state === "written" || state === "moved")) return "published";
	if (tags.some(({ state }) => state === "present" || state === "kept")) return "unchanged";
	return tags.length > 0 ? "held" : "skipped";
}

/** One row a service, its copies in it. Every planned tag is in the row: one that was never reached is held, and the reason says why. */
export function toRow(candidate: PublishTarget, copies: readonly PublishTarget[], plan: Plan): PublishedService {
	const { service, image, images, facts, indexes, release, signed, exception } = candidate;
	const all = allTags(candidate, plan);
	const digest = indexes && digestOf(all, indexes);
	const isReleased = all.some((tag) => tag.release && tag.state !== "held" && tag.state !== "kept");
	const { outcome, reason } = together(candidate, copies);
	const { code } = [candidate, ...copies].find((one) => one.outcome === "failed") ?? {};
	return {
		service: service.name,
		image,
		outcome,
		...defined({ digest }),
		...(isReleased && indexes && release && { release: { ...release, digest: indexes.release.digest } }),
		platforms: images.map(({ platform, digest }, i) => {
			const { size, layers } = facts[i] ?? {};
			return { platform, digest, ...defined({ size }), ...(layers && { layers: layers.length }) };
		}),
		tags: all,
		...(copies.length > 0 && { copies: copies.map((copy) => copyRow(copy, plan)) }),
		...(signed && { signed }),
		...defined({ exception }),
		...warningsOf([candidate, ...copies]),
		...defined({ reason, code }),
		durationMs: Math.round([candidate, ...copies].reduce((sum, { spentMs: spent }) => sum + spent, 0)),
	};
}

function warningsOf(candidates: readonly PublishTarget[]): Pick<PublishedService, "warnings"> {
	const warnings = [...new Set(candidates.flatMap((one) => one.warnings))];
	return warnings.length === 0 ? {} : { warnings };
}

function copyRow(copy: PublishTarget, plan: Plan): NonNullable<PublishedService["copies"]>[number] {
	const { image, outcome = "skipped", reason } = copy;
	return { image, outcome, tags: allTags(copy, plan), ...defined({ reason }) };
}

function allTags(candidate: PublishTarget, plan: Plan): readonly PublishedTag[] {
	const { tags, reason } = candidate;
	const planned = plannedTags(candidate, plan);
	const missed = (["immutable", "floating"] as const).flatMap((kind) =>
		planned[kind]
			.filter((tag) => !tags.some((one) => one.kind === kind && one.tag === tag))
			.map((tag): PublishedTag => {
				const release = planned.versioned?.includes(tag) ? ({ release: true } as const) : {};
				return { tag, kind, state: "held", ...release, ...defined({ why: reason }) };
			}),
	);
	return [...tags, ...missed];
}

/** A copy that failed fails its service, and what a copy got new counts as published. */
function together(
	candidate: PublishTarget,
	copies: readonly PublishTarget[],
): { readonly outcome: PublishOutcome; readonly reason?: string } {
	const { outcome = "skipped", reason } = candidate;
	for (const bad of ["failed", "cancelled", "superseded"] as const) {
		const copy = copies.find((one) => one.outcome === bad);
		if (outcome === bad || outcome === "failed" || copy === undefined) continue;
		return { outcome: bad, reason: `${copy.image}: ${copy.reason ?? bad}` };
	}
	const wrote = outcome === "unchanged" && copies.some((copy) => copy.outcome === "published");
	return { outcome: wrote ? "published" : outcome, ...defined({ reason }) };
}

export function reportEnd(
	{ service, copyOf: of, outcome, reason, tags, warnings }: PublishTarget,
	progress: Progress | undefined,
): void {
	// A copy is told with its service's row; only its failure is news.
	if (of !== undefined && outcome !== "failed") return;
	const moved = tags.filter(({ state }) => state === "written" || state === "moved").map(({ tag }) => tag);
	const end = reason ?? (moved.length > 0 ? moved.join(", ") : outcome);
	const text = [end, ...warnings.map((warning) => `warning: ${warning}`)].join("; ");
	const state = outcome === "failed" ? "failed" : "done";
	progress?.({ stage: "publish", subject: service.name, state, ...(text !== "" && { text }) });
}

/** What is done for it now. A copy has no line of its own, and its service's may have ended. */
export function reportActivity(
	candidate: PublishTarget,
	text: string,
	progress: Progress | undefined,
	bytes?: ByteProgress,
): void {
	const { service, copyOf: of } = candidate;
	if (of?.outcome !== undefined) return;
	progress?.({ stage: "publish", subject: service.name, state: "update", text, ...defined({ bytes }) });
}

/** One line: what, why and the fix of every problem. */
export function reasonOfError(error: unknown): string {
	if (error instanceof UserError)
		return error.problems
			.map(({ message, why, fix }) => [message, why, fix && `fix: ${fix}`].filter(Boolean).join("; "))
			.join(" | ");
	return error instanceof Error ? error.message : String(error);
}
