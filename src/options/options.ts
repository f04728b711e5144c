import { building } from "./by-topic/building.ts";
import { linting } from "./by-topic/linting.ts";
import { machine } from "./by-topic/machine.ts";
import { telling } from "./by-topic/notifying.ts";
import { planning } from "./by-topic/planning.ts";
import { publishing } from "./by-topic/publishing.ts";
import { reporting } from "./by-topic/reporting.ts";
import { selection } from "./by-topic/selection.ts";
import { settingUp } from "./by-topic/setting-up.ts";
import { showing } from "./by-topic/showing.ts";
import { smoking } from "./by-topic/smoking.ts";
import type { Option, StageName } from "./option.ts";

export { type Option, type OptionKind, type StageName, stageNames } from "./option.ts";

/** Every option there is. The command line, the inputs of each action.yml and the tables in the docs all come from here. */
export const options = [
	...selection,
	...planning,
	...building,
	...smoking,
	...publishing,
	...linting,
	...reporting,
	...telling,
	...settingUp,
	...showing,
	...machine,
] as const satisfies readonly Option[];

/** The options of one stage, as one of the two faces has them, in the table's order. */
export function optionsOf(stage: StageName, face: "command" | "action"): readonly Option[] {
	const all: readonly Option[] = options;
	return all.filter((option) => option.stages.includes(stage) && (option.only ?? face) === face);
}
