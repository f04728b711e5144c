import { sanitizeText } from "../../util/sanitize.ts";

/** What is not seen, and could stand between the parts of a command. */
const invisible = /[\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff]/g;

/**
 * A line of a stranger's output, safe to print anywhere: no escape codes, no control or direction marks, cut to `limit`
 * characters, and never a workflow command (`::set-output ...` and the older `##[...]` are taken apart by a space).
 */
export function sanitizeLogLine(line: string, limit = 500): string {
	const plain = sanitizeText(line)
		.replace(/[\t\n]/g, (one) => (one === "\t" ? " " : ""))
		.replace(invisible, "")
		.replace(/^(\s*):(?=:)/, "$1: ")
		.replaceAll("##[", "## [");
	return plain.length > limit ? `${plain.slice(0, limit)} ... (${plain.length - limit} more)` : plain;
}

/** Text as harmless lines; a lone carriage return starts a line of its own, as the runner sees it. */
export function sanitizeLogLines(text: string, limit = 500): readonly string[] {
	return text
		.split(/\r\n|\n|\r/)
		.map((line) => sanitizeLogLine(line, limit))
		.filter((line) => line.trim() !== "");
}
