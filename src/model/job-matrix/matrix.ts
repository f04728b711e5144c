import { UserError } from "../../util/errors.ts";
import type { MatrixLeg } from "../documents/plan.ts";
import { type Bin, packBins, runnerGroup } from "./bin-packing.ts";
import type { PendingImage } from "./pending-images.ts";

/** GitHub's limit of jobs per matrix. https://docs.github.com/en/actions/reference/limits */
const mostLegs = 256;

/** Limit of the matrix and the list of services: a job's outputs may have 1 MB in UTF-16, two bytes per character. */
const mostCharacters = 450_000;

/** Limit of a job's list of services: it becomes one environment variable, which Linux limits to 128 KiB. */
const mostListed = 100_000;

/** Longest job name that GitHub's list shows in one line. */
const nameLength = 60;

export interface Matrix {
	readonly include: readonly MatrixLeg[];
	/** The images of each leg, in the same order. */
	readonly bins: readonly Bin[];
}

/**
 * The legs of `strategy.matrix.include`, base images first; every image in exactly one. One image per leg, unless
 * `maxJobs` or GitHub's limit is smaller; at least one leg per runner and platform. GitHub starts all legs at once,
 * so a leg builds a base image that is not in the registry yet.
 */
export function toJobMatrix(
	images: readonly PendingImage[],
	{ maxJobs, selected = [] }: { readonly maxJobs?: number | undefined; readonly selected?: readonly string[] } = {},
): Matrix {
	const groups = [...Map.groupBy(images, runnerGroup).values()];
	if (groups.length > mostLegs) throw tooMany(groups.length);
	// A list too long for one variable needs more legs.
	const minimum = groups.reduce((sum, group) => sum + Math.ceil(listLength(group) / mostListed), 0);
	const bins = packBins(images, Math.min(mostLegs, Math.max(maxJobs ?? mostLegs, minimum)));
	const ordered = bins.toSorted((a, b) => waveOf(a) - waveOf(b));
	const include = ordered.map(toLeg);
	const length = JSON.stringify({ include }).length + selected.join(",").length;
	const listed = Math.max(0, ...include.map(({ service }) => service.length));
	if (length > mostCharacters) throw tooLong(length, mostCharacters);
	if (listed > mostListed) throw tooLong(listed, mostListed);
	return { include, bins: ordered };
}

const waveOf = ({ images }: Bin) => images[0]?.wave ?? 0;
const listLength = (images: readonly PendingImage[]) =>
	images.reduce((sum, { service }) => sum + service.length + 1, 0);

function toLeg({ images }: Bin): MatrixLeg {
	const { platform = "", runner = "", wave = 0 } = images[0] ?? {};
	const names = images.map(({ service }) => service);
	return {
		name: formatLegName(names, platform),
		service: names.join(","),
		platform,
		runner,
		phase: [...new Set(images.flatMap(({ phase }) => phase ?? []))].join(","),
		wave,
	};
}

/** `api (arm64)`, `api, web and 6 more (arm64)`. */
export function formatLegName(names: readonly string[], platform: string): string {
	const shown: string[] = [];
	for (const name of names) {
		if (shown.length > 0 && [...shown, name].join(", ").length > nameLength) break;
		shown.push(name);
	}
	const more = names.length - shown.length;
	return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""} (${platform.replace(/^linux\//, "")})`;
}

const tooMany = (groups: number) =>
	new UserError({
		code: "plan/runners",
		message: `the images to build need ${groups} kinds of runner and platform, but a matrix has at most ${mostLegs} jobs`,
		fix: "let services share runners in the catalog, or plan one part: --phase, --platform or --service",
	});

const tooLong = (length: number, most: number) =>
	new UserError({
		code: "plan/matrix-size",
		message: `the matrix, or one leg of it, has ${length} characters, but GitHub passes on at most ${most}`,
		fix: "plan one part at a time: --phase, --platform or --service",
	});
