import type { Leg, Plan, PlannedImage } from "../../../model/documents/plan.ts";
import { legName } from "../../../model/job-matrix/matrix.ts";
import { type Runners, runnerOf } from "../../../model/job-matrix/work.ts";
import { kindOf, runs } from "../../../model/service/kind.ts";
import type { Service } from "../../../model/service/service.ts";

export interface SmokeRequest {
	/** What the stage will be asked: only images whose bytes have not passed under their checks, or all as soon as there is one. */
	readonly which: "changed" | "dependents" | "all";
	/** In place of the runner of each platform. */
	readonly runner: Leg["runner"] | undefined;
	readonly runners: Runners;
	/** Whether smoke has passed on these bytes. */
	readonly passed: (image: PlannedImage) => boolean;
}

/** Jobs for smoke: one for each platform and kind of runner that has something to try. */
export function smokeLegs(plan: Plan, { which, runner, runners, passed }: SmokeRequest): readonly Leg[] {
	const services = new Map(plan.services.map((service) => [service.name, service]));
	const running = plan.images.flatMap((image) => {
		const service = services.get(image.service);
		if (service === undefined || !plan.selected.includes(service.name)) return [];
		if (!isSmoked(plan, service)) return [];
		return [{ image, service, runner: runner ?? runnerOf(service, image.platform, runners) }];
	});
	const groups = Map.groupBy(running, ({ image, runner }) => JSON.stringify([image.platform, runner]));
	return [...groups.values()].flatMap((group) => {
		const fresh = group.filter(({ image }) => which === "all" || isFresh(image, passed));
		const [first] = fresh;
		if (first === undefined) return [];
		const names = (which === "changed" ? fresh : group).map(({ service }) => service.name);
		const { platform } = first.image;
		return [
			{
				name: `smoke ${legName(names, platform)}`,
				service: names.join(","),
				platform,
				runner: first.runner,
				phase: "",
				wave: 0,
			},
		];
	});
}

/** Whether smoke starts it, and nobody has said not to. */
export const isSmoked = (plan: Plan, service: Service): boolean =>
	service.policy.smoke !== "off" && runs(kindOf(plan, service));

function isFresh(image: PlannedImage, passed: SmokeRequest["passed"]): boolean {
	if (image.decision.kind === "build") return true;
	return image.decision.kind === "unchanged" && !passed(image);
}
