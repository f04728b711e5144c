import { buildOptions } from "./by-topic/build.ts";
import { lintOptions } from "./by-topic/lint.ts";
import { machineOptions } from "./by-topic/machine.ts";
import { notifyOptions } from "./by-topic/notify.ts";
import { planOptions } from "./by-topic/plan.ts";
import { publishOptions } from "./by-topic/publish.ts";
import { reportOptions } from "./by-topic/report.ts";
import { selectionOptions } from "./by-topic/selection.ts";
import { setupOptions } from "./by-topic/setup.ts";
import { signingOptions } from "./by-topic/signing.ts";
import { smokeOptions } from "./by-topic/smoke.ts";
import type { Option, StageName } from "./option.ts";

export { type Option, type OptionKind, type StageName, stageNames } from "./option.ts";

/** All options: the source of the command line, the inputs of each action.yml and the tables in the docs. */
export const options = [
	...selectionOptions,
	...planOptions,
	...buildOptions,
	...smokeOptions,
	...publishOptions,
	...signingOptions,
	...lintOptions,
	...reportOptions,
	...notifyOptions,
	...setupOptions,
	...machineOptions,
] as const satisfies readonly Option[];

/** The options of a stage in the command or the action, in the order of `options`. */
export function optionsOf(stage: StageName, face: "command" | "action"): readonly Option[] {
	const all: readonly Option[] = options;
	return all.filter((option) => option.stages.includes(stage) && (option.only ?? face) === face);
}
