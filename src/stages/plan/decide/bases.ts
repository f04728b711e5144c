import { namedContextKey } from "../../../model/dockerfile/dockerfile.ts";
import type { PinnedBase } from "../../../model/documents/plan.ts";
import { concernsOneRepository, isImageMissing } from "../../../model/oci/registry-refusals.ts";
import type { ServiceInputs } from "../../../model/service/service-inputs.ts";
import type { Problem } from "../../../util/errors.ts";

/** Resolves an image outside of the catalog. Throws a UserError if it does not exist for the platform. */
export type ResolveBase = (
	ref: string,
	platform: string | undefined,
) => Promise<{ readonly pinned: string; readonly digest: string; readonly platformDigest?: string }>;

export interface ResolvedBase extends PinnedBase {
	/**
	 * Part of the fingerprint: the digest of the platform's manifest or, for a stage on `$BUILDPLATFORM`, of the index,
	 * so that every machine gives the same fingerprint.
	 */
	readonly digest: string;
}

/**
 * Resolves all base images of a service, or returns a problem for each that does not exist or gets a wrong answer.
 * Throws any other error.
 */
export async function resolveBases(
	inputs: ServiceInputs,
	resolve: ResolveBase,
): Promise<readonly ResolvedBase[] | readonly Problem[]> {
	const { trace, service, platform } = inputs;
	const references = [
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
	for (const { name, ref, line, on: onPlatform } of references) {
		try {
			const { pinned, digest, platformDigest } = await resolve(ref, onPlatform);
			const existing = bases.get(name);
			const effectiveDigest = platformDigest ?? digest;
			// One reference for two platforms: both digests count.
			bases.set(name, {
				ref: name,
				pinned,
				digest: existing === undefined ? effectiveDigest : merge(existing.digest, effectiveDigest),
			});
		} catch (error) {
			if (!isImageMissing(error) && !concernsOneRepository(error)) throw error;
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
	return list.some((item) => "code" in item);
}
