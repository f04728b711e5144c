import assert from "node:assert/strict";
import { test } from "node:test";
import type { Check } from "../../src/model/documents/build.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import type { PastRun } from "../../src/model/documents/report.ts";
import type { SmokedService } from "../../src/model/documents/smoke.ts";
import type { Health } from "../../src/model/service/service.ts";
import { completionReport } from "../../src/presentation/completion-report/completion-report.ts";
import type { Run } from "../../src/presentation/run/run.ts";
import { aPlan, aService } from "../support/documents.ts";
import { aBuild, aBuilt, aPublish, aPublished, aSmoke, aSmoked } from "../support/results.ts";

const at = "2025-10-24T16:00:00.000Z";
const check = (id: string, own: Partial<Check> = {}): Check => ({
	id,
	name: id,
	ok: true,
	expected: "so",
	actual: "so",
	...own,
});
const all = [
	"platform",
	"user",
	"labels-expanded",
	"revision",
	"size",
	"port",
	"base",
	"env-expanded",
	"credentials",
	"port-extra",
]
	.concat([
		"layers",
		"healthcheck",
		"entrypoint",
		"binaries",
		"python-packages",
		"no-shell",
		"no-package-manager",
		"secrets",
	])
	.map((id) => check(id));
const health: Health = {
	...{ kind: "http", path: "/health", port: 8080, method: "GET", headers: {}, status: [[200, 399]], negative: true },
	timing: {
		startPeriod: 0,
		interval: 0,
		timeout: 0,
		retries: 0,
		successes: 1,
		stable: 0,
		stopGracePeriod: 0,
		wrongAnswerPeriod: 0,
	},
};
const api = aService({
	...{ name: "api", title: "API Gateway", description: "Primary entry point", phase: "3", health },
	...{ ports: [{ container: 8080, published: 8080, protocol: "tcp" }], image: "docker.io/pickme/lucid-api" },
});
const web = aService({ ...api, name: "web", title: "Web", phase: "4", image: "docker.io/pickme/lucid-web" });
const plan: Plan = {
	...aPlan([api, web]),
	network: { name: "lucid-pi-network", subnet: "172.20.0.0/16" },
	phases: [
		{ id: "3", title: "Core Services" },
		{ id: "4", title: "Application Services" },
	],
	planned: [
		{ name: "later", title: "Session Recorder", phase: "4", at: { file: "lucid.yml" } },
		{ name: "last", title: "RDP Monitor", phase: "4", at: { file: "lucid.yml" } },
	],
};
const probe = (kind: "http" | "negative" | "stable", own = {}) => ({
	...{ kind, target: `GET http://127.0.0.1:4000/${kind}`, port: 8080, ok: true, attempts: 1, latencyMs: 12 },
	...own,
});
const probes = [probe("http"), probe("negative"), probe("stable")];
const spec = {
	...{ user: "65532:65532", workingDir: "/app", env: { PORT: "8080" }, exposedPorts: ["8080/tcp"] },
	healthcheck: { test: ["CMD", "/usr/bin/python3", "-m", "probe"], interval: 30_000, retries: 3 },
	layers: [{ size: 40_000_000, by: "RUN pip install" }],
};
const steps = [
	{ name: "[builder 2/3] RUN pip install", durationMs: 480_000, cached: false },
	{ name: "[stage-1 1/2] COPY app", durationMs: 90_000, cached: false },
	{ name: "exporting to image", durationMs: 28_000, cached: false },
];
const whole: Run = {
	plan,
	build: {
		...aBuild(
			aBuilt("api", { checks: all, spec, steps, layers: 29, packages: ["fastapi 0.110.0"], durationMs: 571_000 }),
			aBuilt("web", { checks: all, spec }),
		),
		command: ["docker", "buildx", "bake", "--file=/tmp/the folder/bake.json"],
	},
	smoke: aSmoke(aSmoked("api", { probes, stopMs: 300 }), aSmoked("web", { probes, stopMs: 300 })),
	publish: aPublish(aPublished("api"), aPublished("web")),
	lint: { kind: "lucid.lint", version: 1, findings: [], files: 2 },
};
const line = (text: string, title: string) =>
	text.split("\n").find((one) => one.includes(title)) ?? `nothing of ${title}`;

