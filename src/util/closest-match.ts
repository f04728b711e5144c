/** Longer words are not compared, because comparing takes quadratic time. */
const longest = 64;

/** The most similar candidate, ignoring case. Undefined if more than a third of the letters differ. */
export function closestMatch(word: string, candidates: Iterable<string>): string | undefined {
	if (word.length > longest) return undefined;
	const limit = word.length < 3 ? 0 : Math.max(1, Math.floor(word.length / 3));
	let best: string | undefined;
	let least = limit + 1;
	for (const candidate of candidates) {
		if (candidate.length > longest || Math.abs(candidate.length - word.length) >= least) continue;
		const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
		if (distance < least) [best, least] = [candidate, distance];
	}
	return best;
}

/** Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, replacements, swaps of neighbours. */
function editDistance(from: string, to: string): number {
	let before: number[] = [];
	let last = Array.from({ length: to.length + 1 }, (_, i) => i);
	for (let i = 1; i <= from.length; i++) {
		const row = [i];
		for (let j = 1; j <= to.length; j++) {
			const same = from[i - 1] === to[j - 1];
			let cost = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
			if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
				cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
			row.push(cost);
		}
		[before, last] = [last, row];
	}
	return last[to.length] ?? 0;
}
