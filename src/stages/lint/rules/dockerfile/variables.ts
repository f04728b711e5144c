import { type DockerfileStage, type Instruction, isPredefined } from "../../../../model/dockerfile/dockerfile.ts";
import type { Edit } from "../../../../model/documents/lint.ts";
import { insertAbove } from "../../analysis/dockerfile-edits.ts";
import { knownBaseVariables } from "../../analysis/known-bases.ts";
import { stageChain } from "../../analysis/stage-chain.ts";
import { isLintSubject, type LintRule, type RuleContext, type RuleFinding } from "../../rule.ts";

const platformArg = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/;

/** Names of all ARGs in the file. */
function declaredAnywhere({ dockerfile }: RuleContext): ReadonlySet<string> {
	return new Set(
		dockerfile.instructions
			.filter(({ keyword }) => keyword === "ARG")
			.flatMap(({ pairs }) => pairs.map(({ key }) => key)),
	);
}

/** Makes one edit per stage and name: the ARG goes above its first use. */
function argInserter({ dockerfile }: RuleContext): (name: string, instruction: Instruction) => readonly Edit[] {
	const edits = new Map<string, Edit>();
	return (name, instruction) => {
		const stage = dockerfile.stages.findLast(({ line }) => line <= instruction.line);
		const key = `${stage?.index} ${name}`;
		const edit = edits.get(key) ?? insertAbove(dockerfile, instruction, `ARG ${name}`);
		edits.set(key, edit);
		return [edit];
	};
}

function* undeclaredArgs(context: RuleContext): Iterable<RuleFinding> {
	const { trace, service, dockerfile } = context;
	const declared = declaredAnywhere(context);
	const insertArg = argInserter(context);
	const isKnownArg = (name: string) =>
		declared.has(name) || Object.hasOwn(service.args, name) || platformArg.test(name);
	const report = (name: string, instruction: Instruction): RuleFinding => ({
		message: `${instruction.keyword} uses $${name}, which this stage does not declare: it is empty`,
		at: { file: trace.file, line: instruction.line },
		why: declared.has(name)
			? "an ARG is visible only in the stage that declares it"
			: "nothing in the Dockerfile sets it",
		fix: `add "ARG ${name}" to this stage, above the ${instruction.keyword}`,
		edits: insertArg(name, instruction),
	});
	for (const { name, keyword, line } of trace.unset) {
		const instruction = dockerfile.instructions.find((one) => one.line === line && one.keyword === keyword);
		if ((keyword !== "LABEL" && keyword !== "ENV") || instruction === undefined) continue;
		// The base image may set a variable that no ARG and no build arg names, such as PATH.
		if (!hasDefault(name, instruction) && (keyword === "LABEL" || isKnownArg(name))) yield report(name, instruction);
	}
	for (const { stage, instruction, names } of shellRuns(context))
		for (const name of names)
			if (isKnownArg(name) && !mayInherit(name, stage, context)) yield report(name, instruction);
}

/** `${NAME:-default}` expects that the variable may be unset. */
const hasDefault = (name: string, { raw }: Instruction) => {
	const escaped = RegExp.escape(name);
	return !new RegExp(`\\$(?:${escaped}(?!\\w)|\\{${escaped}\\})`).test(raw);
};

interface ShellRun {
	readonly stage: DockerfileStage;
	readonly instruction: Instruction;
	/** Variables that the shell reads and neither the RUN nor the stage sets. */
	readonly names: readonly string[];
}

/** Every RUN in shell form of the needed stages. */
function* shellRuns({ dockerfile, trace }: RuleContext): Iterable<ShellRun> {
	const setInStage = new Map<number, ReadonlySet<string>>();
	for (const { index, base } of trace.stages) {
		const stage = dockerfile.stages[index];
		if (stage === undefined) continue;
		const names = new Set(base.kind === "stage" ? setInStage.get(base.stage) : []);
		setInStage.set(index, names);
		for (const instruction of stage.instructions) {
			const { keyword, pairs, form } = instruction;
			if (keyword === "ARG" || keyword === "ENV") for (const { key } of pairs) names.add(key);
			if (keyword !== "RUN" || form === "json") continue;
			yield { stage, instruction, names: shellVariables(instruction).filter((name) => !names.has(name)) };
		}
	}
}

