import { hash } from "node:crypto";
import { z } from "zod";
import type { Infer } from "../../util/json.ts";
import type { Plan } from "../documents/plan.ts";
import type { Policy, Service } from "./service.ts";
import { type PlanForKinds, serviceKind } from "./service-kind.ts";

/** Raised when the probes change so that an image that passed could fail now. Then smoke tests every image again. */
const probeVersion = 1;

/** What a verdict depends on beside the image, with names for reasons in the plan. */
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

/** The part that each field of a service belongs to. `none`: it is in the image, or no verdict depends on it. */
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

/** Whether each key of a policy belongs to the criteria. */
const policyCounts = {
	...{ smoke: false, verify: false, version: false, hardening: true, stop: true },
} as const satisfies Readonly<Record<keyof Policy, boolean>>;

/** What smoke checks for a service. With the same hash, the same image gets the same verdict. */
export const smokeCriteriaSchema = z.object({
	/** 16 hex digits. */
	hash: z.string(),
	/** 8 hex digits of each part. */
	parts: z.record(z.string(), z.string()),
});
export type SmokeCriteria = Infer<typeof smokeCriteriaSchema>;

/** The criteria of a service. Host ports do not count, because smoke uses ports that the engine picks. */
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
	return { hash: hashOf([probeVersion, hashed]).slice(0, 16), parts: Object.fromEntries(hashed) };
}

/** Names of the parts that differ. Empty if only the probe version differs. */
export function changedCriteria(before: Pick<SmokeCriteria, "parts">, now: SmokeCriteria): readonly string[] {
	return (Object.keys(parts) as Part[]).flatMap((part) => (before.parts[part] === now.parts[part] ? [] : parts[part]));
}

/**
 * The images of all direct and indirect needs of a service: digests of services on this platform, images of externals.
 * Undefined if one of them is unknown.
 */
export function imagesOfNeeds(
	{ services, externals }: Pick<Plan, "services" | "externals">,
	service: Service,
	digestOf: (name: string) => string | undefined,
): Readonly<Record<string, string>> | undefined {
	const names = new Set(service.needs);
	const images: [string, string][] = [];
	// The set grows during the iteration.
	for (const name of names) {
		const external = externals.find((other) => other.name === name);
		const needed = external ?? services.find((other) => other.name === name);
		const image = external?.image ?? digestOf(name);
		if (needed === undefined || image === undefined) return undefined;
		images.push([name, image]);
		for (const need of needed.needs) names.add(need);
	}
	return Object.fromEntries(images.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether two verdicts are about the same images of needs. */
export const isSameNeeds = (needs: Needs, other: Needs): boolean =>
	JSON.stringify(Object.entries(needs ?? {}).sort()) === JSON.stringify(Object.entries(other ?? {}).sort());
type Needs = Readonly<Record<string, string>> | undefined;

/** SHA-256 in hex of a value as JSON with sorted keys. */
function hashOf(value: unknown): string {
	return hash("sha256", JSON.stringify(value, sorted) ?? "undefined");
}

function sorted(_: string, value: unknown): unknown {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
