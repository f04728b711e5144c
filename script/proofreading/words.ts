// The vocabulary of docs/style.md: its table "Words" is what the rule `words` checks.

/** A phrase that is not used, and what is used instead. */
export interface Entry {
	readonly phrase: string;
	readonly use: string;
	/** Phrases around it that are fine. */
	readonly except: readonly string[];
}

export interface Match {
	readonly index: number;
	readonly phrase: string;
	readonly use: string;
}

/** The rows of the table: `| use | not (but: except) | because |`, phrases separated by commas. */
export function vocabularyOf(style: string): readonly Entry[] {
	const table = /^## Words$([\s\S]*?)^## /m.exec(style)?.[1] ?? "";
	return table
		.split("\n")
		.filter((line) => line.startsWith("|"))
		.slice(2)
		.flatMap((line) => {
			const [, use = "", cell = ""] = line.split("|").map((text) => text.trim());
			const [, not = "", except = ""] = /^(.*?)(?: \(but: (.*)\))?$/.exec(cell) ?? [];
			return phrasesIn(not).map((phrase) => ({ phrase, use, except: phrasesIn(except) }));
		});
}

const phrasesIn = (text: string) => text.split(/,\s*/).filter((phrase) => phrase !== "");

/** Finds the phrases of a vocabulary in a text: whole words in any case. `…` in a phrase is any one word, or code. */
export function finder(vocabulary: readonly Entry[]): (text: string) => readonly Match[] {
	const entries = vocabulary.map((entry) => ({
		...entry,
		pattern: patternOf(entry.phrase),
		except: entry.except.map(patternOf),
	}));
	const any = new RegExp(entries.map(({ pattern }) => pattern.source).join("|"), "iu");
	return (text) => {
		if (!any.test(text)) return [];
		const found = entries.flatMap(({ phrase, use, pattern, except }) => {
			const allowed = except.flatMap((exception) => spansOf(exception, text));
			return spansOf(pattern, text)
				.filter((span) => !allowed.some((other) => other.start < span.end && span.start < other.end))
				.map((span) => ({ ...span, phrase, use }));
		});
		// Of phrases within each other, the longest.
		return found
			.filter(
				(match) => !found.some((other) => other !== match && other.start <= match.start && match.end <= other.end),
			)
			.map(({ start, phrase, use }) => ({ index: start, phrase, use }));
	};
}

const spansOf = (pattern: RegExp, text: string) =>
	[...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));

function patternOf(phrase: string): RegExp {
	const words = phrase.split(/\s+/).map((word) => (word === "…" ? "(?:\uFFFC+|[\\p{L}\\d_'’-]+)" : word));
	return new RegExp(`(?<![\\p{L}\\d_-])${words.join("\\s+")}(?![\\p{L}\\d_-])`, "giu");
}
