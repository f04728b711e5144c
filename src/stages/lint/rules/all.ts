import type { Rule } from "../rule.ts";
import { catalogRules } from "./catalog/catalog.ts";
import { composeRules } from "./catalog/compose.ts";
import { healthRules } from "./catalog/health.ts";
import { secretRules } from "./catalog/secrets.ts";
import { buildCheckRules } from "./dockerfile/build-checks.ts";
import { cacheRules } from "./dockerfile/cache.ts";
import { contextRules } from "./dockerfile/context.ts";
import { fromRules } from "./dockerfile/from.ts";
import { modeRules } from "./dockerfile/modes.ts";
import { runtimeRules } from "./dockerfile/runtime.ts";
import { scriptRules } from "./dockerfile/scripts.ts";
import { sourceRules } from "./dockerfile/sources.ts";
import { stageSourceRules } from "./dockerfile/stage-sources.ts";
import { variableRules } from "./dockerfile/variables.ts";
import { packageRules } from "./python/packages.ts";
import { pythonRules } from "./python/python.ts";
import { requirementRules } from "./python/requirements.ts";

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
