import type { Check } from "../documents/build.ts";
import type { Source } from "../documents/source.ts";
import type { Service } from "../service/service.ts";
import { type ConfigFacts, checkConfig, checkEntrypoint, needsEntrypoint } from "./check-config.ts";
import { CheckResults } from "./check-results.ts";

/**
 * What the configuration of a pushed image must satisfy, and whether it does: one check an expectation, the same for every image of a service.
 * `facts` is what the registry holds, not what the build meant. What is in the layers is looked at by {@link inspectImage} in inspect.ts.
 */
export function verifyImage(
	facts: ConfigFacts,
	service: Service,
	source: Source,
	made: { readonly platform: string; readonly outcome: "built" | "unchanged" },
): readonly Check[] {
	const verdicts = new CheckResults(service.verify);
	checkConfig(verdicts, facts, service, source, made);
	if (needsEntrypoint(service)) checkEntrypoint(verdicts, facts);
	return verdicts.checks;
}
