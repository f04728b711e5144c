import type { Service } from "../../../../model/service/service.ts";
import type { Problem } from "../../../../util/errors.ts";
import type { LintRule, RuleFinding } from "../../rule.ts";

const notHere: ReadonlySet<string> = new Set([
	"dockerfile/submodule",
	"dockerfile/lfs-pointer",
	"dockerfile/not-checked-out",
	"dockerfile/file-name",
]);
const own: ReadonlySet<string> = new Set(["dockerfile/missing-source", "dockerfile/ignored-source", ...notHere]);

const withCode = (wanted: (code: string) => boolean, otherwise?: string) =>
	function* (problems: readonly Problem[], service: Service): Iterable<RuleFinding> {
		for (const { code, at, message, why, fix = otherwise } of problems)
			if (wanted(code)) yield { message, at: at ?? service.at, ...(why && { why }), ...(fix && { fix }) };
	};

/** Problems that make the build fail. */
export const sourceRules: readonly LintRule[] = [
	{
		id: "missing-source",
		scope: "problems",
		severity: "error",
		title: "COPY or ADD of a path that is not in the build context",
		docs: "Paths are relative to the context, not to the Dockerfile: with the context `.`, a Dockerfile in `infrastructure/mesh/` needs `COPY infrastructure/mesh/app/ .`. The fix suggests the likely path.",
		check: withCode(
			(code) => code === "dockerfile/missing-source",
			"add it to the context, or remove it from this line",
		),
	},
	{
		id: "ignored-source",
		scope: "problems",
		severity: "error",
		title: "COPY or ADD of a path that the ignore file excludes",
		docs: "The file exists, but the engine does not receive it. Add a line `!path` after the pattern that excludes it, or change the pattern.",
		check: withCode((code) => code === "dockerfile/ignored-source"),
	},
	{
		id: "not-checked-out",
		scope: "problems",
		severity: "error",
		title: "COPY or ADD of a file that is in git but not checked out",
		docs: "A submodule that is not checked out, the pointer of a Git LFS file, a file that the sparse checkout skips and that git converts on checkout, or a name that is not UTF-8. The image would lack the file or contain the pointer. Set `submodules: recursive` and `lfs: true` for actions/checkout; add what the image does not need to the ignore file.",
		check: withCode((code) => notHere.has(code)),
	},
	{
		id: "dockerfile-error",
		scope: "problems",
		severity: "error",
		title: "A Dockerfile or ignore file that the engine rejects",
		docs: "A syntax error, an unknown stage, a malformed pattern, or a link that leaves the context. The build fails at this line.",
		check: withCode((code) => !own.has(code)),
	},
];
