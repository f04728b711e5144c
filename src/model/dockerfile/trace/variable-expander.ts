import { expandVariables, SubstitutionError, type Variable } from "../parse/expand-variables.ts";
import type { Instruction } from "../parse/instruction.ts";
import type { TraceResult } from "./trace-result.ts";
import {
	type BuildArgs,
	type Expansion,
	expandInScope,
	isPredefined,
	toVariable,
	type VariableScope,
} from "./variable-scope.ts";

/** An instruction in its stage. */
export interface InstructionPosition {
	readonly instruction: Instruction;
	/** Index of the stage. */
	readonly stage: number;
	/** The variables at the instruction. */
	readonly scope: VariableScope;
}

/** Expands texts of instructions in the scope of their stage, and records problems. */
export class VariableExpander {
	private readonly escape: "\\" | "`";
	private readonly buildArgs: BuildArgs;
	private readonly result: TraceResult;

	constructor(escapeChar: "\\" | "`", buildArgs: BuildArgs, result: TraceResult) {
		this.escape = escapeChar;
		this.buildArgs = buildArgs;
		this.result = result;
	}

	/** Expands a text; undefined if it is invalid or depends on an unknown value. */
	expand(text: string, { instruction, stage, scope }: InstructionPosition): string | undefined {
		const expansion = expandInScope(scope, text, this.escape);
		const { keyword, line } = instruction;
		if (expansion.kind === "wrong") {
			this.result.addExpansionProblem(`${keyword} ${text}`, expansion, line);
			return undefined;
		}
		// A declared ARG, and a variable that is set to an unknown value, may get a value from outside.
		const reportUnset = (names: ReadonlySet<string>, certainty: "sure" | "maybe") => {
			for (const name of names)
				if (!scope.isDeclared(name) && !scope.isSet(name))
					this.result.unset.push({ name, keyword, line, stage, certainty });
		};
		reportUnset(expansion.unset, "sure");
		reportUnset(expansion.unknown, "maybe");
		return expansion.unknown.size > 0 ? undefined : expansion.value;
	}

	/** Expands a path. If it depends on an unknown value, the whole context counts. */
	expandPath(text: string, position: InstructionPosition): string | undefined {
		const before = this.result.problems.length;
		const path = this.expand(text, position);
		const { keyword, line } = position.instruction;
		if (path === undefined && this.result.problems.length === before)
			this.result.addUnclear(`${keyword} ${text} depends on an unknown value`, line);
		return path;
	}

	/** Expands a text, and leaves unknown values as `${NAME}`. */
	expandForDisplay(text: string, position: InstructionPosition): string {
		return this.expand(text, position) ?? this.previewText(text, position.scope);
	}

	/** Same as `expandForDisplay`, without recording problems. */
	previewText(text: string, scope: VariableScope): string {
		const lookup = (name: string): Variable => {
			const variable = scope.get(name);
			return variable.kind === "unknown" ? { kind: "set", value: `\${${name}}` } : variable;
		};
		try {
			return expandVariables(text, { escape: this.escape, lookup, budget: scope.budget }).value;
		} catch (error) {
			if (error instanceof SubstitutionError) return text;
			throw error;
		}
	}

	applyArg(instruction: Instruction, scope: VariableScope, globals: VariableScope | undefined): void {
		const { args, volatile } = this.buildArgs;
		for (const { key, value } of instruction.pairs) {
			scope.declare(key);
			if (!isPredefined(key)) this.result.declared.add(key);
			if (volatile.has(key)) scope.set(key, { kind: "unknown" }, new Set([key]));
			else if (Object.hasOwn(args, key)) scope.set(key, { kind: "set", value: args[key] ?? "" });
			else if (value !== undefined) {
				const expansion = expandInScope(scope, value, this.escape);
				if (expansion.kind === "wrong") this.result.addExpansionProblem(`ARG ${key}`, expansion, instruction.line);
				scope.set(key, toVariable(expansion), volatileArgsOf(expansion, scope));
			} else {
				// Without a global ARG, the variable of the base image stays.
				const global = globals?.get(key);
				if (global !== undefined && global.kind !== "unset") scope.set(key, global, globals?.volatileArgsIn([key]));
			}
		}
	}

	/** BuildKit expands all values of one ENV before it sets the first. */
	applyEnv(instruction: Instruction, scope: VariableScope): void {
		const variables = instruction.pairs.map(({ key, value }) => {
			const name = expandInScope(scope, key, this.escape);
			const expansion = expandInScope(scope, value ?? "", this.escape);
			return [
				name.kind === "wrong" ? key : name.value,
				toVariable(expansion),
				volatileArgsOf(expansion, scope),
			] as const;
		});
		for (const [name, value, volatileArgs] of variables) scope.set(name, value, volatileArgs);
	}

	/** The volatile build args whose values reach the result. A RUN can read every variable of its stage. */
	volatileArgsIn({ keyword, args, flags, pairs, heredocs }: Instruction, scope: VariableScope): ReadonlySet<string> {
		if (keyword === "RUN") return scope.volatileArgsIn();
		if (!expandedKeywords.has(keyword)) return new Set();
		const texts = [
			...args,
			...flags.map(({ value }) => value ?? ""),
			...pairs.flatMap(({ key, value = "" }) => [key, value]),
		];
		const expansions = [
			...texts.map((text) => expandInScope(scope, text, this.escape)),
			...heredocs.flatMap(({ expand, content }) =>
				expand ? [expandInScope(scope, content, this.escape, { text: "plain" })] : [],
			),
		];
		return new Set(expansions.flatMap((expansion) => [...volatileArgsOf(expansion, scope)]));
	}
}

/** Instructions in which BuildKit expands variables, besides ARG. */
const expandedKeywords: ReadonlySet<string> = new Set(
	"ADD COPY ENV EXPOSE FROM LABEL STOPSIGNAL USER VOLUME WORKDIR".split(" "),
);

const volatileArgsOf = (expansion: Expansion, scope: VariableScope): ReadonlySet<string> =>
	scope.volatileArgsIn(expansion.kind === "wrong" ? [] : expansion.unknown);
