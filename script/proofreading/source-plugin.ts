import type { TxtDocumentNode, TxtParagraphNode, TxtStrNode } from "@textlint/ast-node-types";
import type { TextlintPluginCreator } from "@textlint/types";
import { code, type Language, passagesOf } from "./source-prose.ts";

/** A textlint plugin that reads each comment and each string of a source as a paragraph. */
export const sourcePlugin: TextlintPluginCreator = {
	Processor: class {
		availableExtensions(): string[] {
			return ["typescript", "test", "hash"].map((language) => `.${language}`);
		}

		processor(extension: string) {
			return {
				preProcess: (text: string) => documentOf(text, extension.slice(1) as Language),
				postProcess: (messages: Parameters<Post>[0], filePath = "") => ({ messages, filePath }),
			};
		}
	},
};

type Post = ReturnType<InstanceType<TextlintPluginCreator["Processor"]>["processor"]>["postProcess"];

function documentOf(text: string, language: Language): TxtDocumentNode {
	const place = placesOf(text);
	const node = <Type extends string>(type: Type, start: number, end: number) => ({
		type,
		range: [start, end] as const,
		loc: { start: place(start), end: place(end) },
		raw: text.slice(start, end),
	});
	const paragraphs = passagesOf(text, language).map(({ start, text: masked }): TxtParagraphNode => {
		const words = [...masked.matchAll(new RegExp(`[^\\s${code}](?:[^\\n${code}]*[^\\s${code}])?`, "g"))];
		return {
			...node("Paragraph", start, start + masked.length),
			children: words.map(
				({ 0: value, index }): TxtStrNode => ({
					...node("Str", start + index, start + index + value.length),
					value,
				}),
			),
		};
	});
	return { ...node("Document", 0, text.length), children: paragraphs };
}

/** Lines count from 1 and columns from 0, as textlint counts them. */
function placesOf(text: string): (offset: number) => { line: number; column: number } {
	const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
	return (offset) => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: offset - (starts[low] ?? 0) };
	};
}
