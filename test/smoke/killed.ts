/** Smokes what its argument says, in a process of its own that a test can kill. */
import { apiAt } from "../../src/docker/api.ts";
import { dockerWith } from "../../src/docker/docker.ts";
import { exec } from "../../src/process/exec.ts";
import { type SmokeInput, smoke } from "../../src/smoke/smoke.ts";

const input: Pick<SmokeInput, "plan" | "images" | "outDir"> = JSON.parse(process.argv[2] ?? "");
const api = apiAt(process.env.DOCKER_HOST ?? "unix:///var/run/docker.sock", process.env);
await smoke({
	...{ ...input, docker: dockerWith(exec), api },
	progress: ({ stage, state }) => stage === "smoke" && console.log(state),
});
