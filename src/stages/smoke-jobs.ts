import type { Leg, Plan } from "../documents/plan.ts";
import { UserError } from "../errors.ts";
import type { StageOptions } from "../interface/values.ts";
import { smokeLegs } from "../plan/smoke-legs.ts";
import { imageKey } from "../plan/work.ts";
import { readProof } from "../publish/proof.ts";
import type { Registry } from "../registry/registry.ts";

/** The jobs that smoke will need, if anybody asked: what has passed before is on record in the registry. */
export async function smokeJobs(
	plan: Plan,
	{ smokeJobs: which, smokeRunner, emulate }: Pick<StageOptions, "smokeJobs" | "smokeRunner" | "emulate">,
	registry: Registry,
): Promise<Plan["smokeMatrix"]> {
	if (which === "off") return undefined;
	const runner = smokeRunner === undefined ? undefined : readRunner(smokeRunner);
	const passed = new Set<string>();
	await Promise.all(
		plan.images.map(async ({ service, platform, decision }) => {
			const image = plan.services.find(({ name }) => name === service)?.image;
			if (which === "all" || image === undefined || decision.kind !== "unchanged") return;
			const proof = await readProof(registry, image, decision.digest);
			if (proof?.verdict === "healthy") passed.add(imageKey(service, platform));
		}),
	);
	const include = smokeLegs(plan, {
		which,
		runner,
		runners: emulate ? "emulated" : "native",
		passed: ({ service, platform }) => passed.has(imageKey(service, platform)),
	});
	return { include };
}

/** A label, or a list of them as JSON, for machines of one's own. */
function readRunner(text: string): Leg["runner"] {
	if (!text.trim().startsWith("[")) return text.trim();
	try {
		const labels: unknown = JSON.parse(text);
		if (Array.isArray(labels) && labels.length > 0 && labels.every((label) => typeof label === "string")) return labels;
	} catch {
		// Told below.
	}
	throw new UserError({
		code: "options/value",
		message: `smoke-runner ${JSON.stringify(text.slice(0, 100))} is no list of labels`,
		fix: 'write a label, or a list as JSON: ["self-hosted", "pi5"]',
	});
}
