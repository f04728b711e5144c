// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how workflows write expressions
import assert from "node:assert/strict";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { nightlyWorkflow, pushWorkflow } from "../../src/stages/init/write/workflows.ts";
import { data, Evaluator, Lexer, NoOperationTraceWriter, Parser, parseAction } from "./github-parser.ts";
import { errorsOf } from "./workflow-errors.ts";

const root = path.join(import.meta.dirname, "../..");
const ours = ".github/workflows";
const examples = "examples/workflows";

const read = (name: string) => readFile(path.join(root, name), "utf8");

async function workflows(folder: string): Promise<readonly string[]> {
	return (await readdir(path.join(root, folder))).map((name) => `${folder}/${name}`);
}

async function actions(): Promise<readonly string[]> {
	const entries = await readdir(root, { withFileTypes: true });
	const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${name}/action.yml`);
	const there = await Promise.all(folders.map((name) => stat(path.join(root, name)).catch(() => undefined)));
	return ["action.yml", ...folders.filter((_, i) => there[i] !== undefined)];
}

interface Step {
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, unknown>>;
}
interface Job extends Step {
	readonly if?: string;
	readonly steps?: readonly Step[];
	readonly secrets?: Readonly<Record<string, string>>;
	readonly permissions?: Readonly<Record<string, string>>;
	readonly concurrency?: { readonly group: string; readonly "cancel-in-progress": boolean | string };
}
interface Workflow {
	readonly permissions?: unknown;
	readonly concurrency?: Job["concurrency"];
	readonly jobs: Readonly<Record<string, Job>>;
}

const load = async (name: string) => parse(await read(name)) as Workflow;
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap((job) => [job, ...(job.steps ?? [])]);

test("GitHub's parser accepts every workflow, ours and the examples, with the workflows they call", async () => {
	for (const name of [...(await workflows(ours)), ...(await workflows(examples))])
		assert.deepEqual(await errorsOf(name, await read(name)), [], name);
});

test("the parser reports a wrong key, a wrong context and an unknown input", async () => {
	const push = await read(`${examples}/push.yml`);
	assert.notDeepEqual(await errorsOf("a.yml", push.replace("permissions: {}", "permision: {}")), []);
	assert.notDeepEqual(await errorsOf("b.yml", `${push}    with:\n      no-such-input: 1\n`), []);
	assert.notDeepEqual(await errorsOf("c.yml", `${push}    secrets:\n      no-such-secret: x\n`), []);
	assert.notDeepEqual(
		await errorsOf(
			"d.yml",
			push.replace("name: images\non", ["name: images", `run-name: $${"{{"} steps.x }}`, "on"].join("\n")),
		),
		[],
	);
});

test("GitHub's parser accepts every action.yml", async () => {
	const files = await actions();
	assert.ok(files.length > 8);
	for (const name of files) {
		const { context } = parseAction({ name, content: await read(name) }, new NoOperationTraceWriter());
		assert.deepEqual(context.errors.getErrors(), [], name);
	}
});

test("our workflows name our actions by $/, so both are of one commit for any ref of the caller; all others are pinned by commit", async () => {
	for (const name of await workflows(ours))
		for (const { uses } of stepsOf(await load(name))) {
			if (uses === undefined) continue;
			if (uses.startsWith("$/")) {
				const target = uses.slice(2);
				await stat(path.join(root, target.endsWith(".yml") ? target : `${target}/action.yml`));
			} else assert.match(uses, /^(?!lucid\/)[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/, name);
		}
});

test("every given input is an input of the action", async () => {
	for (const name of [...(await workflows(ours)), ...(await workflows(examples))])
		for (const { uses = "", with: given = {} } of stepsOf(await load(name))) {
			const action = /^(?:\$|lucid\/build-action)(?:\/([\w-]+))?(?:@v1)?$/.exec(uses);
			if (action === null) continue;
			const file = path.join(action[1] ?? "", "action.yml");
			const { inputs } = parse(await read(file)) as { inputs: Readonly<Record<string, unknown>> };
			for (const input of Object.keys(given)) assert.ok(input in inputs, `${name}: ${uses} has no input ${input}`);
		}
});

type Permissions = Readonly<Record<string, string>>;
const rank = ["none", "read", "write"];

/** All permissions of the jobs of a workflow and of workflows it calls. GitHub requires the caller to grant them. */
async function asked(name: string): Promise<Permissions> {
	const most: Record<string, string> = {};
	for (const { uses, permissions = {} } of Object.values((await load(name)).jobs)) {
		const target = uses?.startsWith("$/") ? await asked(uses.slice(2)) : {};
		for (const [scope, level] of [...Object.entries(permissions), ...Object.entries(target)])
			if (rank.indexOf(level) > rank.indexOf(most[scope] ?? "none")) most[scope] = level;
	}
	return most;
}

test("every caller of a reusable workflow grants what its jobs ask for, and no more: examples, ours, and what init writes", async () => {
	const about = { catalog: "lucid.yml", registry: "ghcr.io/acme", branch: "main" };
	const files = [...(await workflows(ours)), ...(await workflows(examples))];
	const all = [
		...(await Promise.all(files.map(async (name) => [name, await load(name)] as const))),
		...[pushWorkflow(about), nightlyWorkflow(about)].map((text) => [text, parse(text) as Workflow] as const),
	];
	let calls = 0;
	for (const [name, { jobs }] of all)
		for (const { uses = "", permissions } of Object.values(jobs)) {
			const target = /^(?:\$|lucid\/build-action)\/(\.github\/workflows\/\w+\.yml)/.exec(uses)?.[1];
			if (target === undefined) continue;
			calls += 1;
			assert.deepEqual(permissions, await asked(target), name);
		}
	assert.ok(calls >= 10);
});

test("GitHub's parser accepts the workflows of init, for any registry", async () => {
	for (const registry of ["ghcr.io/acme", "docker.io/acme", "registry.example:5000/x"])
		for (const write of [pushWorkflow, nightlyWorkflow]) {
			const content = write({ catalog: "deploy/lucid.yml", registry, branch: "main" });
			assert.deepEqual(await errorsOf("init.yml", content), [], content);
		}
});

test("no workflow puts an expression into a shell, uses undeclared inputs, or passes on all secrets", async () => {
	for (const name of [...(await workflows(ours)), ...(await workflows(examples))]) {
		const workflow = await load(name);
		assert.deepEqual(workflow.permissions, {}, name);
		for (const { run = "" } of stepsOf(workflow)) assert.doesNotMatch(run, /\$\{\{/, name);
		assert.doesNotMatch(await read(name), /secrets: inherit|write-all|read-all/, name);
	}
});

test("a user's whole workflow is about 15 lines", async () => {
	for (const name of ["push.yml", "pull-request.yml", "nightly.yml"]) {
		const lines = (await read(`${examples}/${name}`))
			.split("\n")
			.filter((line) => line !== "" && !line.startsWith("#"));
		assert.ok(lines.length <= 16, `${name}: ${lines.length}`);
	}
});

test("every job that reads build contexts checks out the submodules and Git LFS files that the inputs request", async () => {
	const reading = new Set(["$/plan", "$/build", "$/lint"]);
	const jobs = Object.entries((await load(`${ours}/build.yml`)).jobs);
	const readers = jobs.filter(([, { steps = [] }]) => steps.some(({ uses = "" }) => reading.has(uses)));
	assert.ok(readers.length >= 4);
	for (const [name, { steps = [] }] of readers) {
		const checkout = steps.find(({ uses = "" }) => uses.startsWith("actions/checkout@"));
		assert.equal(checkout?.with?.submodules, "${{ inputs.submodules }}", name);
		assert.equal(checkout?.with?.lfs, "${{ inputs.lfs }}", name);
	}
});

test("publish has a concurrency group per run and cancels nothing, nor do its callers", async () => {
	const { publish } = (await load(`${ours}/build.yml`)).jobs;
	assert.equal(publish?.concurrency?.["cancel-in-progress"], false);
	assert.match(publish?.concurrency?.group ?? "", /github\.run_id/);
	assert.doesNotMatch(publish?.concurrency?.group ?? "", /pull_request/);
	for (const name of [...(await workflows(ours)), ...(await workflows(examples))]) {
		const { jobs, concurrency } = await load(name);
		const publishes = Object.values(jobs).some(({ uses = "" }) => uses.includes(".github/workflows/"));
		if (publishes) assert.ok(concurrency === undefined || concurrency["cancel-in-progress"] === false, name);
	}
});

/** What an expression comes to, by GitHub's own evaluator, as a text. */
function evaluated(expression: string, contexts: Readonly<Record<string, unknown>>): string {
	const tokens = new Lexer(expression).lex().tokens;
	const tree = new Parser(tokens, Object.keys(contexts), []).parse();
	const context = JSON.parse(JSON.stringify(contexts), data.reviver) as InstanceType<typeof data.Dictionary>;
	return new Evaluator(tree, context).evaluate().coerceString();
}

/** A text with its expressions evaluated. */
const filledIn = (text: string, contexts: Readonly<Record<string, unknown>>) =>
	text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => evaluated(expression.trim(), contexts));

const evaluate = (condition: string, github: unknown) => evaluated(condition, { github }) === "true";

test("two calls in one run share no concurrency group, by catalog or by report-name; a newer commit of a pull request ends what the older one runs", async () => {
	/** Every group of a workflow for one call of it, by job. */
	const groups = async (name: string, inputs: unknown, run: unknown) => {
		const { jobs, concurrency } = await load(`${ours}/${name}`);
		const all = [
			["workflow", concurrency] as const,
			...Object.entries(jobs).map(([id, job]) => [id, job.concurrency] as const),
		];
		const contexts = { github: { workflow: "images", ...(run as object) }, inputs, matrix: { name: "api (arm64)" } };
		return new Map(all.flatMap(([id, one]) => (one === undefined ? [] : [[id, filledIn(one.group, contexts)]])));
	};
	const calls = [
		{ catalog: "shop/lucid.yml", "report-name": "lucid", registry: "" },
		{ catalog: "blog/lucid.yml", "report-name": "lucid", registry: "" },
		{ catalog: "shop/lucid.yml", "report-name": "other", registry: "" },
	];
	const run = { run_id: 1, event: { pull_request: { number: 7 } } };
	for (const name of ["build.yml", "build-signed.yml", "nightly.yml"]) {
		const each = await Promise.all(calls.map(async (call) => [...(await groups(name, call, run)).values()]));
		assert.ok(each.flat().length >= 3, name);
		// The two waves run one after another, and may share one.
		const sets = each.map((list) => [...new Set(list)]);
		assert.equal(new Set(sets.flat()).size, sets.flat().length, `${name}: ${sets.flat().join(", ")}`);
	}
	const [older, newer] = await Promise.all([1, 2].map((run_id) => groups("build.yml", calls[0], { ...run, run_id })));
	const { jobs } = await load(`${ours}/build.yml`);
	for (const [id, { concurrency }] of Object.entries(jobs))
		if (concurrency !== undefined)
			assert.equal(older?.get(id) === newer?.get(id), concurrency["cancel-in-progress"] === true, id);
});

test("the report-name of a nightly is that of its artifact, its jobs and its issue", async () => {
	const { images, issue } = (await load(`${ours}/nightly.yml`)).jobs;
	const report = issue?.steps?.find(({ uses }) => uses === "$/report");
	for (const given of [images?.with?.["report-name"], report?.with?.["report-name"]]) {
		assert.equal(filledIn(String(given), { inputs: { "report-name": "shop" } }), "shop");
		// Started by the clock there are no inputs.
		assert.equal(filledIn(String(given), { inputs: {} }), "lucid-nightly");
	}
	const title = (inputs: unknown) =>
		filledIn(String(report?.with?.["issue-title"]), { inputs, github: { workflow: "nightly" } });
	assert.equal(title({ "report-name": "shop" }), "nightly fails (shop)");
	for (const inputs of [{}, { "report-name": "lucid-nightly" }]) assert.equal(title(inputs), "");
	const steps = Object.values((await load(`${ours}/build.yml`)).jobs).flatMap((job) => job.steps ?? []);
	const names = steps.flatMap(({ uses = "", with: given = {} }) => {
		if (!uses.startsWith("actions/upload-artifact@")) return [];
		const contexts = { inputs: { "report-name": "shop" }, strategy: { "job-index": 3 } };
		return filledIn(String(given.name), contexts);
	});
	assert.deepEqual(names, ["lucid-wave-1-3-of-shop", "lucid-wave-2-3-of-shop", "lucid-smoke-3-of-shop", "shop"]);
});

test("secrets for builds go to every job that builds, and to no other; a fork's builds read none", async () => {
	const jobs = Object.entries((await load(`${ours}/build.yml`)).jobs);
	const building = jobs.flatMap(([id, { steps = [] }]) =>
		steps.flatMap(({ uses, with: given }) => (uses === "$/build" ? [{ id, given }] : [])),
	);
	assert.deepEqual(
		building.map(({ id }) => id),
		["wave-1", "wave-2", "fork"],
	);
	for (const { id, given = {} } of building) {
		const handed = [given["build-secrets"], given["ssh-keys"]];
		assert.deepEqual(
			handed,
			id === "fork" ? [undefined, undefined] : ["${{ secrets.build-secrets }}", "${{ secrets.ssh-keys }}"],
		);
		for (const names of ["NPM_TOKEN,KEY", ""])
			assert.equal(
				filledIn(String(given["build-secret-names"]), { inputs: { "build-secret-names": names } }),
				(id !== "fork" && names) || "none",
				id,
			);
	}
	for (const name of ["build-secrets", "ssh-keys"]) {
		const uses = (await read(`${ours}/build.yml`)).split(`secrets.${name}`).length - 1;
		assert.equal(uses, 2, name);
		const { images } = (await load(`${ours}/nightly.yml`)).jobs;
		assert.equal(images?.secrets?.[name], `$${"{{"} secrets.${name} }}`);
	}
});

test("a run without push permission has one job that does not log in, cannot write, and pushes only to this machine", async () => {
	const { plan, fork } = (await load(`${ours}/build.yml`)).jobs;
	const repository = "acme/shop";
	const pull = (head: unknown, login = "somebody", event_name = "pull_request") => ({
		event_name,
		repository,
		event: { pull_request: { head: { repo: head }, user: { login } } },
	});
	const others = ["pull_request_target", "pull_request_review", "pull_request_review_comment"];
	const cases = [
		{ github: { event_name: "push", repository, event: {} }, trusted: true },
		{ github: { event_name: "schedule", repository, event: {} }, trusted: true },
		{ github: pull({ full_name: repository }), trusted: true },
		{ github: pull({ full_name: "mallory/shop" }), trusted: false },
		{ github: pull(null), trusted: false },
		{ github: pull({ full_name: repository }, "dependabot[bot]"), trusted: false },
		...others.flatMap((name) => [
			{ github: pull({ full_name: repository }, "somebody", name), trusted: true },
			{ github: pull({ full_name: "mallory/shop" }, "somebody", name), trusted: false },
			{ github: pull(null, "somebody", name), trusted: false },
		]),
		// They run what the default branch has.
		{ github: { event_name: "issue_comment", repository, event: { issue: { pull_request: {} } } }, trusted: true },
		{ github: { event_name: "workflow_run", repository, event: { workflow_run: {} } }, trusted: true },
	];
	for (const { github, trusted } of cases) {
		assert.equal(evaluate(plan?.if ?? "", github), trusted, JSON.stringify(github));
		assert.equal(evaluate(fork?.if ?? "", github), !trusted, JSON.stringify(github));
	}
	for (const github of [
		{ event_name: "push", repository, event: { deleted: true } },
		{ event_name: "delete", repository, event: { ref: "v1" } },
	])
		for (const job of [plan, fork]) assert.equal(evaluate(job?.if ?? "", github), false, "a deleted ref starts no job");
	assert.deepEqual(fork?.permissions, { contents: "read" });
	assert.doesNotMatch(JSON.stringify(fork), /secrets\.|github\.token|github\.actor/);
	for (const { uses = "", with: given = {} } of fork?.steps ?? [])
		if (uses.startsWith("$/") && uses !== "$/setup") assert.equal(given.registry, "127.0.0.1:5000", uses);
});

test("no workflow of ours passes the job's token as a password of a registry: setup decides where that may go", async () => {
	let logins = 0;
	for (const name of await workflows(ours))
		for (const { with: given = {} } of stepsOf(await load(name))) {
			for (const input of ["registry-password", "logins"])
				assert.doesNotMatch(String(given[input] ?? ""), /github\.token|GITHUB_TOKEN/, name);
			if ("registry-password" in given) logins += 1;
		}
	assert.ok(logins >= 7);
});
