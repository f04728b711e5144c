import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { defined } from "../../src/util/defined.ts";

export const root = path.join(import.meta.dirname, "../..");

/** A fenced block of a page. */
export interface Block {
	readonly page: string;
	/** Of its first line, counted from 1. */
	readonly line: number;
	readonly language: string;
	/** What follows the language. */
	readonly info: string;
	readonly text: string;
	/** What a comment right above it says, without its marks: `not run: ...`. */
	readonly note?: string;
}

/** The pages that people read: not those that tests read. */
export const pages: readonly string[] = execFileSync(
	"git",
	["-C", root, "ls-files", "-co", "--exclude-standard", "-z", "*.md"],
	{ encoding: "utf8" },
)
	.split("\0")
	.filter((name) => name !== "" && !name.startsWith("test/"))
	.sort();

export const read = (page: string): string => readFileSync(path.join(root, page), "utf8");

/** The fenced blocks of a Markdown text. https://spec.commonmark.org/0.31.2/#fenced-code-blocks */
export function blocksOf(page: string, text = read(page)): readonly Block[] {
	const blocks: Block[] = [];
	const lines = text.split("\n");
	let open:
		| { readonly fence: string; readonly indent: number; readonly words: readonly string[]; readonly at: number }
		| undefined;
	for (const [i, line] of lines.entries()) {
		const found = /^( *)(`{3,}|~{3,})[ \t]*([^`]*)$/.exec(line);
		if (open === undefined) {
			if (found === null) continue;
			const words = (found[3] ?? "").trim().split(/\s+/);
			open = { fence: found[2] ?? "", indent: found[1]?.length ?? 0, words, at: i };
		} else if (found !== null && found[3]?.trim() === "" && found[2]?.startsWith(open.fence)) {
			const { at, indent, words } = open;
			const body = lines
				.slice(at + 1, i)
				.map((one) => one.slice(Math.min(indent, one.length - one.trimStart().length)));
			const above = lines.slice(0, at).findLast((one) => one.trim() !== "");
			const note = /^\s*<!-- (.*) -->$/.exec(above ?? "")?.[1];
			const [language = "", ...info] = words;
			blocks.push({
				page,
				line: at + 1,
				language,
				info: info.join(" "),
				text: `${body.join("\n")}\n`,
				...defined({ note }),
			});
			open = undefined;
		}
	}
	return blocks;
}

export const blocks: readonly Block[] = pages.flatMap((page) => blocksOf(page));

/** The anchors of a page, as GitHub makes them of its headings; and those of HTML. */
export function anchorsOf(page: string): ReadonlySet<string> {
	const counts = new Map<string, number>();
	const anchors = new Set<string>();
	for (const [, id = ""] of read(page).matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(id);
	for (const { text } of headings(page)) {
		const plain = text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "");
		const base = plain
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, "")
			.replaceAll(" ", "-");
		const count = counts.get(base) ?? 0;
		counts.set(base, count + 1);
		anchors.add(count === 0 ? base : `${base}-${count}`);
	}
	return anchors;
}

function headings(page: string): readonly { readonly text: string }[] {
	return outside(page).flatMap((line) => {
		const found = /^#{1,6}\s+(.*?)\s*#*$/.exec(line);
		return found === null ? [] : [{ text: found[1] ?? "" }];
	});
}

/** The lines of a page that stand in no block; blank where one does. */
export function outside(page: string): readonly string[] {
	const lines = read(page).split("\n");
	for (const { line, text } of blocksOf(page))
		for (let i = line - 1; i < line + text.split("\n").length; i++) lines[i] = "";
	return lines;
}
