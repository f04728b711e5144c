import { posix } from "node:path";
import { z } from "zod";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import { engineRequest } from "./call.ts";

/** A change in a container's own root, as `docker diff` shows it. */
export interface FileChange {
	readonly kind: "changed" | "added" | "deleted";
	readonly path: string;
}

const changeKinds = ["changed", "added", "deleted"] as const;
const changesShape = z.array(z.object({ Path: z.string(), Kind: z.number() })).nullable();

/** Changes since the container was created. */
export async function fileChanges(api: EngineApi, id: string, signal: AbortSignal): Promise<readonly FileChange[]> {
	const reply = await engineRequest(api, { method: "GET", path: `/containers/${id}/changes`, signal });
	const changes = reply.ok ? changesShape.safeParse(reply.value).data : undefined;
	return (changes ?? []).map(({ Path: path, Kind }) => ({ path, kind: changeKinds[Kind] ?? "changed" }));
}

/** Written by runtimes that also work without, or not on the root at all. */
const ignoredPaths =
	/\/__pycache__(?:\/|$)|\.pyc$|^\/(?:tmp|dev|proc|sys|run\/secrets|etc\/(?:hosts|hostname|resolv\.conf|mtab))(?:\/|$)/;
/** Shared folders: a file in one needs that path, not the whole folder. */
const sharedFolders = /^(?:\/|\/(?:app|bin|etc|home|lib|opt|root|run|sbin|srv|usr|usr\/[^/]+|var|var\/[^/]+))$/;

/** Where a container wrote: the folders that it created, else the folders of the files that it wrote. */
export function writtenPaths(changes: readonly FileChange[]): readonly string[] {
	const writes = changes.filter(({ kind, path }) => kind !== "deleted" && path.startsWith("/"));
	const folders = new Set(writes.map(({ path }) => posix.dirname(path)));
	const relevant = writes.filter(({ path }) => !ignoredPaths.test(path));
	const added = new Set(relevant.filter(({ kind }) => kind === "added").map(({ path }) => path));
	const paths = relevant.flatMap(({ kind, path }) => {
		const isFolder = folders.has(path);
		if (kind === "changed" ? isFolder : added.has(posix.dirname(path))) return [];
		return [isFolder || sharedFolders.test(posix.dirname(path)) ? path : posix.dirname(path)];
	});
	return [...new Set(paths)];
}
