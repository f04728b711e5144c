import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { evaluate, type Jobs, needsContext, runJobs, type Situation } from "./job-graph.ts";

const root = path.join(import.meta.dirname, "../..");
const load = async (name: string) => (parse(await readFile(path.join(root, name), "utf8")) as { jobs: Jobs }).jobs;
const build = await load(".github/workflows/build.yml");
const signed = await load(".github/workflows/build-signed.yml");

const repository = "acme/shop";
const push = { event_name: "push", repository, event: {} };
const pull = (from: string) => ({
	event_name: "pull_request",
	repository,
	event: { pull_request: { head: { repo: { full_name: from } }, user: { login: "somebody" } } },
});
const queue = { event_name: "merge_group", repository, event: { merge_group: { base_ref: "refs/heads/main" } } };

const matrix = '{"include":[{}]}';
const outputs = { plan: { services: "api,web", "wave-1": matrix, "wave-2": matrix, smoke: matrix } };
const nothing = { plan: { services: "api,web", "wave-1": "", "wave-2": "", smoke: "" } };

/** Jobs that ran, by how they ended, and whether the gate lets the commit pass. */
function outcome(situation: Situation, jobs: Jobs = build) {
	const inputs = { sign: "off", ...situation.inputs };
	const { ended, isCancelled } = runJobs(jobs, { outputs, ...situation, inputs });
	const { gate } = jobs;
	assert.ok(gate);
	const needs = needsContext([gate.needs ?? []].flat(), ended, situation.outputs ?? outputs);
	const [step, ...others] = gate.steps ?? [];
	assert.ok(step?.if !== undefined && others.length === 0);
	// Its one step fails the job if its condition holds.
	assert.match(step.run ?? "", /\nexit 1\n$/);
	const hasRun = ended.get("gate") === "success";
	const isRed = evaluate(step.if, { needs, inputs }, { isWell: true, isCancelled: false });
	const ran = Object.fromEntries([...ended].filter(([id, result]) => id !== "gate" && result !== "skipped"));
	return { jobs: ran, gate: hasRun ? (isRed ? "red" : "green") : "skipped", isCancelled };
}

const all = {
	plan: "success",
	"wave-1": "success",
	"wave-2": "success",
	smoke: "success",
	publish: "success",
} as const;

test("the gate needs every other job, runs always, and is the last", () => {
	const others = Object.keys(build).filter((id) => id !== "gate");
	assert.deepEqual(build.gate?.needs, others);
	assert.equal(Object.keys(build).at(-1), "gate");
	assert.match(build.gate?.if ?? "", /always\(\)/);
});

test("a push, a pull request of the repository and a merge queue pass the gate when all that was needed succeeded", () => {
	for (const github of [push, pull(repository), queue]) {
		assert.deepEqual(outcome({ github }), { jobs: { ...all, report: "success" }, gate: "green", isCancelled: false });
		const jobs = { plan: "success", publish: "success", report: "success" };
		assert.deepEqual(outcome({ github, outputs: nothing }), { jobs, gate: "green", isCancelled: false });
	}
});

test("a fork's pull request passes the gate by its one job, and by nothing else", () => {
	const github = pull("mallory/shop");
	assert.deepEqual(outcome({ github, outputs: {} }), { jobs: { fork: "success" }, gate: "green", isCancelled: false });
	for (const fork of ["failure", "cancelled", "skipped"] as const)
		assert.equal(outcome({ github, outputs: {}, results: { fork } }).gate, "red", fork);
});

test("a step that exceeds its time and a runner that is lost are failures: they hold up no other service, and the gate is red", () => {
	for (const leg of ["wave-1", "wave-2", "smoke"]) {
		const { jobs, gate } = outcome({ github: push, results: { [leg]: "failure" } });
		assert.deepEqual(jobs, { ...all, [leg]: "failure", report: "success" }, leg);
		assert.equal(gate, "red");
	}
});

test("a run that a person cancels publishes nothing and writes no comment, and the gate is red", () => {
	for (const job of ["plan", "wave-1", "wave-2", "smoke"]) {
		const { jobs, gate, isCancelled } = outcome({ github: push, cancelledAt: job });
		assert.ok(isCancelled && jobs[job] === "cancelled", job);
		assert.equal(jobs.publish, undefined, job);
		assert.equal(jobs.report, undefined, job);
		assert.equal(gate, "red", job);
	}
});

test("a newer commit cancels jobs of a run and not the run: it publishes nothing either, and writes no comment", () => {
	for (const job of ["plan", "wave-1", "wave-2", "smoke"]) {
		const { jobs, gate } = outcome({ github: pull(repository), results: { [job]: "cancelled" } });
		assert.equal(jobs.publish, undefined, job);
		assert.equal(jobs.report, undefined, job);
		assert.equal(gate, "red", job);
	}
});

test("without a plan there is a report and no publication, and the gate is red; a blank plan is never green", () => {
	const failed = outcome({ github: push, outputs: {}, results: { plan: "failure" } });
	assert.deepEqual(failed.jobs, { plan: "failure", report: "success" });
	assert.equal(failed.gate, "red");
	// GitHub blanks outputs that may hold a secret: publish refuses that.
	const blanked = outcome({ github: push, outputs: {}, results: { publish: "failure" } });
	assert.equal(blanked.gate, "red");
});

