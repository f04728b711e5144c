import { credentialFault } from "../../../../model/catalog/credentials.ts";
import { expandKnownVariables } from "../../../../model/service/server-address.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

const unquoted = (text: string) => text.replace(/^(["'])(.*)\1$/s, "$2");

/** Whether a name, or a value that does not come from a variable, looks like a credential. */
function looksLikeCredential(name: string, value: string | undefined): boolean {
	// `${PASSWORD:-changeme}` stores `changeme` in the image.
	const text = expandKnownVariables(unquoted(value ?? ""), () => undefined);
	if (/^\$\{?\w+\}?$/.test(text)) return false;
	return credentialFault("build argument", name, text) !== undefined;
}

const reportCredentials = (keywords: readonly string[]) =>
	function* ({ dockerfile, trace }: RuleContext): Iterable<RuleFinding> {
		const final = new Set(trace.finalStage.chain.flatMap((index) => dockerfile.stages[index]?.instructions ?? []));
		for (const instruction of dockerfile.instructions) {
			const { keyword, pairs, line } = instruction;
			if (!keywords.includes(keyword)) continue;
			// Another stage's environment is not in the image; its build args are in the provenance.
			if (keyword === "ENV" && !final.has(instruction)) continue;
			for (const { key, value } of pairs) {
				// An ARG without a default gets its value from outside, so only its name counts.
				const known = keyword === "ARG" && value === undefined ? "a value" : value;
				if (!looksLikeCredential(unquoted(key), known)) continue;
				yield {
					message: `${keyword} ${key} looks like a credential`,
					at: { file: dockerfile.file, line },
					why: "anyone who has the image can read it in its history or configuration",
					fix: "use RUN --mount=type=secret in the build, or set it in the environment of the running container",
				};
			}
		}
	};

export const credentialRules: readonly LintRule[] = [
	{
		id: "credential",
		scope: "service",
		severity: "error",
		title: "An ARG or LABEL that looks like a credential",
		docs: "Build args are in the image's history, labels in its configuration. Pass the value under `secrets` in the catalog, and use `RUN --mount=type=secret`.",
		check: reportCredentials(["ARG", "LABEL"]),
	},
	{
		id: "credential-env",
		scope: "service",
		severity: "error",
		verifiedBy: "credentials",
		title: "An ENV that looks like a credential",
		docs: "Anyone who has the image can read the value. Pass it when the container starts.",
		check: reportCredentials(["ENV"]),
	},
];
