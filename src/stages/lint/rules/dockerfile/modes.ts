import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

const bits = [
	[0o4000, "setuid", "u+s"],
	[0o2000, "setgid", "g+s"],
	[0o1000, "sticky", "+t"],
] as const;

function* special({ selected, trace, request: { specialModes: special } }: RuleContext): Iterable<RuleFinding> {
	if (special === undefined || special.size === 0) return;
	for (const { input, entries } of selected) {
		if (input.oneMode) continue;
		for (const { path } of entries) {
			const mode = special.get(path);
			if (mode === undefined) continue;
			const set = bits.filter(([bit]) => (mode & bit) !== 0);
			const take = set.map(([, , letters]) => letters).join(",");
			yield {
				message: `${input.label} copies ${path}, which has the ${set.map(([, name]) => name).join(" and the ")} bit (mode ${mode.toString(8).padStart(5, "0")})`,
				at: { file: trace.file, line: input.line },
				why: "git does not store the bit, so the image is built without it",
				fix: `run \`chmod ${take.replaceAll("+", "-")} ${path}\`; if the image needs the bit, use RUN chmod ${take} or COPY --chmod=${(mode & 0o7777).toString(8)}`,
			};
		}
	}
}

export const modeRules: readonly LintRule[] = [
	{
		id: "special-mode",
		scope: "service",
		severity: "error",
		title: "COPY or ADD of a file with the setuid, setgid or sticky bit",
		docs: "Git stores whether a file is executable, and no other mode bit. Images are built with git's modes (0644, 0755), so the bit would be lost silently. A setgid bit that a folder inherits from the folder of the clone is ignored. `COPY --chmod` with a number sets all bits, so what it copies is not reported.",
		check: special,
	},
];
