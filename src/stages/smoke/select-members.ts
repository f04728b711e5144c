import type { StackService } from "../../model/compose/compose-file.ts";
import type { Plan } from "../../model/documents/plan.ts";
import { repositoryOf } from "../../model/oci/reference.ts";
import type { HealthTiming, Policy, Service } from "../../model/service/service.ts";
import { serviceKind, whyNotStarted } from "../../model/service/service-kind.ts";
import { defined } from "../../util/defined.ts";

/**
 * An image that the build stage pushed or the plan knows. Only the repository of `ref` counts, not its tag.
 * `publishedTag`: tag of a published image that replaces one this run does not have.
 */
export interface PushedImage {
	readonly service: string;
	readonly platform: string;
	readonly ref: string;
	readonly digest: string;
	readonly publishedTag?: string;
}

/** One container of the stack. Only a `tested` member gets a verdict; another member needs a `dependency`. */
export interface Member extends StackService {
	readonly role: "tested" | "dependency" | "external";
	/** Externals have none. */
	readonly policy?: Policy;
	readonly publishedTag?: string;
	/** Times for a member without `health`. */
	readonly timing?: HealthTiming;
}

/** A selected image that is not started, and why. */
export interface UnstartedImage {
	readonly image: PushedImage;
	readonly verdict: "skipped" | "not tried";
	readonly reason: string;
}

export interface MemberSelection {
	/** Needs come before the members that need them. */
	readonly members: readonly Member[];
	readonly unstarted: readonly UnstartedImage[];
}

export function pinnedRef(image: Pick<PushedImage, "ref" | "digest">): string {
	return `${repositoryOf(image.ref)}@${image.digest}`;
}

/** Why a service gets no verdict; undefined when it gets one. */
export function whySkipped(plan: Plan, service: Service): string | undefined {
	return service.policy.smoke === "off" ? "policy.smoke is off" : whyNotStarted(serviceKind(plan, service));
}

/**
 * The members of the stack for one platform: `images`, which get a verdict, and all that they need, from `supporting`,
 * the unchanged images of the plan or the externals. An image with a need that has no image is `not tried`.
 */
export function selectMembers(
	plan: Plan,
	images: readonly PushedImage[],
	platform: string,
	supporting: readonly PushedImage[] = [],
): MemberSelection {
	const services = new Map(plan.services.map((service) => [service.name, service]));
	const externals = new Map(plan.externals.map((external) => [external.name, external]));
	const pushed = new Map(images.filter((image) => image.platform === platform).map((image) => [image.service, image]));
	const members = new Map<string, Member>();
	const problems = new Map<string, string>();
	const visiting = new Set<string>();

	/** Adds a member after its needs. Returns why that is not possible. */
	const add = (name: string): string | undefined => {
		if (members.has(name) || visiting.has(name)) return undefined;
		const earlier = problems.get(name);
		if (earlier !== undefined) return earlier;
		visiting.add(name);
		const member = find(name);
		const problem = typeof member === "string" ? member : member.needs.map(add).find((why) => why !== undefined);
		visiting.delete(name);
		if (problem !== undefined) problems.set(name, problem);
		else if (typeof member !== "string") members.set(name, member);
		return problem;
	};

	const find = (name: string): Member | string => {
		const external = externals.get(name);
		if (external !== undefined) return { ...external, role: "external" };
		const service = services.get(name);
		if (service === undefined) return `${name} is neither a service nor an external of the catalog`;
		const support = supporting.find((image) => image.service === name && image.platform === platform);
		const image = pushed.get(name) ?? support ?? unchangedImage(plan, service, platform);
		if (image === undefined) return `no image of ${name} for ${platform}, neither from this run nor published`;
		const { env, ports, health, timing, needs, hardening, policy, command } = service;
		const role = pushed.has(name) && whySkipped(plan, service) === undefined ? "tested" : "dependency";
		return {
			...{ name, role, image: pinnedRef(image), platform, env, ports, needs, hardening, policy },
			...defined({ publishedTag: image.publishedTag, health, timing, command }),
			...(service.run === "job" && { run: "job" }),
		};
	};

	const unstarted: UnstartedImage[] = [];
	for (const image of pushed.values()) {
		const service = services.get(image.service);
		const skip = service && whySkipped(plan, service);
		const problem = skip === undefined ? add(image.service) : undefined;
		if (skip !== undefined) unstarted.push({ image, verdict: "skipped", reason: skip });
		else if (problem !== undefined) unstarted.push({ image, verdict: "not tried", reason: problem });
	}
	return { members: [...members.values()], unstarted };
}

function unchangedImage(plan: Plan, service: Service, platform: string): PushedImage | undefined {
	const planned = plan.images.find((image) => image.service === service.name && image.platform === platform);
	if (planned?.decision.kind !== "unchanged") return undefined;
	return { service: service.name, platform, ref: service.image, digest: planned.decision.digest };
}

/** The published images among a member's direct and indirect needs: `db:latest (sha256:4f1c2aa9e0b7)`. */
export function publishedDependencies(members: readonly Member[], { needs }: Member): readonly string[] {
	const names = new Set(needs);
	const published: string[] = [];
	// The set grows while the loop runs.
	for (const name of names) {
		const member = members.find((item) => item.name === name);
		for (const need of member?.needs ?? []) names.add(need);
		if (member?.publishedTag === undefined) continue;
		const digest = member.image.slice(member.image.indexOf("@") + 1);
		published.push(`${name}:${member.publishedTag} (${digest.slice(0, 19)})`);
	}
	return published;
}
