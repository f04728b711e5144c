import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import type { Credential, Credentials } from "../../../adapters/registry/credentials.ts";
import { parseReference } from "../../../model/oci/reference.ts";
import { defined } from "../../../util/defined.ts";
import { parseJson } from "../../../util/json.ts";
import type { ByteProgress } from "../../../util/progress.ts";
import { engineRequest, lastLine, throwIfDiskFull } from "./call.ts";

export interface PullRequest {
	readonly api: EngineApi;
	readonly credentials: Credentials;
	/** By tag or by digest. */
	readonly image: string;
	/** The engine's own without it. */
	readonly platform?: string | undefined;
	readonly signal: AbortSignal;
	readonly onProgress: (what: string, bytes: ByteProgress) => void;
}

/**
 * Has the engine pull an image (https://docs.docker.com/reference/api/engine/version/v1.45/#tag/Image/operation/ImageCreate). The docker command shows no
 * bytes where there is no terminal. Gives the engine's words when it does not work out; throws EngineGone when there is no engine, and the reason of an abort.
 */
export async function pullImage(request: PullRequest): Promise<string | undefined> {
	const { api, image, platform, signal, onProgress } = request;
	const { host, repository, tag = "latest", digest } = parseReference(image);
	const login = await loginAt(host, request.credentials);
	signal.throwIfAborted();
	const layers = new Layers();
	let failure: string | undefined;
	let rest = "";
	const onData = (chunk: Buffer) => {
		const lines = (rest + chunk.toString("latin1")).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) {
			const event = (parseJson(Buffer.from(line, "latin1").toString()) ?? {}) as PullEvent;
			if (typeof event.error === "string") failure = lastLine(event.error);
			layers.take(event);
		}
		onProgress(layers.isExtracting ? "unpacking" : "pulling", layers.bytes);
	};
	const reply = await engineRequest(api, {
		...{ method: "POST", path: "/images/create", signal, onData },
		// Without a tag the engine would pull all of them.
		query: { fromImage: `${host}/${repository}`, tag: digest ?? tag, ...defined({ platform }) },
		...(login.header !== undefined && { headers: { "x-registry-auth": login.header } }),
	});
	const why = reply.ok ? failure : reply.why;
	if (why === undefined) return undefined;
	throwIfDiskFull(why);
	return login.problem === undefined ? why : `${why} (${login.problem})`;
}

/** As the docker command does, an image is asked for without a login where there is none, or the helper does not answer. */
async function loginAt(host: string, credentials: Credentials): Promise<{ header?: string; problem?: string }> {
	try {
		const credential = await credentials(host);
		return credential === undefined ? {} : { header: authHeader(host, credential) };
	} catch (error) {
		return { problem: (error as Error).message.split("\n", 1)[0] ?? "no login" };
	}
}

/** https://docs.docker.com/reference/api/engine/#section/Authentication */
function authHeader(host: string, credential: Credential): string {
	const serveraddress = host === "docker.io" ? "https://index.docker.io/v1/" : host;
	const { kind, ...rest } = credential;
	const auth = "token" in rest ? { identitytoken: rest.token } : rest;
	return Buffer.from(JSON.stringify({ ...auth, serveraddress })).toString("base64url");
}

interface PullEvent {
	readonly error?: unknown;
	readonly status?: unknown;
	readonly id?: unknown;
	readonly progressDetail?: { readonly current?: unknown; readonly total?: unknown };
}

/** How much of each layer is here. */
class Layers {
	readonly #layers = new Map<string, { readonly done: number; readonly total?: number; readonly here: boolean }>();

	take({ status, id, progressDetail = {} }: PullEvent): void {
		if (typeof id !== "string" || typeof status !== "string") return;
		const before = this.#layers.get(id);
		const { current, total } = progressDetail;
		if (status === "Pulling fs layer" || status === "Waiting") this.#layers.set(id, before ?? { done: 0, here: false });
		// It costs nothing, and counts for nothing.
		else if (status === "Already exists") this.#layers.delete(id);
		else if (status === "Downloading" && typeof current === "number")
			this.#layers.set(id, { done: current, ...(typeof total === "number" && total > 0 && { total }), here: false });
		// What an extraction counts is seconds with one image store, bytes with the other.
		else if (before !== undefined && /^(?:Download complete|Verifying Checksum|Extracting|Pull complete)$/.test(status))
			this.#layers.set(id, { ...before, done: before.total ?? before.done, here: true });
	}

	get isExtracting(): boolean {
		return this.#layers.size > 0 && [...this.#layers.values()].every(({ here }) => here);
	}

	/** The total is known when it is of every layer. */
	get bytes(): ByteProgress {
		const all = [...this.#layers.values()];
		const total = all.reduce((sum, one) => sum + (one.total ?? (one.here ? one.done : Number.NaN)), 0);
		return { done: all.reduce((sum, { done }) => sum + done, 0), ...(total > 0 && { total }) };
	}
}
