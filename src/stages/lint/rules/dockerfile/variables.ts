import { type DockerfileStage, type Instruction, isPredefined } from "../../../../model/dockerfile/dockerfile.ts";
import type { Edit } from "../../../../model/documents/lint.ts";
import { insertAbove } from "../../analysis/dockerfile-edits.ts";
import { knownBaseVariables } from "../../analysis/known-bases.ts";
import { shellVariables } from "../../analysis/shell-variables.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

const platformArg = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/;
const keywords: ReadonlySet<string> = new Set(["LABEL", "ENV"]);

/** Names of all ARGs in the file. */
function declaredAnywhere({ dockerfile }: RuleContext): ReadonlySet<string> {
	return new Set(
		dockerfile.instructions
			.filter(({ keyword }) => keyword === "ARG")
			.flatMap(({ pairs }) => pairs.map(({ key }) => key)),
	);
}

/** Makes one edit per stage and name: the ARG goes above its first use. */
function declarer({ dockerfile }: RuleContext): (name: string, instruction: Instruction) => readonly Edit[] {
	const made = new Map<string, Edit>();
	return (name, instruction) => {
		const stage = dockerfile.stages.findLast(({ line }) => line <= instruction.line);
		const key = `${stage?.index} ${name}`;
		const edit = made.get(key) ?? insertAbove(dockerfile, instruction, `ARG ${name}`);
		made.set(key, edit);
		return [edit];
	};
}

function* undeclared(context: RuleContext): Iterable<RuleFinding> {
	const { trace, service, dockerfile } = context;
	const declared = declaredAnywhere(context);
	const declare = declarer(context);
	const tell = (name: string, instruction: Instruction): RuleFinding => ({
		message: `${instruction.keyword} uses $${name}, which this stage does not declare: it is empty`,
		at: { file: trace.file, line: instruction.line },
		why: declared.has(name)
			? "an ARG is visible only in the stage that declares it"
			: "nothing in the Dockerfile sets it",
		fix: `add "ARG ${name}" to this stage, above the ${instruction.keyword}`,
		edits: declare(name, instruction),
	});
	for (const { name, keyword, line, certainty } of trace.unset) {
		const instruction = dockerfile.instructions.find((one) => one.line === line && one.keyword === keyword);
		if (!keywords.has(keyword) || instruction === undefined) continue;
		// The base image may set a variable that no ARG and no build arg names, such as PATH.
		if (isGuarded(name, instruction)) continue;
		const meant = declared.has(name) || Object.hasOwn(service.args, name) || platformArg.test(name);
		if (meant || keyword === "LABEL") yield tell(name, instruction);
		else if (certainty === "sure" && !isPredefined(name) && keyword !== "ENV") yield tell(name, instruction);
	}
	for (const { stage, instruction, names } of runs(context))
		for (const name of names) {
			const meant = declared.has(name) || Object.hasOwn(service.args, name) || platformArg.test(name);
			if (meant && !mayInherit(name, stage, context)) yield tell(name, instruction);
		}
}

/** `${NAME:-default}` expects that the variable may be unset. */
const isGuarded = (name: string, { raw }: Instruction) => !new RegExp(`\\$(?:${name}\\b|\\{${name}\\})`).test(raw);

interface Run {
	readonly stage: DockerfileStage;
	readonly instruction: Instruction;
	/** Variables that the shell reads and neither the RUN nor the stage sets. */
	readonly names: readonly string[];
}

/** Every RUN in shell form of the needed stages. */
function* runs({ dockerfile, trace }: RuleContext): Iterable<Run> {
	const known = new Map<number, ReadonlySet<string>>();
	for (const { index, base } of trace.stages) {
		const stage = dockerfile.stages[index];
		if (stage === undefined) continue;
		const names = new Set(base.kind === "stage" ? known.get(base.stage) : []);
		known.set(index, names);
		for (const instruction of stage.instructions) {
			const { keyword, pairs, form } = instruction;
			if (keyword === "ARG" || keyword === "ENV") for (const { key } of pairs) names.add(key);
			if (keyword !== "RUN" || form === "json") continue;
			yield { stage, instruction, names: shellVariables(instruction).filter((name) => !names.has(name)) };
		}
	}
}

/** Whether the base may set a variable. An unknown image may set any but the platform ARGs. */
function mayInherit(name: string, stage: DockerfileStage, { trace, request, from }: RuleContext): boolean {
	if (platformArg.test(name)) return false;
	let found = trace.stages.find(({ index }) => index === stage.index);
	while (found?.base.kind === "stage") {
		const below = found.base.stage;
		found = trace.stages.find(({ index }) => index === below);
	}
	const base = found?.base;
	if (base?.kind === "scratch") return false;
	if (base?.kind === "named") {
		const subject = request.subjects.get(from[base.name] ?? "");
		return subject === undefined || !("trace" in subject) || name in subject.trace.finalStage.env;
	}
	const environment = base === undefined ? undefined : knownBaseVariables(base.ref);
	return environment === undefined || environment.has(name);
}

function* undefinedVariables(context: RuleContext): Iterable<RuleFinding> {
	const { trace, service, dockerfile } = context;
	const declared = declaredAnywhere(context);
	for (const { name, keyword, line, certainty, stage } of trace.unset) {
		const found = dockerfile.stages[stage];
		const instruction = dockerfile.instructions.find((one) => one.line === line && one.keyword === keyword);
		if (keyword !== "ENV" || found === undefined || instruction === undefined) continue;
		if (declared.has(name) || Object.hasOwn(service.args, name) || isPredefined(name)) continue;
		if (isGuarded(name, instruction)) continue;
		// `PATH=/opt/bin:$PATH` adds to what may or may not be there.
		if (instruction.pairs.some(({ key }) => key === name)) continue;
		if (certainty === "maybe" && mayInherit(name, found, context)) continue;
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
		docs: "An `ARG` is visible only in its stage, and one before the first `FROM` only in `FROM` lines. Elsewhere it is empty, and labels such as the build date are lost silently. Repeat `ARG NAME` in the stage that uses it; `lucid lint --fix` does this.",
		check: undeclared,
	},
	{
		id: "undefined-variable",
		scope: "service",
		severity: "warning",
		title: "ENV uses a variable that nothing sets",
		docs: "`ENV URI=mongodb://app:$PASSWORD@db` is expanded when the image is built, from ARG and ENV only. What is only known when the container starts is lost. Set such a value when the container starts, or build it in the program.",
		check: undefinedVariables,
	},
];
