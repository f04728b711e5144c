import type { Variable } from "../parse/expand-variables.ts";
import type { Instruction } from "../parse/instruction.ts";
import type { Notes } from "./trace-result.ts";
import {
	argValue,
	type BuildArgs,
	expandIn,
	isPredefined,
	type Outcome,
	type Scope,
	showIn,
	toVariable,
} from "./variable-scope.ts";

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
			const { volatile, args } = this.buildArgs;
			const carried = volatile.has(pair.key)
				? new Set([pair.key])
				: isOutcome(value)
					? volatileIn(scope, value)
					: Object.hasOwn(args, pair.key)
						? undefined
						: globals?.volatileIn([pair.key]);
			scope.set(pair.key, isOutcome(value) ? toVariable(value) : value, carried);
		}
	}

	/** All values of one ENV are expanded before the first of them is set. */
	env(instruction: Instruction, scope: Scope): void {
		const values = instruction.pairs.map(({ key, value }) => {
			const name = expandIn(scope, key, this.escape);
			const found = expandIn(scope, value ?? "", this.escape);
			return [name.kind === "wrong" ? key : name.value, toVariable(found), volatileIn(scope, found)] as const;
		});
		for (const [key, value, carried] of values) scope.set(key, value, carried);
	}

	/** The volatile build args that an instruction puts into what it makes. A RUN can read every variable of its stage, named or not. */
	volatileIn({ keyword, args, flags, pairs, heredocs }: Instruction, scope: Scope): ReadonlySet<string> {
		if (keyword === "RUN") return scope.volatileIn();
		if (!expanding.has(keyword)) return new Set();
		const texts = [
			...args,
			...flags.map(({ value }) => value ?? ""),
			...pairs.flatMap(({ key, value = "" }) => [key, value]),
		];
		const bodies = heredocs.filter(({ expand }) => expand).map(({ content }) => content);
		const found = [
			...texts.map((text) => expandIn(scope, text, this.escape)),
			...bodies.map((text) => expandIn(scope, text, this.escape, { text: "plain" })),
		];
		return new Set(found.flatMap((one) => [...volatileIn(scope, one)]));
	}
}

/** Instructions in which BuildKit fills in variables, besides ARG. */
const expanding: ReadonlySet<string> = new Set(
	"ADD COPY ENV EXPOSE FROM LABEL STOPSIGNAL USER VOLUME WORKDIR".split(" "),
);

const volatileIn = (scope: Scope, found: Outcome): ReadonlySet<string> =>
	scope.volatileIn(found.kind === "wrong" ? [] : found.unknown);

const isOutcome = (value: Outcome | Variable): value is Outcome => value.kind === "expanded" || value.kind === "wrong";
