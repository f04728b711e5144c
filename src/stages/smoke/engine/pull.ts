import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import type { Credential, Credentials } from "../../../adapters/registry/credentials.ts";
import { parseReference } from "../../../model/oci/reference.ts";
import { sleep } from "../../../util/clock.ts";
import { defined } from "../../../util/defined.ts";
import { parseJson, readObject } from "../../../util/json.ts";
import type { ByteProgress } from "../../../util/progress.ts";
import { Backoff, retryPolicies } from "../../../util/retry.ts";
import type { Member } from "../select-members.ts";
import { engineRequest, lastLine, throwIfDiskFull } from "./call.ts";
import { inspectLocalImage, type LocalImage } from "./containers.ts";

export interface PulledImage {
	readonly kind: "pulled";
	readonly member: Member;
	readonly image: LocalImage;
}

export type PullResult =
	| PulledImage
	/** The registry does not have the image, or only for another platform. */
	| { readonly kind: "wrong"; readonly why: string }
	/** No answer: the registry is unreachable, refuses access or limits requests. */
	| { readonly kind: "unknown"; readonly why: string };

const absent = /not found|manifest unknown|no matching manifest|does not provide|no match for platform/i;
const refused = /unauthorized|denied|forbidden/i;

export interface PullContext {
	readonly api: EngineApi;
	readonly credentials: Credentials;
	readonly platform: string;
	/** `present`: pulls nothing. */
	readonly images: "pull" | "present";
	readonly signal: AbortSignal;
	readonly onPullProgress: (
		member: Member,
		state: "started" | "update" | "done" | "failed",
		update?: PullUpdate,
	) => void;
}

export interface PullUpdate {
	readonly text?: string;
	readonly bytes?: ByteProgress;
}

/**
 * Pulls a member's image by digest, unless the engine has it for the platform. An external runs natively where it can,
 * else on the run's platform.
 */
export async function pullMember(member: Member, context: PullContext): Promise<PullResult> {
	const { api, platform, images, signal } = context;
	if (images === "present") return inspectPulled(api, member, signal);
	const wanted = member.platform;
	if (wanted !== undefined && /@sha256:/.test(member.image)) {
		const present = await inspectPulled(api, member, signal);
		if (present.kind === "pulled") return present;
	}
	const problem = await pullWithRetries(member, wanted, context);
	if (problem === undefined) return inspectPulled(api, member, signal);
	if (absent.test(problem) && wanted === undefined) return pullMember({ ...member, platform }, context);
	context.onPullProgress(member, "failed", { text: problem });
	if (absent.test(problem) && !refused.test(problem))
		return { kind: "wrong", why: `not in the registry for ${wanted ?? platform}: ${member.image}` };
	return { kind: "unknown", why: `cannot pull ${member.image}: ${problem}` };
}

/** Returns the last error, if no attempt succeeded. */
async function pullWithRetries(
	member: Member,
	platform: string | undefined,
	{ api, credentials, signal, onPullProgress }: PullContext,
): Promise<string | undefined> {
	onPullProgress(member, "started", { text: "pulling" });
	let pulled: ByteProgress = { done: 0 };
	const onProgress = (text: string, bytes: ByteProgress) => {
		pulled = bytes;
		onPullProgress(member, "update", { text, bytes });
	};
	let problem: string | undefined;
	const backoff = new Backoff(retryPolicies.pull, (ms) => {
		onPullProgress(member, "update", { text: `retrying: ${problem}` });
		return sleep(ms, signal);
	});
	for (;;) {
		problem = await pullImage({ ...{ api, credentials, platform, signal, onProgress }, image: member.image });
		if (problem === undefined) onPullProgress(member, "done", pulled.done > 0 ? { bytes: { done: pulled.done } } : {});
		if (problem === undefined || absent.test(problem) || refused.test(problem) || !(await backoff.wait()))
			return problem;
	}
}

