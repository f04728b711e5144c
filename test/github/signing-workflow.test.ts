// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how workflows write expressions
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { minimatch } from "minimatch";
import { parse } from "yaml";
import { buildSignedYml } from "../../script/generate/build-signed-yml.ts";
import { nightlyWorkflow, pushWorkflow } from "../../src/stages/init/write/workflows.ts";
import { data, Evaluator, Lexer, Parser } from "./github-parser.ts";

const root = path.join(import.meta.dirname, "../..");
const ours = ".github/workflows";
const matrices = ["wave-1", "wave-2", "smoke"];

type Permissions = Readonly<Record<string, string>>;
interface Job {
	readonly "runs-on"?: string;
	readonly permissions?: Permissions;
	readonly outputs?: Readonly<Record<string, string>>;
	readonly uses?: string;
	readonly steps?: readonly {
		readonly if?: string;
		readonly uses?: string;
		readonly run?: string;
		readonly with?: Readonly<Record<string, unknown>>;
		readonly env?: unknown;
	}[];
}
interface Workflow {
	readonly permissions?: Permissions;
	readonly on: {
		readonly workflow_call: { readonly inputs: Readonly<Record<string, { readonly default?: unknown }>> };
	};
	readonly jobs: Readonly<Record<string, Job>>;
}

const read = (name: string) => readFile(path.join(root, name), "utf8");
const load = async (name: string) => parse(await read(name)) as Workflow;
const build = await load(`${ours}/build.yml`);
const signed = await load(`${ours}/build-signed.yml`);

/** What an expression comes to, by GitHub's own evaluator, as a text. */
function evaluated(expression: string, contexts: Readonly<Record<string, unknown>>): string {
	const tree = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), []).parse();
	const context = JSON.parse(JSON.stringify(contexts), data.reviver) as InstanceType<typeof data.Dictionary>;
	return new Evaluator(tree, context).evaluate().coerceString();
}

const filledIn = (text: string, contexts: Readonly<Record<string, unknown>>) =>
	text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => evaluated(expression.trim(), contexts));

test("build-signed.yml is made of build.yml", async () => {
	assert.equal(await read(`${ours}/build-signed.yml`), buildSignedYml(await read(`${ours}/build.yml`)));
	assert.throws(() => buildSignedYml("name: build\n"), /build\.yml has /);
});

test("the job sign runs no code of others: its steps are checkout, setup, cosign, download and sign", () => {
	for (const { jobs } of [build, signed]) {
		const { sign } = jobs;
		assert.deepEqual(
			sign?.steps?.map(({ uses = "" }) => uses.replace(/@[0-9a-f]{40}$/, "")),
			[...["actions/checkout", "$/setup", "sigstore/cosign-installer", "actions/download-artifact", "$/sign"]],
		);
		assert.ok(sign?.steps?.every(({ run }) => run === undefined));
		// Neither a container nor a runner that the caller names.
		assert.equal(sign?.["runs-on"], "ubuntu-24.04");
		assert.deepEqual(Object.keys(sign ?? {}).toSorted(), [
			"concurrency",
			"if",
			"name",
			"needs",
			"permissions",
			"runs-on",
			"steps",
			"timeout-minutes",
		]);
		const [checkout, setup] = sign?.steps ?? [];
		assert.deepEqual(checkout?.with, { "persist-credentials": false });
		assert.deepEqual([setup?.with?.platforms, setup?.with?.mirror], ["linux/amd64", undefined]);
		assert.equal(setup?.with?.["cache-images"], false, "a cache that another job of the run wrote is not loaded");
	}
});

test("no job has an identity token except sign of build-signed.yml and the release: no hook, Dockerfile or container gets one", async () => {
	const about = { catalog: "lucid.yml", registry: "ghcr.io/acme", branch: "main" };
	const folders = [ours, "examples/workflows"];
	const files = folders.map(async (folder) =>
		(await readdir(path.join(root, folder))).map((name) => `${folder}/${name}`),
	);
	const names = (await Promise.all(files)).flat();
	const all = [
		...(await Promise.all(names.map(async (name) => [name, await load(name)] as const))),
		...[pushWorkflow(about), nightlyWorkflow(about)].map((text) => ["init", parse(text) as Workflow] as const),
	];
	const requesting = all.flatMap(([name, { permissions = {}, jobs }]) => {
		assert.deepEqual(permissions, {}, name);
		return Object.entries(jobs).flatMap(([id, job]) => ("id-token" in (job.permissions ?? {}) ? `${name} ${id}` : []));
	});
	assert.deepEqual(requesting.toSorted(), [`${ours}/build-signed.yml sign`, `${ours}/release.yml attest`]);
});

const rank = ["none", "read", "write"];

/** As GitHub refuses a call: the jobs that request more than the caller grants, whether they run or not. */
function refused({ jobs }: Workflow, granted: Permissions): readonly string[] {
	return Object.entries(jobs).flatMap(([id, { permissions = {} }]) =>
		Object.entries(permissions).flatMap(([scope, level]) =>
			rank.indexOf(level) > rank.indexOf(granted[scope] ?? "none") ? `${id} ${scope}: ${level}` : [],
		),
	);
}

