// Finds the prose in a source: comments, and strings that read as text. What a textlint plugin needs to check them.
import type { Node } from "acorn";
import { childrenOf, parseSource } from "../syntax.ts";

/** Text that is read as one. Offsets are those of the file. */
export interface Passage {
	readonly kind: "comment" | "string";
	readonly start: number;
	/** As long as the passage. A blank stands for each character of syntax, {@link code} for each one of code. */
	readonly text: string;
}

/** Stands for a character of code in a passage: the code counts as one word. */
export const code = "\uFFFC";

/** How a file is read: `test` has prose in its comments and test names only. */
export type Language = "typescript" | "test" | "hash";

export function passagesOf(text: string, language: Language): readonly Passage[] {
	return language === "hash" ? hashComments(text) : typescriptPassages(text, language);
}

function typescriptPassages(text: string, language: Language): readonly Passage[] {
	const literals = literalsOf(text);
	let rest = text;
	for (const { start, end } of literals) rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
	const strings = literals
		.filter(({ isText, inTestName }) => isText && (language !== "test" || inTestName))
		.map(({ start, end, holes }) => {
			let masked = text.slice(start, end);
			for (const hole of holes) masked = fill(masked, hole.start - start, hole.end - start);
			return { kind: "string" as const, start, text: maskString(masked) };
		});
	return [...slashComments(rest, text), ...strings.filter(({ text }) => readsAsProse(text))];
}

interface Literal {
	readonly start: number;
	readonly end: number;
	/** False for a regular expression. */
	readonly isText: boolean;
	/** The first argument of `test()`. */
	readonly inTestName: boolean;
	/** The expressions in a template. */
	readonly holes: readonly { readonly start: number; readonly end: number }[];
}

/**
 * The strings, templates and regular expressions of a TypeScript source, outer ones before those in their expressions.
 */
function literalsOf(text: string): readonly Literal[] {
	const literals: Literal[] = [];
	const visit = (node: Node, inTestName: boolean): void => {
		const { type, start, end, value, regex, expressions, callee } = node as Node & {
			value?: unknown;
			regex?: unknown;
			expressions?: readonly Node[];
			callee?: Node & { name?: string };
		};
		if (type === "Literal" && (regex !== undefined || typeof value === "string")) {
			literals.push({ start, end, isText: regex === undefined, inTestName, holes: [] });
		} else if (type === "TemplateLiteral") {
			const holes = (expressions ?? []).map((hole) => ({
				start: text.lastIndexOf("${", hole.start),
				end: text.indexOf("}", hole.end) + 1,
			}));
			literals.push({ start, end, isText: true, inTestName, holes });
		}
		const isTest = callee?.name === "test";
		for (const child of childrenOf(node)) visit(child, isTest && child !== callee && inFirst(node, child));
	};
	visit(parseSource(text), false);
	return literals;
}

const inFirst = (call: Node, child: Node) => (call as Node & { arguments?: readonly Node[] }).arguments?.[0] === child;

/** `rest` is the text without its literals; line comments that follow each other are one passage. */
function slashComments(rest: string, text: string): readonly Passage[] {
	// A string in a type is skipped: `"https://..."` begins no comment.
	const pattern = /"(?:[^"\\\n]|\\.)*"|\/\*[\s\S]*?\*\/|(?<=^[\t ]*|[\t ])\/\/[^\n]*(?:\n[\t ]*\/\/[^\n]*)*/gm;
	return [...rest.matchAll(pattern)]
		.filter(([found]) => found.startsWith("/"))
		.map(({ 0: found, index }) => ({
			kind: "comment" as const,
			start: index,
			text: maskComment(text.slice(index, index + found.length)),
		}));
}

function hashComments(text: string): readonly Passage[] {
	const comments = [...text.matchAll(/^[\t ]*#(?!!)[^\n]*(?:\n[\t ]*#[^\n]*)*/gm)].map(({ 0: found, index }) => ({
		kind: "comment" as const,
		start: index,
		text: maskComment(found),
	}));
	const messages = [...text.matchAll(/\b(?:die|say) (["'])(.*?)\1/g)].map(({ 0: found, index, 2: said = "" }) => ({
		kind: "string" as const,
		start: index + found.length - said.length - 1,
		text: maskString(said.replace(/\$(?:\w+|\{[^}]*\}|\([^)]*\))/g, (hole) => code.repeat(hole.length))),
	}));
	return [...comments, ...messages];
}

const blank = (text: string) => text.replace(/[^\n]/g, " ");
const hide = (text: string) => code.repeat(text.length);
const fill = (text: string, start: number, end: number) =>
	text.slice(0, start) + code.repeat(end - start) + text.slice(end);

/** Hides what is code in any text: code spans, addresses, links of docstrings, tags. */
function maskCode(text: string): string {
	return text
		.replace(/`[^`\n]+`/g, hide)
		.replace(/\{@\w+ [^}]*\}/g, hide)
		.replace(/\b[a-z+]+:\/\/[^\s)]+/g, hide)
		.replace(/<\/?[a-z][^<>\n]*>/gi, hide);
}

function maskComment(text: string): string {
	return maskCode(
		text
			.replace(/^[\t ]*(?:\/\*+|\*(?!\/)|\/\/+|#+)/gm, blank)
			.replace(/\*\/$/, blank)
			.replace(/^[\t ]*(?:biome-ignore|shellcheck|@ts-)[^\n]*/gm, blank),
	);
}

/** Escapes are blank, but an escaped backtick and what stands between two is code. */
const maskString = (text: string) =>
	maskCode(text.replace(/^["'`]|["'`]$/g, " ").replace(/\\`/g, " `"))
		.replace(/\\(?:u\{?[\da-f]+\}?|x[\da-f]{2}|.)/gi, blank)
		.replaceAll("`", " ");

/** Three words, two of which follow each other in small letters. */
const readsAsProse = (text: string) =>
	/[A-Za-z][a-z'’]*,? [a-z'’]+\b/.test(text) && (text.match(/[A-Za-z][a-z'’]+/g)?.length ?? 0) >= 3;
