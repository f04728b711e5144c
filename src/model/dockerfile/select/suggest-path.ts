import { closestMatch } from "../../../util/closest-match.ts";
import type { ContextView } from "./context-view.ts";

/** The most similar existing path: the same path deeper down, else the same name, else a similar name in the folder. */
export function suggestPath(view: ContextView, parts: readonly string[]): string | undefined {
	const name = parts.at(-1);
	if (name === undefined) return undefined;
	const same = view.pathsByName().get(name.toLowerCase()) ?? [];
	const best = [...same].sort(
		(a, b) => shared(b, parts) - shared(a, parts) || a.length - b.length || (a < b ? -1 : 1),
	)[0];
	return best ?? alike(view, parts.slice(0, -1), name);
}

/** Number of equal parts at the ends of two paths. */
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
