import { canonicalPlatform } from "../../../../model/dockerfile/dockerfile.ts";
import { defined } from "../../../../util/defined.ts";
import { replaceGroup } from "../../analysis/dockerfile-edits.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

function* hardcodedPlatform({ dockerfile, service, trace }: RuleContext): Iterable<RuleFinding> {
	for (const { platform, line, instruction, index, instructions } of dockerfile.stages) {
		if (platform === undefined || platform.includes("$")) continue;
		// Removing the flag is safe only if it is the platform of every image of the service.
		const isSame = service.platforms.every((one) => canonicalPlatform(one) === canonicalPlatform(platform));
		const edit = isSame ? replaceGroup(dockerfile, instruction, /\s(--platform=\S+\s+)/, "") : undefined;
		const isFinal = trace.finalStage.chain.includes(index);
		const hasRun = instructions.some(({ keyword }) => keyword === "RUN");
		yield {
			// Only a wrong platform of the image itself fails verify. A stage without a RUN only provides files.
			...((isSame || !isFinal) && { severity: isFinal || hasRun ? "warning" : "note" }),
			message: `FROM --platform=${platform} ignores the platform that is built`,
			at: { file: dockerfile.file, line },
			fix: "remove --platform, or use --platform=$BUILDPLATFORM for a stage that only provides tools",
			...defined({ edits: edit && [edit] }),
		};
	}
}

function* fromCasing({ dockerfile }: RuleContext): Iterable<RuleFinding> {
	for (const { instruction } of dockerfile.stages) {
		const as = instruction.args[1];
		const from = instruction.written;
		const expected = from === from.toLowerCase() ? "as" : from === from.toUpperCase() ? "AS" : as;
		if (as === undefined || expected === undefined || as === expected) continue;
		const edit = replaceGroup(dockerfile, instruction, /\s(as)\s+\S+\s*$/i, expected);
		yield {
			message: `${from} and ${as} differ in case`,
			at: { file: dockerfile.file, line: instruction.line },
			fix: `write ${expected}`,
			...defined({ edits: edit && [edit] }),
		};
	}
}

export const fromRules: readonly LintRule[] = [
	{
		id: "hardcoded-platform",
		scope: "service",
		severity: "warning",
		verifiedBy: "platform",
		title: "FROM with a fixed --platform",
		docs: "An arm64 image may contain amd64 programs. Remove `--platform`, or use `$BUILDPLATFORM` for a stage whose result does not depend on the platform. An error if the image itself has the wrong platform, a note for a stage that only provides files.",
		check: hardcodedPlatform,
	},
	{
		id: "from-casing",
		scope: "service",
		severity: "note",
		title: "FROM and AS in different case",
		docs: "`FROM python as builder` works, but BuildKit warns in every build.",
		check: fromCasing,
	},
];
