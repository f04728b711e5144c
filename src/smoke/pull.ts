import { setTimeout as sleep } from "node:timers/promises";
import type { Docker } from "../docker/docker.ts";
import { call, inspectImage, type LocalImage, lastLine } from "./engine.ts";
import type { Member } from "./members.ts";

export type Pulled =
	| { readonly kind: "here"; readonly member: Member; readonly image: LocalImage }
	/** The registry has no such bytes, or they are for another platform. */
	| { readonly kind: "wrong"; readonly why: string }
	/** No answer: registry away, no permission, rate limit. */
	| { readonly kind: "unknown"; readonly why: string };

const absent = /not found|manifest unknown|no matching manifest|does not provide|no match for platform/i;
const refused = /unauthorized|denied|forbidden/i;

export interface Pulling {
	readonly platform: string;
	/** `present`: what the engine has already is all there is. */
	readonly images: "pull" | "present";
	readonly signal: AbortSignal;
}

/** Pulls a member's image by digest, three tries for what may pass. An external runs natively where it can, else on `platform`. */
export async function pull(docker: Docker, member: Member, pulling: Pulling): Promise<Pulled> {
	const { platform, images, signal } = pulling;
	if (images === "present") return check(docker, member, signal);
	const wanted = member.platform;
	let problem = "";
	for (let attempt = 1; attempt <= 3; attempt++) {
		const args = ["pull", "--quiet", ...(wanted === undefined ? [] : [`--platform=${wanted}`]), "--", member.image];
		const { exitCode, stderr } = await call(docker, args, { signal });
		if (exitCode === 0) return check(docker, member, signal);
		problem = lastLine(stderr);
		if (absent.test(problem) || refused.test(problem)) break;
		await sleep(1_000 * 2 ** (attempt - 1), undefined, { signal });
	}
	if (absent.test(problem) && wanted === undefined) return pull(docker, { ...member, platform }, pulling);
	if (absent.test(problem) && !refused.test(problem))
		return { kind: "wrong", why: `not in the registry for ${wanted ?? platform}: ${member.image}` };
	return {
		kind: "unknown",
		why: `cannot pull ${member.image}: ${problem.replace(/^Error response from daemon: /, "")}`,
	};
}

async function check(docker: Docker, member: Member, signal: AbortSignal): Promise<Pulled> {
	const image = await inspectImage(docker, member.image, signal);
	if (image === undefined) return { kind: "unknown", why: `the engine does not have ${member.image}` };
	const { platform } = member;
	// The engine tells no variant.
	if (platform !== undefined && platform.split("/", 2).join("/") !== image.platform)
		return { kind: "wrong", why: `wrong architecture: the image is for ${image.platform}, wanted ${platform}` };
	// Said outright, because Compose would otherwise ask for the engine's own.
	return { kind: "here", member: { ...member, platform: platform ?? image.platform }, image };
}
