import type { PendingImage } from "./pending-images.ts";

/** Images that one job builds, and how long that takes. */
export interface Bin {
	readonly images: readonly PendingImage[];
	/** With the bases that it has to build because they are made in another job; one after another. */
	readonly seconds: number;
}

interface OpenBin {
	readonly works: PendingImage[];
	/** All it builds, its own images and others' bases. */
	readonly builds: Set<PendingImage>;
	seconds: number;
}

/** Images of one platform on one kind of runner: a job builds for one of them. */
export const runnerGroup = ({ platform, runner }: PendingImage): string => JSON.stringify([platform, runner]);

/**
 * Packs images into at most `most` jobs (but at least one a group), every image in exactly one: longest first, each into the job that
 * ends first with it (Graham's LPT rule: within 4/3 of the best where nothing is FROM another). An image and the bases it needs count
 * as one: the first that needs a base takes it along, and the job builds both in order; a job elsewhere builds that base for itself.
 */
export function packBins(works: readonly PendingImage[], most: number): readonly Bin[] {
	const groups = [...Map.groupBy(works, runnerGroup).values()];
	const shares = share(groups, most);
	return groups.flatMap((group, index) => packGroup(group, shares[index] ?? 1));
}

/** Jobs for each group: one, then each further one to the group with the most to do a job. */
function share(groups: readonly (readonly PendingImage[])[], most: number): readonly number[] {
	const shares = groups.map(() => 1);
	const totals = groups.map((group) => group.reduce((sum, { seconds }) => sum + seconds, 0));
	for (let left = most - groups.length; left > 0; left -= 1) {
		let best: number | undefined;
		for (const [index, group] of groups.entries()) {
			if ((shares[index] ?? 1) >= group.length) continue;
			const load = (totals[index] ?? 0) / (shares[index] ?? 1);
			if (best === undefined || load > (totals[best] ?? 0) / (shares[best] ?? 1)) best = index;
		}
		if (best === undefined) break;
		shares[best] = (shares[best] ?? 1) + 1;
	}
	return shares;
}

function packGroup(works: readonly PendingImage[], count: number): readonly Bin[] {
	if (works.length <= count) return works.map((work) => ({ images: [work], seconds: secondsWithBases(work) }));
	const mine = new Set(works);
	const placed = new Set<PendingImage>();
	const bins = Array.from({ length: count }, (): OpenBin => ({ works: [], builds: new Set(), seconds: 0 }));
	for (const work of works.toSorted((a, b) => secondsWithBases(b) - secondsWithBases(a))) {
		if (placed.has(work)) continue;
		const all = [...work.bases, work];
		let best: { readonly bin: OpenBin; readonly end: number } | undefined;
		for (const bin of bins) {
			const end = bin.seconds + all.reduce((sum, one) => sum + (bin.builds.has(one) ? 0 : one.seconds), 0);
			if (best === undefined || end < best.end) best = { bin, end };
		}
		if (best === undefined) continue;
		const { bin, end } = best;
		bin.seconds = end;
		for (const one of all) {
			bin.builds.add(one);
			// A base on another kind of runner has a job there, and is only built along here.
			if (!mine.has(one) || placed.has(one)) continue;
			placed.add(one);
			bin.works.push(one);
		}
	}
	return bins
		.filter((bin) => bin.works.length > 0)
		.map((bin) => ({ images: bin.works.toSorted((a, b) => a.wave - b.wave), seconds: bin.seconds }));
}

/** What an image takes where nothing is there yet: its bases, and itself. */
export const secondsWithBases = ({ bases: needs, seconds }: PendingImage): number =>
	needs.reduce((sum, base) => sum + base.seconds, seconds);
