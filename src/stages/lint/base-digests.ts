import type { AllServiceInputs } from "../../model/service/service-inputs.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import type { StageContext } from "../shared/context.ts";
import { openRegistries, type RegistryOptionsOfStage } from "../shared/open-catalog.ts";
import type { LintRequest } from "./linter.ts";

/** Digests are only suggestions, so the limit is short. Milliseconds. */
const limitMs = 2000;

/** Resolves the tags of base images to digests. Unknown with `offline`, or if a registry does not respond in time. */
export async function resolveBaseDigests(
	inputs: AllServiceInputs,
	options: Pick<StageOptions, "offline"> & RegistryOptionsOfStage,
	context: StageContext,
): Promise<LintRequest["currentDigest"]> {
	const images = inputs.flatMap(({ trace }) => trace?.images ?? []);
	const refs = new Set(images.map(({ ref }) => ref).filter((ref) => !ref.includes("@") && !ref.includes("$")));
	if (options.offline || refs.size === 0) return undefined;
	const signal = AbortSignal.any([context.signal, AbortSignal.timeout(limitMs)]);
	const registry = openRegistries(options, { ...context, signal });
	const resolved = await Promise.all(
		[...refs].map(async (ref) => [ref, await registry.resolve(ref).catch(() => undefined)] as const),
	);
	const baseImages = new Map(resolved);
	return (ref) => baseImages.get(ref)?.digest;
}
