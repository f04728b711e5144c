import type { CostEstimate, MatrixLeg, PlannedImage } from "../documents/plan.ts";
import type { Service } from "../service/service.ts";

/** Native runners for each platform, or one runner that emulates the others. */
export type RunnerMode = "native" | "emulated";

/** An image to build, for the matrix. */
export interface PendingImage {
	readonly service: string;
	readonly platform: string;
	readonly runner: MatrixLeg["runner"];
	readonly phase: string | undefined;
	readonly wave: number;
	/** Duration without its bases. */
	readonly seconds: number;
	/** All direct and indirect base images that must be built too. */
	readonly bases: readonly PendingImage[];
}

/** Known durations and sizes of images, by {@link imageKey}. */
export interface DurationHints {
	/** Seconds of an earlier build. */
	readonly seconds: ReadonlyMap<string, number>;
	/** Compressed bytes of the published image. */
	readonly sizes: ReadonlyMap<string, number>;
}

export const imageKey = (service: string, platform: string): string => `${service} ${platform}`;

/** GitHub's standard runner. Other architectures run there under QEMU. */
const plainRunner = "ubuntu-24.04";

/** Hosted runners of other architectures. https://docs.github.com/en/actions/reference/runners/github-hosted-runners */
const otherRunners: Readonly<Record<string, string>> = { "linux/arm64": "ubuntu-24.04-arm" };

/** Platforms that the standard runner runs without QEMU. */
const plainPlatform = /^linux\/(?:amd64|386)(?:\/|$)/;

/** Guess for an image without a build time or size. */
const guessedSeconds = 60;

/** Guess for an image with a known size: a build downloads and compresses 2 MB per second. */
const bytesPerSecond = 2_000_000;
const leastSeconds = 10;

/** Slowdown under QEMU. Public reports say 10 to 30 for compilers, less for copies. */
const emulationFactor = 10;

export interface MatrixInput {
	readonly services: readonly Service[];
	readonly waves: readonly (readonly string[])[];
	readonly runners: RunnerMode;
	readonly hints: DurationHints;
}

/** The images to build, base images first, and the source of their durations. */
export function pendingImages(
	images: readonly PlannedImage[],
	{ services, waves, runners, hints }: MatrixInput,
): { readonly work: readonly PendingImage[]; readonly by: CostEstimate["by"] } {
	const byName = new Map(services.map((service) => [service.name, service]));
	const wave = new Map(waves.flatMap((names, index) => names.map((name) => [name, index] as const)));
	const waveOf = ({ service }: PlannedImage) => wave.get(service) ?? 0;
	const toBuild = images.filter(({ decision }) => decision.kind === "build");
	const times = toBuild.flatMap((image) => hints.seconds.get(imageKey(image.service, image.platform)) ?? []);
	// Few known durations, perhaps of the slowest images, say nothing about the others.
	const usual = times.length * 2 >= toBuild.length ? median(times) : undefined;
	const pending = new Map<string, PendingImage>();
	for (const image of toBuild.toSorted((a, b) => waveOf(a) - waveOf(b))) {
		const { service, platform } = image;
		const from = [...new Set(Object.values(image.from))].flatMap((name) => pending.get(imageKey(name, platform)) ?? []);
		pending.set(imageKey(service, platform), {
			service,
			platform,
			runner: chooseRunner(byName.get(service), platform, runners),
			phase: byName.get(service)?.phase,
			wave: waveOf(image),
			seconds: secondsOf(image, isNative(byName.get(service), platform, runners), hints, usual),
			bases: [...new Set(from.flatMap((base) => [...base.bases, base]))],
		});
	}
	const has = (map: ReadonlyMap<string, number>) => [...pending.keys()].some((key) => map.has(key));
	return { work: [...pending.values()], by: has(hints.seconds) ? "times" : has(hints.sizes) ? "sizes" : "guess" };
}

/** The runner of the catalog, else the native or the standard one. */
export function chooseRunner(service: Service | undefined, platform: string, runners: RunnerMode): MatrixLeg["runner"] {
	const standard = runners === "native" ? otherRunners[platform] : undefined;
	return service?.runners?.[platform] ?? standard ?? plainRunner;
}

/** A runner that the catalog names is assumed to be native. */
function isNative(service: Service | undefined, platform: string, runners: RunnerMode): boolean {
	const other = runners === "native" && otherRunners[platform] !== undefined;
	return plainPlatform.test(platform) || other || service?.runners?.[platform] !== undefined;
}

/** The known duration, else an estimate from the size, else the median if most are known, else a guess. */
function secondsOf(
	{ service, platform }: PlannedImage,
	native: boolean,
	hints: DurationHints,
	usual: number | undefined,
): number {
	const key = imageKey(service, platform);
	const seconds = hints.seconds.get(key);
	if (seconds !== undefined) return seconds;
	const size = hints.sizes.get(key);
	if (size === undefined && usual !== undefined) return usual;
	const guess = size === undefined ? guessedSeconds : Math.max(leastSeconds, size / bytesPerSecond);
	return guess * (native ? 1 : emulationFactor);
}

function median(numbers: readonly number[]): number | undefined {
	return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
