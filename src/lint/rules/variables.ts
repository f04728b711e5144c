import type { Found, Rule, ServiceContext } from "../rule.ts";

const platformArg = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/;
const keywords: ReadonlySet<string> = new Set(["LABEL", "ENV"]);

/** Names that an ARG declares anywhere in the file. */
function declaredAnywhere({ dockerfile }: ServiceContext): ReadonlySet<string> {
	return new Set(
		dockerfile.instructions
			.filter(({ keyword }) => keyword === "ARG")
			.flatMap(({ pairs }) => pairs.map(({ key }) => key)),
	);
}

function* undeclared(context: ServiceContext): Iterable<Found> {
	const { trace, service } = context;
	const declared = declaredAnywhere(context);
	for (const { name, keyword, line, certainty } of trace.unset) {
		if (!keywords.has(keyword)) continue;
		// The base image may set what no ARG of this file and no build arg is about, PATH for one.
		const meant = declared.has(name) || Object.hasOwn(service.args, name) || platformArg.test(name);
		if (certainty === "maybe" && !meant && keyword !== "LABEL") continue;
		yield {
			message: `${keyword} uses $${name}, which this stage does not declare: it will be empty`,
			at: { file: trace.file, line },
			why: declared.has(name)
				? "an ARG is seen only in the stage that declares it"
				: "nothing in the Dockerfile sets it",
			fix: `add "ARG ${name}" to this stage, above the ${keyword}`,
		};
	}
}

export const variableRules: readonly Rule[] = [
	{
		id: "undeclared-arg",
		scope: "service",
		severity: "warning",
		title: "LABEL or ENV uses a variable its stage does not declare",
		docs: "An `ARG` holds for its stage alone, and one before the first `FROM` for `FROM` lines alone. Used elsewhere it is empty, and labels such as the build date are lost without a word. Repeat `ARG NAME` in the stage that uses it.",
		check: undeclared,
	},
];
