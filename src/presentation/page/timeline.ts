import type { VNode } from "preact";
import type { TimelineBar } from "../../model/documents/report.ts";
import { formatDuration } from "../../util/format.ts";
import type { Run } from "../run/run.ts";
import { lanes, timeline } from "../run/timeline.ts";
import { el, type OptionalSection, percent, scroll, serviceData } from "./elements.ts";

const rowHeight = 22;
const titleHeight = 24;
const axisHeight = 24;
/** Axis steps in seconds. */
const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

/** Builds by wave and machine, then smoke, on one time axis. Bars that do not overlap share a row. */
export function timelinePart(run: Run): OptionalSection {
	const bars = timeline(run);
	if (bars.length === 0) return undefined;
	const from = Math.min(...bars.map(({ start }) => start));
	const span = Math.max(1, Math.max(...bars.map(({ end }) => end)) - from);
	const children: VNode[] = [];
	let top = axisHeight;
	for (const [title, lane] of lanes(bars)) {
		const rows = packed(lane);
		children.push(el("text", { class: "lane", x: 0, y: top + titleHeight - 8 }, title));
		top += titleHeight;
		children.push(...rows.flatMap((row, i) => row.map((bar) => barOf(bar, from, span, top + i * rowHeight))));
		top += rows.length * rowHeight + 6;
	}
	const label = `Timeline of ${bars.length} builds and probes over ${formatDuration(span)}`;
	const chart = el("svg", { class: "timeline", width: "100%", height: top, role: "img", "aria-label": label }, [
		...axis(span, top),
		...children,
	]);
	return { id: "timeline", title: "Timeline", body: scroll("Timeline", chart) };
}

function axis(span: number, height: number): readonly VNode[] {
	const step = (steps.find((seconds) => span / 1000 / seconds <= 8) ?? 7200) * 1000;
	return Array.from({ length: Math.floor(span / step) + 1 }, (_, i) => i * step).map((at) =>
		el("g", null, [
			el("line", { class: "grid", x1: percent(at / span), x2: percent(at / span), y1: axisHeight - 6, y2: height }),
			// The last label would leave the chart.
			at / span < 0.95 ? el("text", { class: "tick", x: percent(at / span), y: 12 }, tickText(at)) : null,
		]),
	);
}

const tickText = (ms: number) =>
	ms === 0
		? "0"
		: formatDuration(ms)
				.replace(/ min 0 s$/, " min")
				.replace(/\.0 s$/, " s");

/** Puts bars that do not overlap into the same row, in as few rows as possible. */
function packed(bars: readonly TimelineBar[]): readonly (readonly TimelineBar[])[] {
	const rows: TimelineBar[][] = [];
	for (const bar of bars.toSorted((a, b) => a.start - b.start)) {
		const free = rows.find((row) => (row.at(-1)?.end ?? 0) <= bar.start);
		if (free === undefined) rows.push([bar]);
		else free.push(bar);
	}
	return rows;
}

function barOf(
	{ kind, service, platform, start, end, good, runner }: TimelineBar,
	from: number,
	span: number,
	y: number,
) {
	const texts = [
		`${service} (${platform})`,
		`${kind} ${formatDuration(end - start)}`,
		good ? undefined : "failed",
		runner,
	];
	return el(
		"svg",
		{
			class: `piece ${kind} ${good ? "good" : "bad"}`,
			...{ x: percent((start - from) / span), y, height: rowHeight - 3, ...serviceData(service) },
			width: percent(Math.max((end - start) / span, 0.002)),
		},
		[
			el("title", null, texts.filter((part) => part !== undefined).join(", ")),
			el("rect", { width: "100%", height: "100%", rx: 3 }),
			el("text", { x: 6, y: 14 }, service),
		],
	);
}
