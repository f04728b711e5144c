import { UserError } from "../../../util/errors.ts";

/**
 * Sorts names into waves: each is in the first wave after all its dependencies, in the given order. Dependencies
 * outside of `names` do not count. Throws UserError `plan/cycle`.
 */
export function toWaves(
	names: readonly string[],
	dependsOn: (name: string) => readonly string[],
): readonly (readonly string[])[] {
	const included = new Set(names);
	const wave = new Map<string, number>();
	const path: string[] = [];
	const visit = (name: string): number => {
		const done = wave.get(name);
		if (done !== undefined) return done;
		if (path.includes(name)) {
			const cycle = [...path.slice(path.indexOf(name)), name].join(" -> ");
			throw new UserError({
				code: "plan/cycle",
				message: `images are built from each other in a cycle: ${cycle}`,
				fix: "remove one of these FROM, COPY --from or contexts entries",
			});
		}
		path.push(name);
		const dependencies = dependsOn(name)
			.filter((dependency) => included.has(dependency))
			.map(visit);
		path.pop();
		const index = Math.max(-1, ...dependencies) + 1;
		wave.set(name, index);
		return index;
	};
	const waves: string[][] = [];
	for (const name of names) visit(name);
	for (const name of names) {
		const index = wave.get(name) ?? 0;
		waves[index] ??= [];
		waves[index].push(name);
	}
	return waves;
}
