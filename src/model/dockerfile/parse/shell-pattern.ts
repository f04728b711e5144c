/** An item of a pattern: a character, `?` or `*`. */
type Item = { readonly kind: "char"; readonly char: string } | { readonly kind: "any" } | { readonly kind: "star" };

/**
 * A pattern of a parameter expansion, in which only `*` and `?` have a meaning. As in BuildKit they match no line end.
 * Takes time in proportion to the lengths of text and pattern.
 */
export class ShellPattern {
	private readonly items: readonly Item[];

	private constructor(items: readonly Item[]) {
		this.items = items;
	}

	/** Parses a pattern; a string is the escape that BuildKit refuses. */
	static parse(text: string): ShellPattern | string {
		const items: Item[] = [];
		const chars = [...text];
		for (let i = 0; i < chars.length; i++) {
			const char = chars[i] ?? "";
			if (char === "*") {
				if (items.at(-1)?.kind !== "star") items.push({ kind: "star" });
			} else if (char === "?") items.push({ kind: "any" });
			else if (char === "\\") {
				const next = chars[i + 1] ?? "";
				if (next === "}" || next === "/") continue;
				if (next !== "*" && next !== "?" && next !== "\\") return `invalid escape '\\${next}'`;
				items.push({ kind: "char", char: next });
				i++;
			} else items.push({ kind: "char", char });
		}
		return new ShellPattern(items);
	}

	/** The comparisons that a search in a text may take. */
	cost(length: number): number {
		return (this.items.length + 1) * (length + 1);
	}

	/** The same pattern for reversed texts. */
	reversed(): ShellPattern {
		return new ShellPattern(this.items.toReversed());
	}

	/** Length of the shortest or longest prefix that matches; undefined if none does. */
	prefix(chars: readonly string[], want: "shortest" | "longest"): number | undefined {
		return this.find(chars, { from: 0, moves: false, want })?.end;
	}

	/** The first match at or after an index, as long as possible. */
	private search(chars: readonly string[], from: number): { readonly start: number; readonly end: number } | undefined {
		return this.find(chars, { from, moves: true, want: "longest" });
	}

	/** The pieces of a text around its first or all matches, which `replacement` joins. */
	*split(chars: readonly string[], matches: "first" | "all"): Generator<string, void> {
		let end = 0;
		let joined = "";
		for (let from = 0; from <= chars.length; ) {
			const match = this.search(chars, from);
			if (match === undefined) break;
			joined += chars.slice(end, match.start).join("");
			// Like Go: an empty match right after another one does not count.
			if (match.end > end || match.start === 0) {
				yield joined;
				joined = "";
			}
			end = match.end;
			if (matches === "first") break;
			from = Math.max(match.end, from + 1);
		}
		yield joined + chars.slice(end).join("");
	}

	/** Follows all partial matches at once. By item: the earliest start of a match that continues there, or -1. */
	private find(
		chars: readonly string[],
		{ from, moves, want }: { readonly from: number; readonly moves: boolean; readonly want: "shortest" | "longest" },
	): { readonly start: number; readonly end: number } | undefined {
		const { items } = this;
		const final = items.length;
		let starts = new Int32Array(final + 1).fill(-1);
		let next = new Int32Array(final + 1);
		let best: { start: number; end: number } | undefined;
		for (let at = from; ; at++) {
			if (best === undefined && (moves || at === from) && starts[0] === -1) starts[0] = at;
			let isAlive = false;
			const char = chars[at];
			next.fill(-1);
			for (let i = 0; i <= final; i++) {
				const start = starts[i] ?? -1;
				if (start === -1 || (best !== undefined && start > best.start)) continue;
				const item = items[i];
				if (item === undefined) best = { start, end: at };
				else if (item.kind === "star") {
					lower(starts, i + 1, start);
					if (char !== undefined && char !== "\n") lower(next, i, start);
				} else if (char !== undefined && (item.kind === "any" ? char !== "\n" : char === item.char))
					lower(next, i + 1, start);
				isAlive = true;
			}
			if (best !== undefined && want === "shortest") return best;
			if (char === undefined || (!isAlive && (best !== undefined || !moves))) return best;
			[starts, next] = [next, starts];
		}
	}
}

function lower(list: Int32Array, index: number, start: number): void {
	const known = list[index] ?? -1;
	if (known === -1 || start < known) list[index] = start;
}
