/** What comes after the plan, which is often made alone and has to be there at once. */
export { build } from "./build.ts";
export { lint } from "./lint.ts";
export { publish } from "./publish.ts";
export { report } from "./report.ts";
export { run } from "./run.ts";
export { smoke } from "./smoke.ts";
export { verify } from "./verify.ts";
export { verifyHost } from "./verify-host.ts";
