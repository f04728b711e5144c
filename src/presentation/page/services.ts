import type { VNode } from "preact";
import type { ServiceRow } from "../../model/documents/report.ts";
import { formatDuration, formatSize, formatSizeChange, shortDigest } from "../../util/format.ts";
import { checksWord, healthWord } from "../text/text-table.ts";
import { anchorOf, bar, el, type PageSection, serviceData, table } from "./elements.ts";

/** Each service with decision, reason and result. */
export function servicesPart(rows: readonly ServiceRow[]): PageSection {
	const longest = Math.max(1, ...rows.map(({ buildMs }) => buildMs ?? 0));
	const columns = ["Service", "Outcome", "Decision, reason", "Digest and tags", "Size:", "Build:", "Checks", "Health"];
	return {
		id: "services",
		title: "Services",
		body: table(
			"Services",
			columns,
			rows.map((row) => serviceRow(row, longest)),
		),
	};
}

function serviceRow(row: ServiceRow, longest: number): VNode {
	const { service, title, outcome, decision, kept, why, problem, platforms, digest, tags, buildMs } = row;
	const name = el("a", { href: `#${anchorOf(service)}` }, service);
	return el("tr", { ...serviceData(service), "data-outcome": outcome }, [
		el("th", { scope: "row" }, [name, title === service ? null : el("small", null, title)]),
		el("td", null, [el("span", { class: `badge ${outcome}` }, outcome), el("small", null, platforms.join(", "))]),
		el("td", { class: "why" }, [
			kept ? "unchanged" : decision,
			el("small", null, why),
			problem === undefined ? null : el("small", { class: "problem" }, problem),
		]),
		el("td", null, [
			digest === undefined ? "-" : el("code", { title: digest }, shortDigest(digest)),
			...tags.map((tag) => el("small", null, tag)),
		]),
		el("td", { class: "number" }, sizeOf(row)),
		el(
			"td",
			{ class: "number meter" },
			buildMs === undefined ? "-" : [formatDuration(buildMs), bar(buildMs / longest)],
		),
		el("td", { class: markOf(row) }, checksWord(row)),
		el("td", null, healthOf(row)),
	]);
}

function sizeOf({ size: bytes, change }: ServiceRow) {
	if (bytes === undefined) return "-";
	return [formatSize(bytes), change === undefined || change === 0 ? null : el("small", null, formatSizeChange(change))];
}

const markOf = ({ checks }: ServiceRow) =>
	checks === undefined ? "" : checks.failed.length > 0 ? "bad" : checks.warned.length > 0 ? "warned" : "good";

function healthOf(row: ServiceRow) {
	const { passedBefore, latencyMs, readyMs } = row;
	if (passedBefore !== undefined) return ["✓ before", el("small", null, `for ${passedBefore.slice(0, 7)}`)];
	const times = [
		...(readyMs === undefined ? [] : [`ready in ${formatDuration(readyMs)}`]),
		...(latencyMs === undefined ? [] : [`answers in ${formatDuration(latencyMs)}`]),
	];
	return [healthWord(row), times.length === 0 ? null : el("small", null, times.join(", "))];
}
