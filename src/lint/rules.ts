import type { Rule } from "./rule.ts";
import { buildCheckRules } from "./rules/build-checks.ts";
import { cacheRules } from "./rules/cache.ts";
import { catalogRules } from "./rules/catalog.ts";
import { composeRules } from "./rules/compose.ts";
import { contextRules } from "./rules/context.ts";
import { fromRules } from "./rules/from.ts";
import { healthRules } from "./rules/health.ts";
import { modeRules } from "./rules/modes.ts";
import { packageRules } from "./rules/packages.ts";
import { pythonRules } from "./rules/python.ts";
import { requirementRules } from "./rules/requirements.ts";
import { runtimeRules } from "./rules/runtime.ts";
import { scriptRules } from "./rules/scripts.ts";
import { secretRules } from "./rules/secrets.ts";
import { sourceRules } from "./rules/sources.ts";
import { stageSourceRules } from "./rules/stage-sources.ts";
import { variableRules } from "./rules/variables.ts";

/** Every rule there is, in the order of the documentation. */
export const rules: readonly Rule[] = [
	...sourceRules,
	...modeRules,
	...stageSourceRules,
	...variableRules,
	...cacheRules,
	...fromRules,
	...pythonRules,
	...runtimeRules,
	...scriptRules,
	...healthRules,
	...composeRules,
	...secretRules,
	...requirementRules,
	...packageRules,
	...contextRules,
	...catalogRules,
	...buildCheckRules,
];
