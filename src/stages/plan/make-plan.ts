import pLimit from "p-limit";
import type { Plan, PlannedImage, PlanRemark, Reason } from "../../model/documents/plan.ts";
import { toJobMatrix } from "../../model/job-matrix/matrix.ts";
import { imageKey, pendingImages } from "../../model/job-matrix/pending-images.ts";
import { notSigned } from "../../model/signing/listed.ts";
import { defined } from "../../util/defined.ts";
import { ownImage, type PlanLookups } from "./decide/lookups.ts";
import { planOrBlock } from "./decide/plan-image.ts";
import type { PlanRequest } from "./decide/request.ts";
import { estimateCost } from "./jobs/estimate.ts";
import { toWaves } from "./jobs/waves.ts";

export type { PlanLookups } from "./decide/lookups.ts";
export type { PlanRequest } from "./decide/request.ts";

type Inputs = PlanRequest["inputs"];

/** All images of a plan, and what is known of them. */
export interface DecidedImages {
	readonly byInputs: ReadonlyMap<Inputs[number], PlannedImage>;
	readonly waves: Plan["waves"];
	/** Compressed bytes of published images, by `imageKey`: an estimate of how long the next build takes. */
	readonly sizes: ReadonlyMap<string, number>;
}

/**
 * Decides for each image whether it has to be built, and why. A decision of `earlier` holds for an image whose inputs
 * are the same object, and whose bases were not decided again.
 */
export async function decideImages(
	{ lookups, ...request }: PlanRequest & { readonly lookups: PlanLookups },
	earlier?: DecidedImages,
): Promise<DecidedImages> {
	const { catalog, inputs } = request;
	const byService = Map.groupBy(inputs, ({ service }) => service.name);
	const names = catalog.services.map(({ name }) => name).filter((name) => byService.has(name));
	const inputsOf = (name: string) => byService.get(name) ?? [];
	const waves = toWaves(names, (name) => parentServices(inputsOf(name)));
	const sizes = new Map(earlier?.sizes);
	const recording: PlanLookups = {
		...lookups,
		findPrevious: async (service, platform) => {
			const previous = await lookups.findPrevious(service, platform);
			const size = ownImage(previous)?.size;
			if (size !== undefined) sizes.set(imageKey(service.name, platform), size);
			return previous;
		},
	};
	const planned = new Map<string, PlannedImage>();
	const byInputs = new Map<Inputs[number], PlannedImage>();
	const reused = new Set<PlannedImage>();
	const decide = async (input: Inputs[number]) => {
		const bases = parentServices([input]).map((name) => planned.get(imageKey(name, input.platform)));
		const reusable = earlier?.byInputs.get(input);
		if (reusable === undefined || bases.some((base) => base !== undefined && !reused.has(base)))
			return planOrBlock(input, request, recording, planned);
		reused.add(reusable);
		return reusable;
	};
	// Enough to keep a registry busy; without a limit, the file lists of all images would be in memory at once.
	const limit = pLimit(32);
	for (const wave of waves) {
		const ofWave = wave.flatMap(inputsOf);
		const images = await Promise.all(ofWave.map((input) => limit(decide, input)));
		for (const [i, input] of ofWave.entries()) {
			const image = images[i];
			if (image === undefined) continue;
			planned.set(imageKey(image.service, image.platform), image);
			byInputs.set(input, image);
		}
	}
	return { byInputs, waves, sizes };
}

/** The plan document: the decided images in the order of the catalog, and the jobs that build them. */
export async function assemblePlan(request: PlanRequest, decided: DecidedImages): Promise<Plan> {
	const { catalog, inputs } = request;
	const { byInputs, waves, sizes } = decided;
	const order = new Map(catalog.services.map(({ name }, index) => [name, index]));
	const images = [...byInputs.values()].toSorted((a, b) => (order.get(a.service) ?? 0) - (order.get(b.service) ?? 0));
	const toBuild = images.filter(({ decision }) => decision.kind === "build");
	const seconds = (toBuild.length === 0 ? undefined : await request.times?.(toBuild)) ?? new Map<string, number>();
	const { project, root, network, phases, services, planned, externals } = catalog;
	const { work, by } = pendingImages(images, {
		...{ services, waves, runners: request.runners ?? "native" },
		hints: { seconds, sizes },
	});
	const selected = request.selected.map(({ name }) => name);
	const isSelected = ({ service }: { readonly service: string }) => selected.includes(service);
	// A base that is not selected has no leg of its own: the legs that need it build it first.
	const { include, bins } = toJobMatrix(work.filter(isSelected), { maxJobs: request.maxJobs, selected });
	const { source, tags, reuse, parents = [] } = request;
	const remarks = [...(request.remarks ?? []), ...unsignedRemark(images, catalog.file)];
	return {
		...{ kind: "lucid.plan", version: 1, project, root, source, network, phases, services, planned, externals },
		...defined({ reuse }),
		...{ selected, images, parents: [...new Set([...parentServices(inputs), ...parents])].sort(), tags, waves },
		matrix: { include },
		...(remarks.length > 0 && { remarks }),
		...(request.estimate && { estimate: estimateCost(bins, images.filter(isSelected), work, by) }),
	};
}

const isUnsigned = ({ kind, detail }: Reason) => kind === "foreign" && detail.endsWith(`: ${notSigned}`);

/** One remark about all images that are built only because no run signed them. */
function unsignedRemark(images: readonly PlannedImage[], file: string): readonly PlanRemark[] {
	const unsigned = images.filter(({ decision }) => decision.reasons.some(isUnsigned));
	if (unsigned.length === 0) return [];
	const [those, them] = unsigned.length === 1 ? ["1 image is", "it"] : [`${unsigned.length} images are`, "them"];
	return [
		{
			...{ code: "plan/unsigned", severity: "note", at: { file } },
			message: `${those} in the registry, but not signed: this run builds ${them} once more`,
			why: "only signed images are reused, and these are from before that, from a laptop or from a workflow that does not sign",
			fix: "if this note appears in every run, publish with build-signed.yml, whose images are signed (docs/signing.md)",
		},
	];
}

/** Names of the services that one of these is built from. */
export const parentServices = (inputs: Inputs): readonly string[] =>
	inputs.flatMap((input) => (input.trace === undefined ? [] : Object.values(input.from)));
