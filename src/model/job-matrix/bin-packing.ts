import type { PendingImage } from "./pending-images.ts";

/** The images of one job, and its duration. */
export interface Bin {
	readonly images: readonly PendingImage[];
	/** Includes base images that another job builds too. Images are built one after another. */
	readonly seconds: number;
}

interface OpenBin {
	readonly images: PendingImage[];
	/** Its images and the base images that it needs. */
	readonly builds: Set<PendingImage>;
	seconds: number;
}

/** Key of platform and runner. A job builds images with the same key. */
export const runnerGroup = ({ platform, runner }: PendingImage): string => JSON.stringify([platform, runner]);

/**
 * Packs images into at most `most` jobs (at least one per group), each image in exactly one: longest first, into the
 * job that then ends first (Graham's LPT rule, within 4/3 of the optimum for independent images). The first image that
 * needs a base takes it into its job; other jobs build that base again.
 */
export function packBins(images: readonly PendingImage[], most: number): readonly Bin[] {
	const groups = [...Map.groupBy(images, runnerGroup).values()];
	const shares = share(groups, most);
	return groups.flatMap((group, index) => packGroup(group, shares[index] ?? 1));
}

/** The number of jobs per group: one, then each further job goes to the group with the most work per job. */
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

function packGroup(images: readonly PendingImage[], count: number): readonly Bin[] {
	if (images.length <= count) return images.map((image) => ({ images: [image], seconds: secondsWithBases(image) }));
	const group = new Set(images);
	const placed = new Set<PendingImage>();
	const bins = Array.from({ length: count }, (): OpenBin => ({ images: [], builds: new Set(), seconds: 0 }));
	for (const image of images.toSorted((a, b) => secondsWithBases(b) - secondsWithBases(a))) {
		if (placed.has(image)) continue;
		const withBases = [...image.bases, image];
		let best: { readonly bin: OpenBin; readonly end: number } | undefined;
		for (const bin of bins) {
			const end = bin.seconds + withBases.reduce((sum, item) => sum + (bin.builds.has(item) ? 0 : item.seconds), 0);
			if (best === undefined || end < best.end) best = { bin, end };
		}
		if (best === undefined) continue;
		const { bin, end } = best;
		bin.seconds = end;
		for (const item of withBases) {
			bin.builds.add(item);
			// A base of another group has its own job there.
			if (!group.has(item) || placed.has(item)) continue;
			placed.add(item);
			bin.images.push(item);
		}
	}
	return bins
		.filter((bin) => bin.images.length > 0)
		.map((bin) => ({ images: bin.images.toSorted((a, b) => a.wave - b.wave), seconds: bin.seconds }));
}

/** Seconds to build an image and all its bases. */
export const secondsWithBases = ({ bases, seconds }: PendingImage): number =>
	bases.reduce((sum, base) => sum + base.seconds, seconds);
