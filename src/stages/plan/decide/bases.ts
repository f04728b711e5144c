import { namedContextKey } from "../../../model/dockerfile/dockerfile.ts";
import type { PinnedBase } from "../../../model/documents/plan.ts";
import { isImageMissing } from "../../../model/oci/image-errors.ts";
import type { ServiceInputs } from "../../../model/service/service-inputs.ts";
import type { Problem } from "../../../util/errors.ts";

/** Finds an outside image: where to pull it, pinned, and its digests. Throws a UserError when there is none, or none for the platform. */
export type ResolveBase = (
	ref: string,
	platform: string | undefined,
) => Promise<{ readonly pinned: string; readonly digest: string; readonly platformDigest?: string }>;

export interface ResolvedBase extends PinnedBase {
	/**
	 * What counts as this image having changed: the manifest of the one platform that is used, or, for a stage that runs on whatever machine builds
	 * (`$BUILDPLATFORM`), the whole index, so that every machine gives the same fingerprint.
	 */
	readonly digest: string;
}

/** Every outside image a service uses, resolved; or why one cannot be used, located. Only an image that is not there is its service's own problem. */
export async function resolveBases(
	inputs: ServiceInputs,
	resolve: ResolveBase,
): Promise<readonly ResolvedBase[] | readonly Problem[]> {
	const { trace, service, platform } = inputs;
	const wanted = [
		...trace.images.map((image) => ({
			name: image.ref,
			ref: image.ref,
			line: image.line,
			on: platformOf(image, platform),
		})),
		...trace.named.flatMap(({ name, line }) => {
			const context = Object.entries(service.contexts).find(([key]) => namedContextKey(key) === name)?.[1];
			return context?.kind === "image" ? [{ name, ref: context.ref, line, on: platform }] : [];
		}),
	];
	const problems: Problem[] = [];
	const bases = new Map<string, ResolvedBase>();
	for (const { name, ref, line, on } of wanted) {
		try {
			const { pinned, digest, platformDigest } = await resolve(ref, on);
			const known = bases.get(name);
			const counted = platformDigest ?? digest;
			// One name for two platforms: both count.
			bases.set(name, { ref: name, pinned, digest: known === undefined ? counted : merge(known.digest, counted) });
		} catch (error) {
			if (!isImageMissing(error)) throw error;
			problems.push(...error.problems.map((problem) => ({ ...problem, at: { file: trace.file, line } })));
		}
	}
	return problems.length > 0 ? problems : [...bases.values()];
}

function platformOf(
	{ platform, platformName }: ServiceInputs["trace"]["images"][number],
	target: string,
): string | undefined {
	return platform === "build" ? undefined : platform === "explicit" ? platformName : target;
}

const merge = (a: string, b: string): string => (a === b ? a : [...new Set([...a.split(" "), b])].sort().join(" "));

export function areProblems(list: readonly ResolvedBase[] | readonly Problem[]): list is readonly Problem[] {
	return list.some((one) => "code" in one);
}
