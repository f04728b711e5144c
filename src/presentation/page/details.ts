import type { VNode } from "preact";
import type { BuildStep, BuiltImage, Check } from "../../model/documents/build.ts";
import type { ServiceRow } from "../../model/documents/report.ts";
import { formatFailedCheck } from "../../model/documents/results.ts";
import type { SmokedService } from "../../model/documents/smoke.ts";
import { formatDuration } from "../../util/format.ts";
import { checkedImages, type Run } from "../run/run.ts";
import { diagnosisText } from "../text/smoke-lines.ts";
import { anchorOf, el, type PageSection, serviceData } from "./elements.ts";

/** Shorter steps are not listed. */
const leastMs = 500;
const mostSteps = 8;

/** One fold per service: its checks, its slowest steps, and its log if it failed. */
export function detailsPart(run: Run, rows: readonly ServiceRow[]): PageSection {
	const checked = Map.groupBy(checkedImages(run), ({ service }) => service);
	const built = Map.groupBy(run.build?.images ?? [], ({ service }) => service);
	const smoked = Map.groupBy(run.smoke?.services ?? [], ({ service }) => service);
	const folds = rows.map((row) => {
		const images = built.get(row.service) ?? [];
		const tried = smoked.get(row.service) ?? [];
		return fold(row, checked.get(row.service) ?? [], images, tried);
	});
	return { id: "checks", title: "Checks", body: el("div", null, folds) };
}

function fold(
	row: ServiceRow,
	checked: readonly Pick<BuiltImage, "checks" | "unchecked">[],
	images: readonly BuiltImage[],
	tried: readonly SmokedService[],
): VNode {
	const checks = checked.flatMap((image) => image.checks);
	const probes = tried.flatMap(({ probes: list }) => list);
	const total = checks.length + probes.length;
	const failed = checks.filter(({ ok }) => !ok).length + probes.filter(({ ok }) => !ok).length;
	const unchecked = checked.flatMap((image) => image.unchecked ?? []);
	const left = unchecked.length === 0 ? "" : `, ${unchecked.length} not looked at`;
	const summary = total === 0 ? "nothing was checked" : `${total - failed} of ${total} passed${left}`;
	return el("details", { id: anchorOf(row.service), open: row.problem !== undefined, ...serviceData(row.service) }, [
		el("summary", null, [el("b", null, row.service), ` ${summary}`]),
		row.problem === undefined ? null : el("p", { class: "problem" }, row.problem),
		el("ul", { class: "checks" }, [
			...checks.map((check) => el("li", { class: classOf(check) }, checkText(check))),
			...unchecked.map(({ id, reason }) => el("li", { class: "skipped" }, `${id}: not looked at, ${reason}`)),
			...probes.map(({ ok, target, status, latencyMs, error }) =>
				el(
					"li",
					{ class: ok ? "good" : "bad" },
					[target, status, latencyMs === undefined ? undefined : formatDuration(latencyMs), error]
						.filter((part) => part !== undefined)
						.join(" · "),
				),
			),
		]),
		stepList(images.flatMap(({ steps = [] }) => steps)),
		...images.map(({ error }) => block(error?.log?.join("\n"))),
		...tried.map((result) => block(diagnosisText(result))),
	]);
}

/** Focusable, so that the keyboard can scroll it. */
const block = (text: string | undefined) =>
	text === undefined || text === "" ? null : el("pre", { tabIndex: 0 }, text);

const classOf = ({ ok, level }: Check) => (ok ? "good" : level === "warning" ? "warned" : "bad");

const checkText = (check: Check) => (check.ok ? `${check.name}: ${check.actual}` : formatFailedCheck(check));

function stepList(steps: readonly BuildStep[]): VNode | null {
	const slow = steps
		.filter(({ cached, durationMs }) => !cached && durationMs >= leastMs)
		.sort((a, b) => b.durationMs - a.durationMs)
		.slice(0, mostSteps);
	if (slow.length === 0) return null;
	return el("div", null, [
		el("p", { class: "soft" }, "Slowest steps"),
		el(
			"ul",
			{ class: "steps" },
			slow.map(({ name, durationMs }) =>
				el("li", null, [el("b", null, formatDuration(durationMs)), " ", el("code", null, name)]),
			),
		),
	]);
}
