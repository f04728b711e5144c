import type { BuildOutcome, BuildResult } from "../documents/build.ts";
import type { Plan } from "../documents/plan.ts";
import { type VerifyResult, withVerification } from "../documents/verify.ts";
import type { Registry } from "../registry/registry.ts";
import { verifyImages } from "./verify.ts";
import type { World } from "./world.ts";

/** Looks at what this run has built, all of it. What was there already was looked at then: of that only its configuration is judged again. */
export async function verifyBuilt(
	world: World,
	registry: Registry,
	plan: Plan,
	result: BuildResult,
): Promise<BuildResult> {
	const { images } = result;
	const { signal } = world;
	const built = images.filter(({ outcome }) => outcome === "built");
	// What is cancelled has been pushed all the same, and its row is to tell so.
	const found = built.length === 0 || signal.aborted ? undefined : await looked(world, registry, plan, images, built);
	const { images: rows } = withVerification(result, found ?? { images: [] });
	const why = (outcome: BuildOutcome) =>
		outcome === "unchanged" ? earlier : found === undefined ? stopped : undefined;
	return {
		...result,
		images: rows.map((row) => {
			const reason = row.digest === undefined ? undefined : why(row.outcome);
			return reason === undefined ? row : { ...row, unchecked: [{ id: "layers", reason }] };
		}),
	};
}

/** Undefined when it was cancelled on the way. */
function looked(world: World, ...rest: Rest<Parameters<typeof verifyImages>>): Promise<VerifyResult | undefined> {
	return verifyImages(world, ...rest).catch((error: unknown) => {
		if (world.signal.aborted) return undefined;
		throw error;
	});
}

type Rest<T extends readonly unknown[]> = T extends readonly [unknown, ...infer R] ? R : never;

const earlier = "the image was there already, and was looked at when it was built; lucid verify looks again";
const stopped = "cancelled";
