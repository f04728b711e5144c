import type { BuildOutcome, BuildResult } from "./build.ts";
import type { Plan } from "./plan.ts";
import type { PublishOutcome, PublishResult } from "./publish.ts";
import { verdictRank } from "./results.ts";
import type { SmokeResult } from "./smoke.ts";
import type { VerifyResult } from "./verify.ts";

/** Merges the documents of the jobs of a matrix. Undefined if there is none. */
type Merge<T> = (all: readonly T[]) => T | undefined;

function merger<T extends { readonly durationMs: number }>(
	parts: (all: readonly T[], first: T) => Partial<T>,
): Merge<T> {
	return (all) => {
		const [first] = all;
		const durationMs = Math.max(...all.map((document) => document.durationMs));
		return first && { ...first, ...parts(all, first), durationMs };
	};
}

/** One row per service, platform and digest: the one with the worst verdict. */
export const mergeSmoke = merger<SmokeResult>((all) => {
	const leftovers = all.flatMap((result) => result.leftovers ?? []);
	return {
		services: byRank(
			all.flatMap(({ services }) => services),
			({ service, platform, digest }) => `${service} ${platform} ${digest}`,
			({ verdict }) => verdictRank[verdict],
		),
		...(leftovers.length > 0 && { leftovers }),
	};
});

/** Other jobs see an image as unchanged after one has built it, and a failed job must not hide a built image. */
const buildRank: Readonly<Record<BuildOutcome, number>> = {
	skipped: 0,
	cancelled: 1,
	failed: 2,
	unchanged: 3,
	built: 4,
};

/** One row per image. */
export const mergeBuilds = merger<BuildResult>((all, first) => ({
	images: byRank(
		all.flatMap(({ images }) => images),
		({ service, platform }) => `${service} ${platform}`,
		({ outcome }) => buildRank[outcome],
	),
	// The command of a job covers only its own part.
	command: all.length === 1 ? first.command : [],
}));

/** One row per image: the one with the most checks. */
export const mergeVerified = merger<VerifyResult>((all) => {
	const total = (key: "read" | "bytes") => all.reduce((sum, { layers }) => sum + layers[key], 0);
	return {
		images: byRank(
			all.flatMap(({ images }) => images),
			({ service, platform, digest }) => `${service} ${platform} ${digest ?? ""}`,
			({ checks }) => checks.length,
		),
		layers: { read: total("read"), bytes: total("bytes") },
	};
});

/** A job that had to wait for another platform ranks below the job that published. */
const publishRank: Readonly<Record<PublishOutcome, number>> = {
	skipped: 0,
	cancelled: 1,
	failed: 2,
	"not part of this release": 2.5,
	superseded: 3,
	held: 3.5,
	unchanged: 4,
	published: 5,
};

/** One row per service. */
export const mergePublished = merger<PublishResult>((all) => ({
	services: byRank(
		all.flatMap(({ services }) => services),
		({ service }) => service,
		({ outcome, tags }) => publishRank[outcome] - (tags.some(({ state }) => state === "held") ? 0.5 : 0),
	),
}));

/** Merges partial plans of jobs into the largest one. Its decisions win. */
export const mergePlans: Merge<Plan> = (all) => {
	const [largest] = all.toSorted((a, b) => b.selected.length - a.selected.length);
	if (largest === undefined || all.length === 1) return largest;
	const images = new Map(all.flatMap((one) => one.images).map((one) => [`${one.service} ${one.platform}`, one]));
	for (const image of largest.images) images.set(`${image.service} ${image.platform}`, image);
	const length = Math.max(...all.map(({ waves }) => waves.length));
	const seen = new Set<string>();
	const fresh = (name: string) => !seen.has(name) && seen.add(name) !== undefined;
	return {
		...largest,
		selected: [...new Set([largest, ...all].flatMap(({ selected }) => selected))],
		images: [...images.values()],
		parents: [...new Set(all.flatMap(({ parents }) => parents ?? []))].sort(),
		tags: Object.assign({}, ...all.map(({ tags }) => tags), largest.tags),
		waves: Array.from({ length }, (_, i) => [largest, ...all].flatMap(({ waves }) => waves[i] ?? []).filter(fresh)),
	};
};

/** The row of the highest rank for each key, in the order of the keys; of equals the first. */
function byRank<T>(rows: readonly T[], keyOf: (row: T) => string, rankOf: (row: T) => number): readonly T[] {
	const best = new Map<string, T>();
	for (const row of rows) {
		const current = best.get(keyOf(row));
		if (current === undefined || rankOf(row) > rankOf(current)) best.set(keyOf(row), row);
	}
	return [...best.values()];
}
