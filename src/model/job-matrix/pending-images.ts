import type { CostEstimate, MatrixLeg, PlannedImage } from "../documents/plan.ts";
import type { Service } from "../service/service.ts";

/** Whether each platform has a runner that runs it natively, or all share one that emulates the others. */
export type RunnerMode = "native" | "emulated";

/** An image that has to be built, as the matrix sees it. */
export interface PendingImage {
	readonly service: string;
	readonly platform: string;
	readonly runner: MatrixLeg["runner"];
	readonly phase: string | undefined;
	readonly wave: number;
	/** What building it alone takes. */
	readonly seconds: number;
	/** All it is FROM, however far down, that has to be built too: a job without them builds them first. */
	readonly bases: readonly PendingImage[];
}

/** What is known of how long an image takes, by {@link imageKey}. */
export interface DurationHints {
	/** Of an earlier build. */
	readonly seconds: ReadonlyMap<string, number>;
	/** Compressed bytes of what is published. */
	readonly sizes: ReadonlyMap<string, number>;
}

export const imageKey = (service: string, platform: string): string => `${service} ${platform}`;

/** GitHub's standard runner; what is not its own architecture runs there under QEMU. */
const plainRunner = "ubuntu-24.04";

/** Hosted runners that are no x86 machines. https://docs.github.com/en/actions/reference/runners/github-hosted-runners */
const otherRunners: Readonly<Record<string, string>> = { "linux/arm64": "ubuntu-24.04-arm" };

/** What the plain runner runs without QEMU. */
const plainPlatform = /^linux\/(?:amd64|386)(?:\/|$)/;

/** An image nobody has built yet, by nobody's figures: replaced by the first run's own. */
const guessedSeconds = 60;

/** The same for one whose size is known: a build that fetches and compresses two megabytes a second. Replaced by the first run's own. */
const bytesPerSecond = 2_000_000;
const leastSeconds = 10;

/** How much longer a build takes under QEMU. Public reports say 10 to 30 for compilers, less where a build only copies; ten is the low end. */
const emulationFactor = 10;

/** What there is to build, bases first, with all that packing and estimating go by. */
export function pendingImages(
	images: readonly PlannedImage[],
	services: readonly Service[],
	waves: readonly (readonly string[])[],
	runners: RunnerMode,
	known: DurationHints,
): { readonly work: readonly PendingImage[]; readonly by: CostEstimate["by"] } {
	const byName = new Map(services.map((service) => [service.name, service]));
	const wave = new Map(waves.flatMap((names, index) => names.map((name) => [name, index] as const)));
	const waveOf = ({ service }: PlannedImage) => wave.get(service) ?? 0;
	const toBuild = images.filter(({ decision }) => decision.kind === "build");
	const times = toBuild.flatMap((image) => known.seconds.get(imageKey(image.service, image.platform)) ?? []);
	// A few times, perhaps of the slowest, say nothing about the rest.
	const usual = times.length * 2 >= toBuild.length ? median(times) : undefined;
	const made = new Map<string, PendingImage>();
	for (const image of toBuild.toSorted((a, b) => waveOf(a) - waveOf(b))) {
		const { service, platform } = image;
		const from = [...new Set(Object.values(image.from))].flatMap((name) => made.get(imageKey(name, platform)) ?? []);
		made.set(imageKey(service, platform), {
			service,
			platform,
			runner: chooseRunner(byName.get(service), platform, runners),
			phase: byName.get(service)?.phase,
			wave: waveOf(image),
			seconds: secondsOf(image, isNative(byName.get(service), platform, runners), known, usual),
			bases: [...new Set(from.flatMap((base) => [...base.bases, base]))],
		});
	}
	const has = (map: ReadonlyMap<string, number>) => [...made.keys()].some((key) => map.has(key));
	return { work: [...made.values()], by: has(known.seconds) ? "times" : has(known.sizes) ? "sizes" : "guess" };
}

/** What the catalog says counts either way: whoever names a machine means it. */
export function chooseRunner(service: Service | undefined, platform: string, runners: RunnerMode): MatrixLeg["runner"] {
	const standard = runners === "native" ? otherRunners[platform] : undefined;
	return service?.runners?.[platform] ?? standard ?? plainRunner;
}

/** A machine that the catalog names is taken for one that runs the platform. */
function isNative(service: Service | undefined, platform: string, runners: RunnerMode): boolean {
	const other = runners === "native" && otherRunners[platform] !== undefined;
	return plainPlatform.test(platform) || other || service?.runners?.[platform] !== undefined;
}

/** Its own time, else what its size suggests, else the usual time of the others where most are known, else a guess. */
function secondsOf(
	{ service, platform }: PlannedImage,
	native: boolean,
	known: DurationHints,
	usual: number | undefined,
): number {
	const key = imageKey(service, platform);
	const seconds = known.seconds.get(key);
	if (seconds !== undefined) return seconds;
	const size = known.sizes.get(key);
	if (size === undefined && usual !== undefined) return usual;
	const guess = size === undefined ? guessedSeconds : Math.max(leastSeconds, size / bytesPerSecond);
	return guess * (native ? 1 : emulationFactor);
}

function median(numbers: readonly number[]): number | undefined {
	return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
