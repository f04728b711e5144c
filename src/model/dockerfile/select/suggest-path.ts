import { closestMatch } from "../../../util/closest-match.ts";
import type { ContextView } from "./context-view.ts";

/** The most similar existing path: the same path deeper down, else the same name, else a similar name in the folder. */
export function suggestPath(view: ContextView, parts: readonly string[]): string | undefined {
	const name = parts.at(-1);
	if (name === undefined) return undefined;
	const sameName = view.pathsByName().get(name.toLowerCase()) ?? [];
	const [best] = sameName.toSorted(
		(a, b) => equalEndParts(b, parts) - equalEndParts(a, parts) || a.length - b.length || (a < b ? -1 : 1),
	);
	return best ?? similarPath(view, parts.slice(0, -1), name);
}

/** Number of equal parts at the ends of two paths. */
function equalEndParts(path: string, parts: readonly string[]): number {
	const [a, b] = [path.split("/").reverse(), [...parts].reverse()];
	const end = a.findIndex((part, i) => part !== b[i]);
	return end < 0 ? a.length : end;
}

function similarPath(view: ContextView, folder: readonly string[], name: string): string | undefined {
	const resolved = view.resolvePath(folder);
	if (resolved.kind !== "found") return undefined;
	const match = closestMatch(name, resolved.node.children?.keys() ?? []);
	const prefix = view.pathOf(resolved.node);
	return match === undefined || prefix === "" ? match : `${prefix}/${match}`;
}
