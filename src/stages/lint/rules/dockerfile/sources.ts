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

/** What the engine would refuse, told before it does. */
export const sourceRules: readonly LintRule[] = [
	{
		id: "missing-source",
		scope: "problems",
		severity: "error",
		title: "COPY or ADD of something that is not in the build context",
		docs: "Paths are relative to the context, not to the Dockerfile: with the context `.` a Dockerfile in `infrastructure/mesh/` has to say `COPY infrastructure/mesh/app/ .`. The path that was probably meant is in the message.",
		check: withCode(
			(code) => code === "dockerfile/missing-source",
			"nothing in the context has that name: add it, or take it out of this line",
		),
	},
	{
		id: "ignored-source",
		scope: "problems",
		severity: "error",
		title: "COPY or ADD of something that the ignore file leaves out",
		docs: "It is on disk, but the engine does not get it. Take it back with a line `!path` after the pattern that hides it, or change the pattern.",
		check: withCode((code) => code === "dockerfile/ignored-source"),
	},
	{
		id: "not-checked-out",
		scope: "problems",
		severity: "error",
		title: "COPY or ADD of something that git has and the disk has not",
		docs: "A submodule that is not checked out, the pointer of a file of Git LFS, a file that the sparse checkout skips and whose bytes git's object does not tell, a name that is not UTF-8. The image would be built without it, or with a pointer's three lines in its place. `submodules: recursive` and `lfs: true` are what actions/checkout needs to be told; what an image does not need belongs into the ignore file.",
		check: withCode((code) => notHere.has(code)),
	},
	{
		id: "dockerfile-error",
		scope: "problems",
		severity: "error",
		title: "A Dockerfile or ignore file the engine would refuse",
		docs: "A syntax error, an unknown stage, a malformed pattern, a link that leaves the context. The build would fail at this line.",
		check: withCode((code) => !own.has(code)),
	},
];
