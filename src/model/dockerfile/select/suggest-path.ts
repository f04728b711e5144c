import { closestMatch } from "../../../util/closest-match.ts";
import type { ContextView } from "./context-view.ts";

/** The path that was probably meant by one that is not there: the same path deeper down, else the same name, else one much like it. */
export function suggestPath(view: ContextView, parts: readonly string[]): string | undefined {
	const name = parts.at(-1);
	if (name === undefined) return undefined;
	const same = view.pathsByName().get(name.toLowerCase()) ?? [];
	const best = [...same].sort(
		(a, b) => shared(b, parts) - shared(a, parts) || a.length - b.length || (a < b ? -1 : 1),
	)[0];
	return best ?? alike(view, parts.slice(0, -1), name);
}

/** How many parts two paths have in common, from their ends. */
function shared(path: string, parts: readonly string[]): number {
	const [a, b] = [path.split("/").reverse(), [...parts].reverse()];
	const end = a.findIndex((part, i) => part !== b[i]);
	return end < 0 ? a.length : end;
}

function alike(view: ContextView, folder: readonly string[], name: string): string | undefined {
	const found = view.resolvePath(folder);
	if (found.kind !== "found") return undefined;
	const near = closestMatch(name, found.node.children?.keys() ?? []);
	const prefix = view.pathOf(found.node);
	return near === undefined || prefix === "" ? near : `${prefix}/${near}`;
}
