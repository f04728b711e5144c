import { isDeepStrictEqual } from "node:util";
import type { Found, Results } from "./rows.ts";

/**
 * What docs/performance.md is made of when some parts alone were measured again: theirs in the place of what there was
 * of the same work, and the rest as it was. Throws where the rest was measured on another machine, or beside another
 * engine.
 */
export function kept(before: Results, now: Results): Results {
	if (!isDeepStrictEqual(before.machine, now.machine))
		throw new Error(
			`the rest of what is kept was measured on another machine (${JSON.stringify(before.machine)}): run script/bench --keep without parts`,
		);
	const measured = new Set(now.found.map(nameOf));
	const replaced = (old: readonly Found[] = [], fresh: readonly Found[] = []) => {
		const rest = new Map(fresh.map((one) => [nameOf(one), one]));
		const inPlace = old.flatMap((one) => {
			const name = nameOf(one);
			const found = measured.has(name) ? rest.get(name) : one;
			rest.delete(name);
			return found ?? [];
		});
		return [...inPlace, ...rest.values()];
	};
	const again = replaced(before.again, now.again);
	return {
		...{ machine: now.machine, found: replaced(before.found, now.found) },
		...(again.length > 0 && { again }),
	};
}

/** What one finding stands for. */
const nameOf = (one: Found) => (one.kind === "row" ? one.work : one.kind);
