import type { Finding, Severity } from "../documents/finding.ts";
import type { Catalog, Service } from "../documents/service.ts";
import type { Problem } from "../errors.ts";
import { type Around, lint } from "../lint/lint.ts";
import type { PlanRequest } from "../plan/plan.ts";

type Inputs = PlanRequest["inputs"];

/** What lint has to say about services, by what was read for them and for what they stand on. A service is judged on the first of its platforms that was read. */
export function findingsOf(
	inputs: Inputs,
	services: readonly Service[],
	catalog: Catalog,
	around: Around,
	least?: Severity,
): readonly Finding[] {
	const subjects = new Map(
		inputs.toReversed().map((one) => [one.service.name, one.trace === undefined ? one.problems : one]),
	);
	const names = new Set(services.map(({ name }) => name));
	const findings = lint({ catalog, subjects, around, ...(least !== undefined && { least }) });
	return findings.filter(({ service }) => service === undefined || names.has(service));
}

/** What lint calls an error is not built: a credential that would end up in an image, say. Added to the problems of its service. */
export function refuse(inputs: Inputs, findings: readonly Finding[]): Inputs {
	const errors = findings.filter(({ severity }) => severity === "error");
	return inputs.map((one) => {
		const known = new Set(one.problems.map(placeOf));
		const mine = errors.filter((error) => error.service === one.service.name && !known.has(placeOf(error)));
		const more = mine.map(({ severity: _, service: __, edits: ___, ...problem }): Problem => problem);
		return more.length === 0 ? one : { ...one, problems: [...one.problems, ...more] };
	});
}

/** The same mistake, whatever it is called. */
const placeOf = ({ at, message }: Problem) => JSON.stringify([at?.file, at?.line, message]);
