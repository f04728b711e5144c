// Plays a run in the log of a job, for test/actions/log.test.ts: one image is built, one fails halfway, and a
// service fails.
import { jobLog, withoutCommands } from "../../src/entrypoints/actions/job-log.ts";
import type { ProgressEvent } from "../../src/util/progress.ts";

using log = jobLog(process.argv[2] === "plain" ? "plain" : "auto");
const build = (subject: string, state: ProgressEvent["state"], more: Partial<ProgressEvent>) =>
	log.progress({ stage: "build", subject, state, ...more });
const step = (name: string, lines: readonly string[]) =>
	({ step: { id: name, name, state: "running", lines } }) as const;
await withoutCommands(async () => {
	build("good", "update", step("RUN one", ["::warning::of a program", "::endgroup::"]));
	build("bad", "update", step("RUN two", ["::group::of a program"]));
	const ran = {
		text: "2.0s  RUN one",
		state: "done",
		log: ["::warning::of a program", "::endgroup::"],
		dropped: 7,
	} as const;
	build("bad", "failed", {
		text: "exit code 1",
		steps: [ran, { text: "1.0s  RUN two", state: "failed", log: ["::group::x", "boom"] }],
	});
	build("good", "done", { text: "sha256:1f2e", steps: [ran] });
	log.progress({
		stage: "smoke",
		subject: "good",
		state: "failed",
		text: "exited with 3",
		steps: [{ text: "diagnosis: /x", state: "failed", log: [] }],
	});
	throw new Error("a fault");
}).catch(() => {});
