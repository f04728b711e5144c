import { build } from "./build.ts";
import { lint } from "./lint.ts";
import { plan } from "./plan.ts";
import { publish } from "./publish.ts";
import { report } from "./report.ts";
import { run } from "./run.ts";
import { smoke } from "./smoke.ts";
import { verify } from "./verify.ts";
import { verifyHost } from "./verify-host.ts";

/** The stages, for whichever face: options and a world in, a document out, also written to the run's folder. */
export const stages = { plan, lint, build, verify, smoke, publish, report, run, "verify-host": verifyHost };
