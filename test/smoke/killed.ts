/** Smokes what its argument says, in a process of its own that a test can kill. */
import { dockerWith } from "../../src/docker/docker.ts";
import { exec } from "../../src/process/exec.ts";
import { type SmokeInput, smoke } from "../../src/smoke/smoke.ts";

const input: Pick<SmokeInput, "plan" | "images" | "outDir"> = JSON.parse(process.argv[2] ?? "");
// A short deadline, so that what watches the engine for it ends soon too.
await smoke({
	...{ ...input, docker: dockerWith(exec), options: { deadlineMs: 10_000 } },
	progress: ({ state }) => console.log(state),
});
