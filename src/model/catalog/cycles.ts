/** The dependencies of each name. */
export type DependencyGraph = ReadonlyMap<string, readonly string[]>;

/**
 * The cycles of a graph, each as `[a, b, a]`. Every name is in at most one, so they can be fixed one by one.
 * Not recursive: a long chain must not exhaust the stack.
 */
export function findCycles(edges: DependencyGraph): readonly (readonly string[])[] {
	const state = new Map<string, "open" | "done">();
	const cycles: string[][] = [];
	const reported = new Set<string>();
	for (const root of edges.keys()) {
		if (state.has(root)) continue;
		const stack: { name: string; next: number }[] = [{ name: root, next: 0 }];
		state.set(root, "open");
		for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
			const child = edges.get(top.name)?.[top.next++];
			if (child === undefined) {
				state.set(top.name, "done");
				stack.pop();
			} else if (!edges.has(child)) {
				// Unknown names are reported elsewhere.
			} else if (state.get(child) === "open") {
				const from = stack.findIndex(({ name }) => name === child);
				const cycle = stack.slice(from).map(({ name }) => name);
				if (cycle.some((name) => reported.has(name))) continue;
				for (const name of cycle) reported.add(name);
				cycles.push([...cycle, child]);
			} else if (!state.has(child)) {
				state.set(child, "open");
				stack.push({ name: child, next: 0 });
			}
		}
	}
	return cycles;
}
