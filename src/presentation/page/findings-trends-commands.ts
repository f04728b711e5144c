import type { VNode } from "preact";
import { formatLocation } from "../../util/errors.ts";
import { formatDuration, formatSize, plural } from "../../util/format.ts";
import { toProgress } from "../run/plan-progress.ts";
import type { Run } from "../run/run.ts";
import { colorOf } from "../run/run-verdict.ts";
import { publishedLines } from "../text/published-lines.ts";
import { bar, el, type OptionalSection, serviceData, sparkline, table } from "./elements.ts";

/** Lint findings with place and fix. */
export function findingsPart({ lint }: Run): OptionalSection {
	if (lint === undefined || lint.findings.length === 0) return undefined;
	const columns = ["Severity", "Where", "What", "Rule"];
	const rows = lint.findings.map(({ severity, message, why, fix, at, code, service }) =>
		el("tr", service === undefined ? null : serviceData(service), [
			el("td", null, el("span", { class: `badge ${severity}` }, severity)),
			el("td", null, at === undefined ? "-" : el("code", null, formatLocation(at))),
			el("td", { class: "why" }, [message, ...[why, fix].map((text) => (text ? el("small", null, text) : null))]),
			el("td", null, el("code", null, code)),
		]),
	);
	return { id: "findings", title: `Findings (${lint.findings.length})`, body: table("Findings", columns, rows) };
}

/** Progress of each phase, and what is still planned. */
export function progressPart(run: Run): OptionalSection {
	const progress = toProgress(run);
	if (progress === undefined) return undefined;
	const { complete, required, percent, phases } = progress;
	const columns = ["Phase", "Category", "Completed", "Status", "Still planned"];
	const rows = phases.map(({ id, title, required: all, complete: done, status }) =>
		el("tr", null, [
			el("th", { scope: "row" }, id),
			el("td", null, title),
			el("td", { class: "meter" }, [`${done} of ${all}`, bar(all === 0 ? 0 : done / all, "good")]),
			el("td", null, el("span", { class: `badge ${status.replace(" ", "-")}` }, status)),
			el("td", { class: "why" }, el("small", null, plannedIn(run, id))),
		]),
	);
	const title = `Plan: ${complete} of ${required}, ${percent} %`;
	return { id: "plan", title, body: table("Plan", columns, rows) };
}

const plannedIn = ({ plan }: Run, id: string): string =>
	plan.planned
		.filter(({ phase }) => phase === id)
		.map(({ title }) => title)
		.join(", ");

/** Totals over the last runs. */
export function trendsPart(run: Run): OptionalSection {
	const { history = [], build, durationMs } = run;
	const now = (build?.images ?? []).reduce((sum, { size: bytes = 0 }) => sum + bytes, 0);
	const sizes = history.map(({ services }) =>
		Object.values(services).reduce((sum, { size: bytes = 0 }) => sum + bytes, 0),
	);
	const healthy = history.map(
		({ services }) => Object.values(services).filter((service) => colorOf(service) !== "red").length,
	);
	const all: readonly (readonly [string, string, VNode | null])[] = [
		[
			"Time",
			durationMs === undefined ? "-" : formatDuration(durationMs),
			sparkline([...history.map((pastRun) => pastRun.durationMs), durationMs], "time of the last runs"),
		],
		[
			"All images",
			now === 0 ? "-" : formatSize(now),
			sparkline(
				[...sizes, now].map((bytes) => bytes || undefined),
				"size of all images over the last runs",
			),
		],
		[
			"Not failed",
			plural(healthy.at(-1) ?? 0, "service"),
			sparkline(healthy, "services that did not fail over the last runs"),
		],
	];
	const shown = all.filter(([, , chart]) => chart !== null);
	if (shown.length === 0) return undefined;
	return {
		id: "trends",
		title: `The last ${history.length + 1} runs`,
		body: el(
			"dl",
			{ class: "tiles" },
			shown.map(([title, value, chart]) =>
				el("div", null, [el("dt", null, title), el("dd", null, [value, " ", chart])]),
			),
		),
	};
}

/** The build command, and what can be pulled now. */
export function commandsPart({ build, publish }: Run): OptionalSection {
	const command = build === undefined || build.command.length === 0 ? undefined : build.command.join(" ");
	const pulled = publish === undefined ? [] : publishedLines(publish);
	if (command === undefined && pulled.length === 0) return undefined;
	const block = (title: string, text: string) => [el("p", { class: "soft" }, title), el("pre", { tabIndex: 0 }, text)];
	return {
		id: "commands",
		title: "Commands and digests",
		body: el("div", null, [
			...(command === undefined ? [] : block("Builds all of it at once, in the catalog's folder:", command)),
			...(pulled.length === 0 ? [] : block("Published, by digest:", pulled.join("\n"))),
		]),
	};
}
