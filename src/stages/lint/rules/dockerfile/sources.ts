import type { Service } from "../../../../model/service/service.ts";
import { defined } from "../../../../util/defined.ts";
import type { Problem } from "../../../../util/errors.ts";
import type { LintRule, RuleFinding } from "../../rule.ts";

const notCheckedOut: ReadonlySet<string> = new Set([
	"dockerfile/submodule",
	"dockerfile/lfs-pointer",
	"dockerfile/not-checked-out",
	"dockerfile/file-name",
]);
const otherRules: ReadonlySet<string> = new Set([
	"dockerfile/missing-source",
	"dockerfile/ignored-source",
	...notCheckedOut,
]);

const reportProblems = (isReported: (code: string) => boolean, defaultFix?: string) =>
	function* (problems: readonly Problem[], service: Service): Iterable<RuleFinding> {
		for (const { code, at = service.at, message, why, fix = defaultFix } of problems)
			if (isReported(code)) yield { message, at, ...defined({ why, fix }) };
	};

/** Problems that make the build fail. */
export const sourceRules: readonly LintRule[] = [
	{
		id: "missing-source",
		scope: "problems",
		severity: "error",
		title: "COPY or ADD of a path that is not in the build context",
		docs: "Paths are relative to the context, not to the Dockerfile. The fix suggests the likely path.",
		check: reportProblems(
			(code) => code === "dockerfile/missing-source",
			"add it to the context, or remove it from this line",
		),
	},
	{
		id: "ignored-source",
		scope: "problems",
		severity: "error",
		title: "COPY or ADD of a path that the ignore file excludes",
		docs: "The engine does not receive the file. Add `!path` after the pattern that excludes it, or change the pattern.",
		check: reportProblems((code) => code === "dockerfile/ignored-source"),
	},
	{
		id: "not-checked-out",
		scope: "problems",
		severity: "error",
		title: "COPY or ADD of a file that is in git but not checked out",
		docs: "A submodule, a Git LFS pointer, a name that is not UTF-8, or a file that the sparse checkout skips and git converts on checkout. The image would lack the file or contain the pointer. Set `submodules: recursive` and `lfs: true` for actions/checkout; add what the image does not need to the ignore file.",
		check: reportProblems((code) => notCheckedOut.has(code)),
	},
	{
		id: "dockerfile-error",
		scope: "problems",
		severity: "error",
		title: "A Dockerfile or ignore file that the engine rejects",
		docs: "A syntax error, an unknown stage, a malformed pattern, or a link that leaves the context.",
		check: reportProblems((code) => !otherRules.has(code)),
	},
];
