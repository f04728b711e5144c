/** Whether a code point belongs to a set. */
export type CharTest = (codePoint: number) => boolean;

/** A regular expression as a tree, for a whole text. */
export type Pattern =
	/** `literal`: the only character of the set, if it has just one. */
	| { readonly kind: "char"; readonly test: CharTest; readonly literal?: string }
	| { readonly kind: "sequence"; readonly parts: readonly Pattern[] }
	| { readonly kind: "choice"; readonly options: readonly Pattern[] }
	| { readonly kind: "repeat"; readonly part: Pattern; readonly min: number; readonly max: number }
	/** A place between two characters; `undefined` is the start or end of the text. */
	| { readonly kind: "place"; readonly test: PlaceTest };

type PlaceTest = (before: number | undefined, after: number | undefined) => boolean;

export const charOf = (test: CharTest): Pattern => ({ kind: "char", test });
export const literal = (text: string): Pattern => {
	const only = text.codePointAt(0);
	return { kind: "char", test: (codePoint) => codePoint === only, literal: text };
};
export const sequence = (parts: readonly Pattern[]): Pattern => ({ kind: "sequence", parts });
export const choice = (options: readonly Pattern[]): Pattern => ({ kind: "choice", options });
export const repeat = (part: Pattern, min: number, max: number): Pattern => ({ kind: "repeat", part, min, max });
/** Each character of a text, as it is. */
export const plainText = (characters: string): Pattern => sequence([...characters].map(literal));

const slash = 0x2f;
export const anyChar = charOf(() => true);
export const notSlash = charOf((codePoint) => codePoint !== slash);
/** Any text without a slash. */
export const withinSegment = repeat(notSlash, 0, Number.POSITIVE_INFINITY);
/** Any text. */
export const anything = repeat(anyChar, 0, Number.POSITIVE_INFINITY);

/** States of a compiled pattern. A longer one is refused: `a{1000}` alone has 1000. */
const maxStates = 20_000;

/** Compiles a pattern; undefined if it is too large. Matching takes time linear in the text, and never backtracks. */
export function compilePattern(pattern: Pattern): ((text: string) => boolean) | undefined {
	const automaton = new Automaton();
	if (!automaton.build(pattern)) return undefined;
	const { head, longest, tail } = literalsOf(pattern);
	return (text) => text.startsWith(head) && text.endsWith(tail) && text.includes(longest) && automaton.matches(text);
}

/** What every match starts with, ends with and contains: most texts differ there. */
function literalsOf(pattern: Pattern): { readonly head: string; readonly longest: string; readonly tail: string } {
	const parts = pattern.kind === "sequence" ? pattern.parts : [pattern];
	const runs = [""];
	for (const part of parts) {
		if (part.kind === "char" && part.literal !== undefined) runs.push((runs.pop() ?? "") + part.literal);
		else runs.push("");
	}
	const longest = runs.reduce((best, run) => (run.length > best.length ? run : best));
	return { head: runs[0] ?? "", longest, tail: runs.at(-1) ?? "" };
}

/** A set of states, and where each character leads from it. */
interface StateSet {
	/** States that take a character, and the final one. */
	readonly states: readonly number[];
	readonly accepts: boolean;
	/** By ASCII character, and by any other one. */
	readonly next: (StateSet | undefined)[];
	readonly nextOther: Map<number, StateSet>;
}

/** Numbers to remember per pattern, and for all patterns. Beyond that, each character computes its set again. */
const maxMemory = 50_000;
const maxMemoryOfAll = 5_000_000;
const all = { memory: 0, generation: 0 };

/** A nondeterministic automaton that follows all of its states at once, and remembers sets of them. */
class Automaton {
	/** By state: the character that it takes, or the place that it needs. With neither it is a fork, or the end. */
	private readonly tests: (CharTest | undefined)[] = [undefined];
	private readonly places: (PlaceTest | undefined)[] = [undefined];
	private readonly targets: number[] = [-1];
	/** The second way of a fork. */
	private readonly forks: number[] = [-1];
	private start = 0;
	private hasPlaces = false;
	private readonly sets = new Map<string, StateSet>();
	private firstSet: StateSet | undefined;
	private memory = 0;
	private generation = -1;
	/** By state: the last closure that contains it. */
	private marks = new Int32Array(0);
	private mark = 0;

