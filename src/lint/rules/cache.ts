import type { Instruction } from "../../dockerfile/dockerfile.ts";
import { shellCommands } from "../../requirements/shell.ts";
import type { Found, Rule, ServiceContext } from "../rule.ts";

/** Names of ARGs whose value is another for every commit or run. VERSION is none: it often names the version of what is installed. */
const volatileName =
	/^(?:\w+_)?(?:BUILD_?(?:DATE|TIME|TIMESTAMP|NUMBER|ID)|TIMESTAMP|CREATED|VCS_REF|(?:GIT_)?REVISION|GIT_(?:COMMIT|SHA|REV|REF|HASH)|COMMIT(?:_(?:SHA|HASH|ID))?)$/i;
const volatileTemplate = /\{\{\s*(?:revision|short_revision|date)\s*\}\}/;

/** What installs or fetches things by their names alone: slow, and no date is any matter to it. Scripts and compilers may well look at one. */
const installer =
	/(?:^|[\s;&|(])(?:(?:apt-get|apt|dnf|yum|microdnf|zypper|tdnf)\s(?:\S+\s)*?(?:install|upgrade)|apk\s(?:\S+\s)*?add|(?:pip[\d.]*|uv\s+pip)\s+install|npm\s+(?:ci|install)|yarn\s+install|pnpm\s+(?:install|fetch)|bundle\s+install|composer\s+install|go\s+mod\s+download|cargo\s+fetch|poetry\s+install|uv\s+sync)\b/;

/** Commands that take no time, and look at no variable that they do not name. */
const quick =
	/^(?:mkdir|chmod|chown|echo|printf|ln|rm|touch|set|cd|true|useradd|adduser|groupadd|addgroup|usermod|cp|mv)$/;

/** What a volatile variable above a RUN means to it. */
function kindOf({ args, form, heredocs }: Instruction): "installs" | "quick" | "unknown" {
	const text = [...args, ...heredocs.map(({ content }) => content)].join("\n");
	if (installer.test(text)) return "installs";
	const commands = form === "json" ? [args] : shellCommands(text);
	return commands.every(([program = ""]) => quick.test(program)) ? "quick" : "unknown";
}

function* volatileEarly({ dockerfile, trace, service }: ServiceContext): Iterable<Found> {
	const isVolatile = (name: string) => {
		const given = service.args[name];
		return given === undefined ? volatileName.test(name) : volatileTemplate.test(given);
	};
	/** The first RUN from an instruction on, also in stages that are FROM this one, that installs things and does not need the ARG. */
	const spoiled = (stage: number, from: number, mention: RegExp): Instruction | undefined => {
		const runs = (dockerfile.stages[stage]?.instructions ?? []).slice(from).filter(({ keyword }) => keyword === "RUN");
		// From the first step that needs it, or that may, the cache is lost anyway.
		const decisive = runs.find((one) => kindOf(one) !== "quick" || mention.test(textOf(one)));
		if (decisive !== undefined)
			return kindOf(decisive) === "installs" && !mention.test(textOf(decisive)) ? decisive : undefined;
		const children = trace.stages.filter(({ base }) => base.kind === "stage" && base.stage === stage);
		return children.map(({ index }) => spoiled(index, 0, mention)).find((one) => one !== undefined);
	};
	for (const { index } of trace.stages) {
		const instructions = dockerfile.stages[index]?.instructions ?? [];
		for (const [i, { keyword, pairs, line }] of instructions.entries()) {
			if (keyword !== "ARG") continue;
			for (const { key } of pairs.filter(({ key }) => isVolatile(key))) {
				const step = spoiled(index, i + 1, new RegExp(`\\b${key}\\b`));
				if (step === undefined) continue;
				yield {
					message: `ARG ${key} stands above the RUN in line ${step.line}, which installs things and does not use it: that step is never cached`,
					at: { file: dockerfile.file, line },
					why: "every ARG above a RUN is part of its cache key, and this one is another on every build",
					fix: "move it below the last RUN that does without it",
				};
			}
		}
	}
}

const textOf = ({ raw, heredocs }: Instruction) => [raw, ...heredocs.map(({ content }) => content)].join("\n");

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
