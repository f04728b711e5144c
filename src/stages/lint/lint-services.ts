import type { Finding } from "../../model/documents/lint.ts";
import type { Service } from "../../model/service/service.ts";
import type { AllServiceInputs } from "../../model/service/service-inputs.ts";
import type { Problem } from "../../util/errors.ts";
import { type LintRequest, lintCatalog } from "./linter.ts";

type Inputs = AllServiceInputs;

/** The inputs that were read, and the services to lint. */
export interface LintServicesRequest
	extends Pick<LintRequest, "catalog" | "around" | "least" | "packages" | "special" | "buildChecks" | "digest"> {
	readonly inputs: Inputs;
	/** Findings of other services are dropped. */
	readonly services: readonly Service[];
}

/** The findings of these services. Each service is linted for the first of its platforms that was read. */
export function lintServices({ inputs, services, ...rest }: LintServicesRequest): readonly Finding[] {
	const names = new Set(services.map(({ name }) => name));
	const findings = lintCatalog({ ...rest, subjects: toLintSubjects(inputs) });
	return findings.filter((one) => one.service === undefined || servicesOf(one).some((name) => names.has(name)));
}

export function toLintSubjects(inputs: Inputs): LintRequest["subjects"] {
	return new Map(inputs.toReversed().map((one) => [one.service.name, one.trace === undefined ? one.problems : one]));
}

/** Adds lint errors to the problems of their services, which are then not built: a credential in an image, for example. */
export function addLintErrors(inputs: Inputs, findings: readonly Finding[]): Inputs {
	const errors = findings.filter(({ severity }) => severity === "error");
	return inputs.map((one) => {
		const known = new Set(one.problems.map(placeOf));
		const mine = errors.filter((error) => servicesOf(error).includes(one.service.name) && !known.has(placeOf(error)));
		const more = mine.map(({ severity: _, service: __, services: ___, edits: ____, ...problem }): Problem => problem);
		return more.length === 0 ? one : { ...one, problems: [...one.problems, ...more] };
	});
}

const servicesOf = ({ service, services = service === undefined ? [] : [service] }: Finding) => services;

/** Equal for the same mistake under another code. */
const placeOf = ({ at, message }: Problem) => JSON.stringify([at?.file, at?.line, message]);
