/** Longer words are not compared, because comparing takes quadratic time. */
const maxLength = 64;

/** The most similar candidate, ignoring case. Undefined if more than a third of the letters differ. */
export function closestMatch(word: string, candidates: Iterable<string>): string | undefined {
	if (word.length > maxLength) return undefined;
	const limit = word.length < 3 ? 0 : Math.max(1, Math.floor(word.length / 3));
	let best: string | undefined;
	let bestDistance = limit + 1;
	for (const candidate of candidates) {
		if (candidate.length > maxLength || Math.abs(candidate.length - word.length) >= bestDistance) continue;
		const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
		if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
	}
	return best;
}

/** Damerau-Levenshtein distance: insertions, deletions, replacements, swaps of neighbours. */
function editDistance(from: string, to: string): number {
	let rowBeforeThat: number[] = [];
	let previousRow = Array.from({ length: to.length + 1 }, (_, i) => i);
	for (let i = 1; i <= from.length; i++) {
		const row = [i];
		for (let j = 1; j <= to.length; j++) {
			const same = from[i - 1] === to[j - 1];
			let cost = Math.min((row[j - 1] ?? 0) + 1, (previousRow[j] ?? 0) + 1, (previousRow[j - 1] ?? 0) + (same ? 0 : 1));
			if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
				cost = Math.min(cost, (rowBeforeThat[j - 2] ?? 0) + 1);
			row.push(cost);
		}
		[rowBeforeThat, previousRow] = [previousRow, row];
	}
	return previousRow[to.length] ?? 0;
}
