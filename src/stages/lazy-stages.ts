/** The stages after the plan, one part of the bundle. The plan often runs alone and loads faster without them. */
export { build } from "./build/stage.ts";
export { lint } from "./lint/stage.ts";
export { planOfRun } from "./plan/load-plan.ts";
export { publish } from "./publish/stage.ts";
export { report } from "./report/stage.ts";
export { run } from "./run/stage.ts";
export { sign } from "./sign/stage.ts";
export { smoke } from "./smoke/stage.ts";
export { verify } from "./verify/stage.ts";
export { verifyHost } from "./verify-host/stage.ts";
