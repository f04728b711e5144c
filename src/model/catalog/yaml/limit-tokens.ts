import { type CST, Lexer, Parser } from "yaml";
import type { Fault } from "../problems.ts";
import { codePoint, findInvisible } from "../values/quote.ts";

/** A catalog of a thousand services has half a million characters and 160,000 lexemes. */
const maxLength = 1024 * 1024;
const maxLexemes = 250_000;
/** A catalog is about six deep. */
const maxDepth = 64;

/** A text that is not parsed to its end: too long, invisible characters, or too deep nesting. */
export class UnreadableYaml extends Error {
	readonly fault: Fault;
	readonly offset: number;

	constructor(fault: Fault, offset: number) {
		super(fault.message);
		this.fault = fault;
		this.offset = offset;
	}
}

/** The YAML tokens of a text. Throws UnreadableYaml before any recursive or slow code reads the offending part. */
export function* readTokens(text: string): Generator<CST.Token, void> {
	const large: Fault = { code: "catalog/too-large", message: "the catalog is too large", fix: "split it" };
	if (text.length > maxLength) throw new UnreadableYaml(large, 0);
	const invisible = findInvisible(text.replace(/^\ufeff/, " "));
	if (invisible !== undefined)
		throw new UnreadableYaml(illegalCharacter(text.slice(invisible, invisible + 2)), invisible);
	const parser = new Parser();
	const depth = new Depth();
	let lexemes = 0;
	let offset = 0;
	for (const lexeme of new Lexer().lex(text)) {
		if (++lexemes > maxLexemes) throw new UnreadableYaml(large, offset);
		const size = marks.has(lexeme) ? 0 : lexeme.length;
		if (depth.after(lexeme, size) > maxDepth)
			throw new UnreadableYaml(
				{ code: "catalog/too-deep", message: `nested more than ${maxDepth} levels deep` },
				offset,
			);
		offset += size;
		yield* parser.next(lexeme);
	}
	yield* parser.end();
}

/** Control lexemes of the lexer, which have no length in the text. */
const marks: ReadonlySet<string> = new Set(["\u0002", "\u0018", "\u001f"]);

/** Nesting depth so far: by brackets, indentation, or indicators on one line. */
class Depth {
	#flow = 0;
	#indicators = 0;
	#column = 0;
	#lineStart = true;
	readonly #indents: number[] = [];

	after(lexeme: string, size: number): number {
		const lineEnd = lexeme.lastIndexOf("\n");
		if (lexeme === "[" || lexeme === "{") this.#flow++;
		else if (lexeme === "]" || lexeme === "}") this.#flow--;
		else if (lexeme === "-" || lexeme === "?" || lexeme === ":") this.#indicators++;
		if (this.#lineStart && this.#flow === 0 && size > 0 && !/^\s*(?:#|$)/.test(lexeme)) {
			while ((this.#indents.at(-1) ?? -1) >= this.#column) this.#indents.pop();
			this.#indents.push(this.#column);
			this.#lineStart = false;
		}
		if (lineEnd < 0) this.#column += size;
		else {
			this.#column = size - lineEnd - 1;
			this.#indicators = 0;
			this.#lineStart = true;
		}
		return Math.max(this.#flow, this.#indents.length, this.#flow === 0 ? this.#indicators : 0);
	}
}

/** The fault of the first character of a text. */
export function illegalCharacter(text: string): Fault {
	if (text.startsWith("\ufffd"))
		return { code: "catalog/character", message: "the file is not UTF-8 here", fix: "save it as UTF-8" };
	const message = `invisible character ${codePoint(text)}`;
	return { code: "catalog/character", message, why: "it can make a text look like another one", fix: "remove it" };
}