test("a job that the plan needed and that was skipped by mistake is red, each of them", () => {
	for (const job of ["plan", "wave-1", "wave-2", "smoke", "publish", "report"])
		assert.equal(outcome({ github: push, results: { [job]: "skipped" } }).gate, "red", job);
});

test("with signatures, the job sign runs between smoke and publish, also if nothing was built; without, it does not run", () => {
	const key = { sign: "key" };
	assert.deepEqual(outcome({ github: push, inputs: key }).jobs, { ...all, sign: "success", report: "success" });
	for (const [jobs, inputs] of [
		[build, key],
		[signed, { sign: "keyless" }],
	] as const) {
		const { jobs: ran, gate } = outcome({ github: push, inputs, outputs: nothing }, jobs);
		assert.deepEqual(ran, { plan: "success", sign: "success", publish: "success", report: "success" });
		assert.equal(gate, "green");
		assert.equal(outcome({ github: push, inputs, results: { sign: "skipped" } }, jobs).gate, "red");
		for (const situation of [{ cancelledAt: "sign" }, { results: { sign: "cancelled" } as const }]) {
			const cancelled = outcome({ github: push, inputs, ...situation }, jobs);
			assert.deepEqual([cancelled.jobs.publish, cancelled.gate], [undefined, "red"]);
		}
		const unplanned = outcome({ github: push, inputs, outputs: {}, results: { plan: "failure" } }, jobs);
		assert.deepEqual([unplanned.jobs.sign, unplanned.gate], [undefined, "red"], "there is nothing to sign");
		const fork = outcome({ github: pull("mallory/shop"), inputs, outputs: {} }, jobs);
		assert.deepEqual(fork, { jobs: { fork: "success" }, gate: "green", isCancelled: false });
	}
	assert.deepEqual(outcome({ github: push }).jobs, { ...all, report: "success" });
});

test("after a failure of sign, build.yml publishes nothing; build-signed.yml publishes what is signed; the gate is red", () => {
	const results = { sign: "failure" } as const;
	const withKey = outcome({ github: push, inputs: { sign: "key" }, results });
	assert.deepEqual([withKey.jobs.publish, withKey.jobs.report, withKey.gate], [undefined, "success", "red"]);
	const keyless = outcome({ github: push, inputs: { sign: "keyless" }, results }, signed);
	assert.deepEqual([keyless.jobs.publish, keyless.jobs.report, keyless.gate], ["success", "success", "red"]);
});

test("a branch or git tag that was deleted starts no job, the gate neither", () => {
	for (const github of [
		{ event_name: "push", repository, event: { deleted: true } },
		{ event_name: "delete", repository, event: { ref: "v1" } },
	])
		assert.deepEqual(outcome({ github, outputs: {} }), { jobs: {}, gate: "skipped", isCancelled: false });
});

test("the fork's job sets up the platforms of its plan, which is made before", () => {
	const steps = build.fork?.steps ?? [];
	const at = (uses: string) => steps.findIndex((step) => step.uses === uses);
	assert.ok(at("$/plan") !== -1 && at("$/plan") < at("$/setup") && at("$/setup") < at("$/build"));
	const expression = /^\$\{\{(.*)\}\}$/.exec(String(steps[at("$/setup")]?.with?.platforms))?.[1] ?? "";
	const set = (platforms: string) => ({ steps: { plan: { outputs: { platforms } } } });
	const status = { isWell: true, isCancelled: false };
	assert.ok(evaluate(`(${expression}) == 'linux/amd64,linux/arm/v7'`, set("linux/amd64,linux/arm/v7"), status));
	assert.ok(evaluate(`(${expression}) == 'linux/arm64'`, set(""), status), "nothing has changed");
});

const ours = ".github/workflows";
const examples = "examples/workflows";

test("every step has a time of its own, and all of them together end before their job's does: a job is never cancelled for its time", async () => {
	const files = [ours, examples].map(async (folder) =>
		(await readdir(path.join(root, folder))).map((name) => `${folder}/${name}`),
	);
	let steps = 0;
	for (const name of (await Promise.all(files)).flat())
		for (const [id, job] of Object.entries(await load(name))) {
			if (job.steps === undefined) continue;
			const times = job.steps.map((step) => step["timeout-minutes"]);
			assert.ok(
				times.every((time) => typeof time === "number"),
				`${name}: a step of ${id} has no timeout-minutes`,
			);
			const total = times.reduce<number>((sum, time = 0) => sum + time, 0);
			// What the runner itself and `post` need.
			assert.ok(total + 5 <= (job["timeout-minutes"] ?? 360), `${name}: the steps of ${id} may take ${total} minutes`);
			steps += times.length;
		}
	assert.ok(steps > 30);
});

test("a stage ends two minutes before its step does, and writes its document", async () => {
	for (const name of [`${ours}/build.yml`, `${ours}/build-signed.yml`, `${ours}/nightly.yml`])
		for (const [id, { steps = [] }] of Object.entries(await load(name)))
			for (const step of steps) {
				const { uses = "", with: given = {} } = step;
				if (!uses.startsWith("$/") || uses === "$/setup") continue;
				assert.equal(given.timeout, `${(step["timeout-minutes"] ?? 0) - 2}m`, `${name}: ${id}, ${step.name}`);
			}
});