async function inspectPulled(api: EngineApi, member: Member, signal: AbortSignal): Promise<PullResult> {
	const image = await inspectLocalImage(api, member.image, signal);
	if (image === undefined) return { kind: "unknown", why: `the engine does not have ${member.image}` };
	const { platform } = member;
	// The engine reports no variant.
	if (platform !== undefined && platform.split("/", 2).join("/") !== image.platform)
		return { kind: "wrong", why: `wrong architecture: the image is for ${image.platform}, expected ${platform}` };
	// Set explicitly, because Compose defaults to the engine's platform.
	return { kind: "pulled", member: { ...member, platform: platform ?? image.platform }, image };
}

interface PullRequest extends Pick<PullContext, "api" | "credentials" | "signal"> {
	/** By tag or by digest. */
	readonly image: string;
	/** Default: the engine's platform. */
	readonly platform: string | undefined;
	readonly onProgress: (activity: string, bytes: ByteProgress) => void;
}

/**
 * Lets the engine pull an image (https://docs.docker.com/reference/api/engine/version/v1.45/, ImageCreate), since the
 * docker command reports no bytes without a terminal. Returns the engine's error, if any. Throws EngineUnavailable, or
 * the signal's reason on abort.
 */
async function pullImage(request: PullRequest): Promise<string | undefined> {
	const { api, image, platform, signal, onProgress } = request;
	const { host, repository, tag = "latest", digest } = parseReference(image);
	const login = await loginAt(host, request.credentials);
	signal.throwIfAborted();
	const layers = new LayerProgress();
	let failure: string | undefined;
	let rest = "";
	const onData = (chunk: Buffer) => {
		const lines = (rest + chunk.toString("latin1")).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) {
			const event = readObject(parseJson(Buffer.from(line, "latin1"))) ?? {};
			if (typeof event.error === "string") failure = lastLine(event.error);
			layers.take(event);
		}
		onProgress(layers.isExtracting ? "unpacking" : "pulling", layers.bytes);
	};
	const reply = await engineRequest(api, {
		...{ method: "POST", path: "/images/create", signal, onData },
		// Without a tag the engine would pull all tags.
		query: { fromImage: `${host}/${repository}`, tag: digest ?? tag, ...defined({ platform }) },
		...(login.header !== undefined && { headers: { "x-registry-auth": login.header } }),
	});
	const why = reply.ok ? failure : reply.why;
	if (why === undefined) return undefined;
	throwIfDiskFull(why);
	return login.problem === undefined ? why : `${why} (${login.problem})`;
}

/** Like the docker command, pulls without a login if there is none or the credential helper does not answer. */
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

interface PulledLayer {
	readonly done: number;
	readonly total?: number;
	readonly isDownloaded: boolean;
}

class LayerProgress {
	readonly #layers = new Map<string, PulledLayer>();

	take({ status, id, progressDetail }: Readonly<Record<string, unknown>>): void {
		if (typeof id !== "string" || typeof status !== "string") return;
		const layer = this.#layers.get(id);
		const { current, total } = readObject(progressDetail) ?? {};
		if (status === "Pulling fs layer" || status === "Waiting")
			this.#layers.set(id, layer ?? { done: 0, isDownloaded: false });
		else if (status === "Already exists") this.#layers.delete(id);
		else if (status === "Downloading" && typeof current === "number")
			this.#layers.set(id, {
				...{ done: current, isDownloaded: false },
				...(typeof total === "number" && total > 0 && { total }),
			});
		// Extraction counts seconds with one image store and bytes with the other, so it is ignored.
		else if (layer !== undefined && /^(?:Download complete|Verifying Checksum|Extracting|Pull complete)$/.test(status))
			this.#layers.set(id, { ...layer, done: layer.total ?? layer.done, isDownloaded: true });
	}

	get isExtracting(): boolean {
		return this.#layers.size > 0 && [...this.#layers.values()].every(({ isDownloaded }) => isDownloaded);
	}

	/** `total` is set once it is known for every layer. */
	get bytes(): ByteProgress {
		const layers = [...this.#layers.values()];
		const sizes = layers.map(({ total, done, isDownloaded }) => total ?? (isDownloaded ? done : Number.NaN));
		const total = sizes.reduce((sum, size) => sum + size, 0);
		return { done: layers.reduce((sum, { done }) => sum + done, 0), ...(total > 0 && { total }) };
	}
}
