import type { DoctorCheck, DoctorResult } from "../../model/documents/documents.ts";
import { sanitizeLine } from "../../util/sanitize.ts";
import type { Paint } from "./colors.ts";

const marks = { good: ["green", "✓"], warning: ["yellow", "!"], failed: ["red", "✗"], skipped: ["dim", "-"] } as const;

/** One line per check, with reason and fix if it is not good, and a conclusion. */
export function doctorText({ checks }: DoctorResult, paint: Paint): string {
	const width = Math.max(...checks.map(({ id }) => id.length));
	const lines = checks.flatMap(({ id, state, found, why, fix }) => {
		const [colour, mark] = marks[state];
		const more = [why, fix && `fix: ${fix}`].filter((line) => line !== undefined);
		return [
			`${paint(colour, mark)} ${id.padEnd(width)}  ${sanitizeLine(found)}`,
			...more.map((line) => `${" ".repeat(width + 4)}${sanitizeLine(line ?? "")}`),
		];
	});
	return [...lines, "", lastWord(checks)].join("\n");
}

function lastWord(checks: readonly DoctorCheck[]): string {
	const failed = checks.filter(({ state }) => state === "failed").length;
	const warned = checks.filter(({ state }) => state === "warning").length;
	if (failed > 0) return `${failed} to fix${warned > 0 ? `, ${warned} to check` : ""}`;
	return warned > 0 ? `ready, ${warned} to check` : "ready";
}
