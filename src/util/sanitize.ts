/** Terminal escape sequences (ECMA-48), 7-bit and 8-bit. One without an end extends to the end of its line. */
const escapes = /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g;
/** Control characters and bidirectional marks. */
const controls = /[\p{Cc}\p{Bidi_Control}]+/gu;

/** Removes escape sequences, bidirectional marks and control characters; keeps tabs and line feeds. */
export function sanitizeText(text: string): string {
	return text.replace(escapes, "").replace(controls, (match) => match.replace(/[^\t\n]/gu, ""));
}

/** Untrusted text as one line that is safe to print: control characters and bidirectional marks become spaces. */
export function sanitizeLine(text: string): string {
	return text.replace(escapes, "").replace(controls, " ");
}

/** The same for text of several lines. */
export function sanitizeLines(text: string): readonly string[] {
	return text.split(/\r?\n/).map((line) => sanitizeLine(line).trimEnd());
}

/** Invisible characters, which could hide in a command. */
const invisible = /[\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff]/g;

/**
 * A line of untrusted output, safe for a workflow log: like `sanitizeLine`, cut to `limit` characters, and never a
 * workflow command (a space splits `::set-output ...` and the older `##[...]`).
 */
export function sanitizeLogLine(line: string, limit = 500): string {
	const plain = sanitizeText(line)
		.replace(/[\t\n]/g, (char) => (char === "\t" ? " " : ""))
		.replace(invisible, "")
		.replace(/^(\s*):(?=:)/, "$1: ")
		.replaceAll("##[", "## [");
	return plain.length > limit ? `${plain.slice(0, limit)} ... (${plain.length - limit} more)` : plain;
}

/** The lines of a text, without empty ones. A lone carriage return starts a line, as in the runner. */
export function sanitizeLogLines(text: string, limit = 500): readonly string[] {
	return text
		.split(/\r\n|\n|\r/)
		.map((line) => sanitizeLogLine(line, limit))
		.filter((line) => line.trim() !== "");
}
