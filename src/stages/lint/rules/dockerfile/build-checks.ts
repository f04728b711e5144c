import type { Severity } from "../../../../model/documents/lint.ts";
import type { RuleId } from "../../../../model/service/lint-rule-ids.ts";
import { defined } from "../../../../util/defined.ts";
import type { LintRequest, LintRule, RuleFinding } from "../../rule.ts";

/** A check of BuildKit: https://docs.docker.com/reference/build-checks/ */
interface BuildCheckRule {
	/** Its name there. */
	readonly name: string;
	readonly id: RuleId;
	readonly severity: Severity;
	readonly title: string;
	/** Rules of ours that report the same: this one is skipped where one of them reports a line or is off. */
	readonly sameAs?: readonly RuleId[];
}

const checks: readonly BuildCheckRule[] = [
	{ name: "StageNameCasing", id: "buildkit-stage-name-casing", severity: "note", title: "A stage name in upper case" },
	{
		name: "FromAsCasing",
		id: "buildkit-from-as-casing",
		severity: "note",
		title: "FROM and AS in different case",
		sameAs: ["from-casing"],
	},
	{
		name: "NoEmptyContinuation",
		id: "buildkit-no-empty-continuation",
		severity: "warning",
		title: "An empty line inside an instruction",
	},
	{
		name: "ConsistentInstructionCasing",
		id: "buildkit-consistent-instruction-casing",
		severity: "note",
		title: "Instructions with inconsistent case",
	},
	{
		name: "DuplicateStageName",
		id: "buildkit-duplicate-stage-name",
		severity: "warning",
		title: "Two stages with the same name",
	},
	{
		name: "ReservedStageName",
		id: "buildkit-reserved-stage-name",
		severity: "warning",
		title: "A stage named scratch or context",
	},
	{
		name: "JSONArgsRecommended",
		id: "buildkit-json-args-recommended",
		severity: "note",
		title: "CMD or ENTRYPOINT in shell form, which does not receive signals",
		sameAs: ["distroless-shell"],
	},
	{
		name: "MaintainerDeprecated",
		id: "buildkit-maintainer-deprecated",
		severity: "note",
		title: "MAINTAINER instead of a label",
	},
	{
		name: "UndefinedArgInFrom",
		id: "buildkit-undefined-arg-in-from",
		severity: "warning",
		title: "FROM with an ARG that is not declared",
		sameAs: ["dockerfile-error", "undeclared-arg"],
	},
	{
		name: "WorkdirRelativePath",
		id: "buildkit-workdir-relative-path",
		severity: "note",
		title: "A relative WORKDIR without an absolute one before it",
	},
	{
		name: "UndefinedVar",
		id: "buildkit-undefined-var",
		severity: "warning",
		title: "A variable that nothing sets",
		sameAs: ["undeclared-arg", "undefined-variable"],
	},
	{
		name: "MultipleInstructionsDisallowed",
		id: "buildkit-multiple-instructions-disallowed",
		severity: "warning",
		title: "CMD, ENTRYPOINT or HEALTHCHECK twice in a stage",
	},
	{
		name: "LegacyKeyValueFormat",
		id: "buildkit-legacy-key-value-format",
		severity: "note",
		title: "ENV or LABEL without an equals sign",
	},
	{
		name: "RedundantTargetPlatform",
		id: "buildkit-redundant-target-platform",
		severity: "note",
		title: "--platform=$TARGETPLATFORM, which is the default",
	},
	{
		name: "SecretsUsedInArgOrEnv",
		id: "buildkit-secrets-used-in-arg-or-env",
		// BuildKit only reads the name: it reports ENV GPG_KEY with the fingerprint of a public key.
		severity: "note",
		title: "An ARG or ENV named like a secret",
		sameAs: ["credential", "credential-env"],
	},
	{
		name: "InvalidDefaultArgInFrom",
		id: "buildkit-invalid-default-arg-in-from",
		severity: "note",
		title: "FROM with an ARG whose default gives an invalid image name",
		sameAs: ["dockerfile-error"],
	},
	{
		name: "FromPlatformFlagConstDisallowed",
		id: "buildkit-from-platform-flag-const-disallowed",
		severity: "warning",
		title: "FROM with a fixed --platform",
		sameAs: ["hardcoded-platform"],
	},
	{
		name: "CopyIgnoredFile",
		id: "buildkit-copy-ignored-file",
		severity: "warning",
		title: "COPY of a path that the ignore file excludes",
		sameAs: ["ignored-source", "missing-source"],
	},
	{
		name: "InvalidDefinitionDescription",
		id: "buildkit-invalid-definition-description",
		severity: "note",
		title: "A comment above a stage or ARG that does not begin with its name",
	},
	{
		name: "ExposeProtoCasing",
		id: "buildkit-expose-proto-casing",
		severity: "note",
		title: "EXPOSE with a protocol in upper case",
	},
	{
		name: "ExposeInvalidFormat",
		id: "buildkit-expose-invalid-format",
		severity: "warning",
		title: "EXPOSE with a host address or port",
	},
	{
		name: "InvalidBaseImagePlatform",
		id: "buildkit-invalid-base-image-platform",
		severity: "warning",
		title: "A base image for a platform other than the one that is built",
	},
];

const named: ReadonlySet<string> = new Set(checks.map(({ name }) => name));

const check = (wanted: (rule: string) => boolean) =>
	function* ({ buildChecks = [] }: LintRequest): Iterable<RuleFinding> {
		for (const { rule, detail, url, at, service } of buildChecks)
			if (wanted(rule)) yield { message: detail, at, service, ...(url !== undefined && { fix: `see ${url}` }) };
	};

const kebab = (name: string) =>
	name
		.replace(/([a-z])([A-Z])|([A-Z])([A-Z][a-z])/g, (_, a = "", b = "", c = "", d = "") => `${a}${c}-${b}${d}`)
		.toLowerCase();

const where =
	"Needs an engine (`build-checks`). The comment `# check=skip=NAME` at the top of the Dockerfile disables it for every build.";

/** BuildKit's own checks. */
export const buildCheckRules: readonly LintRule[] = [
	...checks.map(
		({ name, id, severity, title, sameAs }): LintRule => ({
			id,
			scope: "catalog",
			severity,
			title: `${title} (BuildKit's ${name})`,
			docs: `[${name}](https://docs.docker.com/reference/build-checks/${kebab(name)}/). ${where}${sameAs === undefined ? "" : ` Skipped where ${sameAs.map((one) => `\`${one}\``).join(" or ")} reports the line or is off.`}`,
			...defined({ sameAs }),
			check: check((rule) => rule === name),
		}),
	),
	{
		id: "buildkit-other",
		scope: "catalog",
		severity: "note",
		title: "A BuildKit check that this version does not know",
		docs: `The fix links to its page. ${where}`,
		check: check((rule) => !named.has(rule)),
	},
];
