import type { Severity } from "../../../../model/documents/lint.ts";
import type { RuleId } from "../../../../model/service/lint-rule-ids.ts";
import { defined } from "../../../../util/defined.ts";
import type { LintRequest, LintRule, RuleFinding } from "../../rule.ts";

/** One of BuildKit's own checks: https://docs.docker.com/reference/build-checks/ */
interface BuildCheckRule {
	/** Its name there. */
	readonly name: string;
	readonly id: RuleId;
	readonly severity: Severity;
	readonly title: string;
	/** Rules of ours that say the same: where one of them has spoken, or is switched off, this one is silent. */
	readonly sameAs?: readonly RuleId[];
}

const checks: readonly BuildCheckRule[] = [
	{ name: "StageNameCasing", id: "buildkit-stage-name-casing", severity: "note", title: "A stage's name in capitals" },
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
		title: "Instructions in different case",
	},
	{
		name: "DuplicateStageName",
		id: "buildkit-duplicate-stage-name",
		severity: "warning",
		title: "Two stages of one name",
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
		title: "CMD or ENTRYPOINT in shell form, which takes no signals",
		sameAs: ["distroless-shell"],
	},
	{
		name: "MaintainerDeprecated",
		id: "buildkit-maintainer-deprecated",
		severity: "note",
		title: "MAINTAINER, which a label has replaced",
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
		title: "A relative WORKDIR on a base whose own is not said",
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
		title: "--platform=$TARGETPLATFORM, which is what FROM does anyway",
	},
	{
		name: "SecretsUsedInArgOrEnv",
		id: "buildkit-secrets-used-in-arg-or-env",
		// It goes by the name alone: ENV GPG_KEY with the fingerprint of a public key is one to it.
		severity: "note",
		title: "An ARG or ENV named like a secret",
		sameAs: ["credential", "credential-env"],
	},
	{
		name: "InvalidDefaultArgInFrom",
		id: "buildkit-invalid-default-arg-in-from",
		severity: "note",
		title: "FROM with an ARG whose default makes no valid name",
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
		title: "COPY of something that the ignore file leaves out",
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
		title: "EXPOSE with a protocol in capitals",
	},
	{
		name: "ExposeInvalidFormat",
		id: "buildkit-expose-invalid-format",
		severity: "warning",
		title: "EXPOSE with a host's address or port",
	},
	{
		name: "InvalidBaseImagePlatform",
		id: "buildkit-invalid-base-image-platform",
		severity: "warning",
		title: "A base image for another platform than the one that is built",
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
	"Told where there is an engine (`build-checks`). A comment `# check=skip=NAME` at the head of the Dockerfile switches it off for every build.";

/** BuildKit's own checks, as it makes them. */
export const buildCheckRules: readonly LintRule[] = [
	...checks.map(
		({ name, id, severity, title, sameAs }): LintRule => ({
			id,
			scope: "catalog",
			severity,
			title: `${title} (BuildKit's ${name})`,
			docs: `[${name}](https://docs.docker.com/reference/build-checks/${kebab(name)}/). ${where}${sameAs === undefined ? "" : ` Silent where ${sameAs.map((one) => `\`${one}\``).join(" or ")} has said it, or is switched off.`}`,
			...defined({ sameAs }),
			check: check((rule) => rule === name),
		}),
	),
	{
		id: "buildkit-other",
		scope: "catalog",
		severity: "note",
		title: "A check of BuildKit's that is newer than this program",
		docs: `Its name and page are in the message. ${where}`,
		check: check((rule) => !named.has(rule)),
	},
];
