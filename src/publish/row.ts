import type { Plan, PlannedTags } from "../documents/plan.ts";
import type { PublishedService, PublishedTag, PublishOutcome } from "../documents/publish.ts";
import type { Service } from "../documents/service.ts";
import { UserError } from "../errors.ts";
import type { Progress } from "../progress.ts";
import type { Made } from "./candidate.ts";
import type { ImageIndex } from "./image-index.ts";

/** One service on its way: what is known of it so far. `outcome` is set once nothing more is to be done. */
export interface Candidate {
	readonly service: Service;
	images: readonly Made[];
	index?: ImageIndex;
	tags: PublishedTag[];
	outcome?: PublishOutcome;
	reason?: string;
}

export function tagsOf({ service }: Candidate, plan: Plan): PlannedTags {
	return plan.tags[service.name] ?? { immutable: [], floating: [] };
}

export function outcomeOf(tags: readonly PublishedTag[]): PublishOutcome {
	if (tags.some(({ state }) => state === "written" || state === "moved")) return "published";
	if (tags.some(({ state }) => state === "present")) return "unchanged";
	return "skipped";
}

/** Every planned tag is in the row: one that was never reached is held, and the reason says why. */
export function toRow(candidate: Candidate, plan: Plan): PublishedService {
	const { service, images, index, tags, outcome = "skipped", reason } = candidate;
	const planned = tagsOf(candidate, plan);
	const missed = (["immutable", "floating"] as const).flatMap((kind) =>
		planned[kind]
			.filter((tag) => !tags.some((one) => one.kind === kind && one.tag === tag))
			.map((tag): PublishedTag => ({ tag, kind, state: "held", ...(reason !== undefined && { why: reason }) })),
	);
	const all = [...tags, ...missed];
	const given = all.some(({ state }) => state !== "held");
	const why = reason ?? (all.length === 0 ? "this run gives it no tag" : undefined);
	return {
		service: service.name,
		image: service.image,
		outcome,
		...(given && index && { digest: index.digest }),
		platforms: images.map(({ platform, digest }) => ({ platform, digest })),
		tags: all,
		...(why !== undefined && { reason: why }),
	};
}

export function tell({ service, outcome, reason, tags }: Candidate, progress: Progress | undefined): void {
	const moved = tags.filter(({ state }) => state === "written" || state === "moved").map(({ tag }) => tag);
	const text = reason ?? (moved.length > 0 ? moved.join(", ") : outcome);
	const state = outcome === "failed" ? "failed" : "done";
	progress?.({ stage: "publish", subject: service.name, state, ...(text !== undefined && { text }) });
}

/** One line: what, why and the fix of every problem. */
export function reasonOf(error: unknown): string {
	if (error instanceof UserError)
		return error.problems
			.map(({ message, why, fix }) => [message, why, fix && `fix: ${fix}`].filter(Boolean).join("; "))
			.join(" | ");
	return error instanceof Error ? error.message : String(error);
}
