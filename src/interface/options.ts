import { building } from "./options/building.ts";
import { linting } from "./options/linting.ts";
import { machine } from "./options/machine.ts";
import type { Option, StageName } from "./options/option.ts";
import { planning } from "./options/planning.ts";
import { publishing } from "./options/publishing.ts";
import { reporting } from "./options/reporting.ts";
import { selection } from "./options/selection.ts";
import { settingUp } from "./options/setting-up.ts";
import { showing } from "./options/showing.ts";
import { smoking } from "./options/smoking.ts";
import { telling } from "./options/telling.ts";

export { type Option, type OptionKind, type StageName, stageNames } from "./options/option.ts";

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
