import type { Registry } from "../../adapters/registry/registry.ts";
import type { Plan, PlannedImage } from "../../model/documents/plan.ts";
import type { PublishResult } from "../../model/documents/publish.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import type { StageContext } from "../shared/context.ts";
import { withDependents } from "../shared/dependents.ts";
import { smokeStandingReader } from "../shared/records/smoke-standing.ts";
import type { PublishedDigests } from "../verify/verify-built.ts";
import { type PlatformImage, type SmokeGateInput, smokeGate } from "./gates.ts";
import { publishSome } from "./stage.ts";

/**
 * Publishes, while others are built, the services of which neither the build nor smoke has anything to say: their images are those that their floating tags
 * name already, and those passed. No floating tag names anything else afterwards; what is written are the commit's own tags, and which commit published last.
 * Undefined where there is none, or nothing to wait for.
 */
export async function publishEarly(
	options: StageOptions,
	world: StageContext,
	registry: Registry,
	plan: Plan,
	published: Promise<PublishedDigests>,
): Promise<PublishResult | undefined> {
	const images = Map.groupBy(plan.images, ({ service }) => service);
	const building = plan.services.filter(({ name }) =>
		images.get(name)?.some(({ decision }) => decision.kind !== "unchanged"),
	);
	if (building.length === 0 || options.smoke === "all") return undefined;
	const again = new Set(options.smoke === "dependents" ? withDependents(plan.services, building, () => []) : building);
	const asked = new Set(plan.selected);
	const earned = await published;
	const settled = await Promise.all(
		plan.services
			.filter((service) => asked.has(service.name) && !again.has(service))
			.map(async (service) => {
				const there = unchanged(images.get(service.name) ?? []);
				const isEarned = there.length > 0 && there.every(({ digest }) => earned.has(digest));
				const gated = { plan, service, images: there, smoked: [] };
				return isEarned && (await passed(gated, options, registry)) ? [service.name] : [];
			}),
	);
	const selected = settled.flat();
	if (selected.length === 0 || world.signal.aborted) return undefined;
	return publishSome(options, world, registry, { plan: { ...plan, selected } });
}

function unchanged(images: readonly PlannedImage[]): readonly PlatformImage[] {
	return images.flatMap(({ platform, decision }) =>
		decision.kind === "unchanged" ? [{ platform, digest: decision.digest }] : [],
	);
}

async function passed(gated: SmokeGateInput, options: StageOptions, registry: Registry): Promise<boolean> {
	const gate = smokeGate(gated, options);
	if (gate.kind !== "unproven") return gate.kind === "open";
	const standing = smokeStandingReader(options.smoke === "dependents" ? "dependents" : "changed", registry, gated.plan);
	const found = gate.images.map((image) => standing({ ...image, service: gated.service.name }));
	return (await Promise.all(found)).every(({ kind }) => kind === "passed");
}
