/** Seeded random choices (mulberry32), so that a case is reproducible by its number. */
export interface Random {
	/** 0 to n - 1. */
	below(n: number): number;
	pick<T>(list: readonly T[]): T;
	/** True for this share of cases. */
	chance(share: number): boolean;
	/** Weighted choice. */
	weighted<T>(list: readonly (readonly [number, T])[]): T;
}

export function random(seed: number): Random {
	let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	const below = (n: number) => Math.floor(next() * n);
	return {
		below,
		pick: (list) => list[below(list.length)] as (typeof list)[number],
		chance: (share) => next() < share,
		weighted(list) {
			let left = next() * list.reduce((sum, [weight]) => sum + weight, 0);
			for (const [weight, value] of list) {
				left -= weight;
				if (left < 0) return value;
			}
			return (list.at(-1) as (typeof list)[number])[1];
		},
	};
}
