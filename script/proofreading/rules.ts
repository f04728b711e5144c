import type { TxtParentNode } from "@textlint/ast-node-types";
import type { TextlintRuleModule, TextlintRuleReporter } from "@textlint/types";
import { code } from "./source-prose.ts";
import { type Entry, finder } from "./words.ts";

const mostWords = 40;

/** Words of docs/style.md that are not used. */
export function wordsRule(vocabulary: readonly Entry[]): TextlintRuleModule {
	const find = finder(vocabulary);
	return eachText((text, report) => {
		for (const { index, phrase, use } of find(text)) report(index, `"${phrase}": use ${use}`);
	});
}

/** Sentences of more than 40 words. */
export const sentenceRule: TextlintRuleModule = eachText((text, report) => {
	for (const { segment, index } of sentences.segment(text)) {
		const words = segment.match(new RegExp(`[\\p{L}\\d${code}][^\\s]*`, "gu"))?.length ?? 0;
		if (words > mostWords) report(index + segment.search(/\S/), `a sentence of ${words} words: at most ${mostWords}`);
	}
});

/** The same word twice. */
export const repeatedRule: TextlintRuleModule = eachText((text, report) => {
	for (const { index, 1: word = "" } of text.matchAll(/\b([a-z]{2,})\s+\1\b(?!-)/gi)) {
		if (!/^(that|had)$/i.test(word)) report(index, `"${word}" is repeated`);
	}
});

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/** Calls back with the prose of each paragraph, heading and table cell. */
function eachText(check: (text: string, report: (index: number, message: string) => void) => void): TextlintRuleModule {
	const reporter: TextlintRuleReporter = ({ report, RuleError, locator }) => {
		const visit = (node: TxtParentNode) =>
			check(proseOf(node), (index, message) => report(node, new RuleError(message, { padding: locator.at(index) })));
		return { Paragraph: visit, Header: visit, TableCell: visit };
	};
	return reporter;
}

/** The text of a node, as long as its source: characters of code become {@link code}, of syntax a blank. */
function proseOf(node: TxtParentNode): string {
	let prose = node.raw.replace(/[^\n]/g, " ");
	const put = (start: number, text: string) => {
		const at = start - node.range[0];
		prose = prose.slice(0, at) + text + prose.slice(at + text.length);
	};
	const visit = ({ children }: TxtParentNode): void => {
		for (const child of children) {
			if (child.type === "Str") put(child.range[0], child.raw);
			else if (child.type === "Code") put(child.range[0], code.repeat(child.raw.length));
			else if ("children" in child) visit(child);
		}
	};
	visit(node);
	return prose;
}
