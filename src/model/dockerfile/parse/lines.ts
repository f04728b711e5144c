import { expandWords } from "./expand-variables.ts";
import { stripByteOrderMark, trim, trimStart } from "./go-text.ts";

/** `# name=value` at the top of a Dockerfile. */
export interface Directive {
	readonly name: "escape" | "syntax" | "check";
	readonly value: string;
	readonly line: number;
}

/** `<<NAME`: an inline file. */
export interface Heredoc {
	readonly name: string;
	readonly content: string;
	/** Whether variables in it are expanded: its name is not quoted. */
	readonly expand: boolean;
	readonly line: number;
}

/** A line with its continuations. Line numbers start at 1. */
export interface LogicalLine {
	readonly text: string;
	readonly line: number;
	readonly endLine: number;
	/** The physical lines. */
	readonly raw: string;
	/** Comments directly above, without `#`. */
	readonly comments: readonly string[];
}

export interface LineProblem {
	readonly message: string;
	readonly line: number;
}

const directiveNames: ReadonlySet<string> = new Set(["escape", "syntax", "check"]);
const isComment = (line: string) => trimStart(line).startsWith("#");

/** Reads a Dockerfile line by line; the caller decides when heredoc bodies follow. */
export class LineReader {
	readonly directives: readonly Directive[];
	readonly problems: LineProblem[] = [];
	readonly escape: "\\" | "`";
	private readonly lines: readonly string[];
	private readonly continuation: RegExp;
	private at = 0;

	constructor(text: string) {
		const lines = stripByteOrderMark(text).split("\n");
		if (lines.at(-1) === "") lines.pop();
		this.lines = lines;
		this.directives = this.readDirectives();
		const mark = this.directives.find(({ name }) => name === "escape")?.value;
		this.escape = mark === "`" ? "`" : "\\";
		// The escape character at the end of the line, unless it is escaped itself.
		this.continuation = this.escape === "`" ? /(?<!`)`[ \t]*$/ : /(?<!\\)\\[ \t]*$/;
	}

	private readDirectives(): Directive[] {
		const directives: Directive[] = [];
		for (const [index, text] of this.lines.entries()) {
			const match = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=(.+)$/.exec(trimStart(stripEnd(text)));
			const name = match?.[1]?.toLowerCase();
			if (name === undefined || !directiveNames.has(name)) break;
			const written = match?.[2] ?? "";
			const directive = { name, value: written.trim() || written.slice(-1), line: index + 1 } as Directive;
			if (directives.some((other) => other.name === name))
				this.problems.push({ message: `only one ${name} parser directive can be used`, line: directive.line });
			if (name === "escape" && !["`", "\\"].includes(directive.value))
				this.problems.push({
					message: `invalid escape token '${directive.value}', it must be \` or \\`,
					line: directive.line,
				});
			directives.push(directive);
		}
		return directives;
	}

	/** The next logical line; undefined at the end of the file. */
	nextLine(): LogicalLine | undefined {
		let comments: string[] = [];
		for (; this.at < this.lines.length; this.at++) {
			const text = trimStart(stripEnd(this.lines[this.at] ?? ""));
			if (text.startsWith("#")) {
				const comment = trim(text.slice(1));
				if (comment === "") comments = [];
				else comments.push(comment);
			} else if (text !== "") break;
		}
		if (this.at >= this.lines.length) return undefined;
		const start = this.at;
		let { text, open } = this.cut(trimStart(stripEnd(this.lines[this.at++] ?? "")));
		while (open && this.at < this.lines.length) {
			const more = stripEnd(this.lines[this.at++] ?? "");
			// Comments and blank lines between continued lines are skipped.
			if (isComment(more) || trimStart(more) === "") continue;
			const part = this.cut(more);
			text += part.text;
			open = part.open;
		}
		const raw = this.lines.slice(start, this.at).map(stripEnd).join("\n");
		return { text, line: start + 1, endLine: this.at, raw, comments };
	}

	private cut(line: string): { text: string; open: boolean } {
		const match = this.continuation.exec(line);
		return match === null ? { text: line, open: false } : { text: line.slice(0, match.index), open: true };
	}

	/** The body of a heredoc, up to the line with its name; undefined if that line is missing. */
	readHeredocBody(name: string, chomp: boolean): { content: string; endLine: number } | undefined {
		let content = "";
		for (let at = this.at; at < this.lines.length; at++) {
			const line = this.lines[at] ?? "";
			const stripped = stripEnd(line);
			if ((chomp ? stripped.replace(/^\t+/, "") : stripped) === name) {
				this.at = at + 1;
				return { content: chomp ? content.replace(/^\t+/gm, "") : content, endLine: this.at };
			}
			content += `${line}\n`;
		}
		this.at = this.lines.length;
		return undefined;
	}
}

/** Without the carriage returns at its end. A loop, since a regular expression takes quadratic time. */
function stripEnd(line: string): string {
	let end = line.length;
	while (line[end - 1] === "\r") end--;
	return line.slice(0, end);
}

export interface HeredocStart {
	readonly name: string;
	readonly chomp: boolean;
	readonly expand: boolean;
}

const keepAll = { escape: "\\", lookup: () => ({ kind: "unset" }) as const } as const;

/** Parses `<<EOF`, `<<-"EOF"`, `3<<EOF`; undefined for any other word. */
export function parseHeredocStart(word: string): HeredocStart | undefined {
	const match = /^\d*<<(-?)\s*([^<\s][^<]*)$/.exec(word);
	if (match === null) return undefined;
	try {
		const name = expandWords(match[2] ?? "", { ...keepAll, lookup: keepName });
		const raw = expandWords(match[2] ?? "", { ...keepAll, quotes: "keep" });
		if (name.length !== 1 || raw.length !== 1) return undefined;
		const quotes = (text: string) => text.replace(/[^'"]/g, "").length;
		return { name: name[0] ?? "", chomp: match[1] === "-", expand: quotes(name[0] ?? "") === quotes(raw[0] ?? "") };
	} catch {
		return undefined;
	}
}

/** An unset variable in a heredoc's name stays as written. */
const keepName = (name: string) => ({ kind: "set", value: `$${name}` }) as const;

/** The heredocs that a line opens, in order. */
export function findHeredocStarts(line: string): readonly HeredocStart[] {
	if (!line.includes("<<")) return [];
	try {
		return expandWords(line, { ...keepAll, quotes: "keep" }).flatMap((word) => parseHeredocStart(word) ?? []);
	} catch {
		// The engine treats a line that it cannot split as one without heredocs.
		return [];
	}
}
