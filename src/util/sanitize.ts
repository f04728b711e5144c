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
