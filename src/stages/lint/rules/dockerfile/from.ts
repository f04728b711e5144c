import { canonicalPlatform } from "../../../../model/dockerfile/dockerfile.ts";
import { replaceGroup } from "../../analysis/dockerfile-edits.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

function* hardcodedPlatform({ dockerfile, service, trace }: RuleContext): Iterable<RuleFinding> {
	for (const { platform, line, instruction, index, instructions } of dockerfile.stages) {
		if (platform === undefined || platform.includes("$")) continue;
		// Removing the flag is safe only if it is the platform of every image of the service.
		const same = service.platforms.every((one) => canonicalPlatform(one) === canonicalPlatform(platform));
		const edit = same ? replaceGroup(dockerfile, instruction, /\s(--platform=\S+\s+)/, "") : undefined;
		// Without a RUN, the stage only provides files, which may be the same on every platform.
		const isFinal = trace.final.chain.includes(index);
		const source = !isFinal && !instructions.some(({ keyword }) => keyword === "RUN");
		yield {
			// Only the platform of the image itself fails verify.
			...((same || !isFinal) && { severity: source ? ("note" as const) : ("warning" as const) }),
			message: `FROM --platform=${platform} ignores the platform that is built`,
			at: { file: dockerfile.file, line },
			fix: "remove --platform, or use --platform=$BUILDPLATFORM for a stage that only provides tools",
			...(edit !== undefined && { edits: [edit] }),
		};
	}
}

function* fromCasing({ dockerfile }: RuleContext): Iterable<RuleFinding> {
	for (const { instruction } of dockerfile.stages) {
		const as = instruction.args[1];
		const from = instruction.written;
		const lower = from === from.toLowerCase();
		if (as === undefined || (!lower && from !== from.toUpperCase())) continue;
		const right = lower ? "as" : "AS";
		if (as === right) continue;
		const edit = replaceGroup(dockerfile, instruction, /\s(as)\s+\S+\s*$/i, right);
		yield {
			message: `${from} and ${as} differ in case`,
			at: { file: dockerfile.file, line: instruction.line },
			fix: `write ${right}`,
			...(edit !== undefined && { edits: [edit] }),
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
		docs: "The stage keeps that platform when another one is built, so an arm64 image may contain amd64 programs. Remove `--platform`, or use `$BUILDPLATFORM` for a stage whose result does not depend on the platform. An error if the image itself has the wrong platform, a note for a stage that runs nothing and only provides files.",
		check: hardcodedPlatform,
	},
	{
		id: "from-casing",
		scope: "service",
		severity: "note",
		title: "FROM and AS in different case",
		docs: "`FROM python as builder` works, but BuildKit warns about it in every build.",
		check: fromCasing,
	},
];
