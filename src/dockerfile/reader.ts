import type { Variable } from "./expand.ts";
import type { Instruction } from "./instruction.ts";
import type { Notes } from "./notes.ts";
import {
	argValue,
	type BuildArgs,
	expandIn,
	isPredefined,
	type Outcome,
	type Scope,
	showIn,
	toVariable,
} from "./scope.ts";

/** Reads texts of instructions in the scope of their stage, and notes what stands in the way. */
export class Reader {
	private readonly escape: "\\" | "`";
	private readonly buildArgs: BuildArgs;
	private readonly notes: Notes;

	constructor(escapeChar: "\\" | "`", buildArgs: BuildArgs, notes: Notes) {
		this.escape = escapeChar;
		this.buildArgs = buildArgs;
		this.notes = notes;
	}

	/** Expands a text; undefined when that is not possible or rests on something unknown. */
	read(scope: Scope, text: string, instruction: Instruction, stage: number): string | undefined {
		const found = expandIn(scope, text, this.escape);
		const { keyword, line } = instruction;
		if (found.kind === "wrong") {
			this.notes.problem("dockerfile/expansion", `${keyword} ${text}: ${found.message}`, line);
			return undefined;
		}
		// Also one whose value is not known, and an ARG that gets none: a value may still come from outside.
		const known = (name: string) => scope.declares(name) || scope.sets(name);
		for (const name of found.unset)
			if (!known(name)) this.notes.unset.push({ name, keyword, line, stage, certainty: "sure" });
		for (const name of found.unknown)
			if (!known(name)) this.notes.unset.push({ name, keyword, line, stage, certainty: "maybe" });
		return found.unknown.size > 0 ? undefined : found.value;
	}

	/** Expands a path; one that is not known makes the whole context count. */
	path(scope: Scope, text: string, instruction: Instruction, stage: number): string | undefined {
		const before = this.notes.problems.length;
		const found = this.read(scope, text, instruction, stage);
		if (found === undefined && this.notes.problems.length === before)
			this.notes.unclear(`${instruction.keyword} ${text} depends on a value that is not known`, instruction.line);
		return found;
	}

	/** A text to show: what is not known stays in it as `${NAME}`. */
	show(scope: Scope, text: string, instruction: Instruction, stage: number): string {
		return this.read(scope, text, instruction, stage) ?? showIn(scope, text, this.escape);
	}

	/** The same, and nothing is noted. */
	peek(scope: Scope, text: string): string {
		return showIn(scope, text, this.escape);
	}

	arg(instruction: Instruction, scope: Scope, globals: Scope | undefined): void {
		for (const pair of instruction.pairs) {
			scope.declare(pair.key);
			if (!isPredefined(pair.key)) this.notes.declared.add(pair.key);
			const value = argValue(pair, this.buildArgs, globals, (text) => expandIn(scope, text, this.escape));
			if (value === undefined) continue;
			if (value.kind === "wrong")
				this.notes.problem("dockerfile/expansion", `ARG ${pair.key}: ${value.message}`, instruction.line);
			scope.set(pair.key, isOutcome(value) ? toVariable(value) : value);
		}
	}

	/** All values of one ENV are expanded before the first of them is set. */
	env(instruction: Instruction, scope: Scope): void {
		const values = instruction.pairs.map(({ key, value }) => {
			const name = expandIn(scope, key, this.escape);
			return [name.kind === "wrong" ? key : name.value, toVariable(expandIn(scope, value ?? "", this.escape))] as const;
		});
		for (const [key, value] of values) scope.set(key, value);
	}
}

const isOutcome = (value: Outcome | Variable): value is Outcome => value.kind === "expanded" || value.kind === "wrong";
