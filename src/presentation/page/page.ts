import { createHash } from "node:crypto";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { ServiceRow } from "../../model/documents/report.ts";
import { formatDuration, formatSize } from "../../util/format.ts";
import { headline, healthCounts } from "../run/headline.ts";
import { toProgress } from "../run/plan-progress.ts";
import type { Run } from "../run/run.ts";
import { runVerdict } from "../run/run-verdict.ts";
import { toRows } from "../run/service-rows.ts";
import { holdText, remarkTexts } from "../text/plan-notes.ts";
import { detailsPart } from "./details.ts";
import { el, type PageSection, section } from "./elements.ts";
import { commandsPart, findingsPart, progressPart, trendsPart } from "./findings-trends-commands.ts";
import { graphPart } from "./graph.ts";
import { healthPart } from "./health.ts";
import { pageScript } from "./script.ts";
import { servicesPart } from "./services.ts";
import { sizesPart } from "./sizes.ts";
import { pageStyle } from "./style.ts";
import { timelinePart } from "./timeline.ts";

/**
 * The run as one HTML file without network access. The renderer escapes external text, and the content security policy
 * allows only the page's own script.
 */
export function reportPage(run: Run): string {
	const rows = toRows(run);
	const parts = [
		servicesPart(rows),
		timelinePart(run),
		sizesPart(run),
		healthPart(run),
		graphPart(run.plan, rows),
		findingsPart(run),
		progressPart(run),
		trendsPart(run),
		detailsPart(run, rows),
		commandsPart(run),
	].filter((part) => part !== undefined);
	const page = el("html", { lang: "en" }, [
		head(`${run.plan.project} ${run.plan.source.revision.slice(0, 7)}: ${headline(run, rows)}`),
		el("body", null, [
			el("a", { class: "skip", href: "#services" }, "To the services"),
			header(run, rows),
			contents(parts, rows),
			el("main", null, parts.map(section)),
			el("script", { dangerouslySetInnerHTML: { __html: pageScript } }),
		]),
	]);
	return `<!doctype html>\n${renderToString(page)}\n`;
}

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function head(title: string): VNode {
	const policy = `default-src 'none'; style-src ${hashOf(pageStyle)}; script-src ${hashOf(pageScript)}; base-uri 'none'; form-action 'none'`;
	return el("head", null, [
		el("meta", { charSet: "utf-8" }),
		el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
		el("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
		el("meta", { name: "color-scheme", content: "light dark" }),
		el("title", null, title),
		el("style", { dangerouslySetInnerHTML: { __html: pageStyle } }),
	]);
}

function header(run: Run, rows: readonly ServiceRow[]): VNode {
	const { source, project } = run.plan;
	const hold = holdText(source);
	const { color } = runVerdict(run, rows);
	return el("header", null, [
		el("p", { class: "project" }, project),
		el("h1", { class: { green: "good", yellow: "warned", red: "bad" }[color] }, headline(run, rows)),
		el("p", { class: "soft" }, [
			"Commit ",
			el("code", null, source.revision),
			` of ${source.committedAt}`,
			source.dirty ? ", with uncommitted changes" : "",
			run.url === undefined ? "" : [", ", el("a", { href: run.url }, "workflow run")],
		]),
		hold === undefined ? null : el("p", { class: "problem" }, hold),
		...remarkTexts(run.plan).map((text) => el("p", { class: "problem" }, text)),
		el(
			"dl",
			{ class: "tiles" },
			tiles(run, rows).map(([name, value]) => el("div", null, [el("dt", null, name), el("dd", null, value)])),
		),
	]);
}

function tiles(run: Run, rows: readonly ServiceRow[]): readonly (readonly [string, string])[] {
	const { healthy, tried } = healthCounts(rows);
	const built = rows.filter(({ buildMs }) => buildMs !== undefined).length;
	const bytes = rows.reduce((sum, { size: imageBytes = 0 }) => sum + imageBytes, 0);
	const checks = rows.flatMap((row) => row.checks ?? []);
	const passed = checks.reduce((sum, check) => sum + check.passed, 0);
	const all = checks.reduce((sum, check) => sum + check.passed + check.failed.length + check.warned.length, 0);
	const progress = toProgress(run);
	return [
		...(tried > 0 ? [["Healthy", `${healthy} of ${tried}`] as const] : []),
		["Built", `${built} of ${rows.length}`],
		...(all > 0 ? [["Checks passed", `${passed} of ${all}`] as const] : []),
		...(bytes > 0 ? [["Total size", formatSize(bytes)] as const] : []),
		...(run.durationMs === undefined ? [] : [["Time", formatDuration(run.durationMs)] as const]),
		...(progress === undefined ? [] : [["Of the plan", `${progress.complete} of ${progress.required}`] as const]),
	];
}

/** The list of contents, and the controls, which are hidden until the script runs. */
function contents(parts: readonly PageSection[], rows: readonly ServiceRow[]): VNode {
	const outcomes = [...Map.groupBy(rows, ({ outcome }) => outcome)];
	return el("nav", { "aria-label": "Contents" }, [
		el(
			"ul",
			null,
			parts.map(({ id, title }) => el("li", null, el("a", { href: `#${id}` }, title.replace(/[(:].*$/, "").trim()))),
		),
		el("div", { id: "controls", hidden: true }, [
			el("input", {
				...{ id: "search", type: "search", placeholder: "Search services  ( / )", "aria-label": "Search services" },
				autocomplete: "off",
			}),
			...outcomes.map(([outcome, those]) =>
				el("button", { type: "button", "data-filter": outcome, "aria-pressed": "false" }, `${outcome} ${those.length}`),
			),
			el("button", { type: "button", id: "theme", "aria-label": "Switch between light and dark" }, "Dark"),
			el("output", { id: "count" }, ""),
		]),
	]);
}
