import { type ComponentChildren, h, type VNode } from "preact";

/** An element of the page. The renderer escapes text and attributes. */
export function el(
	tag: string,
	attributes: Readonly<Record<string, unknown>> | null,
	children?: ComponentChildren,
): VNode {
	return h(tag, attributes, children);
}

/** A section of the page, listed in the contents. */
export interface PageSection {
	readonly id: string;
	readonly title: string;
	readonly body: VNode;
}

/** Undefined if there is nothing to show. */
export type OptionalSection = PageSection | undefined;

export function section({ id, title, body }: PageSection): VNode {
	return el("section", { id, "aria-labelledby": `${id}-title` }, [el("h2", { id: `${id}-title` }, title), body]);
}

/** A table that scrolls sideways. Titles that end in `:` are number columns; rows are `tr` elements. */
export function table(label: string, titles: readonly string[], rows: readonly VNode[]): VNode {
	const heads = titles.map((title) =>
		el("th", { scope: "col", class: title.endsWith(":") ? "number" : undefined }, title.replace(/:$/, "")),
	);
	return scroll(label, el("table", null, [el("thead", null, el("tr", null, heads)), el("tbody", null, rows)]));
}

/** Focusable, so that the keyboard can scroll it. */
export function scroll(label: string, children: ComponentChildren): VNode {
	return el("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": label }, children);
}

/** A share, 0 to 1, as a thin bar beside its number. */
export function bar(share: number, kind = ""): VNode {
	return el("svg", { class: `bar ${kind}`, "aria-hidden": "true", height: 4, width: "100%" }, [
		el("rect", { class: "rest", width: "100%", height: 4, rx: 2 }),
		el("rect", { width: percent(share), height: 4, rx: 2 }),
	]);
}

export const percent = (share: number): string => `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;

const sparkWidth = 84;
const sparkHeight = 20;

/** A value over the last runs, the last one marked. Null for fewer than two. */
export function sparkline(values: readonly (number | undefined)[], label: string): VNode | null {
	const present = values.flatMap((value, i) => (value === undefined ? [] : [{ value, i }]));
	if (present.length < 2) return null;
	const numbers = present.map(({ value }) => value);
	const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
	const x = (i: number) => 2 + (i / Math.max(1, values.length - 1)) * (sparkWidth - 5);
	const y = (value: number) =>
		high === low ? sparkHeight / 2 : sparkHeight - 3 - ((value - low) / (high - low)) * (sparkHeight - 6);
	const last = present.at(-1) ?? { value: 0, i: 0 };
	const points = present.map(({ value, i }) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
	return el("svg", { class: "spark", width: sparkWidth, height: sparkHeight, role: "img", "aria-label": label }, [
		el("polyline", { points }),
		el("circle", { cx: x(last.i).toFixed(1), cy: y(last.value).toFixed(1), r: 2 }),
	]);
}

/** The attribute that search and filters use; see script.ts. */
export const serviceData = (service: string): Readonly<Record<string, string>> => ({ "data-service": service });

export const anchorOf = (service: string): string => `service-${encodeURIComponent(service.toWellFormed())}`;
