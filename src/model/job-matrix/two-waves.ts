import type { MatrixLeg, Plan } from "../documents/plan.ts";
import { formatLegName } from "./matrix.ts";
import { imageKey } from "./pending-images.ts";

/** The legs of a matrix in two jobs of a workflow. Images of the second wave do not depend on each other. */
export interface TwoWaves {
	/** Legs with base images. Images that depend on each other share a leg. */
	readonly first: readonly MatrixLeg[];
	readonly second: readonly MatrixLeg[];
}

/** A workflow file has a fixed number of jobs, so it cannot have one per wave of a catalog. */
export function splitIntoTwoWaves({ images, matrix }: Pick<Plan, "images" | "matrix">): TwoWaves {
	const toBuild = images.filter(({ decision }) => decision.kind === "build");
	const legOf = new Map(matrix.include.flatMap((leg) => keysOf(leg).map((key) => [key, leg] as const)));
	const bases = new Set<MatrixLeg>();
	const links: (readonly [MatrixLeg, MatrixLeg])[] = [];
	for (const { service, platform, from } of toBuild) {
		const own = legOf.get(imageKey(service, platform));
		for (const name of Object.values(from)) {
			const base = legOf.get(imageKey(name, platform));
			if (base === undefined || own === undefined || base === own) continue;
			bases.add(base);
			links.push([base, own]);
		}
	}
	return {
		first: joined(
			matrix.include.filter((leg) => bases.has(leg)),
			links,
		),
		second: matrix.include.filter((leg) => !bases.has(leg)),
	};
}

const keysOf = ({ service, platform }: MatrixLeg) => service.split(",").map((name) => imageKey(name, platform));
const groupOf = ({ platform, runner }: MatrixLeg) => JSON.stringify([platform, runner]);

/** Joins linked legs of the same runner. The order stays, so base images are first. */
function joined(legs: readonly MatrixLeg[], links: readonly (readonly [MatrixLeg, MatrixLeg])[]): readonly MatrixLeg[] {
	const head = new Map(legs.map((leg) => [leg, leg]));
	const headOf = (leg: MatrixLeg): MatrixLeg => {
		const up = head.get(leg) ?? leg;
		return up === leg ? leg : headOf(up);
	};
	for (const [base, leg] of links)
		if (head.has(leg) && groupOf(base) === groupOf(leg)) head.set(headOf(leg), headOf(base));
	return [...Map.groupBy(legs, headOf).values()].map(merge);
}

function merge(legs: readonly MatrixLeg[]): MatrixLeg {
	const [first] = legs;
	if (first === undefined) throw new Error("a group has members");
	if (legs.length === 1) return first;
	const names = legs.flatMap(({ service }) => service.split(","));
	const phases = new Set(legs.flatMap(({ phase }) => phase.split(",")).filter((phase) => phase !== ""));
	return {
		...first,
		name: formatLegName(names, first.platform),
		service: names.join(","),
		phase: [...phases].join(","),
		wave: Math.min(...legs.map(({ wave }) => wave)),
	};
}
