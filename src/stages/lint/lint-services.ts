import type { Finding } from "../../model/documents/lint.ts";
import type { Service } from "../../model/service/service.ts";
import type { AllServiceInputs } from "../../model/service/service-inputs.ts";
import type { Problem } from "../../util/errors.ts";
import { type LintRequest, lintCatalog } from "./linter.ts";

/** The inputs that were read, and the services to lint. */
export interface LintServicesRequest extends Omit<LintRequest, "subjects"> {
	readonly inputs: AllServiceInputs;
	/** Findings of other services are dropped. */
	readonly services: readonly Service[];
}

/** The findings of these services. Each service is linted for the first of its platforms that was read. */
export function lintServices({ inputs, services, ...request }: LintServicesRequest): readonly Finding[] {
	const names = new Set(services.map(({ name }) => name));
	const findings = lintCatalog({ ...request, subjects: toLintSubjects(inputs) });
	return findings.filter((finding) => {
		const of = servicesOf(finding);
		return of.length === 0 || of.some((name) => names.has(name));
	});
}

export function toLintSubjects(inputs: AllServiceInputs): LintRequest["subjects"] {
	return new Map(
		inputs.toReversed().map((input) => [input.service.name, input.trace === undefined ? input.problems : input]),
	);
}

/** Adds lint errors to the problems of their services, which are then not built. */
export function addLintErrors(inputs: AllServiceInputs, findings: readonly Finding[]): AllServiceInputs {
	const errors = findings.filter(({ severity }) => severity === "error");
	return inputs.map((input) => {
		const existing = new Set(input.problems.map(placeOf));
		const added = errors.filter(
			(error) => servicesOf(error).includes(input.service.name) && !existing.has(placeOf(error)),
		);
		const problems = added.map(({ severity: _, service: __, services: ___, edits: ____, ...rest }): Problem => rest);
		return added.length === 0 ? input : { ...input, problems: [...input.problems, ...problems] };
	});
}

const servicesOf = ({ service, services = service === undefined ? [] : [service] }: Finding) => services;

/** Equal for the same mistake under another code. */
const placeOf = ({ at, message }: Problem) => JSON.stringify([at?.file, at?.line, message]);
