import type { Catalog } from "../documents/service.ts";
import type { Problem } from "../errors.ts";
import { lint } from "../lint/lint.ts";
import type { PlanRequest } from "../plan/plan.ts";

type Inputs = PlanRequest["inputs"];

/** What lint calls an error is not built: a credential that would end up in an image, say. Added to the problems of its service. */
export function refuse(inputs: Inputs, catalog: Catalog): Inputs {
	const subjects = new Map(inputs.map((one) => [one.service.name, one.trace === undefined ? one.problems : one]));
	const errors = lint({ catalog, subjects }).filter(({ severity }) => severity === "error");
	return inputs.map((one) => {
		const known = new Set(one.problems.map(placeOf));
		const mine = errors.filter((error) => error.service === one.service.name && !known.has(placeOf(error)));
		const more = mine.map(({ severity: _, service: __, ...problem }): Problem => problem);
		return more.length === 0 ? one : { ...one, problems: [...one.problems, ...more] };
	});
}

/** The same mistake, whatever it is called. */
const placeOf = ({ at, message }: Problem) => JSON.stringify([at?.file, at?.line, message]);