/** `$NAME`, `${NAME}`; not `${NAME:-otherwise}`, which expects that it may be unset. */
const variableUse = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:[#%/^,:][^-+=?}][^}]{0,1000})?\})/g;

/**
 * Variables that a RUN in shell form reads and does not set. None if it sources other scripts.
 */
function shellVariables({ rest, heredocs }: Pick<Instruction, "rest" | "heredocs">): readonly string[] {
	// Only a heredoc that is the command itself is expanded by the shell.
	const bodies = heredocs.map(({ content }) => content);
	const text = [rest, ...bodies].join("\n");
	if (/(?:^|[\s;&|(])(?:\.|source|eval)\s/.test(text)) return [];
	const plain = withoutSingleQuotes([rest, ...(/^\s*<</.test(rest) ? bodies : [])].join("\n"));
	const set = namesSetIn(text);
	const used = [...plain.matchAll(variableUse)].map(([, bare, braced = ""]) => bare ?? braced);
	return [...new Set(used)].filter((name) => !set.has(name));
}

/** Removes single-quoted and escaped text, which the shell does not expand. */
function withoutSingleQuotes(text: string): string {
	let plain = "";
	let quote: string | undefined;
	for (let at = 0; at < text.length; at++) {
		const char = text[at] ?? "";
		if (quote !== "'" && char === "\\") at++;
		else if (quote === "'") quote = char === "'" ? undefined : quote;
		else {
			if (char === quote) quote = undefined;
			else if (quote === undefined && (char === "'" || char === '"')) quote = char;
			if (quote !== "'") plain += char;
		}
	}
	return plain;
}

/** The variables that a shell text assigns or declares. Read in one pass: it may use many. */
function namesSetIn(text: string): ReadonlySet<string> {
	const assigned = [...text.matchAll(/(?<![\w$])([A-Za-z_]\w*)\+?=/g)].map(([, name = ""]) => name);
	const declared = [...text.matchAll(/\b(?:for|read|declare|local|export)\s([^;\n]*)/g)].flatMap(
		([, words = ""]) => words.match(/(?<!\S)[A-Za-z_]\w*/g) ?? [],
	);
	return new Set([...assigned, ...declared]);
}

/** Whether the base may set a variable. An unknown image may set any but the platform ARGs. */
function mayInherit(name: string, { index }: DockerfileStage, { trace, request, from }: RuleContext): boolean {
	if (platformArg.test(name)) return false;
	const base = stageChain(trace, index).at(-1)?.base;
	if (base?.kind === "scratch") return false;
	if (base?.kind === "named") {
		const subject = request.subjects.get(from[base.name] ?? "");
		return !isLintSubject(subject) || name in subject.trace.finalStage.env;
	}
	const variables = base?.kind === "image" ? knownBaseVariables(base.ref) : undefined;
	return variables === undefined || variables.has(name);
}

function* undefinedVariables(context: RuleContext): Iterable<RuleFinding> {
	const { trace, service, dockerfile } = context;
	const declared = declaredAnywhere(context);
	for (const { name, keyword, line, certainty, stage: index } of trace.unset) {
		const stage = dockerfile.stages[index];
		const instruction = dockerfile.instructions.find((one) => one.line === line && one.keyword === keyword);
		if (keyword !== "ENV" || stage === undefined || instruction === undefined) continue;
		if (declared.has(name) || Object.hasOwn(service.args, name) || isPredefined(name)) continue;
		// `PATH=/opt/bin:$PATH` extends a value that may be empty.
		if (hasDefault(name, instruction) || instruction.pairs.some(({ key }) => key === name)) continue;
		if (certainty === "maybe" && mayInherit(name, stage, context)) continue;
		yield {
			message: `ENV uses $${name}, which nothing sets: the value is stored without it`,
			at: { file: trace.file, line },
			why: "ENV is expanded when the image is built, without the variables of the running container",
			fix: `remove this ENV and set it when the container starts, or declare "ARG ${name}" if it is not a secret`,
		};
	}
}

export const variableRules: readonly LintRule[] = [
	{
		id: "undeclared-arg",
		scope: "service",
		severity: "warning",
		title: "LABEL, ENV or RUN uses an ARG that its stage does not declare",
		docs: "An `ARG` is visible only in its stage, and one before the first `FROM` only in `FROM` lines. Elsewhere it is empty. Repeat `ARG NAME` in the stage; `lucid lint --fix` does this.",
		check: undeclaredArgs,
	},
	{
		id: "undefined-variable",
		scope: "service",
		severity: "warning",
		title: "ENV uses a variable that nothing sets",
		docs: "`ENV` is expanded when the image is built, from ARG and ENV only. Set other values when the container starts, or in the program.",
		check: undefinedVariables,
	},
];
