import type { MatrixLeg, Plan, PlannedImage, Reason } from "../../../model/documents/plan.ts";
import { imageKey } from "../../../model/job-matrix/pending-images.ts";
import type { StageOptions } from "../../../options/parse-options.ts";
import { UserError } from "../../../util/errors.ts";
import { parseJson } from "../../../util/json.ts";
import type { SmokeStanding } from "../../shared/records/smoke-record.ts";
import { type SmokeProofs, serviceOfPlan, smokeStandingReader } from "../../shared/records/smoke-standing.ts";
import { isSmoked, smokeLegs } from "./smoke-legs.ts";

/** Adds why unchanged images are smoked again and, with `smoke-jobs`, the jobs for smoke. */
export async function addSmokeJobs(
	plan: Plan,
	options: Pick<StageOptions, "smoke" | "smokeJobs" | "smokeRunner" | "emulate">,
	{ registry, signatures }: SmokeProofs,
): Promise<Plan> {
	const { smokeJobs: which, smokeRunner, emulate } = options;
	if (which === "off" && options.smoke === "off") return plan;
	const runner = smokeRunner === undefined ? undefined : readRunner(smokeRunner);
	const mode = which === "dependents" || options.smoke === "dependents" ? "dependents" : "changed";
	const standing = smokeStandingReader(mode, { registry, signatures }, plan);
	const passed = new Set<string>();
	const images = await Promise.all(
		plan.images.map(async (image): Promise<PlannedImage> => {
			const { service, platform, decision } = image;
			if (decision.kind !== "unchanged" || !isSmoked(plan, serviceOfPlan(plan, service))) return image;
			const status = await standing({ service, platform, digest: decision.digest });
			if (status.kind === "passed") passed.add(imageKey(service, platform));
			return status.kind === "passed" ? image : { ...image, decision: { ...decision, reasons: [whySmoke(status)] } };
		}),
	);
	const planWithReasons = { ...plan, images };
	if (which === "off") return planWithReasons;
	const include = smokeLegs(planWithReasons, {
		which,
		runner,
		runners: emulate ? "emulated" : "native",
		passed: ({ service, platform }) => passed.has(imageKey(service, platform)),
	});
	return { ...planWithReasons, smokeMatrix: { include } };
}

function whySmoke(standing: SmokeStanding): Reason {
	const why = standing.kind === "unknown" ? standing.why : "smoke failed before";
	return { kind: "smoke", detail: `image unchanged, ${why}: smoke again` };
}

/** A label, or a JSON list of labels for a self-hosted machine. */
function readRunner(text: string): MatrixLeg["runner"] {
	if (!text.trim().startsWith("[")) return text.trim();
	const labels = parseJson(text);
	if (Array.isArray(labels) && labels.length > 0 && labels.every((label) => typeof label === "string")) return labels;
	throw new UserError({
		code: "options/value",
		message: `smoke-runner ${JSON.stringify(text.slice(0, 100))} is not a list of labels`,
		fix: 'write a label, or a list as JSON: ["self-hosted", "pi5"]',
	});
}
