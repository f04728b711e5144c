import type { ApiRequest, EngineApi } from "../../../adapters/docker/engine-api.ts";
import { parseJson } from "../../../util/json.ts";
import { engineRequest } from "./call.ts";

/** Of a file, bytes. */
const headBytes = 256;

/** The first bytes of a file in a container, links followed; undefined where there is no such file. Needs nothing in the image. */
export async function readFileHead(
	api: EngineApi,
	container: string,
	file: string,
	signal: AbortSignal,
): Promise<Uint8Array | undefined> {
	const request = (method: "GET" | "HEAD", path: string): ApiRequest => ({
		...{ method, path: `/containers/${container}/archive`, query: { path }, signal },
	});
	let where = file;
	const look = await api(request("HEAD", file)).catch(() => undefined);
	const told = look?.headers["x-docker-container-path-stat"];
	if (look !== undefined && look.status < 300 && typeof told === "string") {
		// The engine has followed it to its end.
		const { linkTarget } = (parseJson(Buffer.from(told, "base64").toString()) ?? {}) as {
			readonly linkTarget?: unknown;
		};
		if (typeof linkTarget === "string" && linkTarget !== "") where = linkTarget;
	} else return undefined;
	let head: Uint8Array | undefined;
	let archive: Buffer = Buffer.alloc(0);
	const onData = (chunk: Buffer, enough: () => void) => {
		archive = Buffer.concat([archive, chunk]);
		head = firstFileHead(archive);
		if (head !== undefined) enough();
	};
	const reply = await engineRequest(api, { ...request("GET", where), onData });
	return reply.ok ? head : undefined;
}

const block = 512;

/** The head of the first file in the beginning of a tar archive (POSIX.1, pax); undefined while that has not come, and for what is not a file. */
export function firstFileHead(archive: Buffer): Uint8Array | undefined {
	for (let at = 0; archive.length >= at + block; ) {
		const size = Number.parseInt(archive.toString("latin1", at + 124, at + 136), 8) || 0;
		const kind = archive.toString("latin1", at + 156, at + 157);
		const content = at + block;
		// Extended headers come before the file that they are about.
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
