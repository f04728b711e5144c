import type { StageOptions } from "../interface/values.ts";
import { build } from "./build.ts";
import { lint } from "./lint.ts";
import { plan } from "./plan.ts";
import { publish } from "./publish.ts";
import { report } from "./report.ts";
import { run } from "./run.ts";
import { smoke } from "./smoke.ts";
import { verify } from "./verify.ts";
import { verifyHost } from "./verify-host.ts";
import type { World } from "./world.ts";

/** Those that people run once, or when something is wrong: nobody else pays for loading them. */
const rare = {
	init: async (options: StageOptions, world: World) => (await import("./init.ts")).init(options, world),
	doctor: async (options: StageOptions, world: World) => (await import("./doctor.ts")).doctor(options, world),
};

/** The stages, for whichever face: options and a world in, a document out, also written to the run's folder. */
export const stages = { ...rare, plan, lint, build, verify, smoke, publish, report, run, "verify-host": verifyHost };
