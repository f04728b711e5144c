import type { Registry } from "../../adapters/registry/registry.ts";
import type { Plan, PlannedImage } from "../../model/documents/plan.ts";
import type { PublishResult } from "../../model/documents/publish.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import type { StageContext } from "../shared/context.ts";
import { type SmokeProofs, smokeStandingReader } from "../shared/records/smoke-standing.ts";
import { signaturesOf } from "../shared/reuse.ts";
import { withDependents } from "../shared/select-services.ts";
import type { PublishedDigests } from "../verify/verify-built.ts";
import { type PlatformImage, type SmokeGateInput, smokeGate } from "./gates.ts";
import { publishSome } from "./stage.ts";

/**
 * Publishes unchanged services while others are built, if their floating tags name these images already and smoke has
 * passed: only the commit's tags and the ledger are written. Undefined if there is no such service, or nothing to
 * build.
 */
export async function publishEarly(
	options: StageOptions,
	context: StageContext,
	registry: Registry,
	{ plan, published }: { readonly plan: Plan; readonly published: Promise<PublishedDigests> },
): Promise<PublishResult | undefined> {
	const images = Map.groupBy(plan.images, ({ service }) => service);
	const building = plan.services.filter(({ name }) =>
		images.get(name)?.some(({ decision }) => decision.kind !== "unchanged"),
	);
	// With `sign`, a floating tag waits for the signature of its index.
	if (building.length === 0 || options.smoke === "all" || options.sign !== "off") return undefined;
	const smokedAgain = new Set(
		options.smoke === "dependents" ? withDependents(plan.services, building, () => []) : building,
	);
	const selectedNames = new Set(plan.selected);
	const signatures = await signaturesOf(registry, plan, options, context);
	const digests = await published;
	const ready = await Promise.all(
		plan.services
			.filter((service) => selectedNames.has(service.name) && !smokedAgain.has(service))
			.map(async (service) => {
				const existing = unchanged(images.get(service.name) ?? []);
				const isPublished = existing.length > 0 && existing.every(({ digest }) => digests.has(digest));
				const gated = { plan, service, images: existing, smoked: [] };
				return isPublished && (await passedSmoke(gated, options, { registry, signatures })) ? [service.name] : [];
			}),
	);
	const selected = ready.flat();
	if (selected.length === 0 || context.signal.aborted) return undefined;
	return publishSome(options, context, registry, { plan: { ...plan, selected } });
}

function unchanged(images: readonly PlannedImage[]): readonly PlatformImage[] {
	return images.flatMap(({ platform, decision }) =>
		decision.kind === "unchanged" ? [{ platform, digest: decision.digest }] : [],
	);
}

async function passedSmoke(gated: SmokeGateInput, options: StageOptions, proofs: SmokeProofs): Promise<boolean> {
	const gate = smokeGate(gated, options);
	if (gate.kind !== "unproven") return gate.kind === "open";
	const standing = smokeStandingReader(options.smoke === "dependents" ? "dependents" : "changed", proofs, gated.plan);
	const standings = gate.images.map((image) => standing({ ...image, service: gated.service.name }));
	return (await Promise.all(standings)).every(({ kind }) => kind === "passed");
}
