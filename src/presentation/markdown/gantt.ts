import type { TimelineBar } from "../../model/documents/report.ts";
import { plural } from "../../util/format.ts";
import type { Run } from "../run/run.ts";
import { lanes, timeline } from "../run/timeline.ts";
import { fold } from "./markdown.ts";

/** GitHub draws no diagram of more than 50,000 characters. */
const mostBars = 60;
/** Longer charts are folded. */
const shortBars = 24;

/** Without this padding, Mermaid writes section names into the bars. */
const settings = '%%{init: {"gantt": {"leftPadding": 170, "barHeight": 18, "barGap": 4}}}%%';

/** The run as a Mermaid gantt chart: builds by wave, then smoke; the longest bars. Undefined without bars. */
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

/** `smoke api-gateway :active, 1737729624000, 1737729634000`. A first word, so that no name is a Mermaid keyword. */
function task({ kind, service, platform, start, end, good }: TimelineBar, several: boolean): string {
	const name = plain(several ? `${service} ${platform}` : service);
	const state = good ? (kind === "smoke" ? "active, " : "") : "crit, ";
	// Mermaid draws no bar shorter than one millisecond.
	return `${kind} ${name} :${state}${Math.round(start)}, ${Math.round(Math.max(end, start + 1))}`;
}

/** Colons, semicolons, commas, hashes and quotes have a meaning in Mermaid. */
function plain(text: string): string {
	return text.replace(/[^\w./-]+/g, " ").trim() || "unnamed";
}
