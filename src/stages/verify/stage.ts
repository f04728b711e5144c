import type { Registry } from "../../adapters/registry/registry.ts";
import type { BuiltImage } from "../../model/documents/build.ts";
import type { Plan } from "../../model/documents/plan.ts";
import { asPushToDefaultBranch } from "../../model/documents/source.ts";
import type { VerifyResult } from "../../model/documents/verify.ts";
import type { Service } from "../../model/service/service.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { loadOrMakePlan } from "../plan/load-plan.ts";
import { buildResultFromRegistry } from "../shared/built-images/build-result-from-registry.ts";
import type { StageContext } from "../shared/context.ts";
import { writeDocument } from "../shared/documents-folder.ts";
import { openRegistries } from "../shared/open-catalog.ts";
import { serviceTags } from "../shared/service-tags.ts";
import type { LayerCache } from "./layers/layer-store.ts";
import type { Verifier } from "./verifier.ts";

/** Verifies all layers of the pushed images and writes `verify.json`. */
export async function verify(options: StageOptions, context: StageContext): Promise<VerifyResult> {
	const registry = openRegistries(options, context);
	const plan = await loadOrMakePlan(options, context, registry);
	const { images } = await buildResultFromRegistry(plan, registry);
	const wanted = images.filter(({ service }) => plan.selected.includes(service));
	const result = await verifyImages({ ...context, registry, plan }, wanted, images);
	await writeDocument(options.out, result);
	return result;
}

/** Without `docker`, imports are listed as unchecked. */
export interface VerifyContext
	extends Pick<StageContext, "progress" | "signal" | "now">,
		Partial<Pick<StageContext, "docker">> {
	readonly registry: Registry;
	readonly plan: Plan;
	readonly layerCache?: LayerCache;
}

/** Verifies some images of a plan. `images`: all of them, since one may be FROM another. */
export async function verifyImages(
	context: VerifyContext,
	wanted: readonly BuiltImage[],
	images: readonly BuiltImage[],
): Promise<VerifyResult> {
	const verifier = await openVerifier(context);
	return verifier.result(await verifier.verify(wanted, images));
}

/** Loads the verifier, for images that may not exist yet. */
export async function openVerifier(context: VerifyContext): Promise<Verifier> {
	const { docker, progress, signal, now, layerCache, registry, plan } = context;
	const { Verifier } = await import("./verifier.ts");
	const floatingTag = (service: Service) => normalFloatingTag(service, plan);
	return new Verifier({ plan, registry, ...defined({ docker, layerCache }), floatingTag, progress, signal, now });
}

/** The floating tag that a push to the default branch would move, on a pull request too. */
export function normalFloatingTag(service: Service, { source, project }: Plan): string | undefined {
	return serviceTags(service, asPushToDefaultBranch(source), { project }).floating[0];
}
