import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { parse } from "yaml";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { serviceKind } from "../../src/model/service/service-kind.ts";
import { cache, native, openStaged, programs, python, type Ran, type Staged } from "../support/staged.ts";

/** Smoke, publish and compose.yml agree on which services run. */

const command = (program: string, base = "base") => `FROM ${base}\nCMD ["/app/${program}.py"]\n`;

let staged: Staged;
let ran: Ran;

before(async () => {
	staged = await openStaged("kinds", {
		"lucid.yml": `version: 1
project: kinds
# What an image without HEALTHCHECK and one that is stopped before Python has started come to is for other tests.
defaults: { platforms: [${native}], policy: { verify: advisory, stop: advisory } }
services:
  # Its ENTRYPOINT is distroless' own.
  base: { context: base }
  # Others are FROM it, and it serves.
  web: { context: web, ports: ["8080"], health: /health, needs: [migrate] }
  worker: { context: worker }
  migrate: { context: migrate, run: job, health: { deadline: 2m } }
  # Long enough for any machine to have started it: it ends half a second after that.
  dies: { context: dies, health: { stable: 60s } }
  seed: { context: seed, run: job }
  shop: { context: shop, ports: [8080], needs: [seed] }
  idle: { context: idle, run: never }
  # Both are started with another command than the image's.
  told: { context: web, dockerfile: web/Dockerfile, command: [/app/worker.py] }
  lost: { context: lost, needs: [cache] }
externals:
  cache: { image: gcr.io/distroless/python3-debian12, command: [-c, ${JSON.stringify(cache)}], ports: [6379] }
`,
		...programs,
		"base/Dockerfile": python,
		"web/Dockerfile": command("server"),
		"worker/Dockerfile": command("worker", "web"),
		"migrate/Dockerfile": command("done"),
		"dies/Dockerfile": command("short"),
		"seed/Dockerfile": command("boom"),
		"shop/Dockerfile": command("server"),
		"idle/Dockerfile": command("boom"),
		"lost/Dockerfile": command("client"),
	});
	ran = await staged.run();
});
after(() => staged[Symbol.asyncDispose]());

const row = (name: string) => ran.rows[name] ?? assert.fail(`no row of ${name}`);
const probes = (name: string) => row(name).probes.map(({ kind, target, ok }) => [kind, target, ok]);

describe("smoke", () => {
	test("does not start a base image or a service with `run: never`", async () => {
		assert.deepEqual(
			[row("base").verdict, row("base").reason],
			["skipped", "a base image: it has no port, health check or command of its own"],
		);
		assert.deepEqual(
			[row("idle").verdict, row("idle").reason],
			["skipped", "not started: the catalog says run: never"],
		);
		const { documents } = await staged.start("plan", { service: "base" });
		const plan = documents.plan ?? assert.fail();
		assert.deepEqual(
			plan.services.flatMap((one) => (one.name === "base" ? serviceKind(plan, one) : [])),
			["base"],
			"that others are FROM it shows in their Dockerfiles",
		);
	});

	test("probes a base image that is also a server", () => {
		assert.equal(row("web").verdict, "healthy", row("web").failure?.guess);
		assert.equal(row("web").probes[0]?.status, 200);
	});

	test("starts a worker, which must stay up", () => {
		assert.equal(row("worker").verdict, "healthy", row("worker").failure?.guess);
		assert.deepEqual(probes("worker"), [["stable", "stays up for 1 s", true]]);
		assert.equal(row("told").verdict, "healthy", "with the catalog's own command");
		const { phase, guess, exitCode } = row("dies").failure ?? assert.fail("it ends after half a second");
		assert.deepEqual([row("dies").verdict, phase, exitCode], ["unhealthy", "stable", 0]);
		assert.match(guess, /^exited with 0 .*: nothing to do; a worker must keep running: set `run: job`/);
	});

	test("judges a job by its exit code, and does not start services that need a failed one", () => {
		assert.equal(row("migrate").verdict, "healthy", row("migrate").failure?.guess);
		assert.deepEqual(probes("migrate"), [["exit", "exit code of the job", true]]);
		assert.ok(Date.parse(row("web").startedAt ?? "") > Date.parse(row("migrate").startedAt ?? ""), "in their order");
		const { guess, exitCode } = row("seed").failure ?? assert.fail("it ends with 3");
		assert.deepEqual([row("seed").verdict, exitCode, guess], ["unhealthy", 3, "exited with 3 (error): boom: no db"]);
		assert.deepEqual(
			[row("shop").verdict, row("shop").reason],
			["unknown", "not started: seed exited with 3: boom: no db"],
		);
		assert.equal(ran.exitCode, 1);
	});

	test("reports a need that died, not its consequences", () => {
		assert.deepEqual(
			[row("lost").verdict, row("lost").reason],
			["unknown", "a need failed: cache exited with 3: boom: no db"],
		);
	});
});

test("floating tags of failed services and their dependents stay; all others move", async () => {
	const moved = ran.publish.services.flatMap(({ service, tags }) =>
		tags.some(({ kind, state }) => kind === "floating" && state !== "held") ? service : [],
	);
	assert.deepEqual(moved.toSorted(), ["base", "idle", "migrate", "told", "web", "worker"]);
	const registry = openRegistry();
	for (const name of ["dies", "seed", "shop", "lost"])
		assert.equal(await registry.head(`${staged.prefix}/${name}:latest`), undefined, name);
	const shop = ran.publish.services.find(({ service }) => service === "shop");
	assert.match(shop?.reason ?? "", /unknown, not started: seed exited with 3: boom: no db/);
});

test("compose.yml has the services that run, and Docker Compose starts a job before its dependents", async () => {
	const file = ran.publish.composeFile ?? assert.fail("no compose.yml");
	const { services } = parse(await readFile(file, "utf8"));
	assert.deepEqual(Object.keys(services).toSorted(), ["migrate", "told", "web", "worker"]);
	assert.deepEqual(services.web.depends_on, { migrate: { condition: "service_completed_successfully" } });
	assert.deepEqual([services.migrate.restart, services.worker.restart], ["no", "unless-stopped"]);
	assert.deepEqual(services.told.command, ["/app/worker.py"]);
	const project = `kinds-${process.pid}`;
	const compose = (...args: readonly string[]) =>
		exec(["docker", "compose", `--file=${file}`, `--project-name=${project}`, ...args]);
	try {
		const up = await compose("up", "--detach", "web");
		assert.equal(up.exitCode, 0, up.stderr);
		const { stdout } = await compose("ps", "--all", "--format={{.Service}} {{.State}} {{.ExitCode}}");
		assert.deepEqual(stdout.trim().split("\n").toSorted(), ["migrate exited 0", "web running 0"]);
	} finally {
		await compose("down", "--timeout=1");
	}
});
