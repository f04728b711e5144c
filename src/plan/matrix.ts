import type { Leg, PlannedImage } from "../documents/plan.ts";
import type { Service } from "../documents/service.ts";

/** GitHub starts at most this many jobs from one matrix. */
const maxLegs = 256;

/** What runs a platform natively on GitHub; anything else is emulated on the plain runner. */
const nativeRunners: Readonly<Record<string, string>> = {
	"linux/amd64": "ubuntu-24.04",
	"linux/arm64": "ubuntu-24.04-arm",
};

/**
 * The legs of `strategy.matrix.include`: one for each image that has to be built, those that others are FROM first.
 * More than 256 are packed, several services of one wave and platform into a leg, so that none is dropped.
 */
export function toMatrix(
	images: readonly PlannedImage[],
	services: readonly Service[],
	waves: readonly (readonly string[])[],
): { readonly include: readonly Leg[] } {
	const byName = new Map(services.map((service) => [service.name, service]));
	const groups = waves.flatMap((names, wave) => {
		const inWave = images.filter((image) => image.decision.kind === "build" && names.includes(image.service));
		const platforms = [...new Set(inWave.map((image) => image.platform))];
		return platforms.map((platform) => ({
			wave,
			platform,
			names: inWave.filter((i) => i.platform === platform).map((i) => i.service),
		}));
	});
	const total = groups.reduce((sum, { names }) => sum + names.length, 0);
	const perLeg = Math.max(1, Math.ceil(total / Math.max(1, maxLegs - groups.length)));
	const include = groups.flatMap(({ wave, platform, names }) =>
		chunks(names, total <= maxLegs ? 1 : perLeg).map((part) => {
			const phases = [...new Set(part.map((name) => byName.get(name)?.phase ?? ""))];
			return {
				name: `${part.length === 1 ? part[0] : `${part[0]} and ${part.length - 1} more`} (${platform})`,
				service: part.join(","),
				platform,
				runner: nativeRunners[platform] ?? "ubuntu-24.04",
				phase: phases.join(","),
				wave,
			};
		}),
	);
	return { include };
}

function chunks<T>(list: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}
