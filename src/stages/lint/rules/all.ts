import type { LintRule } from "../rule.ts";
import { catalogRules } from "./catalog/catalog.ts";
import { composeRules } from "./catalog/compose.ts";
import { healthAndPortRules } from "./catalog/health-and-ports.ts";
import { buildCheckRules } from "./dockerfile/build-checks.ts";
import { copiedFileRules } from "./dockerfile/copied-files.ts";
import { credentialRules } from "./dockerfile/credentials.ts";
import { fromRules } from "./dockerfile/from.ts";
import { runtimeRules } from "./dockerfile/runtime.ts";
import { scriptRules } from "./dockerfile/scripts.ts";
import { sourceRules } from "./dockerfile/sources.ts";
import { stageSourceRules } from "./dockerfile/stage-sources.ts";
import { variableRules } from "./dockerfile/variables.ts";
import { volatileArgRules } from "./dockerfile/volatile-args.ts";
import { copiedPackageRules } from "./python/copied-packages.ts";
import { indexPackageRules } from "./python/index-packages.ts";
import { requirementRules } from "./python/requirements.ts";

/** Every rule there is, in the order of the documentation. */
export const rules: readonly LintRule[] = [
	...sourceRules,
	...stageSourceRules,
	...variableRules,
	...volatileArgRules,
	...fromRules,
	...copiedPackageRules,
	...runtimeRules,
	...scriptRules,
	...healthAndPortRules,
	...composeRules,
	...credentialRules,
	...requirementRules,
	...indexPackageRules,
	...copiedFileRules,
	...catalogRules,
	...buildCheckRules,
];