	/** False if the pattern is too large. */
	build(pattern: Pattern): boolean {
		this.start = this.add(pattern, 0);
		this.marks = new Int32Array(this.tests.length);
		return this.tests.length <= maxStates;
	}

	/** Adds a pattern before the state `next`; returns its first state. */
	private add(pattern: Pattern, next: number): number {
		if (this.tests.length > maxStates) return next;
		switch (pattern.kind) {
			case "char":
				return this.push(next, { test: pattern.test });
			case "place":
				this.hasPlaces = true;
				return this.push(next, { place: pattern.test });
			case "sequence":
				return pattern.parts.reduceRight((after, part) => this.add(part, after), next);
			case "choice":
				return pattern.options.map((option) => this.add(option, next)).reduce((a, b) => this.push(a, { fork: b }));
			case "repeat": {
				const { part, min, max } = pattern;
				let first = next;
				if (max === Number.POSITIVE_INFINITY) {
					first = this.push(next, { fork: next });
					this.targets[first] = this.add(part, first);
				} else
					for (let i = min; i < max && this.tests.length <= maxStates; i++) first = this.optional(part, first, next);
				for (let i = 0; i < min && this.tests.length <= maxStates; i++) first = this.add(part, first);
				return first;
			}
			default:
				return pattern satisfies never;
		}
	}

	private optional(part: Pattern, after: number, skipTo: number): number {
		return this.push(this.add(part, after), { fork: skipTo });
	}

	private push(
		target: number,
		{ test, place, fork = -1 }: { readonly test?: CharTest; readonly place?: PlaceTest; readonly fork?: number },
	): number {
		this.tests.push(test);
		this.places.push(place);
		this.targets.push(target);
		return this.forks.push(fork) - 1;
	}

	matches(text: string): boolean {
		if (this.generation !== all.generation) this.forget();
		let set = this.firstSet ?? this.reach([this.start], undefined, text.codePointAt(0));
		if (!this.hasPlaces) this.firstSet = set;
		for (let at = 0; at < text.length; ) {
			if (set.states.length === 0) return false;
			const known = set.next[text.charCodeAt(at)];
			if (known !== undefined) {
				set = known;
				at++;
				continue;
			}
			const codePoint = text.codePointAt(at) ?? 0;
			at += codePoint > 0xffff ? 2 : 1;
			set = set.nextOther.get(codePoint) ?? this.step(set, codePoint, text.codePointAt(at));
		}
		return set.accepts;
	}

	private step(from: StateSet, codePoint: number, after: number | undefined): StateSet {
		const targets: number[] = [];
		for (const state of from.states) if (this.tests[state]?.(codePoint)) targets.push(this.targets[state] ?? 0);
		const set = this.reach(targets, codePoint, after);
		if (this.mayRemember(1))
			if (codePoint < 128) from.next[codePoint] = set;
			else from.nextOther.set(codePoint, set);
		return set;
	}

	/** All states that are reached without a character. */
	private reach(from: readonly number[], before: number | undefined, after: number | undefined): StateSet {
		const states: number[] = [];
		const stack = [...from];
		this.mark++;
		for (let state = stack.pop(); state !== undefined; state = stack.pop()) {
			if (this.marks[state] === this.mark) continue;
			this.marks[state] = this.mark;
			const place = this.places[state];
			if (state === 0 || this.tests[state] !== undefined) states.push(state);
			else if (place === undefined) stack.push(this.targets[state] ?? 0, this.forks[state] ?? 0);
			else if (place(before, after)) stack.push(this.targets[state] ?? 0);
		}
		const set = { states, accepts: this.marks[0] === this.mark, next: [], nextOther: new Map() };
		if (this.hasPlaces || this.memory >= maxMemory) return set;
		const key = states.join();
		const known = this.sets.get(key);
		if (known === undefined && this.mayRemember(states.length + 8)) this.sets.set(key, set);
		return known ?? set;
	}

	/** Whether as many numbers more may be remembered. What a place leads to depends on its surroundings. */
	private mayRemember(count: number): boolean {
		if (this.hasPlaces || this.memory + count > maxMemory) return false;
		this.memory += count;
		all.memory += count;
		if (all.memory > maxMemoryOfAll) {
			all.memory = 0;
			all.generation++;
		}
		return true;
	}

	private forget(): void {
		this.sets.clear();
		this.firstSet = undefined;
		this.memory = 0;
		this.generation = all.generation;
	}
}
