import type { Service } from "../../documents/service.ts";
import type { Problem } from "../../errors.ts";
import type { Found, Rule } from "../rule.ts";

const own: ReadonlySet<string> = new Set(["dockerfile/missing-source", "dockerfile/ignored-source"]);

const withCode = (wanted: (code: string) => boolean, otherwise?: string) =>
	function* (problems: readonly Problem[], service: Service): Iterable<Found> {
		for (const { code, at, message, why, fix = otherwise } of problems)
			if (wanted(code)) yield { message, at: at ?? service.at, ...(why && { why }), ...(fix && { fix }) };
	};

/** What the engine would refuse, told before it does. */
export const sourceRules: readonly Rule[] = [
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
		id: "dockerfile-error",
		scope: "problems",
		severity: "error",
		title: "A Dockerfile or ignore file the engine would refuse",
		docs: "A syntax error, an unknown stage, a malformed pattern, a link that leaves the context. The build would fail at this line.",
		check: withCode((code) => !own.has(code)),
	},
];
