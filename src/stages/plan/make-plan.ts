import pLimit from "p-limit";
import type { Plan, PlannedImage } from "../../model/documents/plan.ts";
import { toJobMatrix } from "../../model/job-matrix/matrix.ts";
import { imageKey, pendingImages } from "../../model/job-matrix/pending-images.ts";
import type { PlanLookups } from "./decide/lookups.ts";
import { planOrBlock } from "./decide/plan-image.ts";
import type { PlanRequest } from "./decide/request.ts";
import { estimateCost } from "./jobs/estimate.ts";
import { toWaves } from "./jobs/waves.ts";

export type { PlanLookups } from "./decide/lookups.ts";
export type { PlanRequest } from "./decide/request.ts";

/** Works out which images have to be built, and why. */
export async function makePlan(request: PlanRequest, facts: PlanLookups): Promise<Plan> {
	const { catalog, source, selected, inputs } = request;
	const needed = new Set(inputs.map(({ service }) => service.name));
	const names = catalog.services.map(({ name }) => name).filter((name) => needed.has(name));
	const byName = Map.groupBy(inputs, ({ service }) => service.name);
	const of = (name: string) => byName.get(name) ?? [];
	const waves = toWaves(names, (name) =>
		of(name).flatMap((one) => Object.values(one.trace === undefined ? {} : one.from)),
	);
	const planned = new Map<string, PlannedImage>();
	const sizes = new Map<string, number>();
	const asked = remembering(facts, sizes);
	// Enough to keep a registry busy; all at once would hold every list of files at the same time.
	const few = pLimit(32);
	for (const wave of waves) {
		const mine = wave.flatMap(of);
		const images = await Promise.all(mine.map((one) => few(() => planOrBlock(one, request, asked, planned))));
		for (const image of images) planned.set(imageKey(image.service, image.platform), image);
	}
	const images = names
		.flatMap(of)
		.flatMap(({ service, platform }) => planned.get(imageKey(service.name, platform)) ?? []);
	const toBuild = images.filter(({ decision }) => decision.kind === "build");
	const seconds = toBuild.length === 0 ? undefined : await request.times?.(toBuild);
	const known = { seconds: seconds ?? new Map<string, number>(), sizes };
	const { work, by } = pendingImages(images, catalog.services, waves, request.runners ?? "native", known);
	const selectedNames = selected.map(({ name }) => name);
	// A base that nobody selected has no leg of its own: the legs that need it build it first.
	const wanted = work.filter(({ service }) => selectedNames.includes(service));
	const { include, bins } = toJobMatrix(wanted, { maxJobs: request.maxJobs, selected: selectedNames });
	return {
		kind: "lucid.plan",
		version: 1,
		project: catalog.project,
		root: catalog.root,
		source,
		network: catalog.network,
		phases: catalog.phases,
		services: catalog.services,
		planned: catalog.planned,
		externals: catalog.externals,
		selected: selectedNames,
		images,
		parents: [...new Set([...parentServices(inputs), ...(request.parents ?? [])])].sort(),
		tags: request.tags,
		waves,
		matrix: { include },
		...(request.remarks !== undefined && request.remarks.length > 0 && { remarks: request.remarks }),
		...(request.estimate && {
			estimate: estimateCost(
				bins,
				images.filter(({ service }) => selectedNames.includes(service)),
				work,
				by,
			),
		}),
	};
}

/** Names of the services that one of these is built from. */
export const parentServices = (inputs: PlanRequest["inputs"]): readonly string[] =>
	inputs.flatMap((one) => (one.trace === undefined ? [] : Object.values(one.from)));

/** The size of what is published tells how long building it takes, when nothing better does. */
function remembering(facts: PlanLookups, sizes: Map<string, number>): PlanLookups {
	return {
		...facts,
		findPrevious: async (service, platform) => {
			const previous = await facts.findPrevious(service, platform);
			if (previous?.size !== undefined) sizes.set(imageKey(service.name, platform), previous.size);
			return previous;
		},
	};
}
