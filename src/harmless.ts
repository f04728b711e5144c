/** One line of text from a child or a repository, safe to show: no control character moves the cursor, no bidi mark reorders it. */
export function harmless(text: string): string {
	return text
		.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, "")
		.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ");
}

/** The same for text of several lines. */
export function harmlessLines(text: string): readonly string[] {
	return text.split(/\r?\n/).map((line) => harmless(line).trimEnd());
}
