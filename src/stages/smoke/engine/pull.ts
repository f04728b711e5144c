import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import type { Credentials } from "../../../adapters/registry/credentials.ts";
import { sleep } from "../../../util/clock.ts";
import type { ByteProgress } from "../../../util/progress.ts";
import { Backoff, retryPolicies } from "../../../util/retry.ts";
import type { Member } from "../select-members.ts";
import { inspectLocalImage, type LocalImage } from "./containers.ts";
import { pullImage } from "./pull-image.ts";

/** The engine has the image. */
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
	/** Logins of the registries. */
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
