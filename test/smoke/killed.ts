/** Smokes what its argument says, in a process of its own that a test can kill. */

import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { openEngineApi } from "../../src/adapters/docker/engine-api.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { runSmoke, type SmokeInput } from "../../src/stages/smoke/run-smoke.ts";

const input: Pick<SmokeInput, "plan" | "images" | "outDir"> = JSON.parse(process.argv[2] ?? "");
const api = openEngineApi(process.env.DOCKER_HOST ?? "unix:///var/run/docker.sock", process.env);
await runSmoke({
	...{ ...input, docker: dockerWith(exec), api },
	progress: ({ stage, state }) => stage === "smoke" && console.log(state),
});
