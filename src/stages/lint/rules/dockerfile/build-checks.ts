import type { Severity } from "../../../../model/documents/lint.ts";
import type { RuleId } from "../../../../model/service/lint-rule-ids.ts";
import { defined } from "../../../../util/defined.ts";
import type { LintRequest, LintRule, RuleFinding } from "../../rule.ts";

/** A check of BuildKit (https://docs.docker.com/reference/build-checks/) and our rules that report the same. */
type BuildCheckRow = readonly [name: string, severity: Severity, title: string, ...sameAs: RuleId[]];

const rows: readonly BuildCheckRow[] = [
	["StageNameCasing", "note", "A stage name in upper case"],
	["FromAsCasing", "note", "FROM and AS in different case", "from-casing"],
	["NoEmptyContinuation", "warning", "An empty line inside an instruction"],
	["ConsistentInstructionCasing", "note", "Instructions with inconsistent case"],
	["DuplicateStageName", "warning", "Two stages with the same name"],
	["ReservedStageName", "warning", "A stage named scratch or context"],
	[
		"JSONArgsRecommended",
		"note",
		"CMD or ENTRYPOINT in shell form, which does not receive signals",
		"distroless-shell",
	],
	["MaintainerDeprecated", "note", "MAINTAINER instead of a label"],
	["UndefinedArgInFrom", "warning", "FROM with an ARG that is not declared", "dockerfile-error", "undeclared-arg"],
	["WorkdirRelativePath", "note", "A relative WORKDIR without an absolute one before it"],
	["UndefinedVar", "warning", "A variable that nothing sets", "undeclared-arg", "undefined-variable"],
	["MultipleInstructionsDisallowed", "warning", "CMD, ENTRYPOINT or HEALTHCHECK twice in a stage"],
	["LegacyKeyValueFormat", "note", "ENV or LABEL without an equals sign"],
	["RedundantTargetPlatform", "note", "--platform=$TARGETPLATFORM, which is the default"],
	// BuildKit only reads the name: it reports ENV GPG_KEY with the fingerprint of a public key.
	["SecretsUsedInArgOrEnv", "note", "An ARG or ENV named like a secret", "credential", "credential-env"],
	["InvalidDefaultArgInFrom", "note", "FROM with an ARG whose default gives an invalid image name", "dockerfile-error"],
	["FromPlatformFlagConstDisallowed", "warning", "FROM with a fixed --platform", "hardcoded-platform"],
	["CopyIgnoredFile", "warning", "COPY of a path that the ignore file excludes", "ignored-source", "missing-source"],
	["InvalidDefinitionDescription", "note", "A comment above a stage or ARG that does not begin with its name"],
	["ExposeProtoCasing", "note", "EXPOSE with a protocol in upper case"],
	["ExposeInvalidFormat", "warning", "EXPOSE with a host address or port"],
	["InvalidBaseImagePlatform", "warning", "A base image for a platform other than the one that is built"],
];

const knownNames: ReadonlySet<string> = new Set(rows.map(([name]) => name));

const reportChecks = (isReported: (name: string) => boolean) =>
	function* ({ buildChecks = [] }: LintRequest): Iterable<RuleFinding> {
		for (const { rule, detail, url, at, service } of buildChecks)
			if (isReported(rule)) yield { message: detail, at, service, ...defined({ fix: url && `see ${url}` }) };
	};

/** `FromAsCasing` -> `from-as-casing` */
const toId = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "-").toLowerCase();

const availability = "[Needs an engine](#buildkits-own-checks).";

/** BuildKit's own checks. */
export const buildCheckRules: readonly LintRule[] = [
	...rows.map(([name, severity, title, ...sameAs]): LintRule => {
		const others = sameAs.map((id) => `\`${id}\``).join(" or ");
		const skipped = others === "" ? "" : ` Same as ${others}.`;
		return {
			id: `buildkit-${toId(name)}` as RuleId,
			scope: "catalog",
			severity,
			title: `${title} (BuildKit's ${name})`,
			docs: `[${name}](https://docs.docker.com/reference/build-checks/${toId(name)}/). ${availability}${skipped}`,
			...(sameAs.length > 0 && { sameAs }),
			check: reportChecks((rule) => rule === name),
		};
	}),
	{
		id: "buildkit-other",
		scope: "catalog",
		severity: "note",
		title: "A BuildKit check that this version does not know",
		docs: `The fix links to its page. ${availability}`,
		check: reportChecks((rule) => !knownNames.has(rule)),
	},
];
