import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Docker, dockerWith } from "../../src/docker/docker.ts";
import type { Plan } from "../../src/documents/plan.ts";
import { repositoryOf } from "../../src/documents/reference.ts";
import type { Health, Service, Timing } from "../../src/documents/service.ts";
import type { SmokedService, SmokePhase, SmokeResult } from "../../src/documents/smoke.ts";
import { type ExecResult, exec } from "../../src/process/exec.ts";
import { ownerOf, removeLeftovers, removeRun, runsOnEngine } from "../../src/smoke/owner.ts";
import { type PushedImage, type SmokeInput, smoke } from "../../src/smoke/smoke.ts";
import { aHealth } from "../smoke/health.ts";
import { aPlan, aService } from "../support/documents.ts";

const docker = dockerWith(exec);
const registry = process.env.LUCID_REGISTRY;
const platform = "linux/arm64";
let folder: string;
/** Built for arm64; and one that says it is, but holds amd64 programs. */
let good: Omit<PushedImage, "service">;
let liar: Omit<PushedImage, "service">;
let foreign: Omit<PushedImage, "service">;
let lost: Omit<PushedImage, "service">;

before(async () => {
	assert.ok(registry, "LUCID_REGISTRY is not set: run through script/test");
	folder = await mkdtemp(join(tmpdir(), "smoke-test-"));
	good = await push("adversary", platform, platform);
	liar = await push("liar", platform, "linux/amd64");
	lost = await push("lost", platform, platform, "lost");
	foreign = { ...(await push("foreign", "linux/amd64", "linux/amd64")), platform };
});

after(() => rm(folder, { recursive: true, force: true }));

async function push(
	name: string,
	platform: string,
	inside: string,
	target = "adversary",
): Promise<Omit<PushedImage, "service">> {
	const mirror = process.env.LUCID_MIRRORS === undefined ? "gcr.io" : `${registry}/gcr.io`;
	const ref = `${registry}/smoke-test/${name}`;
	const metadata = join(folder, `${name}.json`);
	const { exitCode, stderr } = await docker([
		...["buildx", "build", "--push", "--provenance=false", `--platform=${platform}`, `--metadata-file=${metadata}`],
		...[
			`--build-arg=BASE=${mirror}/distroless/python3-debian12`,
			`--build-arg=INSIDE=${inside}`,
			`--tag=${ref}:test`,
			`--target=${target}`,
		],
		fileURLToPath(new URL("../smoke/adversary", import.meta.url)),
	]);
	assert.equal(exitCode, 0, stderr);
	const { "containerimage.digest": digest } = JSON.parse(await readFile(metadata, "utf8"));
	return { platform, ref: `${ref}:test`, digest };
}

/** Smokes services whose images are all the adversary, unless said otherwise. */
async function play(
	services: readonly Service[],
	{
		selected,
		images = {},
		...own
	}: Partial<Omit<SmokeInput, "images">> & {
		readonly selected?: readonly string[];
		readonly images?: Readonly<Record<string, Omit<PushedImage, "service">>>;
	} = {},
): Promise<{ readonly result: SmokeResult; readonly rows: Readonly<Record<string, SmokedService>> }> {
	const network = { name: "test-network", subnet: "172.29.0.0/16" };
	const plan: Plan = { ...aPlan(services), network };
	const names = selected ?? services.map(({ name }) => name);
	const result = await smoke({
		...{ plan, docker, progress: () => {}, outDir: await mkdtemp(join(folder, "out-")) },
		images: names.map((name) => ({ service: name, ...(images[name] ?? good) })),
		...own,
	});
	return { result, rows: Object.fromEntries(result.services.map((row) => [row.service, row])) };
}

/** Ids of containers and networks with a label. */
async function onEngine(label: string): Promise<readonly string[]> {
	const containers = await docker(["ps", "--all", "--quiet", `--filter=label=${label}`]);
	const networks = await docker(["network", "ls", "--quiet", `--filter=label=${label}`]);
	return (containers.stdout + networks.stdout).split("\n").filter((id) => id !== "");
}

