import type { Variable } from "../parse/expand-variables.ts";
import type { Instruction } from "../parse/instruction.ts";
import type { TraceResult } from "./trace-result.ts";
import {
	argValue,
	type BuildArgs,
	type Expansion,
	expandInScope,
	isPredefined,
	previewInScope,
	toVariable,
	type VariableScope,
} from "./variable-scope.ts";

/** Expands texts of instructions in the scope of their stage, and records problems. */
export class VariableExpander {
	private readonly escape: "\\" | "`";
	private readonly buildArgs: BuildArgs;
	private readonly notes: TraceResult;

	constructor(escapeChar: "\\" | "`", buildArgs: BuildArgs, notes: TraceResult) {
		this.escape = escapeChar;
		this.buildArgs = buildArgs;
		this.notes = notes;
	}

	/** Expands a text; undefined if it is invalid or depends on an unknown value. */
	expand(scope: VariableScope, text: string, instruction: Instruction, stage: number): string | undefined {
		const found = expandInScope(scope, text, this.escape);
		const { keyword, line } = instruction;
		if (found.kind === "wrong") {
			this.notes.addProblem("dockerfile/expansion", `${keyword} ${text}: ${found.message}`, line);
			return undefined;
		}
		// Includes unknown values and ARGs without a value: these may be set from outside.
		const known = (name: string) => scope.isDeclared(name) || scope.isSet(name);
		for (const name of found.unset)
			if (!known(name)) this.notes.unset.push({ name, keyword, line, stage, certainty: "sure" });
		for (const name of found.unknown)
			if (!known(name)) this.notes.unset.push({ name, keyword, line, stage, certainty: "maybe" });
		return found.unknown.size > 0 ? undefined : found.value;
	}

	/** Expands a path. If it depends on an unknown value, the whole context counts. */
	expandPath(scope: VariableScope, text: string, instruction: Instruction, stage: number): string | undefined {
		const before = this.notes.problems.length;
		const found = this.expand(scope, text, instruction, stage);
		if (found === undefined && this.notes.problems.length === before)
			this.notes.addUnclear(`${instruction.keyword} ${text} depends on an unknown value`, instruction.line);
		return found;
	}

	/** A text to show: what is not known stays in it as `${NAME}`. */
	expandForDisplay(scope: VariableScope, text: string, instruction: Instruction, stage: number): string {
		return this.expand(scope, text, instruction, stage) ?? previewInScope(scope, text, this.escape);
	}

	/** Same as `expandForDisplay`, without recording problems. */
	previewText(scope: VariableScope, text: string): string {
		return previewInScope(scope, text, this.escape);
	}

	applyArg(instruction: Instruction, scope: VariableScope, globals: VariableScope | undefined): void {
		for (const pair of instruction.pairs) {
			scope.declare(pair.key);
			if (!isPredefined(pair.key)) this.notes.declared.add(pair.key);
			const value = argValue(pair, this.buildArgs, globals, (text) => expandInScope(scope, text, this.escape));
			if (value === undefined) continue;
			if (value.kind === "wrong")
				this.notes.addProblem("dockerfile/expansion", `ARG ${pair.key}: ${value.message}`, instruction.line);
			const { volatile, args } = this.buildArgs;
			const carried = volatile.has(pair.key)
				? new Set([pair.key])
				: isOutcome(value)
					? volatileIn(scope, value)
					: Object.hasOwn(args, pair.key)
						? undefined
						: globals?.volatileArgsIn([pair.key]);
			scope.set(pair.key, isOutcome(value) ? toVariable(value) : value, carried);
		}
	}

	/** BuildKit expands all values of one ENV before it sets the first. */
	applyEnv(instruction: Instruction, scope: VariableScope): void {
		const values = instruction.pairs.map(({ key, value }) => {
			const name = expandInScope(scope, key, this.escape);
			const found = expandInScope(scope, value ?? "", this.escape);
			return [name.kind === "wrong" ? key : name.value, toVariable(found), volatileIn(scope, found)] as const;
		});
		for (const [key, value, carried] of values) scope.set(key, value, carried);
	}

	/** The volatile build args whose values reach the result. A RUN can read every variable of its stage. */
	volatileArgsIn({ keyword, args, flags, pairs, heredocs }: Instruction, scope: VariableScope): ReadonlySet<string> {
		if (keyword === "RUN") return scope.volatileArgsIn();
		if (!expanding.has(keyword)) return new Set();
		const texts = [
			...args,
			...flags.map(({ value }) => value ?? ""),
			...pairs.flatMap(({ key, value = "" }) => [key, value]),
		];
		const bodies = heredocs.filter(({ expand }) => expand).map(({ content }) => content);
		const found = [
			...texts.map((text) => expandInScope(scope, text, this.escape)),
			...bodies.map((text) => expandInScope(scope, text, this.escape, { text: "plain" })),
		];
		return new Set(found.flatMap((one) => [...volatileIn(scope, one)]));
	}
}

/** Instructions in which BuildKit expands variables, besides ARG. */
const expanding: ReadonlySet<string> = new Set(
	"ADD COPY ENV EXPOSE FROM LABEL STOPSIGNAL USER VOLUME WORKDIR".split(" "),
);

const volatileIn = (scope: VariableScope, found: Expansion): ReadonlySet<string> =>
	scope.volatileArgsIn(found.kind === "wrong" ? [] : found.unknown);

const isOutcome = (value: Expansion | Variable): value is Expansion =>
	value.kind === "expanded" || value.kind === "wrong";
