import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import type { ExecResult } from "../../src/adapters/process/exec.ts";
import type { SmokedService, SmokePhase, SmokeResult } from "../../src/model/documents/smoke.ts";
import { currentOwner } from "../../src/stages/smoke/engine/owner.ts";
import { behaving, docker, leftovers, openScene, python, type Scene } from "../smoke/adversary.ts";
import { aHealth } from "../smoke/health.ts";
import { aService } from "../support/documents.ts";

let scene: Scene;
before(async () => {
	scene = await openScene();
});
after(() => scene[Symbol.asyncDispose]());

/** For services that fail only after their whole start period. */
const short = { startPeriod: 40_000 };
const hanging = { ...short, timeout: 2_000 };

describe("a stack of healthy and failing services, on arm64", () => {
	let result: SmokeResult;
	let rows: Readonly<Record<string, SmokedService>>;
	let seen: Promise<ExecResult> | undefined;
	const row = (name: string): SmokedService => rows[name] ?? assert.fail(`no row of ${name}`);

	before(async () => {
		/** No restriction to lift, so no retry. */
		const soft = { readOnly: false, tmpfs: [], capDrop: [], noNewPrivileges: false };
		const { policy: strict } = aService({ name: "any" });
		const published = [{ container: 8080, published: 8081, protocol: "tcp" } as const];
		const hardening = { ...aService({ name: "any" }).hardening, pids: 64 };
		const services = [
			behaving("hang", { hardening: soft, health: aHealth({ timing: hanging }) }),
			behaving("drip", { hardening: soft, health: aHealth({ timing: hanging }) }),
			behaving("huge-headers", { hardening: soft, health: aHealth({ timing: short }) }),
			behaving("wrong-body", { health: aHealth({ body: '"healthy"', timing: short }) }),
			behaving("empty", { health: aHealth({ body: "healthy", timing: short }) }),
			behaving("elsewhere", { health: aHealth({ status: [[200, 299]], timing: short }) }),
			behaving("not-json", { health: aHealth({ json: '$.status == "up"', timing: short }) }),
			behaving("no-grpc", {
				health: { kind: "grpc", port: 8080, negative: true, timing: aHealth({ timing: short }).timing },
			}),
			behaving("silent", { health: aHealth({ timing: short }) }),
			behaving("local", { health: aHealth({ timing: short }) }),
			behaving("tcp-closed", { health: { kind: "tcp", port: 9999, timing: aHealth({ timing: short }).timing } }),
			behaving("no-command", { health: { ...python("", short), command: ["curl", "-f", "x"] } }),
			behaving("healthy", { ports: published, hardening, env: { MONEY: "$5 $HOME $$" } }),
			behaving("late", { ports: published }),
			behaving("needy", { needs: ["late"], env: { BEHAVIOUR: "needy", NEED: "late" } }),
			behaving("deaf"),
			behaving("tcp", { health: { kind: "tcp", port: 8080, timing: aHealth().timing } }),
			behaving("command", { health: python("1") }),
			aService({ name: "base" }),
			behaving("write-allowed", { env: { BEHAVIOUR: "write" }, policy: { ...strict, hardening: "advisory" } }),
			behaving("needs-plain", { needs: ["write-allowed"], env: { BEHAVIOUR: "needy", NEED: "write-allowed" } }),
			behaving("anything-allowed", { env: { BEHAVIOUR: "anything" }, health: aHealth({ negative: false }) }),
			behaving("own", { health: { kind: "healthcheck", timing: python("").timing } }),
			behaving("json", { health: aHealth({ json: '$.status == "healthy"', bodyMatches: "heal(thy)?" }) }),
			behaving("loop"),
			behaving("write-quietly"),
			behaving("chown"),
			behaving("threads", { hardening: { ...hardening, pids: 16 } }),
			behaving("forgets"),
			behaving("disk"),
			behaving("no-deadline", {
				env: { BEHAVIOUR: "silent" },
				hardening: soft,
				health: aHealth({ timing: { deadline: 5_000 } }),
			}),
			behaving("endless", { health: aHealth({ body: "healthy" }) }),
			behaving("flap"),
			behaving("anything"),
			behaving("other-port", { ports: [8080, 9090].map((container) => ({ container, protocol: "tcp" })) }),
			behaving("sick", { env: { SICK: "1" } }),
			behaving("crash", { health: aHealth({ timing: { startPeriod: 600_000 } }) }),
			behaving("waits-for-crash", { needs: ["crash"] }),
			behaving("missing-module"),
			behaving("write"),
			behaving("flood", { hardening: soft }),
			behaving("memory", { hardening: { ...hardening, memory: 100_000_000 } }),
			behaving("dies"),
			behaving("liar", { env: {} }),
			behaving("foreign"),
			behaving("absent"),
			behaving("lost", { env: {} }),
		];
		const absent = { ...scene.good, digest: `sha256:${"0".repeat(64)}` };
		const images = {
			...{ absent, chown: await scene.push("root", { target: "root" }) },
			liar: await scene.push("liar", { inside: "linux/amd64" }),
			foreign: await scene.push("foreign", { platform: "linux/amd64" }),
			lost: await scene.push("lost", { target: "lost" }),
		};
		({ result, rows } = await scene.play(services, {
			images,
			progress: ({ subject, text }) => {
				if (subject === "healthy" && text?.startsWith("answers after")) seen = inspect("healthy");
			},
		}));
	});

	/** The container of this process's run, while it exists. */
	async function inspect(name: string): Promise<ExecResult> {
		const filters = [`com.lucid.pid=${currentOwner("").pid}`, `com.docker.compose.service=${name}`];
		const { stdout } = await docker(["ps", "--quiet", ...filters.map((label) => `--filter=label=${label}`)]);
		return docker(["inspect", "--", stdout.trim()]);
	}

	test("every image has one row, in order, with its digest", () => {
		assert.equal(result.services.length, 47);
		assert.equal(new Set(result.services.map(({ service }) => service)).size, 47);
		assert.equal(row("healthy").ref, `${process.env.LUCID_REGISTRY}/smoke-test/adversary@${scene.good.digest}`);
	});

	for (const name of ["healthy", "late", "needy", "tcp", "command", "json", "needs-plain", "anything-allowed", "loop"])
		test(`${name} is healthy, on aarch64`, () => {
			const { verdict, architecture, readyMs, stopMs, failure, probes } = row(name);
			assert.equal(verdict, "healthy", failure?.guess);
			assert.equal(architecture, "aarch64");
			assert.ok(readyMs !== undefined && readyMs > 0);
			assert.ok(stopMs !== undefined);
			for (const probe of probes) assert.ok(probe.ok, probe.target);
		});

	test("an http service is probed for its health, for a nonexistent path, and with its HEALTHCHECK", () => {
		const [http, negative, own] = row("healthy").probes;
		assert.match(http?.target ?? "", /^GET http:\/\/127\.0\.0\.1:\d+\/health$/);
		assert.equal(http?.status, 200);
		assert.ok((http?.latencyMs ?? 0) > 0);
		assert.deepEqual([negative?.kind, negative?.status], ["negative", 404]);
		assert.equal(own?.kind, "healthcheck");
	});

	test("the container is hardened, on a loopback port that the engine chose, in a network of the run", async () => {
		const [container] = JSON.parse((await seen)?.stdout ?? "[]");
		const { HostConfig, NetworkSettings } = container;
		assert.equal(HostConfig.ReadonlyRootfs, true);
		assert.deepEqual(HostConfig.CapDrop, ["ALL"]);
		assert.deepEqual(HostConfig.SecurityOpt, ["no-new-privileges:true"]);
		assert.equal(HostConfig.PidsLimit, row("healthy").emulated ? 128 : 64);
		assert.equal(HostConfig.PortBindings["8080/tcp"][0].HostIp, "127.0.0.1");
		assert.notEqual(NetworkSettings.Ports["8080/tcp"][0].HostPort, "8081");
		const [[name, network]] = Object.entries<{ IPAddress: string; Aliases: string[] }>(NetworkSettings.Networks) as [
			[string, { IPAddress: string; Aliases: string[] }],
		];
		assert.match(name, /^lucid-smoke-[0-9a-f]+_test-network$/);
		assert.ok(network.Aliases.includes("healthy"));
		assert.ok(result.network.subnet?.startsWith(network.IPAddress.split(".", 2).join(".")));
	});

	test("env values are those of the catalog, dollar signs included", async () => {
		assert.match(await readFile(row("healthy").logFile ?? "", "utf8"), /^\S+Z MONEY is \$5 \$HOME \$\$$/m);
	});

	test("a service starts only when its needs are ready", async () => {
		const [late, needy] = await Promise.all(
			["late", "needy"].map(async (name) => (await readFile(row(name).logFile ?? "", "utf8")).split(" ", 1)[0] ?? ""),
		);
		assert.ok((late ?? "") < (needy ?? ""), `${late} ${needy}`);
	});

	test("a service that ignores SIGTERM is healthy, with a remark", () => {
		const { verdict, killed, stopMs = 0, reason, warnings = [reason] } = row("deaf");
		assert.deepEqual([verdict, killed], ["healthy", true]);
		assert.ok(stopMs >= 3_000);
		assert.match(warnings.join(), /killed (?:after )?\d/);
		assert.equal(row("healthy").reason, undefined);
	});

	test("a service that is healthy only without hardening says what it needs; the policy decides", () => {
		const needs = (name: string) => [row(name).verdict, ...(row(name).needs ?? [])];
		assert.deepEqual(needs("write"), ["unhealthy", "writable /var/lib/state"]);
		assert.equal(row("write").failure?.guess, "healthy only without hardening; needs: writable /var/lib/state");
		assert.deepEqual(needs("write-quietly"), ["unhealthy", "writable /var/lib/state/quiet"]);
		assert.deepEqual(needs("chown"), ["unhealthy", "the capability CHOWN"]);
		assert.deepEqual(needs("threads"), ["unhealthy", "more processes or threads (hardening.pids)"]);
		assert.deepEqual(needs("write-allowed"), ["healthy", "writable /var/lib/state"]);
		assert.deepEqual(row("write-allowed").warnings, ["needs: writable /var/lib/state"]);
		assert.equal(row("crash").needs, undefined);
	});

	test("the image's HEALTHCHECK can be the health check", () => {
		assert.deepEqual(
			[row("own").verdict, row("own").probes.map(({ kind }) => kind)],
			["healthy", ["healthcheck", "stable"]],
		);
	});

	test("a redirect is not followed, and mentioned if its status is allowed", () => {
		assert.equal(row("loop").reason, "answers 302 with a redirect to /health, which smoke does not follow");
	});

	test("a full disk gives no verdict about the service", () => {
		assert.deepEqual(
			[row("disk").verdict, row("disk").reason],
			["unknown", "no space left on the engine's disk, or on a tmpfs that the service writes to"],
		);
	});

	test("a service resolves the names of its needs from inside", () => {
		const probe = row("needy").probes.find(({ kind }) => kind === "discovery");
		assert.deepEqual([probe?.ok, probe?.target], [true, "names late (python3)"]);
	});

	test("a failure has the last probe, the meaning of the exit code, the health log, the ports and an excerpt of inspect", () => {
		const { lastProbe, ports, inspect } = row("silent").failure ?? assert.fail();
		assert.match(lastProbe ?? "", /^connection/);
		assert.deepEqual(
			ports?.map(({ container, listens }) => [container, listens]),
			[[8080, "nothing"]],
		);
		assert.ok((ports?.[0]?.published ?? 0) > 0);
		assert.deepEqual([inspect?.Status, inspect?.User, inspect?.RestartCount], ["running", "65532:65532", 0]);
		assert.deepEqual(row("sick").failure?.healthLog?.[0], { exitCode: 1, output: "" });
	});

	test("a deadline ends the check before the start period does", () => {
		const { failure } = row("no-deadline");
		assert.match(failure?.guess ?? "", /^nothing listens on port 8080 after \d/);
		assert.match(failure?.lastProbe ?? "", /^not healthy within its deadline of 5 s: /);
	});

	test("a base image is skipped, with the reason", () => {
		assert.deepEqual(
			[row("base").verdict, row("base").reason],
			["skipped", "a base image: it has no port, health check or command of its own"],
		);
	});

	test("a service whose need failed is unknown, not unhealthy", () => {
		assert.deepEqual(
			[row("waits-for-crash").verdict, row("waits-for-crash").reason],
			["unknown", "not started: crash exited with 3: cannot go on"],
		);
	});

	const failing: readonly (readonly [name: string, phase: SmokePhase, guess: RegExp, exitCode?: number])[] = [
		["hang", "ready", /^accepts the connection, but gives no complete answer within [28] s$/],
		["drip", "ready", /^accepts the connection, but gives no complete answer within [28] s$/],
		["huge-headers", "ready", /^headers larger than 16 KiB$/],
		["wrong-body", "ready", /^answered 200 with the body .*starting.*, expected it to contain .*healthy/],
		["empty", "ready", /^answered 204 with an empty body/],
		["elsewhere", "ready", /^answered 302, expected 200-299$/],
		["flap", "ready", /^flaps: \d of \d+ answers were good; answered 503/],
		["anything", "ready", /^answers every path/],
		["not-json", "ready", /^answered 200 with the body .*, in which it is "healthy"; expected \$\.status == "up"$/],
		["no-grpc", "ready", /^no plaintext gRPC server answers on this port$/],
		["forgets", "stable", /^was healthy, then failed its check: answered 503/],
		["silent", "ready", /^nothing listens on port 8080 after \d/],
		["local", "ready", /^listens only on 127\.0\.0\.1:8080/],
		["tcp-closed", "ready", /^nothing listens on port 9999; it listens on 8080$/],
		["other-port", "ready", /^nothing listens on port 9090; it listens on 8080$/],
		["no-command", "ready", /^curl is not in the image/],
		["sick", "ready", /^passes its http check, but the image's HEALTHCHECK fails: exit 1$/],
		["crash", "ready", /^exited with 3 \(error\): cannot go on$/, 3],
		["missing-module", "ready", /^ModuleNotFoundError: controller: not in the image, or not on PYTHONPATH$/, 1],
		["liar", "start", /^wrong architecture: x86_64, expected aarch64$/],
		["foreign", "pull", /^wrong architecture: the image is for linux\/amd64, expected linux\/arm64$/],
		["lost", "start", /^\/no\/such\/program is not in the image: check ENTRYPOINT and CMD$/, 127],
		["absent", "pull", /^not in the registry for linux\/arm64: /],
	];
	for (const [name, phase, guess, exitCode] of failing)
		test(`${name} is unhealthy in phase ${phase}, with its likely cause`, () => {
			const { verdict, failure } = row(name);
			assert.equal(verdict, "unhealthy");
			assert.match(failure?.guess ?? "", guess);
			assert.equal(failure?.phase, phase);
			assert.equal(failure?.exitCode, exitCode);
		});

	test("out of memory and a segmentation fault are unhealthy, and unknown under emulation", () => {
		const cause = (name: string) => row(name).failure?.guess ?? row(name).reason ?? "";
		const verdict = row("healthy").emulated ? "unknown" : "unhealthy";
		assert.deepEqual([row("memory").verdict, row("dies").verdict], [verdict, verdict]);
		assert.match(cause("memory"), /^out of memory/);
		assert.match(cause("dies"), /SIGSEGV: segmentation fault/);
	});

	test("an endless body is judged by its first 64 KiB", () => {
		assert.equal(row("endless").verdict, "healthy", row("endless").failure?.guess);
	});

	test("a flood of log lines is cut, without workflow commands and escape codes", async () => {
		const { failure, logFile } = row("flood");
		assert.equal(failure?.log.at(-1), ": :warning::forged");
		assert.ok((failure?.log.length ?? 0) <= 25);
		const file = await readFile(logFile ?? "", "utf8");
		assert.ok(file.split("\n").length <= 2_002);
		for (const line of [...(failure?.log ?? []), ...file.split("\n")]) {
			assert.ok(!line.trimStart().startsWith("::"), line);
			assert.match(line, /^[^\x00-\x1f\x7f]*$/);
		}
	});

	test("nothing of the run is left on the engine, and the Compose file is kept and valid", async () => {
		assert.deepEqual(await leftovers(), []);
		const { exitCode, stderr } = await docker(["compose", `--file=${result.composeFile}`, "config", "--quiet"]);
		assert.equal(exitCode, 0, stderr);
	});
});
