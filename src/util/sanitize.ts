/** What a terminal acts upon: CSI, OSC and the like, seven-bit and eight-bit (ECMA-48). One without an end goes as far as its line. */
const escapes = /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g;
/** Control characters, and marks that turn the direction of writing. */
const controls = /[\p{Cc}\p{Bidi_Control}]+/gu;

/** A text of several lines without escape codes, direction marks and control characters, but for tabs and line ends. */
export function sanitizeText(text: string): string {
	return text.replace(escapes, "").replace(controls, (found) => found.replace(/[^\t\n]/gu, ""));
}

/** One line of text from a child or a repository, safe to show: no control character moves the cursor, no bidi mark reorders it. */
export function sanitizeLine(text: string): string {
	return text.replace(escapes, "").replace(controls, " ");
}

/** The same for text of several lines. */
export function sanitizeLines(text: string): readonly string[] {
	return text.split(/\r?\n/).map((line) => sanitizeLine(line).trimEnd());
}
