import type { BuiltImage } from "../../model/documents/build.ts";
import type { Service } from "../../model/service/service.ts";
import { defined } from "../../util/defined.ts";
import type { ProgressStep, StepProgress } from "../../util/progress.ts";
import type { Redact } from "../../util/redact.ts";
import type { BakedImage, BakeRun } from "./bake/run-bake.ts";
import { describeFailure, isRegistryUnreachable } from "./bake-failure.ts";

/** A bake's result for one image: fields of its row, and steps to show. `redact` removes secrets. */
export interface BakeDetails {
	readonly row: Pick<BuiltImage, "startedAt" | "durationMs" | "steps" | "warnings">;
	readonly steps: readonly ProgressStep[];
}

/** `retried`: why an earlier attempt did not count. */
export function bakeDetails(baked: BakedImage, redact: Redact, retried?: string): BakeDetails {
	const { startedAt, durationMs } = baked;
	const steps = baked.steps.map((step) => ({ ...step, name: redact(step.name), log: step.log.map(redact) }));
	const warnings = [...(retried === undefined ? [] : [retried]), ...baked.warnings].map(redact);
	return {
		row: {
			...defined({ startedAt, durationMs }),
			...(steps.length > 0 && { steps: steps.map(({ name, durationMs, cached }) => ({ name, durationMs, cached })) }),
			...(warnings.length > 0 && { warnings }),
		},
		steps: [
			...steps.map(
				({ name, durationMs, cached, failed, log, dropped }): ProgressStep => ({
					text: `${cached ? "cached" : `${(durationMs / 1000).toFixed(1)}s`}  ${name}`,
					state: failed ? "failed" : cached ? "cached" : "done",
					log,
					...(dropped > 0 && { dropped }),
				}),
			),
			...warnings.map((warning): ProgressStep => ({ text: `warning: ${warning}`, state: "done", log: [] })),
		],
	};
}

/** A step update without secrets. */
export function redactStep(update: StepProgress, redact: Redact): StepProgress {
	const { name, lines, last } = update;
	return {
		...{ ...update, name: redact(name) },
		...(lines !== undefined && { lines: lines.map(redact) }),
		...(last !== undefined && { last: redact(last) }),
	};
}

/** Why an image was not built: cause, last lines of the step, and place. */
export function buildError(
	failure: BakeRun["failure"],
	service: Service | undefined,
	redact: Redact,
): BuiltImage["error"] {
	const { error, step } = failure ?? { error: { message: "docker buildx bake failed" } };
	return {
		message: redact(describeFailure(error, step)),
		...(isRegistryUnreachable(error) && { code: "registry/unreachable" }),
		...(step !== undefined && step.log.length > 0 && { log: step.log.map(redact) }),
		...(error.line !== undefined && service !== undefined && { file: service.dockerfile, line: error.line }),
	};
}
