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

/** Reads texts of instructions in the scope of their stage, and notes what stands in the way. */
export class VariableExpander {
	private readonly escape: "\\" | "`";
	private readonly buildArgs: BuildArgs;
	private readonly notes: TraceResult;

	constructor(escapeChar: "\\" | "`", buildArgs: BuildArgs, notes: TraceResult) {
		this.escape = escapeChar;
		this.buildArgs = buildArgs;
		this.notes = notes;
	}

	/** Expands a text; undefined when that is not possible or rests on something unknown. */
	expand(scope: VariableScope, text: string, instruction: Instruction, stage: number): string | undefined {
		const found = expandInScope(scope, text, this.escape);
		const { keyword, line } = instruction;
		if (found.kind === "wrong") {
			this.notes.addProblem("dockerfile/expansion", `${keyword} ${text}: ${found.message}`, line);
			return undefined;
		}
		// Also one whose value is not known, and an ARG that gets none: a value may still come from outside.
		const known = (name: string) => scope.isDeclared(name) || scope.isSet(name);
		for (const name of found.unset)
			if (!known(name)) this.notes.unset.push({ name, keyword, line, stage, certainty: "sure" });
		for (const name of found.unknown)
			if (!known(name)) this.notes.unset.push({ name, keyword, line, stage, certainty: "maybe" });
		return found.unknown.size > 0 ? undefined : found.value;
	}

	/** Expands a path; one that is not known makes the whole context count. */
	expandPath(scope: VariableScope, text: string, instruction: Instruction, stage: number): string | undefined {
		const before = this.notes.problems.length;
		const found = this.expand(scope, text, instruction, stage);
		if (found === undefined && this.notes.problems.length === before)
			this.notes.addUnclear(`${instruction.keyword} ${text} depends on a value that is not known`, instruction.line);
		return found;
	}

	/** A text to show: what is not known stays in it as `${NAME}`. */
	expandForDisplay(scope: VariableScope, text: string, instruction: Instruction, stage: number): string {
		return this.expand(scope, text, instruction, stage) ?? previewInScope(scope, text, this.escape);
	}

	/** The same, and nothing is noted. */
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

	/** All values of one ENV are expanded before the first of them is set. */
	applyEnv(instruction: Instruction, scope: VariableScope): void {
		const values = instruction.pairs.map(({ key, value }) => {
			const name = expandInScope(scope, key, this.escape);
			const found = expandInScope(scope, value ?? "", this.escape);
			return [name.kind === "wrong" ? key : name.value, toVariable(found), volatileIn(scope, found)] as const;
		});
		for (const [key, value, carried] of values) scope.set(key, value, carried);
	}

	/** The volatile build args that an instruction puts into what it makes. A RUN can read every variable of its stage, named or not. */
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

/** Instructions in which BuildKit fills in variables, besides ARG. */
const expanding: ReadonlySet<string> = new Set(
	"ADD COPY ENV EXPOSE FROM LABEL STOPSIGNAL USER VOLUME WORKDIR".split(" "),
);

const volatileIn = (scope: VariableScope, found: Expansion): ReadonlySet<string> =>
	scope.volatileArgsIn(found.kind === "wrong" ? [] : found.unknown);

const isOutcome = (value: Expansion | Variable): value is Expansion =>
	value.kind === "expanded" || value.kind === "wrong";
