import type { VNode } from "preact";
import type { BuiltImage } from "../../model/documents/build.ts";
import type { PastService } from "../../model/documents/report.ts";
import { formatSize, formatSizeChange } from "../../util/format.ts";
import type { Run } from "../run/run.ts";
import { el, type OptionalSection, percent, serviceData, sparkline, table } from "./elements.ts";

/** Smaller layers are invisible and are joined. */
const thinnest = 0.004;

/** Images by size, their layers from the base up, and their size over the last runs. */
export function sizesPart(run: Run): OptionalSection {
	const images = (run.build?.images ?? []).filter(({ size: bytes }) => bytes !== undefined);
	if (images.length === 0) return undefined;
	const largest = Math.max(...images.map(({ size: bytes = 0 }) => bytes));
	const several = new Set(images.map(({ platform }) => platform)).size > 1;
	const bySize = images.toSorted((a, b) => (b.size ?? 0) - (a.size ?? 0));
	const past = (service: string) => (run.history ?? []).map(({ services }) => services[service]?.size);
	const columns = ["Image", "Size:", "Change:", "Layers, from the base up", "Over time"];
	const rows = bySize.map((image) =>
		el("tr", serviceData(image.service), [
			el("th", { scope: "row" }, [image.service, several ? el("small", null, image.platform) : null]),
			el("td", { class: "number" }, formatSize(image.size ?? 0)),
			el("td", { class: "number" }, changeOf(run, image)),
			el("td", { class: "wide" }, stack(image, largest)),
			el(
				"td",
				null,
				several ? null : sparkline([...past(image.service), image.size], `size of ${image.service} over the last runs`),
			),
		]),
	);
	return { id: "sizes", title: "Images and layers", body: table("Images and layers", columns, rows) };
}

function changeOf({ plan, history = [] }: Run, { service, platform, size: now = 0 }: BuiltImage): string {
	const planned = plan.images.find((image) => image.service === service && image.platform === platform)?.decision;
	if (planned?.kind === "unchanged") return "same";
	const before = planned?.kind === "build" ? planned.before?.size : undefined;
	const only = plan.images.filter((image) => image.service === service).length === 1;
	const last = before ?? (only ? lastOf(history, service)?.size : undefined);
	return last === undefined ? "new" : formatSizeChange(now - last);
}

function lastOf(history: NonNullable<Run["history"]>, service: string): PastService | undefined {
	return history.findLast(({ services }) => services[service] !== undefined)?.services[service];
}

function stack({ size: total = 0, spec }: BuiltImage, largest: number): VNode {
	const layers = spec?.layers ?? [{ size: total }];
	const shown: { size: number; by: string; count: number }[] = [];
	for (const { size: bytes, by = "a layer" } of layers) {
		const last = shown.at(-1);
		if (last !== undefined && bytes / largest < thinnest && last.size / largest < thinnest * 2) {
			shown[shown.length - 1] = { size: last.size + bytes, by: last.by, count: last.count + 1 };
		} else shown.push({ size: bytes, by, count: 1 });
	}
	let x = 0;
	const label = `${layers.length} layers, ${formatSize(total)}`;
	return el(
		"svg",
		{ class: "stack", width: "100%", height: 16, role: "img", "aria-label": label },
		shown.map(({ size: bytes, by, count }, i) => {
			const piece = el(
				"rect",
				{ class: `layer${i % 4}`, x: percent(x / largest), width: percent(bytes / largest), height: 16 },
				[el("title", null, `${formatSize(bytes)}: ${by}${count > 1 ? ` and ${count - 1} more` : ""}`)],
			);
			x += bytes;
			return piece;
		}),
	);
}
