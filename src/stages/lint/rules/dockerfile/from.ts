import { canonicalPlatform } from "../../../../model/dockerfile/dockerfile.ts";
import { replaceGroup } from "../../analysis/dockerfile-edits.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

function* hardcodedPlatform({ dockerfile, service, trace }: RuleContext): Iterable<RuleFinding> {
	for (const { platform, line, instruction, index, instructions } of dockerfile.stages) {
		if (platform === undefined || platform.includes("$")) continue;
		// Left out, it is the platform that is built: the same for sure only where that is the one.
		const same = service.platforms.every((one) => canonicalPlatform(one) === canonicalPlatform(platform));
		const edit = same ? replaceGroup(dockerfile, instruction, /\s(--platform=\S+\s+)/, "") : undefined;
		// Where nothing runs, it is only a place to copy files from, which may well be the same on every platform.
		const isFinal = trace.final.chain.includes(index);
		const source = !isFinal && !instructions.some(({ keyword }) => keyword === "RUN");
		yield {
			// Only the platform of the image itself fails verify.
			...((same || !isFinal) && { severity: source ? ("note" as const) : ("warning" as const) }),
			message: `FROM --platform=${platform} is always that platform, whatever is built`,
			at: { file: dockerfile.file, line },
			fix: "leave it out for the platform that is built, or say --platform=$BUILDPLATFORM for a stage of tools",
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
			message: `${from} and ${as} are written in different case`,
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
		docs: "The stage stays on that platform when another one is built, so an arm64 image may hold amd64 programs. A stage in which nothing runs, that files are only copied from, is a note. Leave `--platform` out, or use `$BUILDPLATFORM` for a stage whose result does not depend on the platform.",
		check: hardcodedPlatform,
	},
	{
		id: "from-casing",
		scope: "service",
		severity: "note",
		title: "FROM and AS in different case",
		docs: "`FROM python as builder` works, and BuildKit warns about it on every build.",
		check: fromCasing,
	},
];
