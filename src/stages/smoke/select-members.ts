import type { StackService } from "../../model/compose/compose-file.ts";
import type { Plan } from "../../model/documents/plan.ts";
import { repositoryOf } from "../../model/oci/reference.ts";
import type { HealthTiming, Policy, Service } from "../../model/service/service.ts";
import { serviceKind, whyNotStarted } from "../../model/service/service-kind.ts";
import { defined } from "../../util/defined.ts";

/** An image that was pushed, as the build stage or the plan knows it. `ref` may carry a tag; only its repository counts. */
export interface PushedImage {
	readonly service: string;
	readonly platform: string;
	readonly ref: string;
	readonly digest: string;
	/** The tag under which it was found published, where this run has no image of it. */
	readonly publishedTag?: string;
}

/** One container of the stack. A `subject` is judged, `cast` is only there because something needs it. */
export interface Member extends StackService {
	readonly role: "subject" | "cast" | "external";
	/** Of a service; an external has none. */
	readonly policy?: Policy;
	/** It was not built in this run: what is published stands in for it, under this tag. */
	readonly publishedTag?: string;
	/** How long it may take and has to stay up, where it has no `health` that says it. */
	readonly timing?: HealthTiming;
}

/** A selected service that does not run, and why. */
export interface UnstartedImage {
	readonly image: PushedImage;
	readonly verdict: "skipped" | "not tried";
	readonly reason: string;
}

export interface MemberSelection {
	/** Needs come before those that need them. */
	readonly members: readonly Member[];
	readonly unstarted: readonly UnstartedImage[];
}

export function pinnedRef(image: Pick<PushedImage, "ref" | "digest">): string {
	return `${repositoryOf(image.ref)}@${image.digest}`;
}

/** Why a service is not judged; undefined when it is. */
export function whySkipped(plan: Plan, service: Service): string | undefined {
	return service.policy.smoke === "off" ? "its policy says: smoke off" : whyNotStarted(serviceKind(plan, service));
}

/**
 * Who takes the stage on one platform: `images`, to be judged, and whatever they need: one of `supporting`, an unchanged
 * image of the plan, a published one, or an external. What has a need that nothing can fill is a bystander with verdict `not tried`.
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
	const bystanders = new Map<string, UnstartedImage>();
	const missing = new Map<string, string>();
	const visiting = new Set<string>();

	/** Adds it and its needs; the answer is why it cannot be had, if so. */
	const add = (name: string): string | undefined => {
		if (members.has(name) || visiting.has(name)) return undefined;
		const known = missing.get(name);
		if (known !== undefined) return known;
		visiting.add(name);
		const member = find(name);
		let problem: string | undefined;
		if (typeof member === "string") problem = member;
		else {
			const unfilled = member.needs.map(add).find((why) => why !== undefined);
			if (unfilled === undefined) members.set(name, member);
			else problem = unfilled;
		}
		visiting.delete(name);
		if (problem !== undefined) missing.set(name, problem);
		return problem;
	};

	const find = (name: string): Member | string => {
		const external = externals.get(name);
		if (external !== undefined) return { ...external, role: "external" };
		const service = services.get(name);
		if (service === undefined) return `${name} is neither a service nor an external of the catalog`;
		const support = supporting.find((image) => image.service === name && image.platform === platform);
		const image = pushed.get(name) ?? support ?? unchanged(plan, service, platform);
		if (image === undefined) return `there is no image of ${name} for ${platform}, neither of this run nor published`;
		const { env, ports, health, timing, needs, hardening, policy, command } = service;
		const role = pushed.has(name) && whySkipped(plan, service) === undefined ? "subject" : "cast";
		return {
			...{ name, role, image: pinnedRef(image), platform, env, ports, needs, hardening, policy },
			...defined({ publishedTag: image.publishedTag, health, timing, command }),
			...(service.run === "job" && { run: "job" }),
		};
	};

	for (const image of pushed.values()) {
		const service = services.get(image.service);
		const reason = service && whySkipped(plan, service);
		if (reason !== undefined) {
			bystanders.set(image.service, { image, verdict: "skipped", reason });
			continue;
		}
		const problem = add(image.service);
		if (problem !== undefined) bystanders.set(image.service, { image, verdict: "not tried", reason: problem });
	}
	return { members: [...members.values()], unstarted: [...bystanders.values()] };
}

function unchanged(plan: Plan, service: Service, platform: string): PushedImage | undefined {
	const planned = plan.images.find((image) => image.service === service.name && image.platform === platform);
	if (planned?.decision.kind !== "unchanged") return undefined;
	return { service: service.name, platform, ref: service.image, digest: planned.decision.digest };
}

/** What stands in for services that a member needs, however far down, in words: `api as published under latest (sha256:4f1c2aa9e0b7)`. */
export function publishedDependencies(members: readonly Member[], { needs }: Member): readonly string[] {
	const names = new Set(needs);
	const found: string[] = [];
	// A set that grows while it is walked through.
	for (const name of names) {
		const member = members.find((one) => one.name === name);
		for (const need of member?.needs ?? []) names.add(need);
		if (member?.publishedTag === undefined) continue;
		const digest = member.image.slice(member.image.indexOf("@") + 1);
		found.push(`${name} as published under ${member.publishedTag} (${digest.slice(0, 19)})`);
	}
	return found;
}