test("the report is complete: images, statistics, stages, commands, specifications, deployment, progress", () => {
	const text = completionReport(whole, at);
	assert.match(text, /^# test: completion report\n\n- \*\*Status\*\*: ✅ complete\n/);
	assert.match(
		line(text, "| 1 |"),
		/\*\*API Gateway\*\* \| `pickme\/lucid-api:latest-arm64` \| `api\/Dockerfile` \| 8080 \| `http:\/\/localhost:8080\/health` \| ✅ published \|/,
	);
	assert.match(line(text, "Successful builds"), /2 of 2, 100 % \| ✅/);
	assert.match(line(text, "Slowest build"), /api, 9 min 31 s/);
	assert.match(
		line(text, "| `pickme/lucid-api:latest-arm64` | 9 min 31 s"),
		/28 s \| 54\.3 MB \| 29 \| linux\/arm64 \| 1\.2 s \| 12 ms/,
	);
	assert.match(line(text, "| api | `builder`"), /1 \| 8 min 0 s \| `RUN pip install`/);
	assert.match(text, / {4}docker buildx bake '--file=\/tmp\/the folder\/bake\.json'\n/);
	for (const said of [
		"- **User**: `65532:65532`",
		"- **Working directory**: `/app`",
		"| `PORT` | `8080` |",
		"`fastapi 0.110.0`",
	])
		assert.ok(text.includes(said), said);
	assert.match(text, /HEALTHCHECK: `\/usr\/bin\/python3 -m probe` \(every 30 s, 3 tries\)/);
	assert.match(text, / {4}docker network create --driver bridge --subnet=172\.20\.0\.0\/16 lucid-pi-network\n/);
	assert.match(text, /\*\*2 of 4 images, 50 %\*\*/);
	assert.match(text, /\| Phase 4 \| Application Services \| 3 \| 1 \| 🔄 in progress \|/);
	assert.match(text, /- Phase 4, Application Services: 2 images \(Session Recorder, RDP Monitor\)/);
});

test("a phase or a single service is the title, and the progress is still that of the whole plan", () => {
	const progress = { phases: [], required: 35, complete: 8, percent: 23 };
	const part: Run = { ...whole, plan: { ...plan, selected: ["api"] }, progress };
	const three = completionReport(
		{
			...part,
			plan: { ...part.plan, services: [api, aService({ ...api, name: "a2" }), web], selected: ["api", "a2"] },
		},
		at,
	);
	assert.match(three, /^# Phase 3 Core Services: completion report\n/);
	const text = completionReport(part, at);
	assert.match(text, /^# API Gateway: completion report\n/);
	assert.match(text, /- \*\*Plan\*\*: 8 of 35, 23 %/);
	assert.doesNotMatch(text, /lucid-web/);
	assert.match(
		completionReport({ ...part, progress: undefined } as unknown as Run, at),
		/Unknown: this run covered a part of the plan/,
	);
});

test("every tick needs a check: without checks no line has one", () => {
	const ticked = completionReport(whole, at);
	const bare = completionReport(
		{ plan, build: aBuild(aBuilt("api"), aBuilt("web")), publish: aPublish(aPublished("api"), aPublished("web")) },
		at,
	);
	const expectations = (text: string) => text.match(/^\| (?:✅|❌|➖) \|.*$/gm) ?? [];
	assert.ok(expectations(ticked).length >= 25);
	const undecided = expectations(ticked).filter((one) => !one.startsWith("| ✅ |"));
	// No service has needs or a HEALTHCHECK probe here, and no index was queried for unchanged ones.
	assert.deepEqual(
		undecided.map((one) => one.split(" | ")[1]),
		["Passes its own HEALTHCHECK inside", "Resolves its needs by name"],
	);
	assert.deepEqual(
		expectations(bare).filter((one) => one.startsWith("| ✅ |")),
		["| ✅ | Pushed, and read back from the registry | 2 of 2 | build, publish |"],
	);
	assert.match(bare, /➖ Lint did not run\./);
	assert.match(bare, /\*\*Healthy\*\*: ➖ none started in this run/);
	assert.match(
		bare,
		/- ➖ not checked: api, web \(it was not smoked in this run\): .*Answers its health check from outside/,
	);
});

test("one image whose layers were not read removes the tick of all, and is named with the reason", () => {
	const shallow = aBuilt("web", {
		outcome: "unchanged",
		checks: all.filter(({ id }) => ["platform", "user", "size", "entrypoint"].includes(id)),
		unchecked: [{ id: "layers", reason: "already published" }],
	});
	const [first] = whole.build?.images ?? [];
	assert.ok(first);
	const text = completionReport({ ...whole, build: aBuild(first, shallow) }, at);
	assert.match(line(text, "| No shell |"), /^\| ➖ \| No shell \| 1 of 2, 1 not checked \|/);
	assert.match(line(text, "Contains what it starts"), /^\| ➖ \|.* 1 of 2, 1 not checked/);
	assert.match(line(text, "Runs as the expected non-root"), /^\| ✅ \|.* 2 of 2/);
	assert.match(text, /- ➖ not checked: web \(already published\): .*No shell; No package manager/);
});

test("a failed check is a cross with its reason, and what it blocks is a next step", () => {
	const bad = check("no-shell", { ok: false, name: "no shell", expected: "none", actual: "/bin/sh" });
	const ill = aSmoked("web", {
		...{ verdict: "unhealthy", probes: [probe("http", { ok: false, error: "connect ECONNREFUSED" })] },
		failure: { phase: "ready", guess: "listens on 127.0.0.1 only", log: [] },
	});
	const [first] = whole.build?.images ?? [];
	assert.ok(first);
	const run: Run = {
		...whole,
		build: aBuild(first, aBuilt("web", { checks: [...all.filter(({ id }) => id !== "no-shell"), bad] })),
		smoke: aSmoke(aSmoked("api", { probes, stopMs: 300 }), ill),
		publish: aPublish(aPublished("api")),
	};
	const text = completionReport(run, at);
	assert.match(text, /^- \*\*Status\*\*: ❌ 1 of 2 complete$/m);
	assert.match(line(text, "| No shell |"), /^\| ❌ \| No shell \| 1 of 2 \|/);
	assert.match(text, /- ❌ web \(no shell: expected none, found \/bin\/sh\): No shell/);
	assert.match(line(text, "| Answers its health check"), /^\| ❌ \|/);
	assert.match(text, /\*\*To fix\*\*\n\n- \*\*web\*\* \(failed\)/);
});

test("a killed stop is a cross natively, and unchecked under emulation", () => {
	const stopped = (more: Partial<SmokedService>) =>
		line(
			completionReport(
				{
					...whole,
					smoke: aSmoke(
						aSmoked("api", { probes, stopMs: 300 }),
						aSmoked("web", { probes, stopMs: 10_000, killed: true, ...more }),
					),
				},
				at,
			),
			"Stops on SIGTERM",
		);
	assert.match(stopped({ warnings: ["ignores SIGTERM: killed after 10 s"] }), /^\| ❌ \|.* 1 of 2/);
	assert.match(stopped({ emulated: true }), /^\| ➖ \|.* 1 of 2, 1 not checked/);
});

test("changes since the last report are listed, and only findings that were checked can be gone", () => {
	const past: PastRun = {
		...{ id: "1", at: "2025-10-20T00:00:00.000Z", revision: "b".repeat(40), headline: "" },
		services: { api: { outcome: "failed", problem: "no aioconsul==0.1.0" }, web: { outcome: "published" } },
		findings: ["api/requirements.txt: no such version (unknown-version)"],
	};
	const text = completionReport({ ...whole, history: [past] }, at);
	assert.match(text, /Since the report of 2025-10-20, of commit `bbbbbbbbbbbb`\./);
	assert.match(text, /- ✅ api: failed \(no aioconsul==0\.1\.0\), now published/);
	assert.match(text, /- ✅ no longer found: api\/requirements\.txt: no such version/);
	assert.match(text, /- api: never published/);
	const narrow = completionReport({ ...whole, plan: { ...plan, selected: ["api"] }, history: [past] }, at);
	assert.doesNotMatch(narrow, /no longer found/);
	const broken = completionReport(
		{
			...whole,
			publish: aPublish(aPublished("api"), aPublished("web", { outcome: "failed", reason: "denied" })),
			history: [past],
		},
		at,
	);
	assert.match(broken, /\*\*Broken\*\*\n\n- ❌ web: denied/);
	assert.match(completionReport(whole, at), /There is no earlier report to compare with\./);
});

test("external text becomes no markup", () => {
	const nasty = "x|`**<img src=x onerror=alert(1)>\n# title\n::error::";
	const services = [aService({ ...api, title: nasty, description: nasty })];
	const run: Run = {
		plan: { ...aPlan(services), project: nasty },
		build: aBuild(
			aBuilt("api", {
				outcome: "failed",
				error: { message: nasty, log: [nasty] },
				spec: { ...spec, env: { A: nasty } },
			}),
		),
		lint: {
			kind: "lucid.lint",
			version: 1,
			files: 1,
			findings: [{ code: "x", severity: "error", message: nasty, at: { file: nasty } }],
		},
	};
	const text = completionReport(run, at);
	assert.ok(!text.includes("<img"), text);
	assert.ok(!/^# title|^::error/m.test(text), text);
});
