import type { Finding, LintResult } from "../../model/documents/lint.ts";
import { plural } from "../../util/format.ts";
import { sanitizeLine } from "../../util/sanitize.ts";
import { findingRemarks, findingTotals } from "../text/finding-lists.ts";
import type { Paint } from "./colors.ts";

const severityColour = { error: "red", warning: "yellow", note: "dim" } as const;

/** A lint result: fixes, then one row per finding by file, worst first, and totals. */
export function findingTable(lint: LintResult, paint: Paint): string {
	const { findings, fixed } = lint;
	const files = Map.groupBy(findings, ({ at }) => at?.file ?? "");
	const widths = {
		place: Math.max(0, ...findings.map((finding) => placeOf(finding).length)),
		rule: Math.max(0, ...findings.map(({ code }) => code.length)),
	};
	return [
		...(fixed === undefined ? [] : [fixedText(fixed, paint), ""]),
		...[...files].flatMap(([file, ofFile]) => [
			paint("bold", sanitizeLine(file)),
			...ofFile.map((finding) => row(finding, widths, paint)),
			"",
		]),
		...findingRemarks(lint).map((line) => paint("dim", sanitizeLine(line))),
		findingTotals(lint),
	].join("\n");
}

/** `12:3`, the line and the column. */
const placeOf = ({ at }: Finding) => [at?.line, at?.column].filter((part) => part !== undefined).join(":");

function row(finding: Finding, widths: { readonly place: number; readonly rule: number }, paint: Paint): string {
	const { severity, message, code, fix } = finding;
	const place = placeOf(finding).padStart(widths.place);
	const head = `  ${place}  ${paint(severityColour[severity], severity.padEnd(7))}  ${paint("dim", code.padEnd(widths.rule))}  `;
	const indent = " ".repeat(widths.place + widths.rule + 15);
	return `${head}${sanitizeLine(message)}${fix === undefined ? "" : `\n${indent}fix: ${sanitizeLine(fix)}`}`;
}

function fixedText({ findings, written, files }: NonNullable<LintResult["fixed"]>, paint: Paint): string {
	if (files.length === 0) return "nothing to fix";
	const diffs = files.flatMap(({ diff }) => diff.trimEnd().split("\n")).map((line) => coloured(line, paint));
	const done = written ? "fixed" : "would be fixed";
	return [...diffs, "", `${plural(findings, "finding")} ${done} in ${plural(files.length, "file")}`].join("\n");
}

function coloured(line: string, paint: Paint): string {
	const text = sanitizeLine(line);
	if (/^(?:---|\+\+\+) /.test(line)) return paint("bold", text);
	if (line.startsWith("+")) return paint("green", text);
	return line.startsWith("-") ? paint("red", text) : text;
}
