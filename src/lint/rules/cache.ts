import type { Instruction } from "../../dockerfile/dockerfile.ts";
import type { Found, Rule, ServiceContext } from "../rule.ts";

/** Names of ARGs whose value is another for every commit or run. VERSION is none: it often names the version of what is installed. */
const volatileName =
	/^(?:\w+_)?(?:BUILD_?(?:DATE|TIME|TIMESTAMP|NUMBER|ID)|TIMESTAMP|CREATED|VCS_REF|(?:GIT_)?REVISION|GIT_(?:COMMIT|SHA|REV|REF|HASH)|COMMIT(?:_(?:SHA|HASH|ID))?)$/i;
const volatileTemplate = /\{\{\s*(?:revision|short_revision|date)\s*\}\}/;

/** Commands that take no time worth speaking of. */
const quick =
	/^(?:mkdir|chmod|chown|echo|printf|ln|rm|touch|set|cd|true|test|\[|cp|mv|useradd|adduser|groupadd|addgroup|usermod|sed|cat|export|install|id)$/;

function isSlow({ args, form, heredocs }: Instruction): boolean {
	if (form === "json" || heredocs.length > 0) return true;
	return (args[0] ?? "").split(/&&|\|\||[;|\n]/).some((command) => !quick.test(command.trim().split(/\s/)[0] ?? ""));
}

function* volatileEarly({ dockerfile, trace, service }: ServiceContext): Iterable<Found> {
	const isVolatile = (name: string) => {
		const given = service.args[name];
		return given === undefined ? volatileName.test(name) : volatileTemplate.test(given);
	};
	for (const { index } of trace.stages) {
		const instructions = dockerfile.stages[index]?.instructions ?? [];
		for (const [i, { keyword, pairs, line }] of instructions.entries()) {
			if (keyword !== "ARG") continue;
			for (const { key } of pairs.filter(({ key }) => isVolatile(key))) {
				const mention = new RegExp(`\\b${key}\\b`);
				const later = instructions.slice(i + 1).filter((one) => one.keyword === "RUN");
				const used = later.findIndex(({ raw, heredocs }) =>
					[raw, ...heredocs.map(({ content }) => content)].some((text) => mention.test(text)),
				);
				// From the first step that needs it on, the cache is lost anyway.
				const spoiled = (used < 0 ? later : later.slice(0, used)).find(isSlow);
				if (spoiled === undefined) continue;
				yield {
					message: `ARG ${key} stands above the RUN in line ${spoiled.line}, which does not use it: that step is never cached`,
					at: { file: dockerfile.file, line },
					why: "every ARG above a RUN is part of its cache key, and this one is another on every build",
					fix: "move it below the last RUN that does without it",
				};
			}
		}
	}
}

export const cacheRules: readonly Rule[] = [
	{
		id: "volatile-arg-early",
		scope: "service",
		severity: "warning",
		title: "A date or revision declared above steps that do not use it",
		docs: "BuildKit counts every `ARG` that stands above a `RUN` as part of that step's cache key, used or not. A build date or a commit there makes every build start anew: packages are installed again and again. Declare it right above what uses it, which for labels is the end of the stage.",
		check: volatileEarly,
	},
];
