import type { VNode } from "preact";
import type { Plan } from "../../model/documents/plan.ts";
import type { ServiceRow } from "../../model/documents/report.ts";
import { plural } from "../../util/format.ts";
import { el, type OptionalSection, scroll, serviceData } from "./elements.ts";
import { type GraphEdge, type GraphNode, layoutGraph } from "./graph-layout.ts";

const width = 190;
const height = 30;
const gapX = 90;
const gapY = 12;
const pad = 8;

/** Which image is FROM which, and, dashed, which service needs which. */
export function graphPart(plan: Plan, rows: readonly ServiceRow[]): OptionalSection {
	const edges = edgesOf(plan);
	if (edges.length === 0) return undefined;
	const outcomes = new Map(rows.map(({ service, outcome }) => [service, outcome]));
	const { nodes, edges: drawn, columns, rows: rowCount } = layoutGraph(edges);
	const place = new Map(nodes.map((node) => [node.id, node]));
	const alone = plan.selected.filter((name) => !nodes.some(({ names }) => names.includes(name))).length;
	const w = columns * width + (columns - 1) * gapX + pad * 2;
	const hgt = rowCount * (height + gapY) - gapY + pad * 2;
	const label = `${plural(edges.filter(({ kind }) => kind === "image").length, "image")} built from another`;
	const chart = el("svg", { class: "graph", width: w, height: hgt, role: "img", "aria-label": label }, [
		...drawn.map((edge) => line(edge, place)),
		...nodes.map((node) => box(node, outcomes.get(node.id) ?? "outside")),
	]);
	const legend = [
		"Solid lines: built FROM. Dashed lines: needs it to run.",
		...(alone > 0 ? [`${plural(alone, "service depends", "services depend")} on no other.`] : []),
	];
	return {
		id: "graph",
		title: "Dependencies",
		body: el("div", null, [el("p", { class: "soft" }, legend.join(" ")), scroll("Dependencies", chart)]),
	};
}

function edgesOf({ images, services, selected }: Plan): readonly GraphEdge[] {
	const seen = new Map<string, GraphEdge>();
	const add = (edge: GraphEdge) => seen.set(`${edge.kind} ${edge.from} ${edge.to}`, edge);
	for (const { service, from } of images)
		for (const parent of Object.values(from)) add({ from: parent, to: service, kind: "image" });
	const chosen = new Set(selected);
	for (const { name, needs } of services)
		if (chosen.has(name)) for (const need of needs) add({ from: need, to: name, kind: "need" });
	return [...seen.values()];
}

const x = ({ column }: GraphNode) => pad + column * (width + gapX);
const y = ({ row }: GraphNode) => pad + row * (height + gapY);

function line({ from, to, kind }: GraphEdge, place: ReadonlyMap<string, GraphNode>): VNode | null {
	const [a, b] = [place.get(from), place.get(to)];
	if (a === undefined || b === undefined) return null;
	const [x1, y1, x2, y2] = [x(a) + width, y(a) + height / 2, x(b), y(b) + height / 2];
	const bend = gapX / 2;
	return el("path", { class: kind, d: `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}` });
}

function box(node: GraphNode, outcome: string): VNode {
	const { names } = node;
	const [first = ""] = names;
	const text = names.length > 1 ? `${names.length} services` : first.length > 24 ? `${first.slice(0, 23)}…` : first;
	return el(
		"g",
		{ class: `node ${names.length > 1 ? "crowd" : outcome}`, ...(names.length === 1 && serviceData(first)) },
		[
			el("title", null, names.length > 1 ? names.join(", ") : `${first}: ${outcome}`),
			el("rect", { x: x(node), y: y(node), width, height, rx: 6 }),
			el("text", { x: x(node) + 12, y: y(node) + 19 }, text),
		],
	);
}
