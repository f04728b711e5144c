import type { TimelineBar } from "../../model/documents/report.ts";
import { plural } from "../../util/format.ts";
import type { Run } from "../run/run.ts";
import { lanes, timeline } from "../run/timeline.ts";
import { fold } from "./markdown.ts";

/** As many as one can read, and few enough for GitHub, which draws no diagram of more than 50,000 characters. */
const mostBars = 60;
/** More than these are folded. */
const shortBars = 24;

/** Room for the names of sections, which Mermaid would write into the bars. */
const settings = '%%{init: {"gantt": {"leftPadding": 170, "barHeight": 18, "barGap": 4}}}%%';

/** The run as a Mermaid gantt chart, which GitHub draws: builds by wave, then smoke. The longest, where there are too many. Undefined where nothing took time. */
export function ganttSection(run: Run): string | undefined {
	const all = timeline(run);
	if (all.length === 0) return undefined;
	const shown = longest(all);
	const several = new Set(all.map(({ platform }) => platform)).size > 1;
	const lines = [...lanes(shown)].flatMap(([title, bars]) => [
		`    section ${plain(title)}`,
		...bars.map((bar) => `    ${task(bar, several)}`),
	]);
	const chart = [
		"```mermaid",
		settings,
		"gantt",
		"    dateFormat x",
		"    axisFormat %H:%M:%S",
		"    todayMarker off",
		...lines,
		"```",
	].join("\n");
	const left = all.length - shown.length;
	const text = left === 0 ? chart : `${chart}\n\nThe ${plural(shown.length, "longest", "longest")} of ${all.length}.`;
	return shown.length > shortBars ? fold("timeline", text) : text;
}

function longest(bars: readonly TimelineBar[]): readonly TimelineBar[] {
	if (bars.length <= mostBars) return bars;
	const byLength = bars.toSorted((a, b) => b.end - b.start - (a.end - a.start)).slice(0, mostBars);
	return bars.filter((bar) => byLength.includes(bar));
}

/**
 * `smoke api-gateway :active, 1737729624000, 1737729634000`. With the word in front no service is taken for one of Mermaid's own words. Each bar is a
 * millisecond long at least, or Mermaid draws none.
 */
function task({ kind, service, platform, start, end, good }: TimelineBar, several: boolean): string {
	const name = plain(several ? `${service} ${platform}` : service);
	const state = good ? (kind === "smoke" ? "active, " : "") : "crit, ";
	// Mermaid draws nothing for a part of a millisecond.
	return `${kind} ${name} :${state}${Math.round(start)}, ${Math.round(Math.max(end, start + 1))}`;
}

/** Mermaid gives a meaning to colons, semicolons, commas, hashes and quotes; names have none of these. */
function plain(text: string): string {
	return text.replace(/[^\w./-]+/g, " ").trim() || "unnamed";
}
