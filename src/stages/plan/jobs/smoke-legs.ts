import type { MatrixLeg, Plan, PlannedImage } from "../../../model/documents/plan.ts";
import { formatLegName } from "../../../model/job-matrix/matrix.ts";
import { chooseRunner, type RunnerMode } from "../../../model/job-matrix/pending-images.ts";
import type { Service } from "../../../model/service/service.ts";
import { isStarted, serviceKind } from "../../../model/service/service-kind.ts";

export interface SmokeLegRequest {
	/** Only images that have not passed under their checks, or all as soon as there is one. */
	readonly which: "changed" | "dependents" | "all";
	/** Overrides the runner of each platform. */
	readonly runner: MatrixLeg["runner"] | undefined;
	readonly runners: RunnerMode;
	/** Whether this digest has passed smoke. */
	readonly passed: (image: PlannedImage) => boolean;
}

/** One job per platform and runner that has images to smoke. */
export function smokeLegs(plan: Plan, { which, runner, runners, passed }: SmokeLegRequest): readonly MatrixLeg[] {
	const services = new Map(plan.services.map((service) => [service.name, service]));
	const running = plan.images.flatMap((image) => {
		const service = services.get(image.service);
		if (service === undefined || !plan.selected.includes(service.name)) return [];
		if (!isSmoked(plan, service)) return [];
		return [{ image, service, runner: runner ?? chooseRunner(service, image.platform, runners) }];
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
				name: `smoke ${formatLegName(names, platform)}`,
				service: names.join(","),
				platform,
				runner: first.runner,
				phase: "",
				wave: 0,
			},
		];
	});
}

/** Whether smoke starts the service, and its policy allows it. */
export const isSmoked = (plan: Plan, service: Service): boolean =>
	service.policy.smoke !== "off" && isStarted(serviceKind(plan, service));

function isFresh(image: PlannedImage, passed: SmokeLegRequest["passed"]): boolean {
	if (image.decision.kind === "build") return true;
	return image.decision.kind === "unchanged" && !passed(image);
}
