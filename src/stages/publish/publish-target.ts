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

/** One service in one repository. Steps fill it in; `outcome` is set once it is done. */
export interface PublishTarget {
	readonly service: Service;
	/** Host and name of the repository, without a tag. */
	readonly image: string;
	/** Set for a copy: the target that is published first. */
	readonly copyOf?: PublishTarget;
	images: readonly PublishableImage[];
	facts: readonly ImageFacts[];
	indexes?: TagIndexes;
	/** The release, with the images that were relabelled for it. */
	release?: Omit<PublishedRelease, "digest">;
	/** Digests of indexes that the registry has. */
	readonly stored: Set<string>;
	/** Why its floating tags are held; computed once for it and its copies. */
	gate?: Promise<string | undefined>;
	tags: PublishedTag[];
	exception?: PublishException;
	readonly warnings: string[];
	/** Who signed its indexes, for people. */
	signer?: string;
	outcome?: PublishOutcome;
	reason?: string;
	/** Code of the problem that it failed with. */
	code?: string;
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

/** Ends a target; later steps leave it as it is. */
export function endTarget(target: PublishTarget, outcome: PublishOutcome, reason: string): void {
	target.outcome = outcome;
	target.reason = reason;
}

/** The digest of a service's row: the release's index only if no other tag was given. */
function rowDigest(tags: readonly PublishedTag[], { plain, release }: TagIndexes): string | undefined {
	const given = tags.filter(({ state }) => state !== "held" && state !== "kept");
	if (given.length === 0) return undefined;
	return given.every((tag) => tag.release) ? release.digest : plain.digest;
}

export function outcomeOfTags(tags: readonly PublishedTag[]): PublishOutcome {
	if (tags.some(({ state }) => state === "written" || state === "moved")) return "published";
	if (tags.some(({ state }) => state === "present" || state === "kept")) return "unchanged";
	return tags.length > 0 ? "held" : "skipped";
}

/** One row per service, with its copies and every planned tag: one that was never reached is `held`. */
export function toRow(target: PublishTarget, copies: readonly PublishTarget[], plan: Plan): PublishedService {
	const { service, image, images, facts, indexes, release, signer, exception } = target;
	const tags = allTags(target, plan);
	const digest = indexes && rowDigest(tags, indexes);
	const isReleased = tags.some((tag) => tag.release && tag.state !== "held" && tag.state !== "kept");
	const { outcome, reason } = combinedOutcome(target, copies);
	const { code } = [target, ...copies].find((item) => item.outcome === "failed") ?? {};
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
		tags,
		...(copies.length > 0 && { copies: copies.map((copy) => copyRow(copy, plan)) }),
		...defined({ signer, exception }),
		...warningsOf([target, ...copies]),
		...defined({ reason, code }),
		durationMs: Math.round([target, ...copies].reduce((sum, { spentMs }) => sum + spentMs, 0)),
	};
}

function warningsOf(targets: readonly PublishTarget[]): Pick<PublishedService, "warnings"> {
	const warnings = [...new Set(targets.flatMap((item) => item.warnings))];
	return warnings.length === 0 ? {} : { warnings };
}

function copyRow(copy: PublishTarget, plan: Plan): NonNullable<PublishedService["copies"]>[number] {
	const { image, outcome = "skipped", reason } = copy;
	return { image, outcome, tags: allTags(copy, plan), ...defined({ reason }) };
}

function allTags(target: PublishTarget, plan: Plan): readonly PublishedTag[] {
	const { tags, reason } = target;
	const planned = plannedTags(target, plan);
	const missed = (["immutable", "floating"] as const).flatMap((kind) =>
		planned[kind]
			.filter((tag) => !tags.some((item) => item.kind === kind && item.tag === tag))
			.map((tag): PublishedTag => {
				const release = planned.versioned?.includes(tag) ? ({ release: true } as const) : {};
				return { tag, kind, state: "held", ...release, ...defined({ why: reason }) };
			}),
	);
	return [...tags, ...missed];
}

/** A failed copy fails its service, and a new tag of a copy counts as published. */
function combinedOutcome(
	target: PublishTarget,
	copies: readonly PublishTarget[],
): { readonly outcome: PublishOutcome; readonly reason?: string } {
	const { outcome = "skipped", reason } = target;
	for (const bad of ["failed", "cancelled", "superseded"] as const) {
		const copy = copies.find((item) => item.outcome === bad);
		if (outcome === bad || outcome === "failed" || copy === undefined) continue;
		return { outcome: bad, reason: `${copy.image}: ${copy.reason ?? bad}` };
	}
	const wrote = outcome === "unchanged" && copies.some((copy) => copy.outcome === "published");
	return { outcome: wrote ? "published" : outcome, ...defined({ reason }) };
}

export function reportEnd(
	{ service, copyOf, outcome, reason, tags, warnings }: PublishTarget,
	progress: Progress | undefined,
): void {
	// The service's line covers its copies; only a failure has a line of its own.
	if (copyOf !== undefined && outcome !== "failed") return;
	const moved = tags.filter(({ state }) => state === "written" || state === "moved").map(({ tag }) => tag);
	const end = reason ?? (moved.length > 0 ? moved.join(", ") : outcome);
	const text = [end, ...warnings.map((warning) => `warning: ${warning}`)].join("; ");
	const state = outcome === "failed" ? "failed" : "done";
	progress?.({ stage: "publish", subject: service.name, state, ...(text !== "" && { text }) });
}

/** Reports current work in the service's line, unless that has ended. */
export function reportActivity(
	target: PublishTarget,
	text: string,
	progress: Progress | undefined,
	bytes?: ByteProgress,
): void {
	const { service, copyOf } = target;
	if (copyOf?.outcome !== undefined) return;
	progress?.({ stage: "publish", subject: service.name, state: "update", text, ...defined({ bytes }) });
}

/** Message, why and fix of every problem, in one line. */
export function reasonOfError(error: unknown): string {
	if (error instanceof UserError)
		return error.problems
			.map(({ message, why, fix }) => [message, why, fix && `fix: ${fix}`].filter(Boolean).join("; "))
			.join(" | ");
	return error instanceof Error ? error.message : String(error);
}
