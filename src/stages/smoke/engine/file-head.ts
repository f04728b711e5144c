import type { ApiRequest, EngineApi } from "../../../adapters/docker/engine-api.ts";
import { parseJson } from "../../../util/json.ts";
import { engineRequest } from "./call.ts";

const headBytes = 256;

/** First bytes of a file in a container, links followed; undefined without such a file. Needs no tool in the image. */
export async function readFileHead(
	api: EngineApi,
	container: string,
	file: string,
	signal: AbortSignal,
): Promise<Uint8Array | undefined> {
	const request = (method: "GET" | "HEAD", path: string): ApiRequest => ({
		...{ method, path: `/containers/${container}/archive`, query: { path }, signal },
	});
	const response = await api(request("HEAD", file)).catch(() => undefined);
	const header = response?.headers["x-docker-container-path-stat"];
	if (response === undefined || response.status >= 300 || typeof header !== "string") return undefined;
	// The engine has followed all links.
	const stat = (parseJson(Buffer.from(header, "base64").toString()) ?? {}) as { readonly linkTarget?: unknown };
	const target = typeof stat.linkTarget === "string" && stat.linkTarget !== "" ? stat.linkTarget : file;
	let head: Uint8Array | undefined;
	let archive: Buffer = Buffer.alloc(0);
	const onData = (chunk: Buffer, stop: () => void) => {
		archive = Buffer.concat([archive, chunk]);
		head = firstFileHead(archive);
		if (head !== undefined) stop();
	};
	const reply = await engineRequest(api, { ...request("GET", target), onData });
	return reply.ok ? head : undefined;
}

const block = 512;

/**
 * Head of the first file in the beginning of a tar archive (POSIX.1, pax). Undefined while it is incomplete, and for an
 * entry that is not a file.
 */
export function firstFileHead(archive: Buffer): Uint8Array | undefined {
	for (let at = 0; archive.length >= at + block; ) {
		const size = Number.parseInt(archive.toString("latin1", at + 124, at + 136), 8) || 0;
		const kind = archive.toString("latin1", at + 156, at + 157);
		const content = at + block;
		// Extended headers come before their file.
		if (kind === "x" || kind === "g") {
			at = content + Math.ceil(size / block) * block;
			continue;
		}
		if (kind !== "0" && kind !== "\0") return undefined;
		const end = content + Math.min(size, headBytes);
		return archive.length >= end ? archive.subarray(content, end) : undefined;
	}
	return undefined;
}
