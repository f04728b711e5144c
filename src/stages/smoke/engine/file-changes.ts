import { posix } from "node:path";
import { z } from "zod";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import { engineRequest } from "./call.ts";

/** What the engine says has changed on a container's own root. */
export interface FileChange {
	readonly kind: "changed" | "added" | "deleted";
	readonly path: string;
}

const changeKinds = ["changed", "added", "deleted"] as const;
const changesShape = z.array(z.object({ Path: z.string(), Kind: z.number() })).nullable();

/** What was written there since it was made. */
export async function fileChanges(api: EngineApi, id: string, signal: AbortSignal): Promise<readonly FileChange[]> {
	const reply = await engineRequest(api, { method: "GET", path: `/containers/${id}/changes`, signal });
	const changes = reply.ok ? changesShape.safeParse(reply.value).data : undefined;
	return (changes ?? []).map(({ Path: path, Kind }) => ({ path, kind: changeKinds[Kind] ?? "changed" }));
}

/** Left behind by runtimes that do well without, or not on the root at all. */
const byTheWay =
	/\/__pycache__(?:\/|$)|\.pyc$|^\/(?:tmp|dev|proc|sys|run\/secrets|etc\/(?:hosts|hostname|resolv\.conf|mtab))(?:\/|$)/;
/** Folders of everybody: who writes a file there needs that place, not all of the folder. */
const common = /^(?:\/|\/(?:app|bin|etc|home|lib|opt|root|run|sbin|srv|usr|usr\/[^/]+|var|var\/[^/]+))$/;

/** The places that a container wrote to: a folder that was made, else the folder of a file that was written. */
export function writtenPaths(changes: readonly FileChange[]): readonly string[] {
	const all = changes.filter(({ kind, path }) => kind !== "deleted" && path.startsWith("/"));
	const parents = new Set(all.map(({ path }) => posix.dirname(path)));
	const entries = all.filter(({ path }) => !byTheWay.test(path));
	const added = new Set(entries.filter(({ kind }) => kind === "added").map(({ path }) => path));
	const places = entries.flatMap(({ kind, path }) => {
		const isFolder = parents.has(path);
		if (kind === "changed" ? isFolder : added.has(posix.dirname(path))) return [];
		return [isFolder || common.test(posix.dirname(path)) ? path : posix.dirname(path)];
	});
	return [...new Set(places)];
}
