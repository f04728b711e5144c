import type { AllServiceInputs } from "../../model/service/service-inputs.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import type { StageContext } from "../shared/context.ts";
import { openRegistries } from "../shared/open-catalog.ts";
import type { LintRequest } from "./linter.ts";

/** Nobody waits longer for what is only offered. */
const limitMs = 2000;

/** Asks registries which digests the tags of base images have now, to offer them. What does not answer soon stays unknown; offline nobody is asked. */
export async function resolveBaseDigests(
	inputs: AllServiceInputs,
	options: Pick<StageOptions, "offline" | "mirror">,
	world: StageContext,
): Promise<LintRequest["digest"]> {
	const images = inputs.flatMap(({ trace }) => trace?.images ?? []);
	const refs = new Set(images.map(({ ref }) => ref).filter((ref) => !ref.includes("@") && !ref.includes("$")));
	if (options.offline || refs.size === 0) return undefined;
	const signal = AbortSignal.any([world.signal, AbortSignal.timeout(limitMs)]);
	const registry = openRegistries(options, { ...world, signal });
	const digests = new Map<string, string>();
	await Promise.all(
		[...refs].map(async (ref) => {
			const found = await registry.resolve(ref).catch(() => undefined);
			if (found !== undefined) digests.set(ref, found.digest);
		}),
	);
	return (ref) => digests.get(ref);
}
