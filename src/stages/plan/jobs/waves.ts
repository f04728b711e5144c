import { UserError } from "../../../util/errors.ts";

/**
 * Puts names into waves: each name stands in the first wave after all it depends on; the members of a wave are in the given order.
 * Names outside `names` are not waited for. A cycle is a UserError that names it.
 */
export function toWaves(
	names: readonly string[],
	dependsOn: (name: string) => readonly string[],
): readonly (readonly string[])[] {
	const known = new Set(names);
	const wave = new Map<string, number>();
	const open: string[] = [];
	const visit = (name: string): number => {
		const done = wave.get(name);
		if (done !== undefined) return done;
		if (open.includes(name)) {
			const cycle = [...open.slice(open.indexOf(name)), name].join(" -> ");
			throw new UserError({
				code: "plan/cycle",
				message: `images are built from each other in a circle: ${cycle}`,
				fix: "take one of these FROM, COPY --from or contexts entries out",
			});
		}
		open.push(name);
		const before = dependsOn(name)
			.filter((other) => known.has(other))
			.map(visit);
		open.pop();
		const own = Math.max(-1, ...before) + 1;
		wave.set(name, own);
		return own;
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
