import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import type { Credentials } from "../../../adapters/registry/credentials.ts";
import { sleep } from "../../../util/clock.ts";
import type { ByteProgress } from "../../../util/progress.ts";
import { Backoff, retryPolicies } from "../../../util/retry.ts";
import type { Member } from "../select-members.ts";
import { inspectLocalImage, type LocalImage } from "./containers.ts";
import { pullImage } from "./pull-image.ts";

export type PullResult =
	| { readonly kind: "here"; readonly member: Member; readonly image: LocalImage }
	/** The registry has no such bytes, or they are for another platform. */
	| { readonly kind: "wrong"; readonly why: string }
	/** No answer: registry away, no permission, rate limit. */
	| { readonly kind: "unknown"; readonly why: string };

const absent = /not found|manifest unknown|no matching manifest|does not provide|no match for platform/i;
const refused = /unauthorized|denied|forbidden/i;

export interface PullContext {
	readonly api: EngineApi;
	/** Of the registries that images are pulled from. */
	readonly credentials: Credentials;
	readonly platform: string;
	/** `present`: what the engine has already is all there is. */
	readonly images: "pull" | "present";
	readonly signal: AbortSignal;
	readonly onPullProgress: (member: Member, state: "started" | "update" | "done" | "failed", news?: PullUpdate) => void;
}

export interface PullUpdate {
	readonly text?: string;
	readonly bytes?: ByteProgress;
}

/**
 * Pulls a member's image by digest, three tries for what may pass; those very bytes for that platform that the engine has already are not asked for again.
 * An external runs natively where it can, else on `platform`.
 */
export async function pullMember(member: Member, pulling: PullContext): Promise<PullResult> {
	const { api, platform, images, signal } = pulling;
	if (images === "present") return check(api, member, signal);
	const wanted = member.platform;
	if (wanted !== undefined && /@sha256:/.test(member.image)) {
		const present = await check(api, member, signal);
		if (present.kind === "here") return present;
	}
	const problem = await fetched(member, wanted, pulling);
	if (problem === undefined) return check(api, member, signal);
	if (absent.test(problem) && wanted === undefined) return pullMember({ ...member, platform }, pulling);
	pulling.onPullProgress(member, "failed", { text: problem });
	if (absent.test(problem) && !refused.test(problem))
		return { kind: "wrong", why: `not in the registry for ${wanted ?? platform}: ${member.image}` };
	return { kind: "unknown", why: `cannot pull ${member.image}: ${problem}` };
}

/** Why it could not be pulled in the end. */
async function fetched(
	member: Member,
	platform: string | undefined,
	{ api, credentials, signal, onPullProgress: tellPull }: PullContext,
): Promise<string | undefined> {
	tellPull(member, "started", { text: "pulling" });
	let pulled: ByteProgress = { done: 0 };
	const onProgress = (text: string, bytes: ByteProgress) => {
		pulled = bytes;
		tellPull(member, "update", { text, bytes });
	};
	let problem: string | undefined;
	const backoff = new Backoff(retryPolicies.pull, (ms) => {
		tellPull(member, "update", { text: `again: ${problem}` });
		return sleep(ms, signal);
	});
	for (;;) {
		problem = await pullImage({ ...{ api, credentials, platform, signal, onProgress }, image: member.image });
		if (problem === undefined) tellPull(member, "done", pulled.done > 0 ? { bytes: { done: pulled.done } } : {});
		if (problem === undefined || absent.test(problem) || refused.test(problem) || !(await backoff.wait()))
			return problem;
	}
}

async function check(api: EngineApi, member: Member, signal: AbortSignal): Promise<PullResult> {
	const image = await inspectLocalImage(api, member.image, signal);
	if (image === undefined) return { kind: "unknown", why: `the engine does not have ${member.image}` };
	const { platform } = member;
	// The engine tells no variant.
	if (platform !== undefined && platform.split("/", 2).join("/") !== image.platform)
		return { kind: "wrong", why: `wrong architecture: the image is for ${image.platform}, wanted ${platform}` };
	// Said outright, because Compose would otherwise ask for the engine's own.
	return { kind: "here", member: { ...member, platform: platform ?? image.platform }, image };
}
