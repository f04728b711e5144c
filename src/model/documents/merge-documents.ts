import type { BuildOutcome, BuildResult, BuiltImage } from "./build.ts";
import type { Plan } from "./plan.ts";
import type { PublishedService, PublishOutcome, PublishResult } from "./publish.ts";
import { type SmokedService, type SmokeResult, verdictRank } from "./smoke.ts";
import type { VerifiedImage, VerifyResult } from "./verify.ts";

/** One document of those of many legs. Undefined where there is none. */
type Merge<T> = (all: readonly T[]) => T | undefined;

/** A row for each service and platform. Of two about the same bytes the worse counts; of other bytes both stay. */
export const mergeSmoke: Merge<SmokeResult> = (all) => {
	const [first] = all;
	if (first === undefined) return undefined;
	const key = ({ service, platform, digest }: SmokedService) => `${service} ${platform} ${digest}`;
	const rows = byRank(
		all.flatMap(({ services }) => services),
		key,
		({ verdict }) => verdictRank[verdict],
	);
	const leftovers = all.flatMap((one) => one.leftovers ?? []);
	return {
		...first,
		services: rows,
		...(leftovers.length > 0 && { leftovers }),
		durationMs: longest(all),
	};
};

/** What one leg built others find there already, and a leg that failed says nothing about what another one did: who knows most counts. */
const buildRank: Readonly<Record<BuildOutcome, number>> = {
	skipped: 0,
	cancelled: 1,
	failed: 2,
	unchanged: 3,
	built: 4,
};

/** A row for each image. */
export const mergeBuilds: Merge<BuildResult> = (all) => {
	const [first] = all;
	if (first === undefined) return undefined;
	const images = byRank(
		all.flatMap((one) => one.images),
		({ service, platform }: BuiltImage) => `${service} ${platform}`,
		({ outcome }) => buildRank[outcome],
	);
	// Each leg's command is about its own part.
	const command = all.length === 1 ? first.command : [];
	return { ...first, images, command, durationMs: longest(all) };
};

/** Of an image that was looked at twice, the more thorough look. */
export const mergeVerified: Merge<VerifyResult> = (all) => {
	const [first] = all;
	if (first === undefined) return undefined;
	const images = byRank(
		all.flatMap((one) => one.images),
		({ service, platform, digest }: VerifiedImage) => `${service} ${platform} ${digest ?? ""}`,
		({ checks }) => checks.length,
	);
	const total = (key: "read" | "bytes") => all.reduce((sum, { layers }) => sum + layers[key], 0);
	return { ...first, images, layers: { read: total("read"), bytes: total("bytes") }, durationMs: longest(all) };
};

/** A leg that could not publish yet, for want of another's platform, counts for less than the one that could. */
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

/** A row for each service. */
export const mergePublished: Merge<PublishResult> = (all) => {
	const [first] = all;
	if (first === undefined) return undefined;
	const services = byRank(
		all.flatMap((one) => one.services),
		({ service }: PublishedService) => service,
		({ outcome, tags }) => publishRank[outcome] - (tags.some(({ state }) => state === "held") ? 0.5 : 0),
	);
	return { ...first, services, durationMs: longest(all) };
};

/** One plan of those that legs made, each of its own part. The largest says the rest; of an image that two planned, the first decision counts. */
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

const longest = (all: readonly { readonly durationMs: number }[]) => Math.max(...all.map((one) => one.durationMs));

/** In the order they were first met; of those with one key the one of the highest rank, and of equals the first. */
function byRank<T>(rows: readonly T[], keyOf: (row: T) => string, rankOf: (row: T) => number): readonly T[] {
	const best = new Map<string, T>();
	for (const row of rows) {
		const known = best.get(keyOf(row));
		if (known === undefined || rankOf(row) > rankOf(known)) best.set(keyOf(row), row);
	}
	return [...best.values()];
}
