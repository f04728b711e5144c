import { UserError } from "../../util/errors.ts";
import type { MatrixLeg } from "../documents/plan.ts";
import { type Bin, packBins, runnerGroup } from "./bin-packing.ts";
import type { PendingImage } from "./pending-images.ts";

/** GitHub starts at most this many jobs from one matrix. https://docs.github.com/en/actions/reference/limits */
const mostLegs = 256;

/** Characters of the matrix and of the list of services together: a job's outputs may hold 1 MB, counted in UTF-16, so about half as many letters. */
const mostCharacters = 450_000;

/** Characters of one leg's list of services: it reaches the job as one environment variable, and Linux takes 128 KiB. */
const mostListed = 100_000;

/** Longest name of a job that GitHub's list shows in one line. */
const nameLength = 60;

export interface Matrix {
	readonly include: readonly MatrixLeg[];
	/** What each leg holds, in the same order. */
	readonly bins: readonly Bin[];
}

/**
 * The legs of `strategy.matrix.include`, those with bases first; every image in exactly one. One image a leg, unless there are more than 256 or `maxJobs`
 * asks for fewer. There is at least one leg for each kind of runner and platform, whatever `maxJobs` says. GitHub starts all legs at once: one whose base
 * is not in the registry yet builds it too.
 */
export function toJobMatrix(
	works: readonly PendingImage[],
	{ maxJobs, selected = [] }: { readonly maxJobs?: number | undefined; readonly selected?: readonly string[] } = {},
): Matrix {
	const groups = [...Map.groupBy(works, runnerGroup).values()];
	if (groups.length > mostLegs) throw tooMany(groups.length);
	// Lists that would be too long for one variable ask for more legs.
	const least = groups.reduce((sum, group) => sum + Math.ceil(listLength(group) / mostListed), 0);
	const bins = packBins(works, Math.min(mostLegs, Math.max(maxJobs ?? mostLegs, least)));
	const ordered = bins.toSorted((a, b) => waveOf(a) - waveOf(b));
	const include = ordered.map(toLeg);
	const length = JSON.stringify({ include }).length + selected.join(",").length;
	const listed = Math.max(0, ...include.map(({ service }) => service.length));
	if (length > mostCharacters) throw tooLong(length, mostCharacters);
	if (listed > mostListed) throw tooLong(listed, mostListed);
	return { include, bins: ordered };
}

const waveOf = ({ images: works }: Bin) => works[0]?.wave ?? 0;
const listLength = (works: readonly PendingImage[]) => works.reduce((sum, { service }) => sum + service.length + 1, 0);

function toLeg({ images: works }: Bin): MatrixLeg {
	const { platform = "", runner = "", wave = 0 } = works[0] ?? {};
	const names = works.map(({ service }) => service);
	return {
		name: formatLegName(names, platform),
		service: names.join(","),
		platform,
		runner,
		phase: [...new Set(works.flatMap(({ phase }) => phase ?? []))].join(","),
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
		message: `the images to build need ${groups} kinds of runner and platform, and a matrix has at most ${mostLegs} jobs`,
		fix: "let services share runners in the catalog, or plan a part: --phase, --platform or --service",
	});

const tooLong = (length: number, most: number) =>
	new UserError({
		code: "plan/matrix-size",
		message: `the matrix, or one leg of it, has ${length} characters, and ${most} is the most that GitHub passes on`,
		fix: "plan a part at a time: --phase, --platform or --service",
	});