/** What runs of this very process have left. */
async function leftovers(): Promise<readonly string[]> {
	return onEngine(`com.lucid.pid=${ownerOf("").pid}`);
}

const behaving = (name: string, more: Partial<Service> = {}) =>
	aService({ name, env: { BEHAVIOUR: name }, health: aHealth(), ...more });

const python = (code: string, timing: Partial<Timing> = {}): Extract<Health, { kind: "command" }> => ({
	kind: "command",
	command: ["/usr/bin/python3.11", "-S", "-c", code],
	timing: { ...aHealth().timing, timeout: 20_000, ...timing },
});

/** For those whose whole start period has to pass before they fail. */
const short = { startPeriod: 20_000 };

describe("one stack of well and ill services, on arm64", () => {
	let result: SmokeResult;
	let rows: Readonly<Record<string, SmokedService>>;
	let seen: Promise<ExecResult> | undefined;
	const row = (name: string): SmokedService => rows[name] ?? assert.fail(`no row of ${name}`);

	before(async () => {
		const published = [{ container: 8080, published: 8081, protocol: "tcp" } as const];
		const hardening = { ...aService({ name: "any" }).hardening, pids: 64 };
		const services = [
			behaving("hang", { health: aHealth({ timing: short }) }),
			behaving("drip", { health: aHealth({ timing: short }) }),
			behaving("huge-headers", { health: aHealth({ timing: short }) }),
			behaving("wrong-body", { health: aHealth({ body: '"healthy"', timing: short }) }),
			behaving("empty", { health: aHealth({ body: "healthy", timing: short }) }),
			behaving("elsewhere", { health: aHealth({ status: [[200, 299]], timing: short }) }),
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
			behaving("endless", { health: aHealth({ body: "healthy" }) }),
			behaving("flap"),
			behaving("anything"),
			behaving("other-port", { ports: [8080, 9090].map((container) => ({ container, protocol: "tcp" })) }),
			behaving("sick", { env: { SICK: "1" } }),
			behaving("crash", { health: aHealth({ timing: { startPeriod: 600_000 } }) }),
			behaving("waits-for-crash", { needs: ["crash"] }),
			behaving("missing-module"),
			behaving("write"),
			behaving("flood"),
			behaving("memory", { hardening: { ...hardening, memory: 100_000_000 } }),
			behaving("dies"),
			behaving("liar", { env: {} }),
			behaving("foreign"),
			behaving("absent"),
			behaving("lost", { env: {} }),
		];
		const absent = { ...good, digest: `sha256:${"0".repeat(64)}` };
		({ result, rows } = await play(services, {
			images: { liar, foreign, absent, lost },
			options: { stopMs: 3_000, maxParallel: 12 },
			progress: ({ subject, state }) => {
				if (subject === "healthy" && state === "update") seen = inspect("healthy");
			},
		}));
	});

	/** The container of this process's run, while it is there. */
	async function inspect(name: string): Promise<ExecResult> {
		const filters = [`com.lucid.pid=${ownerOf("").pid}`, `com.docker.compose.service=${name}`];
		const { stdout } = await docker(["ps", "--quiet", ...filters.map((label) => `--filter=label=${label}`)]);
		return docker(["inspect", "--", stdout.trim()]);
	}

	test("every image that was handed in has one row, in order, about the bytes it names", () => {
		assert.equal(result.services.length, 33);
		assert.equal(new Set(result.services.map(({ service }) => service)).size, 33);
		assert.equal(row("healthy").ref, `${registry}/smoke-test/adversary@${good.digest}`);
	});

	for (const name of ["healthy", "late", "needy", "deaf", "tcp", "command"])
		test(`${name} is healthy, on aarch64`, () => {
			const { verdict, architecture, readyMs, stopMs, failure, probes } = row(name);
			assert.equal(verdict, "healthy", failure?.guess);
			assert.equal(architecture, "aarch64");
			assert.ok(readyMs !== undefined && readyMs > 0);
			assert.ok(stopMs !== undefined);
			for (const probe of probes) assert.ok(probe.ok, probe.target);
		});

	test("an http service is asked for its health, for a path that cannot exist, and for its own HEALTHCHECK", () => {
		const [http, negative, own] = row("healthy").probes;
		assert.match(http?.target ?? "", /^GET http:\/\/127\.0\.0\.1:\d+\/health$/);
		assert.equal(http?.status, 200);
		assert.ok((http?.latencyMs ?? 0) > 0);
		assert.deepEqual([negative?.kind, negative?.status], ["negative", 404]);
		assert.equal(own?.kind, "healthcheck");
	});

	test("the container is hardened, on a loopback port the engine picked, in a network of the run", async () => {
		const [container] = JSON.parse((await seen)?.stdout ?? "[]");
		const { HostConfig, NetworkSettings } = container;
		assert.equal(HostConfig.ReadonlyRootfs, true);
		assert.deepEqual(HostConfig.CapDrop, ["ALL"]);
		assert.deepEqual(HostConfig.SecurityOpt, ["no-new-privileges:true"]);
		assert.equal(HostConfig.PidsLimit, 64);
		assert.equal(HostConfig.PortBindings["8080/tcp"][0].HostIp, "127.0.0.1");
		assert.notEqual(NetworkSettings.Ports["8080/tcp"][0].HostPort, "8081");
		const [[name, network]] = Object.entries<{ IPAddress: string; Aliases: string[] }>(NetworkSettings.Networks) as [
			[string, { IPAddress: string; Aliases: string[] }],
		];
		assert.match(name, /^lucid-smoke-[0-9a-f]+_test-network$/);
		assert.ok(network.Aliases.includes("healthy"));
		assert.ok(result.network.subnet?.startsWith(network.IPAddress.split(".", 2).join(".")));
	});

	test("env values arrive as the catalog has them, dollar signs too", async () => {
		assert.match(await readFile(row("healthy").logFile ?? "", "utf8"), /^\S+Z MONEY is \$5 \$HOME \$\$$/m);
	});

	test("a service starts only when what it needs is ready", async () => {
		const [late, needy] = await Promise.all(
			["late", "needy"].map(async (name) => (await readFile(row(name).logFile ?? "", "utf8")).split(" ", 1)[0] ?? ""),
		);
		assert.ok((late ?? "") < (needy ?? ""), `${late} ${needy}`);
	});

	test("a service that had to be killed is healthy, and the kill is told", () => {
		assert.match(row("deaf").reason ?? "", /^ignores SIGTERM: killed after \d/);
		assert.ok((row("deaf").stopMs ?? 0) >= 3_000);
		assert.equal(row("healthy").reason, undefined);
	});

	test("a base image is skipped, with the reason", () => {
		assert.deepEqual(
			[row("base").verdict, row("base").reason],
			["skipped", "nothing to probe: no ports and no health"],
		);
	});

	test("what needs a service that failed is unknown, not unhealthy", () => {
		assert.deepEqual(
			[row("waits-for-crash").verdict, row("waits-for-crash").reason],
			["unknown", "not started: crash, which it needs, is not ready"],
		);
	});

	const ill: readonly (readonly [name: string, phase: SmokePhase, guess: RegExp, exitCode?: number])[] = [
		["hang", "ready", /^takes the connection and gives no complete answer within 2 s$/],
		["drip", "ready", /^takes the connection and gives no complete answer within 2 s$/],
		["huge-headers", "ready", /^headers larger than 16 KiB$/],
		["wrong-body", "ready", /^answered 200 with the body .*starting.*, wanted .*healthy/],
		["empty", "ready", /^answered 204 with an empty body/],
		["elsewhere", "ready", /^answered 302, wanted 200-299$/],
		["flap", "ready", /^flaps: \d of \d+ answers were good; answered 503/],
		["anything", "ready", /^answers every path/],
		["silent", "ready", /^nothing listens on port 8080 after \d/],
		["local", "ready", /^listens on 127\.0\.0\.1:8080 only/],
		["tcp-closed", "ready", /^nothing listens on port 9999; it listens on 8080$/],
		["other-port", "ready", /^nothing listens on port 9090; it listens on 8080$/],
		["no-command", "ready", /^curl is not in the image/],
		["sick", "ready", /^answers its http check, but its own HEALTHCHECK fails: exit 1$/],
		["crash", "ready", /^exited with 3 \(error\): cannot go on$/, 3],
		["missing-module", "ready", /^ModuleNotFoundError: controller: not in the image, or not on PYTHONPATH$/, 1],
		["write", "ready", /^writes to its read-only file system: needs a writable \/var\/lib\/state/, 1],
		["memory", "ready", /^out of memory/, 137],
		["dies", "stable", /^exited with 139 \(SIGSEGV/, 139],
		["liar", "start", /^wrong architecture: x86_64, wanted aarch64$/],
		["foreign", "pull", /^wrong architecture: the image is for linux\/amd64, wanted linux\/arm64$/],
		["lost", "start", /^\/no\/such\/program is not in the image: check ENTRYPOINT and CMD$/, 127],
		["absent", "pull", /^not in the registry for linux\/arm64: /],
	];
	for (const [name, phase, guess, exitCode] of ill)
		test(`${name} is unhealthy in phase ${phase}, and the guess says why`, () => {
			const { verdict, failure } = row(name);
			assert.equal(verdict, "unhealthy");
			assert.match(failure?.guess ?? "", guess);
			assert.equal(failure?.phase, phase);
			assert.equal(failure?.exitCode, exitCode);
		});

	test("a body without end is read to 64 KiB, and that decides", () => {
		assert.equal(row("endless").verdict, "healthy", row("endless").failure?.guess);
	});

	test("a flood of log lines is cut, and what it smuggles is no workflow command and no escape code", async () => {
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

test("two runs at once take two networks and do not disturb each other", async () => {
	const services = [
		behaving("healthy"),
		behaving("needy", { needs: ["healthy"], env: { BEHAVIOUR: "needy", NEED: "healthy" } }),
	];
	const runs = await Promise.all([play(services), play(services)]);
	for (const { result } of runs)
		for (const { verdict, failure, reason } of result.services)
			assert.equal(verdict, "healthy", failure?.guess ?? reason);
	const [one, other] = runs.map(({ result }) => result.network);
	assert.notEqual(one?.subnet, other?.subnet);
	const moved = [one, other].filter((network) => network?.note !== undefined);
	assert.ok(moved.length >= 1);
	assert.match(moved[0]?.note ?? "", /^172\.29\.0\.0\/16 is in use \(.+\); \S+ was taken$/);
	assert.deepEqual(await leftovers(), []);
});

test("a need that is not selected comes from the plan or is an external, and has no row", async () => {
	const services = [
		behaving("web", { needs: ["store", "auth"], env: { BEHAVIOUR: "needy", NEED: "store" } }),
		behaving("auth"),
	];
	const base = aPlan(services, () => ({ kind: "unchanged", reasons: [], digest: good.digest, size: 1 }));
	const store = {
		...{ name: "store", image: `store.example/${repositoryOf(good.ref)}@${good.digest}`, needs: [], ports: [] },
		...{ env: { BEHAVIOUR: "late" }, health: aHealth(), at: { file: "lucid.yml" } },
	};
	const inRegistry = services.map((service) => ({ ...service, image: repositoryOf(good.ref) }));
	const { result } = await play(services, {
		selected: ["web"],
		plan: { ...base, services: inRegistry, externals: [store] },
		options: { mirrored: (image) => image.replace("store.example/", "") },
	});
	assert.deepEqual(
		result.services.map(({ service, verdict }) => [service, verdict]),
		[["web", "healthy"]],
	);
	const compose = await readFile(result.composeFile ?? "", "utf8");
	for (const name of ["web", "auth", "store"]) assert.match(compose, new RegExp(`^  ${name}:$`, "m"));
});

test("an interrupted run leaves nothing, and its services are unknown", async () => {
	const stop = new AbortController();
	const { result } = await play([behaving("silent", { health: aHealth({ timing: { startPeriod: 600_000 } }) })], {
		signal: stop.signal,
		progress: ({ state }) => void (state === "started" && setTimeout(() => stop.abort(), 1_500)),
	});
	assert.deepEqual([result.services[0]?.verdict, result.services[0]?.reason], ["unknown", "interrupted"]);
	assert.deepEqual(await leftovers(), []);
});

test("when time is up, what is undecided is unknown", async () => {
	const { result } = await play([behaving("silent", { health: aHealth({ timing: { startPeriod: 600_000 } }) })], {
		options: { deadlineMs: 2_500 },
	});
	assert.deepEqual([result.services[0]?.verdict, result.services[0]?.reason], ["unknown", "smoke took too long"]);
	assert.deepEqual(await leftovers(), []);
});

test("when the engine goes away in the middle, services are unknown and not unhealthy", async () => {
	let away = false;
	const losing: Docker = (args, options) => {
		const result = docker(args, away ? { ...options, env: { DOCKER_HOST: "unix:///nowhere/docker.sock" } } : options);
		away ||= args[0] === "start";
		return result;
	};
	const { result } = await play([behaving("healthy")], { docker: losing });
	assert.equal(result.services[0]?.verdict, "unknown");
	assert.match(result.services[0]?.reason ?? "", /^no answer from the engine: .*docker daemon/i);
	const left = await onEngine(`com.lucid.pid=${ownerOf("").pid}`);
	assert.ok(left.length > 0, "nobody could remove it");
	for (const { run } of await runsOnEngine(docker))
		if ((await onEngine(`com.lucid.run=${run}`)).some((id) => left.includes(id))) await removeRun(docker, run);
	assert.deepEqual(await leftovers(), []);
});

test("what a killed run left is removed by the next one; what is not known to be dead stays", async () => {
	const foreignRun = ["com.lucid.run=elsewhere", "com.lucid.host=elsewhere/1", "com.lucid.pid=1:1"];
	const { stdout: stranger } = await docker([
		"network",
		"create",
		...foreignRun.map((label) => `--label=${label}`),
		`stranger-${process.pid}`,
	]);
	try {
		const services = [behaving("silent", { health: aHealth({ timing: { startPeriod: 600_000 } }) })];
		const input = {
			plan: aPlan(services),
			images: [{ service: "silent", ...good }],
			outDir: await mkdtemp(join(folder, "out-")),
		};
		const script = fileURLToPath(new URL("../smoke/killed.ts", import.meta.url));
		const child = spawn(process.execPath, [script, JSON.stringify(input)], { stdio: ["ignore", "pipe", "inherit"] });
		await once(child.stdout, "data");
		child.kill("SIGKILL");
		await once(child, "close");
		const runs = (await runsOnEngine(docker)).filter(({ pid }) => pid.startsWith(`${child.pid}:`));
		assert.equal(runs.length, 1);
		await removeLeftovers(docker);
		assert.deepEqual(await onEngine(`com.lucid.run=${runs[0]?.run}`), []);
		assert.equal((await onEngine("com.lucid.run=elsewhere")).length, 1);
	} finally {
		await docker(["network", "rm", "--", stranger.trim()]);
	}
});
