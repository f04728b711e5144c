// Plays a run on this process's terminal, for test/cli/terminal.test.ts: three services, one of which fails, then
// the conclusion.
import { setTimeout as wait } from "node:timers/promises";
import { canRewrite, logScreen } from "../../src/entrypoints/cli/screen.ts";
import { paintFor } from "../../src/presentation/terminal/colors.ts";

const { stderr, env } = process;
const now = () => performance.now();
const screen = canRewrite({ isTTY: stderr.isTTY, env })
	? (await import("../../src/entrypoints/cli/live-screen.ts")).liveScreen(stderr, paintFor(stderr), now)
	: logScreen({ mode: "auto", write: (line) => stderr.write(`${line}\n`), now });
const services = ["api-gateway", "画像処理-service", "worker"];
for (const subject of services) screen.progress({ stage: "build", subject, state: "started" });
for (const step of ["RUN pip install", "画像".repeat(60), "exporting"]) {
	for (const subject of services) screen.progress({ stage: "build", subject, state: "update", text: step });
	await wait(150);
}
const step = { id: "1", name: "RUN pip install", state: "running", last: "Collecting uvicorn" } as const;
screen.progress({ stage: "build", subject: "api-gateway", state: "update", step });
screen.progress({
	stage: "pull",
	subject: "redis",
	state: "started",
	text: "pulling",
	bytes: { done: 12e6, total: 16e8 },
});
const countdown = { until: now() + 57_000, next: "retry" } as const;
screen.progress({
	...{ stage: "waiting", subject: "ghcr.io", state: "started", countdown },
	text: "HEAD manifests/latest of acme/api: 429, one try",
});
await wait(300);
screen.progress({ stage: "waiting", subject: "ghcr.io", state: "done" });
screen.progress({ stage: "pull", subject: "redis", state: "done", bytes: { done: 16e8 } });
screen.progress({ stage: "build", subject: "api-gateway", state: "done", text: "sha256:1f2e" });
screen.progress({ stage: "build", subject: "worker", state: "failed", text: "exit code 1" });
screen.progress({ stage: "build", subject: "画像処理-service", state: "done" });
screen.stop();
stderr.write(`${paintFor(stderr)("bold", "3 services")}\n`);
