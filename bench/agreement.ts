import type { Found, Results } from "./rows.ts";

/** A ratio of ours to another, as two runs have found it. */
export interface Agreement {
	readonly work: string;
	readonly name: string;
	readonly ratios: readonly [number, number];
	/** How much larger the larger one is: 0.1 for a tenth. */
	readonly apart: number;
}

/** Every ratio that both runs have; none where there was one run. */
export function agreement({ found, again = [] }: Results): readonly Agreement[] {
	const second = new Map(ratios(again).map(({ work, name, ratio }) => [`${work} ${name}`, ratio]));
	return ratios(found).flatMap(({ work, name, ratio }) => {
		const other = second.get(`${work} ${name}`);
		if (other === undefined) return [];
		const apart = Math.max(ratio, other) / Math.min(ratio, other) - 1;
		return [{ work, name, ratios: [ratio, other], apart }];
	});
}

function ratios(found: readonly Found[]) {
	return found.flatMap((one) =>
		one.kind !== "row"
			? []
			: one.peers.flatMap((peer) =>
					"missing" in peer ? [] : { work: one.work, name: stem(peer.name), ratio: peer.ratio },
				),
	);
}

/** Without what is counted in the name. */
const stem = (name: string) => name.replace(/:.*$/, "");
