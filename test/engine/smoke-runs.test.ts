import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type EngineApi, openEngineApi } from "../../src/adapters/docker/engine-api.ts";
import { repositoryOf } from "../../src/model/oci/reference.ts";
import { currentOwner, removeLeftovers, removeRun, runsOnEngine } from "../../src/stages/smoke/engine/owner.ts";
import type { ProgressEvent } from "../../src/util/progress.ts";
import { api, behaving, docker, leftovers, onEngine, openScene, type Scene } from "../smoke/adversary.ts";
import { aHealth } from "../smoke/health.ts";
import { aPlan } from "../support/documents.ts";

let scene: Scene;
before(async () => {
	scene = await openScene();
});
after(() => scene[Symbol.asyncDispose]());

test("two runs at once take two networks and do not disturb each other", async () => {
	const services = [
		behaving("healthy"),
		behaving("needy", { needs: ["healthy"], env: { BEHAVIOUR: "needy", NEED: "healthy" } }),
	];
	// Neither run stops a container before the other has created its network, however slow the machine is.
	const started = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
	const gated: EngineApi = async (request) => {
		if (request.path.endsWith("/stop")) await Promise.all(started.map(({ promise }) => promise));
		return api(request);
	};
	const runs = await Promise.all(
		started.map(({ resolve }) => {
			const progress = ({ stage, state }: ProgressEvent) =>
				void (stage === "smoke" && state === "started" && resolve());
			return scene.play(services, { api: gated, progress }).finally(resolve);
		}),
	);
	for (const { result } of runs)
		for (const { verdict, failure, reason } of result.services)
			assert.equal(verdict, "healthy", failure?.guess ?? reason);
	const [one, other] = runs.map(({ result }) => result.network);
	assert.notEqual(one?.subnet, other?.subnet);
	const moved = [one, other].filter((network) => network?.note !== undefined);
	assert.ok(moved.length >= 1);
	assert.match(moved[0]?.note ?? "", /^172\.29\.0\.0\/16 is in use \(.+\); using \S+ instead$/);
	assert.deepEqual(await leftovers(), []);
});

test("a need that is not selected comes from the plan or the externals, and has no row", async () => {
	const services = [
		behaving("web", { needs: ["store", "auth"], env: { BEHAVIOUR: "needy", NEED: "store" } }),
		behaving("auth"),
	];
	const base = aPlan(services, () => ({ kind: "unchanged", reasons: [], digest: scene.good.digest, size: 1 }));
	const store = {
		...{
			name: "store",
			image: `store.example/${repositoryOf(scene.good.ref)}@${scene.good.digest}`,
			needs: [],
			ports: [],
		},
		...{ env: { BEHAVIOUR: "late" }, health: aHealth(), at: { file: "lucid.yml" } },
	};
	const inRegistry = services.map((service) => ({ ...service, image: repositoryOf(scene.good.ref) }));
	const { result } = await scene.play(services, {
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

/** Smokes a service that never answers, and aborts as soon as smoke waits for its answer. */
async function abortWhileWaiting(reason?: DOMException) {
	const stop = new AbortController();
	const { result } = await scene.play([behaving("silent", { health: aHealth({ timing: { startPeriod: 600_000 } }) })], {
		signal: stop.signal,
		progress: ({ stage, text }) => void (stage === "smoke" && text?.startsWith("GET /health") && stop.abort(reason)),
	});
	const [row] = result.services;
	return [row?.verdict, row?.reason];
}

test("an interrupted run leaves nothing, and its services are unknown", async () => {
	assert.deepEqual(await abortWhileWaiting(), ["unknown", "interrupted"]);
	assert.deepEqual(await leftovers(), []);
});

test("when time is up, what is undecided is unknown", async () => {
	const timeUp = new DOMException("time is up", "TimeoutError");
	assert.deepEqual(await abortWhileWaiting(timeUp), ["unknown", "smoke reached its time limit"]);
	const { result } = await scene.play([behaving("healthy")], { options: { deadlineMs: 1 } });
	assert.deepEqual(
		[result.services[0]?.verdict, result.services[0]?.reason],
		["unknown", "smoke reached its time limit"],
	);
	assert.deepEqual(await leftovers(), []);
});

test("when the engine goes away during a run, services are unknown and not unhealthy", async () => {
	let away = false;
	const nowhere = openEngineApi("unix:///nowhere/docker.sock", {});
	const disappearing: EngineApi = (request) => {
		const reply = (away ? nowhere : api)(request);
		away ||= request.path.endsWith("/start");
		return reply;
	};
	const { result } = await scene.play([behaving("healthy")], { api: disappearing });
	assert.equal(result.services[0]?.verdict, "unknown");
	assert.match(result.services[0]?.reason ?? "", /^no answer from the engine: .*docker daemon/i);
	const left = await onEngine(`com.lucid.pid=${currentOwner("").pid}`);
	assert.ok(left.length > 0, "without an engine nothing is removed");
	for (const { run } of await runsOnEngine(api))
		if ((await onEngine(`com.lucid.run=${run}`)).some((id) => left.includes(id))) await removeRun(api, run);
	assert.deepEqual(await leftovers(), []);
});

test("the next run removes what a killed run left, and nothing of a run that may be alive", async () => {
	const foreignRun = ["com.lucid.run=elsewhere", "com.lucid.host=elsewhere/1", "com.lucid.pid=1:1"];
	const { stdout: foreignNetwork } = await docker([
		"network",
		"create",
		...foreignRun.map((label) => `--label=${label}`),
		`stranger-${process.pid}`,
	]);
	try {
		const services = [behaving("silent", { health: aHealth({ timing: { startPeriod: 600_000 } }) })];
		const input = {
			plan: aPlan(services),
			images: [{ service: "silent", ...scene.good }],
			outDir: await mkdtemp(join(scene.folder, "out-")),
		};
		const script = fileURLToPath(new URL("../smoke/killed.ts", import.meta.url));
		const child = spawn(process.execPath, [script, JSON.stringify(input)], { stdio: ["ignore", "pipe", "inherit"] });
		await once(child.stdout, "data");
		child.kill("SIGKILL");
		await once(child, "close");
		const runs = (await runsOnEngine(api)).filter(({ pid }) => pid.startsWith(`${child.pid}:`));
		assert.equal(runs.length, 1);
		await removeLeftovers(api);
		assert.deepEqual(await onEngine(`com.lucid.run=${runs[0]?.run}`), []);
		assert.equal((await onEngine("com.lucid.run=elsewhere")).length, 1);
	} finally {
		await docker(["network", "rm", "--", foreignNetwork.trim()]);
	}
});
