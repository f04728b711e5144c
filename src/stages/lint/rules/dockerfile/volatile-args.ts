import type { Instruction } from "../../../../model/dockerfile/dockerfile.ts";
import { shellCommands } from "../../../../model/requirements/shell-words.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

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

function* volatileEarly({ dockerfile, trace, service }: RuleContext): Iterable<RuleFinding> {
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

/** Build args that every run passes with its own commit or date. */
const ofCommit: ReadonlySet<string> = new Set(["BUILD_DATE", "VCS_REF", "GIT_COMMIT", "REVISION"]);

function* volatileBaked({ dockerfile, trace, service }: RuleContext): Iterable<RuleFinding> {
	const told = new Set<string>();
	for (const { name, keyword, line, stage } of trace.volatile) {
		const given = service.args[name];
		const isOfCommit = given === undefined ? ofCommit.has(name) : volatileTemplate.test(given);
		if (keyword === "LABEL" || !isOfCommit || told.has(name)) continue;
		const step = trace.steps.find((one) => one.stage === stage && one.instruction.line === line)?.instruction;
		const text = step === undefined ? "" : [step.raw, ...step.heredocs.map(({ content }) => content)].join("\n");
		// A RUN that only stands below the ARG and does not look at it is the business of the rule above.
		if (step?.keyword === "RUN" && !new RegExp(`\\b${name}\\b`).test(text) && kindOf(step) !== "unknown") continue;
		told.add(name);
		yield {
			message: `${name} gets into the image by this ${keyword}: every build is another image`,
			at: { file: dockerfile.file, line },
			why: "on branches an image is reused from commit to commit, and then holds the value of the first; every release builds it anew",
			fix: `take ${name} out, or use it in a LABEL alone: labels with commit and date are set anyway`,
		};
	}
}

const versionKey = "org.opencontainers.image.version";

function* versionLabel({ dockerfile, trace, service }: RuleContext): Iterable<RuleFinding> {
	const uses = trace.volatile.filter(
		({ name }) => name === "VERSION" || /\{\{\s*version/.test(service.args[name] ?? ""),
	);
	for (const { name, keyword, line, stage } of uses) {
		const isBuiltForIt = uses.some((one) => one.name === name && one.keyword !== "LABEL");
		if (keyword !== "LABEL" || isBuiltForIt || !trace.finalStage.chain.includes(stage)) continue;
		const pairs = dockerfile.instructions.find((one) => one.line === line && one.keyword === "LABEL")?.pairs ?? [];
		const labels = pairs.filter(({ key, value = "" }) => /(?:^|[._-])version$/i.test(key) && value.includes("$"));
		for (const { key } of labels) {
			if (key === versionKey && service.policy.version === "relabel") continue;
			yield {
				message: `LABEL ${key} says 0.0.0, in a release, too`,
				at: { file: dockerfile.file, line },
				why: "a release points to the image that was built on the branch, where there is no version yet",
				fix: `leave the label out: with \`policy: { version: identical }\`, the default, a release's index says the version, and with \`relabel\` the label ${versionKey} of its images, too`,
			};
		}
	}
}
const textOf = ({ raw, heredocs }: Instruction) => [raw, ...heredocs.map(({ content }) => content)].join("\n");

export const cacheRules: readonly LintRule[] = [
	{
		id: "volatile-arg-early",
		scope: "service",
		severity: "warning",
		title: "A date or revision declared above steps that do not use it",
		docs: "BuildKit counts every `ARG` that stands above a `RUN` as part of that step's cache key, used or not. A build date or a commit there makes every build start anew: packages are installed again and again. Declare it right above what uses it, which for labels is the end of the stage.",
		check: volatileEarly,
	},
	{
		id: "volatile-arg-baked",
		scope: "service",
		severity: "warning",
		title: "A date or commit in a layer",
		docs: "An image that holds `BUILD_DATE` or a commit is another one with every build, though nothing else has changed. So it is kept from commit to commit on branches, with the value of the commit that it was built for, and built for each release. Labels, which the builder sets, say both without a build.",
		check: volatileBaked,
	},
	{
		id: "version-label",
		scope: "service",
		severity: "warning",
		title: "A label made of VERSION",
		docs: "A release points to the image that was built and smoked on the branch, where `VERSION` is `0.0.0`. With `policy: { version: identical }` the version stands on the release's index; with `relabel` the release gets an image over the same layers whose label `org.opencontainers.image.version` is right. A label of the Dockerfile's own is not.",
		check: versionLabel,
	},
];
