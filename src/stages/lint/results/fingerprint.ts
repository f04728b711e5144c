import { createHash } from "node:crypto";
import type { Finding } from "../../../model/documents/lint.ts";

/** Texts of files as findings name them; undefined when there is no such file. */
export type ReadText = (file: string) => string | undefined;

/**
 * What makes a finding the same one tomorrow: its rule, its file and what its line says, wherever that line has moved. Where it has no line,
 * its message. Two that are alike in all of that have the same: they are told apart by counting.
 */
export function fingerprint({ code, message, at }: Finding, text: ReadText): string {
	const line = at?.line === undefined ? undefined : lineOf(text(at.file), at.line);
	const what = line === undefined || line === "" ? ["message", message] : ["line", line];
	return createHash("sha256")
		.update(JSON.stringify([code, at?.file ?? "", ...what]))
		.digest("hex")
		.slice(0, 32);
}

/** A line without what only moves it: blanks around and between its words. */
function lineOf(text: string | undefined, line: number): string | undefined {
	return text
		?.split(/\r\n|\r|\n/)
		[line - 1]?.trim()
		.replace(/\s+/g, " ");
}

/** Every finding with its fingerprint and, among those that share it, which one it is (from 1). */
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
