import type { Instruction } from "../../../../model/dockerfile/dockerfile.ts";
import { shellCommands } from "../../../../model/requirements/shell-words.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

/** ARG names whose value differs per commit or run. Not VERSION: it often is the version of what is installed. */
const volatileName =
	/^(?:\w+_)?(?:BUILD_?(?:DATE|TIME|TIMESTAMP|NUMBER|ID)|TIMESTAMP|CREATED|VCS_REF|(?:GIT_)?REVISION|GIT_(?:COMMIT|SHA|REV|REF|HASH)|COMMIT(?:_(?:SHA|HASH|ID))?)$/i;
const volatileTemplate = /\{\{\s*(?:revision|short_revision|date)\s*\}\}/;

/** Slow commands whose result does not depend on a date or revision. Scripts and compilers may read one. */
const installer =
	/(?:^|[\s;&|(])(?:(?:apt-get|apt|dnf|yum|microdnf|zypper|tdnf)\s(?:\S+\s){0,50}?(?:install|upgrade)|apk\s(?:\S+\s){0,50}?add|(?:pip[\d.]*|uv\s+pip)\s+install|npm\s+(?:ci|install)|yarn\s+install|pnpm\s+(?:install|fetch)|bundle\s+install|composer\s+install|go\s+mod\s+download|cargo\s+fetch|poetry\s+install|uv\s+sync)\b/;

/** Fast commands that read no variable that they do not name. */
const fast =
	/^(?:mkdir|chmod|chown|echo|printf|ln|rm|touch|set|cd|true|useradd|adduser|groupadd|addgroup|usermod|cp|mv)$/;

const textOf = ({ raw, heredocs }: Instruction) => [raw, ...heredocs.map(({ content }) => content)].join("\n");

/** A variable's name as a word. */
const usePattern = (name: string): RegExp => new RegExp(`(?<!\\w)${RegExp.escape(name)}(?!\\w)`);

/** Whether a RUN installs packages, is fast, or may do anything. */
function runKind({ args, form, heredocs }: Instruction): "installs" | "fast" | "unknown" {
	const text = [...args, ...heredocs.map(({ content }) => content)].join("\n");
	if (installer.test(text)) return "installs";
	const commands = form === "json" ? [args] : shellCommands(text);
	return commands.every(([program = ""]) => fast.test(program)) ? "fast" : "unknown";
}

/** The first RUN below, also in stages FROM this one, that installs packages and does not use the ARG. */
function uncachedInstall(context: RuleContext, stage: number, from: number, use: RegExp): Instruction | undefined {
	const { dockerfile, trace } = context;
	const runs = (dockerfile.stages[stage]?.instructions ?? []).slice(from).filter(({ keyword }) => keyword === "RUN");
	// Below the first step that uses the ARG, or may use it, nothing is cached anyway.
	const decisive = runs.find((run) => runKind(run) !== "fast" || use.test(textOf(run)));
	if (decisive !== undefined)
		return runKind(decisive) === "installs" && !use.test(textOf(decisive)) ? decisive : undefined;
	const children = trace.stages.filter(({ base }) => base.kind === "stage" && base.stage === stage);
	return children.map(({ index }) => uncachedInstall(context, index, 0, use)).find((run) => run !== undefined);
}

function* volatileEarly(context: RuleContext): Iterable<RuleFinding> {
	const { dockerfile, trace, service } = context;
	const isVolatile = (name: string) => {
		const value = service.args[name];
		return value === undefined ? volatileName.test(name) : volatileTemplate.test(value);
	};
	for (const { index } of trace.stages)
		for (const [i, { keyword, pairs, line }] of (dockerfile.stages[index]?.instructions ?? []).entries())
			for (const { key } of keyword === "ARG" ? pairs.filter(({ key }) => isVolatile(key)) : []) {
				const run = uncachedInstall(context, index, i + 1, usePattern(key));
				if (run === undefined) continue;
				yield {
					message: `ARG ${key} is above the RUN on line ${run.line}, which installs packages and does not use it: it is never cached`,
					at: { file: dockerfile.file, line },
					why: "every ARG above a RUN is part of its cache key, and this value changes with every build",
					fix: "move the ARG below the last RUN that does not use it",
				};
			}
}

/** Build args that every run sets to its own commit or date. */
const commitArgs: ReadonlySet<string> = new Set(["BUILD_DATE", "VCS_REF", "GIT_COMMIT", "REVISION"]);

function* volatileBaked({ dockerfile, trace, service }: RuleContext): Iterable<RuleFinding> {
	const reported = new Set<string>();
	for (const { name, keyword, line, stage } of trace.volatile) {
		const value = service.args[name];
		const isOfCommit = value === undefined ? commitArgs.has(name) : volatileTemplate.test(value);
		if (keyword === "LABEL" || !isOfCommit || reported.has(name)) continue;
		const step = trace.steps.find((one) => one.stage === stage && one.instruction.line === line)?.instruction;
		const isUsed = step !== undefined && usePattern(name).test(textOf(step));
		// volatile-arg-early reports a RUN that does not use the ARG above it.
		if (step?.keyword === "RUN" && !isUsed && runKind(step) !== "unknown") continue;
		reported.add(name);
		yield {
			message: `this ${keyword} writes ${name} into the image: every build gives a different image`,
			at: { file: dockerfile.file, line },
			why: "branches reuse the image, which then keeps the value of its first commit; every release rebuilds it",
			fix: `remove ${name}, or use it only in a LABEL; labels with commit and date are set automatically`,
		};
	}
}

const versionKey = "org.opencontainers.image.version";

function* versionLabel({ dockerfile, trace, service }: RuleContext): Iterable<RuleFinding> {
	const uses = trace.volatile.filter(
		({ name }) => name === "VERSION" || /\{\{\s*version/.test(service.args[name] ?? ""),
	);
	for (const { name, keyword, line, stage } of uses) {
		const isUsedElsewhere = uses.some((use) => use.name === name && use.keyword !== "LABEL");
		if (keyword !== "LABEL" || isUsedElsewhere || !trace.finalStage.chain.includes(stage)) continue;
		const pairs = dockerfile.instructions.find((one) => one.line === line && one.keyword === "LABEL")?.pairs ?? [];
		for (const { key, value = "" } of pairs) {
			if (!/(?:^|[._-])version$/i.test(key) || !value.includes("$")) continue;
			if (key === versionKey && service.policy.version === "relabel") continue;
			yield {
				message: `LABEL ${key} is 0.0.0 even in a release`,
				at: { file: dockerfile.file, line },
				why: "a release reuses the image that was built on the branch, which has no version yet",
				fix: `remove the label: the release's index has the version, and with \`policy: { version: relabel }\` its images have ${versionKey}`,
			};
		}
	}
}

export const volatileArgRules: readonly LintRule[] = [
	{
		id: "volatile-arg-early",
		scope: "service",
		severity: "warning",
		title: "A date or revision declared above steps that do not use it",
		docs: "BuildKit includes every `ARG` above a `RUN` in that step's cache key, used or not, so every build repeats the step. Declare it directly above its first use; for labels, at the end of the stage.",
		check: volatileEarly,
	},
	{
		id: "volatile-arg-baked",
		scope: "service",
		severity: "warning",
		title: "A date or commit in a layer",
		docs: "The image would differ with every build. Branches therefore reuse it with the value of the commit that built it, and each release rebuilds it. Use labels: the builder sets them without a rebuild.",
		check: volatileBaked,
	},
	{
		id: "version-label",
		scope: "service",
		severity: "warning",
		title: "A label set from VERSION",
		docs: "A release reuses the image of the branch, where `VERSION` is `0.0.0`. With `policy: { version: identical }`, the release's index has the version. With `relabel`, the release gets an image with the same layers and the right `org.opencontainers.image.version`. Other labels stay wrong.",
		check: versionLabel,
	},
];
