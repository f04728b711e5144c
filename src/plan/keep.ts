import type { Component, Keep } from "../documents/plan.ts";
import type { ServiceInputs } from "../inputs/inputs.ts";
import type { Previous } from "./reasons.ts";

/**
 * What is published, where it differs from what is wanted only by images of this catalog that it is FROM. Whether those differ in what they hold shows
 * once they are built.
 */
export function keepable(
	{ from }: ServiceInputs,
	components: readonly Component[],
	previous: Previous | undefined,
): Keep | undefined {
	if (previous?.digest === undefined || previous.on === undefined) return undefined;
	const { digest, on, components: before } = previous;
	const parents = new Set(Object.values(from));
	const sameParents = parents.size === Object.keys(on).length && [...parents].every((name) => on[name] !== undefined);
	const same = ({ kind, name, hash }: Component) =>
		kind === "image" ? before[name] !== undefined : before[name] === hash;
	const sameParts = components.length === Object.keys(before).length && components.every(same);
	return parents.size > 0 && sameParents && sameParts ? { digest, on } : undefined;
}
