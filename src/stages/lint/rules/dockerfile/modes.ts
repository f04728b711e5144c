import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

const bits = [
	[0o4000, "setuid", "u+s"],
	[0o2000, "setgid", "g+s"],
	[0o1000, "sticky", "+t"],
] as const;

function* special({ selected, trace, request: { special } }: RuleContext): Iterable<RuleFinding> {
	if (special === undefined || special.size === 0) return;
	for (const { input, entries } of selected) {
		if (input.oneMode) continue;
		for (const { path } of entries) {
			const mode = special.get(path);
			if (mode === undefined) continue;
			const set = bits.filter(([bit]) => (mode & bit) !== 0);
			const take = set.map(([, , letters]) => letters).join(",");
			yield {
				message: `${input.label} takes ${path}, which has the ${set.map(([, name]) => name).join(" and the ")} bit (mode ${mode.toString(8).padStart(5, "0")})`,
				at: { file: trace.file, line: input.line },
				why: "git does not keep it: another checkout builds another image, and this one is built without it",
				fix: `\`chmod ${take.replaceAll("+", "-")} ${path}\`; where the image needs it, say so in the Dockerfile: RUN chmod ${take}, or COPY --chmod=${(mode & 0o7777).toString(8)}`,
			};
		}
	}
}

export const modeRules: readonly LintRule[] = [
	{
		id: "special-mode",
		scope: "service",
		severity: "error",
		title: "COPY or ADD of something with the setuid, setgid or sticky bit",
		docs: "Git keeps whether a file is executable, and no other bit. A program that is setuid in one working tree is not in the next one, and files are built with git's modes (0644, 0755): what was meant would be lost in silence. A folder that has the setgid bit from the folder that the repository was cloned into is left alone. `COPY --chmod` with a number sets all bits: of what it copies nothing is said.",
		check: special,
	},
];