test("a caller who grants no identity token can call build.yml; build-signed.yml needs exactly that in addition", () => {
	const granted = { contents: "read", packages: "write", "pull-requests": "write" };
	assert.deepEqual(refused(build, granted), []);
	assert.deepEqual(refused(signed, granted), ["sign id-token: write"]);
	assert.deepEqual(refused(signed, { ...granted, "id-token": "write" }), []);
});

test("build.yml signs nothing unless requested; build-signed.yml signs keyless, and plan, build, smoke and publish require signatures", () => {
	const defaultOf = ({ on }: Workflow, input: string) => on.workflow_call.inputs[input]?.default;
	assert.deepEqual([defaultOf(build, "sign"), defaultOf(signed, "sign")], ["off", "keyless"]);
	for (const { jobs } of [build, signed]) {
		const requiring = Object.entries(jobs).flatMap(([id, { steps = [] }]) =>
			steps.some((step) => step.with?.["require-signed"] === true) ? id : [],
		);
		assert.deepEqual(requiring, jobs === build.jobs ? [] : ["plan", "wave-1", "wave-2", "smoke", "publish"]);
	}
});

/** Contexts of one leg of a matrix whose artifact has an id. */
const leg = (index: number, id: string) => ({
	strategy: { "job-index": index },
	steps: { keep: { outputs: { "artifact-id": id } } },
});

/** Whose results a job reads: only its own run's, and never from what the registry has. */
const readers: Readonly<Record<string, readonly string[]>> = {
	"wave-2": ["wave-1"],
	smoke: ["wave-1", "wave-2"],
	sign: matrices,
	publish: ["wave-1", "wave-2"],
};

const download = ({ jobs }: Workflow, job: string) => {
	const steps = jobs[job]?.steps?.filter(({ uses = "" }) => uses.startsWith("actions/download-artifact@")) ?? [];
	assert.equal(steps.length, 1, job);
	return steps[0];
};

/** The ids of artifacts that a job of build-signed.yml downloads, if each matrix had these legs. */
function downloads(job: string, legs: Readonly<Record<string, readonly (readonly [number, string])[]>>) {
	const needs = Object.fromEntries(
		matrices.map((job) => {
			// GitHub keeps an output of a matrix that a later leg leaves blank, and drops those that all leave blank.
			const outputs = new Map<string, string>();
			for (const [index, id] of legs[job] ?? [])
				for (const [name, value] of Object.entries(signed.jobs[job]?.outputs ?? {})) {
					const text = filledIn(value, leg(index, id));
					if (text !== "") outputs.set(name, text);
				}
			return [job, { outputs: Object.fromEntries(outputs) }];
		}),
	);
	const step = download(signed, job);
	assert.deepEqual(Object.keys(step?.with ?? {}), ["artifact-ids", "path"]);
	const ids = filledIn(String(step?.with?.["artifact-ids"]), { needs });
	const runs = filledIn(step?.if ?? "", { needs }) === "true";
	return { runs, ids: ids.split(",").filter((id) => id !== "") };
}

test("results are read by the IDs of their artifacts, which only their jobs state: what another job puts there is not read", () => {
	const legs = {
		"wave-1": [[0, "11"]],
		"wave-2": [
			[0, "20"],
			[1, "21"],
			[255, "22"],
		],
		smoke: [
			[1, "31"],
			[0, "30"],
		],
	} as const;
	assert.deepEqual(downloads("sign", legs), { runs: true, ids: ["11", "20", "21", "22", "31", "30"] });
	assert.deepEqual(downloads("wave-2", legs), { runs: true, ids: ["11"] });
	for (const job of ["smoke", "publish"])
		assert.deepEqual(downloads(job, legs), { runs: true, ids: ["11", "20", "21", "22"] }, job);
	// A leg without a result, and a run that built nothing: without ids, the action would get every artifact of the run.
	for (const job of Object.keys(readers))
		assert.deepEqual(downloads(job, { "wave-1": [[0, ""]] }), { runs: false, ids: [] }, job);
	assert.deepEqual(downloads("sign", { smoke: [[3, "5"]] }), { runs: true, ids: ["5"] });
	for (const job of matrices) assert.equal(Object.keys(signed.jobs[job]?.outputs ?? {}).length, 256, job);
});

test("build.yml reads the results of its own call only, by the names that its jobs give", () => {
	const contexts = { inputs: { "report-name": "shop" }, strategy: { "job-index": 12 } };
	const patternOf = (job: string) => filledIn(String(download(build, job)?.with?.pattern), contexts);
	for (const job of matrices) {
		const keep = build.jobs[job]?.steps?.at(-1);
		assert.match(keep?.uses ?? "", /^actions\/upload-artifact@/, job);
		assert.match(keep?.if ?? "", /!cancelled\(\) && inputs\.sign != 'off' &&/, "a failed build keeps its result too");
		assert.deepEqual([keep?.with?.overwrite, keep?.with?.["retention-days"]], [true, 1]);
		const name = filledIn(String(keep?.with?.name), contexts);
		for (const [reader, of] of Object.entries(readers))
			assert.equal(minimatch(name, patternOf(reader)), of.includes(job), `${reader} reads ${job}`);
	}
	for (const other of ["lucid-wave-1-0-of-blog", "lucid-wave-1-0-of-of-shop", "shop", "lucid-wave-1-x-of-shop"])
		for (const job of Object.keys(readers)) assert.ok(!minimatch(other, patternOf(job)), other);
});
