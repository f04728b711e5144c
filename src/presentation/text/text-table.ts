import type { ServiceRow } from "../../model/documents/report.ts";
import { formatDuration, formatSize, shortDigest } from "../../util/format.ts";
import { sanitizeLine } from "../../util/sanitize.ts";
import { padLeft, padRight, textWidth, truncateToWidth } from "../../util/text-width.ts";
import { colorOf } from "../run/run-verdict.ts";

interface Column {
	readonly title: string;
	readonly right?: true;
	readonly cell: (row: ServiceRow) => string;
}

const service: Column = { title: "SERVICE", cell: ({ service }) => service };
const decision: Column = {
	title: "DECISION",
	cell: (row) => (colorOf(row) === "red" ? `✗ ${row.outcome}` : row.decision),
};
const why: Column = { title: "WHY", cell: ({ why, problem }) => problem ?? why };

const columnsOf: Readonly<Record<TableLayout, readonly Column[]>> = {
	plan: [{ ...decision, cell: (row) => (row.decision === "blocked" ? "✗ blocked" : row.decision) }, service, why],
	run: [
		service,
		decision,
		{ title: "DIGEST", cell: ({ digest }) => (digest === undefined ? "-" : shortDigest(digest)) },
		{ title: "SIZE", right: true, cell: (row) => (row.size === undefined ? "-" : formatSize(row.size)) },
		{ title: "BUILD", right: true, cell: ({ buildMs }) => (buildMs === undefined ? "-" : formatDuration(buildMs)) },
		{ title: "CHECKS", cell: checksWord },
		{ title: "HEALTH", cell: healthWord },
		{
			title: "LATENCY",
			right: true,
			cell: ({ latencyMs }) => (latencyMs === undefined ? "-" : formatDuration(latencyMs)),
		},
		why,
	],
};

/** `plan`: decisions and reasons; `run`: results too. */
export type TableLayout = "plan" | "run";

/** `✓ aarch64`, `✗ unhealthy`; `-` if not tried. */
export function healthWord({ health, architecture }: ServiceRow): string {
	if (health === "healthy") return `✓ ${architecture ?? "healthy"}`;
	if (health === "unhealthy") return "✗ unhealthy";
	return health === "unknown" || health === "not tried" ? `? ${health}` : "-";
}

/** `✓ 24`, `! 22 of 24`, `✗ 21 of 24`; `-` if nothing was checked. */
export function checksWord({ checks }: ServiceRow): string {
	if (checks === undefined) return "-";
	const { passed, failed, warned } = checks;
	const mark = failed.length > 0 ? "✗" : warned.length > 0 ? "!" : "✓";
	const bad = failed.length + warned.length;
	return bad === 0 ? `${mark} ${passed}` : `${mark} ${passed} of ${passed + bad}`;
}

/** The table for terminals: plain text, aligned columns, empty ones omitted, the last one cut to the width. */
export function textTable(
	rows: readonly ServiceRow[],
	width = Number.POSITIVE_INFINITY,
	layout: TableLayout = "run",
): string {
	const columns = columnsOf[layout].filter(({ cell }) => rows.length === 0 || rows.some((row) => cell(row) !== "-"));
	const cells = [
		columns.map(({ title }) => title),
		...rows.map((row) => columns.map(({ cell }) => sanitizeLine(cell(row)))),
	];
	const widths = columns.map((_, i) => Math.max(...cells.map((line) => textWidth(line[i] ?? ""))));
	return cells
		.map((line) => {
			const text = line
				.map((cell, i) => (columns[i]?.right ? padLeft(cell, widths[i] ?? 0) : padRight(cell, widths[i] ?? 0)))
				.join("  ")
				.trimEnd();
			return truncateToWidth(text, Math.max(2, width));
		})
		.join("\n");
}
