import { createHash } from "node:crypto";
import type { Finding } from "../../../model/documents/lint.ts";

/** Returns the text of a file in a finding; undefined if it does not exist. */
export type ReadText = (file: string) => string | undefined;

/**
 * Identifies a finding when lines move: by rule, file and text of the line. Without a line, by its message. Findings
 * that agree in all of that have the same fingerprint, and an occurrence number.
 */
export function fingerprint({ code, message, at }: Finding, text: ReadText): string {
	const line = at?.line === undefined ? undefined : lineOf(text(at.file), at.line);
	const what = line === undefined || line === "" ? ["message", message] : ["line", line];
	return createHash("sha256")
		.update(JSON.stringify([code, at?.file ?? "", ...what]))
		.digest("hex")
		.slice(0, 32);
}

/** A line with white space normalized. */
function lineOf(text: string | undefined, line: number): string | undefined {
	return text
		?.split(/\r\n|\r|\n/)
		[line - 1]?.trim()
		.replace(/\s+/g, " ");
}

/** Each finding with its fingerprint and its number among those with the same one, from 1. */
export function fingerprintFindings(
	findings: readonly Finding[],
	text: ReadText,
): readonly { readonly finding: Finding; readonly fingerprint: string; readonly occurrence: number }[] {
	const seen = new Map<string, number>();
	return findings.map((finding) => {
		const mark = fingerprint(finding, text);
		const occurrence = (seen.get(mark) ?? 0) + 1;
		seen.set(mark, occurrence);
		return { finding, fingerprint: mark, occurrence };
	});
}
