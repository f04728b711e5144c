/** A box of the graph: one service, or several with the same edges. */
export interface GraphNode {
	readonly id: string;
	readonly names: readonly string[];
	readonly column: number;
	readonly row: number;
}

export interface GraphEdge {
	readonly from: string;
	readonly to: string;
	readonly kind: "image" | "need";
}

export interface GraphLayout {
	readonly nodes: readonly GraphNode[];
	readonly edges: readonly GraphEdge[];
	readonly columns: number;
	readonly rows: number;
}

/** At least this many services with the same edges share a box. */
const minGroup = 6;

/**
 * Boxes in columns, each right of its dependencies; services without edges are omitted. `edges` begin at the dependency
 * and have no cycles.
 */
export function layoutGraph(edges: readonly GraphEdge[]): GraphLayout {
	const names = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
	const groups = grouped(names, edges);
	const idOf = new Map(groups.flatMap(({ id, names: all }) => all.map((name) => [name, id] as const)));
	const unique = new Map<string, GraphEdge>();
	for (const { from, to, kind } of edges) {
		const edge = { from: idOf.get(from) ?? from, to: idOf.get(to) ?? to, kind };
		unique.set(`${edge.from}\n${edge.to}\n${kind}`, edge);
	}
	const merged = [...unique.values()];
	const column = columnsOf(
		groups.map(({ id }) => id),
		merged,
	);
	const placed = new Map<string, GraphNode>();
	const columns = Math.max(0, ...column.values()) + 1;
	for (let at = 0; at < columns; at += 1) {
		const members = groups.filter(({ id }) => column.get(id) === at);
		const preferredRow = (id: string) => {
			const rows = merged.filter(({ to }) => to === id).map(({ from }) => placed.get(from)?.row ?? 0);
			return rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + row, 0) / rows.length;
		};
		const order = members.toSorted((a, b) => preferredRow(a.id) - preferredRow(b.id) || a.id.localeCompare(b.id));
		for (const [row, { id, names: all }] of order.entries()) placed.set(id, { id, names: all, column: at, row });
	}
	const nodes = [...placed.values()];
	return { nodes, edges: merged, columns, rows: Math.max(0, ...nodes.map(({ row }) => row)) + 1 };
}

function grouped(
	names: readonly string[],
	edges: readonly GraphEdge[],
): readonly { id: string; names: readonly string[] }[] {
	const into = Map.groupBy(edges, ({ to }) => to);
	const outOf = new Set(edges.map(({ from }) => from));
	// Only leaves are grouped.
	const alike = Map.groupBy(names, (name) => {
		if (outOf.has(name)) return name;
		const parents = (into.get(name) ?? []).map(({ from, kind }) => `${kind} ${from}`).sort();
		return `leaf of ${parents.join("\n")}`;
	});
	return [...alike.values()].flatMap((all) =>
		all.length >= minGroup ? [{ id: all[0] ?? "", names: all }] : all.map((name) => ({ id: name, names: [name] })),
	);
}

/** The longest path to each box, in edges. */
function columnsOf(ids: readonly string[], edges: readonly GraphEdge[]): ReadonlyMap<string, number> {
	const column = new Map(ids.map((id) => [id, 0]));
	// One round per box is enough for any order; a round without changes ends it.
	for (let round = 0; round < ids.length; round += 1) {
		let changed = false;
		for (const { from, to } of edges) {
			const next = (column.get(from) ?? 0) + 1;
			if (next <= (column.get(to) ?? 0) || next > ids.length) continue;
			column.set(to, next);
			changed = true;
		}
		if (!changed) break;
	}
	return column;
}
