import { type ComponentChildren, h, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Check } from "../documents/build.ts";
import { headline } from "./headline.ts";
import { toProgress } from "./progress.ts";
import { type Row, toRows } from "./rows.ts";
import { checkedImages, type Run } from "./run.ts";
import { pageStyle } from "./style.ts";
import { healthWord } from "./table.ts";
import { duration, shortDigest, size } from "./words.ts";

/** The run as one HTML file that needs nothing else: no script, no network. Everything from outside is escaped by the renderer. */
export function reportPage(run: Run): string {
	const rows = toRows(run);
	const title = `${run.plan.project} ${run.plan.source.revision.slice(0, 7)}`;
	const policy = "default-src 'none'; style-src 'unsafe-inline'";
	const page = h("html", { lang: "en" }, [
		h("head", null, [
			h("meta", { charSet: "utf-8" }),
			h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
			h("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
			h("title", null, title),
			h("style", { dangerouslySetInnerHTML: { __html: pageStyle } }),
		]),
		h(
			"body",
			null,
			h("main", null, [
				header(run, rows),
				services(run, rows),
				details(run, rows),
				findings(run),
				phases(run),
				commands(run),
			]),
		),
	]);
	return `<!doctype html>\n${renderToString(page)}\n`;
}

function header(run: Run, rows: readonly Row[]): VNode {
	const { source } = run.plan;
	const bad = rows.some(({ outcome }) => outcome === "failed" || outcome === "unknown");
	return h("header", null, [
		h("p", { class: "project" }, run.plan.project),
		h("h1", { class: bad ? "bad" : "good" }, headline(run, rows)),
		h("p", { class: "source" }, [
			"revision ",
			h("code", null, source.revision),
			` of ${source.committedAt}`,
			source.dirty ? ", with uncommitted changes" : "",
			run.smoke
				? `; smoked on network ${run.smoke.network.name}${run.smoke.network.subnet ? ` (${run.smoke.network.subnet})` : ""}`
				: "",
		]),
	]);
}

function services(run: Run, rows: readonly Row[]): VNode {
	const longest = Math.max(1, ...rows.map(({ buildMs }) => buildMs ?? 0));
	const titles = new Map(run.plan.services.map(({ name, title }) => [name, title]));
	const numbers = ["Size", "Build", "Latency"];
	const head = ["Service", "Decision", "Outcome", "Digest", "Size", "Build", "Health", "Latency"];
	return section("Services", [
		h("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": "Services" }, [
			h("table", null, [
				h(
					"thead",
					null,
					h(
						"tr",
						null,
						head.map((text) => h("th", { scope: "col", class: numbers.includes(text) ? "number" : undefined }, text)),
					),
				),
				h(
					"tbody",
					null,
					rows.map((row) =>
						h("tr", { class: row.outcome }, [
							h("th", { scope: "row" }, [row.service, h("small", null, titles.get(row.service))]),
							h("td", { class: "why" }, [row.decision, h("small", null, row.why)]),
							h("td", null, [
								h("span", { class: `badge ${row.outcome}` }, row.outcome),
								h("small", null, row.tags.join(" ")),
							]),
							h("td", null, h("code", { title: row.digest }, row.digest === undefined ? "-" : shortDigest(row.digest))),
							h("td", { class: "number" }, row.size === undefined ? "-" : size(row.size)),
							h(
								"td",
								{ class: "number" },
								row.buildMs === undefined ? "-" : [duration(row.buildMs), bar(row.buildMs / longest)],
							),
							h("td", null, healthWord(row)),
							h("td", { class: "number" }, row.latencyMs === undefined ? "-" : duration(row.latencyMs)),
						]),
					),
				),
			]),
		]),
	]);
}

const bar = (share: number) => h("i", { class: "bar", style: `width:${(share * 100).toFixed(1)}%` });

/** A fold for each service: the checks behind its ticks, and, when it failed, the log. */
function details(run: Run, rows: readonly Row[]): VNode {
	const images = checkedImages(run);
	return section(
		"Checks",
		rows.map((row) => {
			const built = run.build?.images.filter(({ service }) => service === row.service) ?? [];
			const smoked = run.smoke?.services.filter(({ service }) => service === row.service) ?? [];
			const checked = images.filter(({ service }) => service === row.service);
			const checks = checked.flatMap((image) => image.checks);
			const unchecked = checked.flatMap((image) => image.unchecked ?? []);
			const probes = smoked.flatMap(({ probes: list }) => list);
			const log = [
				...built.flatMap(({ error }) => error?.log ?? []),
				...smoked.flatMap(({ failure }) => failure?.log ?? []),
			];
			const failed = checks.filter(({ ok }) => !ok).length + probes.filter(({ ok }) => !ok).length;
			const count = `${checks.length + probes.length - failed} of ${checks.length + probes.length} passed`;
			return h("details", { open: row.problem !== undefined }, [
				h("summary", null, [
					h("b", null, row.service),
					` ${checks.length + probes.length === 0 ? "nothing was checked" : count}`,
				]),
				row.problem === undefined ? null : h("p", { class: "problem" }, row.problem),
				h("ul", null, [
					...checks.map((check) => h("li", { class: classOf(check) }, checkText(check))),
					...unchecked.map(({ id, reason }) => h("li", { class: "skipped" }, `${id}: not looked at, ${reason}`)),
					...probes.map(({ ok, target, status, latencyMs, error }) =>
						h(
							"li",
							{ class: ok ? "good" : "bad" },
							[target, status, latencyMs === undefined ? undefined : duration(latencyMs), error]
								.filter((part) => part !== undefined)
								.join(" · "),
						),
					),
				]),
				log.length === 0 ? null : h("pre", { tabIndex: 0 }, log.join("\n")),
			]);
		}),
	);
}

const classOf = ({ ok, level }: Check) => (ok ? "good" : level === "warning" ? "warned" : "bad");

const checkText = ({ name, ok, expected, actual }: Check) =>
	ok ? `${name}: ${actual}` : `${name}: ${actual}, not ${expected}`;

function findings({ lint }: Run): VNode | null {
	if (lint === undefined || lint.findings.length === 0) return null;
	return section("Findings", [
		h(
			"ul",
			null,
			lint.findings.map(({ severity, message, at, code }) =>
				h(
					"li",
					{ class: severity === "error" ? "bad" : "" },
					`${severity}: ${at ? `${at.file}:${at.line ?? 1} ` : ""}${message} (${code})`,
				),
			),
		),
	]);
}

function phases(run: Run): VNode | null {
	const progress = toProgress(run);
	if (progress === undefined) return null;
	return section(`Progress: ${progress.complete} of ${progress.required}, ${progress.percent} %`, [
		h("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": "Progress" }, [
			h("table", null, [
				h(
					"thead",
					null,
					h(
						"tr",
						null,
						["Phase", "Category", "Required", "Completed", "Status"].map((text) => h("th", { scope: "col" }, text)),
					),
				),
				h(
					"tbody",
					null,
					progress.phases.map(({ id, title, required, complete, status }) =>
						h("tr", null, [
							h("th", { scope: "row" }, id),
							h("td", null, title),
							h("td", { class: "number" }, required),
							h("td", { class: "number" }, [complete, bar(required === 0 ? 0 : complete / required)]),
							h("td", null, status),
						]),
					),
				),
			]),
		]),
	]);
}

function commands({ build }: Run): VNode | null {
	if (build === undefined || build.command.length === 0) return null;
	return section("Command", [h("pre", { tabIndex: 0 }, build.command.join(" "))]);
}

const section = (title: string, children: ComponentChildren) => h("section", null, [h("h2", null, title), children]);
