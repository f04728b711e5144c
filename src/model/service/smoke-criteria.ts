import { hash } from "node:crypto";
import type { Plan } from "../documents/plan.ts";
import type { Policy, Service } from "./service.ts";
import { type PlanForKinds, serviceKind } from "./service-kind.ts";

/** Raised when our probing changes so that an image that passed could fail now. Then everything is smoked again. */
const probing = 1;

/** What a verdict depends on beside the image's bytes, in words for a plan. */
const parts = {
	kind: "how it runs",
	health: "health check",
	ports: "ports",
	env: "environment",
	command: "command",
	hardening: "hardening",
	needs: "needs",
	policy: "policy",
} as const;
type Part = keyof typeof parts;

/** Of every field of a service, the part of the trial that it belongs to; `none`: it is in the image's bytes, or no verdict depends on it. */
export const criteriaFields = {
	...{ run: "kind", health: "health", timing: "health", ports: "ports", env: "env", command: "command" },
	...{ hardening: "hardening", needs: "needs", policy: "policy" },
	...{ name: "none", title: "none", description: "none", phase: "none", at: "none", problems: "none" },
	...{ image: "none", declaredImage: "none", copies: "none", dockerfile: "none", context: "none", target: "none" },
	...{ platforms: "none", runners: "none", ttl: "none", args: "none", secrets: "none", ssh: "none", contexts: "none" },
	...{
		created: "none",
		compression: "none",
		rewriteTimestamp: "none",
		tags: "none",
		floating: "none",
		flavor: "none",
		labels: "none",
		verify: "none",
		lint: "none",
	},
} as const satisfies Readonly<Record<keyof Service, Part | "none">>;

/** The same of a policy. */
const policyCounts = {
	...{ smoke: false, verify: false, version: false, hardening: true, stop: true },
} as const satisfies Readonly<Record<keyof Policy, boolean>>;

/** The checks that an image of a service is put to. Two trials with one hash come to the same verdict over the same bytes. */
export interface SmokeCriteria {
	/** 16 hex digits. */
	readonly hash: string;
	/** 8 hex digits of each part. */
	readonly parts: Readonly<Record<string, string>>;
}

/** The trial of a service as the catalog has it now. Host ports are none of it: smoke publishes on ports that the engine picks. */
export function smokeCriteria(plan: PlanForKinds, service: Service): SmokeCriteria {
	const values: Record<Part, unknown> = {
		kind: serviceKind(plan, service),
		health: service.health ?? service.timing,
		ports: service.ports.map(({ container, protocol }) => `${container}/${protocol}`),
		env: service.env,
		command: service.command,
		hardening: service.hardening,
		needs: service.needs.toSorted(),
		policy: Object.entries(service.policy).filter(([key]) => policyCounts[key as keyof Policy]),
	};
	const hashed = Object.entries(values).map(([part, value]) => [part, hashOf(value).slice(0, 8)] as const);
	return { hash: hashOf([probing, hashed]).slice(0, 16), parts: Object.fromEntries(hashed) };
}

/** What differs between two trials, in words. Nothing where only the version of our probing does. */
export function changedCriteria(before: Pick<SmokeCriteria, "parts">, now: SmokeCriteria): readonly string[] {
	return (Object.keys(parts) as Part[]).flatMap((part) => (before.parts[part] === now.parts[part] ? [] : parts[part]));
}

/**
 * The images of all that a service needs to run, however far down: the digest of a service on this platform, an external's image as the catalog names it.
 * Undefined where one of them is not known.
 */
export function imagesOfNeeds(
	{ services, externals }: Pick<Plan, "services" | "externals">,
	service: Service,
	digestOf: (name: string) => string | undefined,
): Readonly<Record<string, string>> | undefined {
	const names = new Set(service.needs);
	const found: [string, string][] = [];
	// A set that grows while it is walked through.
	for (const name of names) {
		const external = externals.find((one) => one.name === name);
		const needed = external ?? services.find((one) => one.name === name);
		const image = external?.image ?? digestOf(name);
		if (needed === undefined || image === undefined) return undefined;
		found.push([name, image]);
		for (const need of needed.needs) names.add(need);
	}
	return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** SHA-256 in hex of a value as JSON, whatever the order of its keys. */
function hashOf(value: unknown): string {
	return hash("sha256", JSON.stringify(value, sorted) ?? "undefined");
}

function sorted(_: string, value: unknown): unknown {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
