import type { ServiceOutcome, ServiceRow } from "../../model/documents/report.ts";
import { formatDuration, formatSize, formatSizeChange, shortDigest } from "../../util/format.ts";
import { checksWord } from "../text/text-table.ts";
import { inlineCode, markdownTable, markdownText } from "./markdown.ts";

const marks: Readonly<Record<ServiceOutcome, string>> = {
	published: "✅",
	unchanged: "✅",
	built: "✅",
	planned: "⏳",
	superseded: "✅",
	held: "⏸️",
	failed: "❌",
	blocked: "❌",
	skipped: "⏭️",
	cancelled: "⏹️",
	"not part of this release": "➖",
	unknown: "❓",
};

/** `❌ failed`. */
export const outcomeCell = ({ outcome }: Pick<ServiceRow, "outcome">): string => `${marks[outcome]} ${outcome}`;

/** The result of each service as GitHub-flavoured Markdown. */
export function serviceTable(rows: readonly ServiceRow[]): string {
	const titles = ["service", "outcome", "decision", "why", "platforms", "digest", "tags", "size:", "layers:", "build:"];
	return markdownTable(
		[...titles, "checks", "health"],
		rows.map((row) => [
			`**${markdownText(row.service)}**`,
			outcomeCell(row),
			row.kept ? "unchanged" : row.decision,
			markdownText(row.why),
			row.platforms.join(" "),
			row.digest === undefined ? "" : `\`${shortDigest(row.digest)}\``,
			row.tags.map(inlineCode).join(" "),
			sizeCell(row),
			row.layers ?? "",
			row.buildMs === undefined ? "" : formatDuration(row.buildMs),
			checksWord(row).replace("-", ""),
			healthCell(row),
		]),
	);
}

/** Decisions and reasons first. */
export function planTable(rows: readonly ServiceRow[]): string {
	return markdownTable(
		["decision", "service", "why", "platforms"],
		rows.map(({ decision, service, why, problem, platforms }) => [
			decision,
			`**${markdownText(service)}**`,
			markdownText(problem ?? why),
			platforms.join(" "),
		]),
	);
}

/** `54.3 MB (+1.2 MB)`; an unchanged size appears once. */
export function sizeCell({ size: bytes, change }: ServiceRow): string {
	if (bytes === undefined) return "";
	return change === undefined || change === 0
		? formatSize(bytes)
		: `${formatSize(bytes)} (${formatSizeChange(change)})`;
}

/** `✓ aarch64, ready in 1.2 s, answers in 12 ms; ⚠️ ignores SIGTERM: ...`; blank if not tried. */
export function healthCell({ health, passedBefore, architecture, readyMs, latencyMs, healthNote }: ServiceRow): string {
	if (passedBefore !== undefined) return `✓ passed before, for ${markdownText(passedBefore.slice(0, 7))}`;
	if (health === undefined || health === "skipped") return "";
	if (health === "not tried") return `⏭️ not tried${healthNote === undefined ? "" : `: ${markdownText(healthNote)}`}`;
	if (health !== "healthy") return `❌ ${health}`;
	const details = [
		["✓", architecture].filter(Boolean).join(" "),
		...(readyMs === undefined ? [] : [`ready in ${formatDuration(readyMs)}`]),
		...(latencyMs === undefined ? [] : [`answers in ${formatDuration(latencyMs)}`]),
	].join(", ");
	return healthNote === undefined ? details : `${details}; ${markdownText(healthNote)}`;
}
