import type { MatrixLeg } from "../../src/model/documents/plan.ts";
import { toJobMatrix } from "../../src/model/job-matrix/matrix.ts";
import type { PendingImage } from "../../src/model/job-matrix/pending-images.ts";
import { constants } from "./constants.ts";
import type { Job } from "./model.ts";

/** Measured on this machine, in seconds. */
export interface Measured {
	/**
	 * One image by docker/metadata-action and docker/build-push-action: natively from cold, and with all its layers
	 * cached.
	 */
	readonly theirImage: number;
	readonly theirCachedImage: number;
	/** `lucid build` from cold: what it takes besides the images, and each image. */
	readonly ourBase: number;
	readonly ourImage: number;
	/** `lucid plan` and `lucid publish` with nothing to build, for all services: besides, and each service. */
	readonly planBase: number;
	readonly planEach: number;
}

export interface Scenario {
	readonly services: number;
	readonly how: "native" | "emulated";
	/** Of the services, how many have changed. */
	readonly changed: number;
	/** Ours may use at most this many jobs. */
	readonly maxJobs?: number;
}

const started = constants.startUp.value + constants.checkout.value;
/** A job that builds: everything docker/setup-*-action does in it. */
const ready = (how: Scenario["how"]) =>
	started + constants.buildx.value + constants.login.value + (how === "emulated" ? constants.emulation.value : 0);
const factor = (how: Scenario["how"]) => (how === "emulated" ? constants.emulated.value : 1);

/**
 * A job for each service, in as many matrices as it takes: all are run on each push, those that have not changed from
 * their cache.
 */
export function jobEach({ services, how, changed }: Scenario, measured: Measured): readonly Job[] {
	return Array.from({ length: services }, (_, i) => ({
		id: `job-${i}`,
		needs: [],
		seconds:
			ready(how) +
			constants.cacheImport.value +
			(i < changed ? measured.theirImage * factor(how) : measured.theirCachedImage) +
			constants.end.value,
	}));
}

/**
 * Ours, the jobs of .github/workflows/build.yml: plan, the matrix that our own packing makes of what changed, publish,
 * report. Without smoke, which the other side does not do.
 */
export function ours({ services, how, changed, maxJobs }: Scenario, measured: Measured): readonly Job[] {
	const planSeconds = measured.planBase + services * measured.planEach;
	// Publish and report look at as much as plan does.
	const plan: Job = {
		id: "plan",
		needs: [],
		seconds: started + constants.login.value + planSeconds + constants.end.value,
	};
	const legs = toJobMatrix(works(changed, how, measured), { maxJobs }).bins.map(
		(bin, i): Job => ({
			id: `build-${i}`,
			needs: ["plan"],
			seconds: ready(how) + measured.ourBase + bin.seconds + constants.end.value,
		}),
	);
	const short = { seconds: plan.seconds };
	const publish: Job = { id: "publish", needs: ["plan", ...legs.map(({ id }) => id)], ...short };
	return [plan, ...legs, publish, { id: "report", needs: ["publish"], ...short }];
}

function works(changed: number, how: Scenario["how"], measured: Measured): readonly PendingImage[] {
	const runner: MatrixLeg["runner"] = how === "native" ? "ubuntu-24.04-arm" : "ubuntu-24.04";
	return Array.from({ length: changed }, (_, i) => ({
		service: `service-${i}`,
		platform: "linux/arm64",
		runner,
		phase: undefined,
		wave: 0,
		seconds: measured.ourImage * factor(how),
		bases: [],
	}));
}
