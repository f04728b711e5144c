import assert from "node:assert/strict";
import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import pLimit from "p-limit";
import { type Option, options } from "../../src/options/options.ts";
import { parseOptions } from "../../src/options/parse-options.ts";
import { UserError } from "../../src/util/errors.ts";
import { actionFile, type Job, openJob } from "../actions/runner.ts";
import { emptyRegistry } from "../cli/empty-registry.ts";
import { smallRepo } from "../cli/small-repo.ts";
import { cases } from "../github/payloads.ts";
import { makeRepo } from "../support/repo.ts";
import { obeyed, openSpy, type Spy, type Started } from "./spy.ts";

const root = path.join(import.meta.dirname, "../..");
const atOnce = pLimit(4);

/** All at once: an option, quotes, what a shell would run, a line of its own that is a command of the runner. */
const hostile = (canary: string) =>
	`-rf"'$(touch ${canary})\`touch ${canary}\`;touch ${canary}\n::add-mask::canary\n--help`;

/** Holds for every started program and all output, with values from any author. */
function assertHarmless(started: readonly Started[], log: string, about: string): void {
	for (const { program, args } of started) {
		const end = args.findIndex((arg) => arg === "--" || arg === "--end-of-options");
		for (const arg of end < 0 ? args : args.slice(0, end))
			assert.doesNotMatch(arg, /^(-rf|--help$)/, `${about}: ${program} got an option: ${JSON.stringify(args)}`);
	}
	for (const line of obeyed(log)) {
		assert.match(line, /^::(error|warning|notice|debug|group|endgroup|add-mask)\b/, about);
		assert.doesNotMatch(line, /^\s*::add-mask::canary/, about);
	}
}

async function assertNothingRan(folders: readonly string[], about: string): Promise<void> {
	for (const folder of folders) assert.ok(!(await readdir(folder)).includes("canary"), `${about}: a shell ran`);
}

const actions = ["", ...(await foldersWithActions())];

async function foldersWithActions(): Promise<readonly string[]> {
	const entries = await readdir(root, { withFileTypes: true });
	const found = await Promise.all(
		entries
			.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
			.map(async ({ name }) => ((await readdir(path.join(root, name))).includes("action.yml") ? [name] : [])),
	);
	return found.flat();
}

/** Without which an input is not looked at, or refused before anything is started. */
const beside: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"driver-opts": { driver: "docker-container" },
	endpoint: { driver: "remote" },
	"registry-username": { "registry-password": "pass" },
	"registry-password": { "registry-username": "robot" },
	"sign-key": { sign: "key" },
};

interface Target {
	readonly job: Job;
	readonly spy: Spy;
}

/** Runs one action with one hostile input, the others at their defaults. */
async function attack(action: string, input: string, { job, spy }: Target, usual: Record<string, string>) {
	const about = `${action || "the action for all"}: ${input}`;
	const watch = await spy.watch();
	const given = { ...usual, ...beside[input], [input]: hostile(path.join(job.temp, "canary")) };
	const { log, env } = await job.step(action, given, watch.env);
	const started = await watch.started();
	assertHarmless(started, log, about);
	for (const name of Object.keys(env))
		assert.match(name, /^(DOCKER_CONFIG|BUILDX_CONFIG|BUILDX_BUILDER|LUCID_EMULATED)$/, about);
	return started;
}

const kinds = new Map<string, Option["kind"]>(options.map(({ name, kind }) => [name, kind]));
/** All others are one of a few words or a number, and refused before anything else. */
const isFree = (input: string) => !/^(flag|number|choice)$/.test(kinds.get(input) ?? "");

test("every value that is not one of an input's words is refused", () => {
	for (const { name, kind } of options as readonly Option[])
		if (!isFree(name))
			for (const value of ["-rf", "$(id)", "true\n::add-mask::canary", '"', "1 2"])
				assert.throws(() => parseOptions({ [name]: value }, { env: {}, cwd: "/" }), UserError, `${name} (${kind})`);
});

/**
 * Of the inputs that many actions share, those that a program may get to see. What only chooses among known names is
 * refused in one place for all.
 */
const isSeen = (input: string) =>
	/^(builder|cache-folder|catalog|changed|docker-(host|context)|login.*|mirror|out|regist.*|revision|sbom|sign-key)$/.test(
		input,
	);
const { inputs: ofAll = {} } = await actionFile("");

const reached = new Map<string, readonly Started[]>();

for (const action of actions) {
	test(`${action === "" ? "the action for all" : action}: no input reaches a shell, becomes an option or commands the runner`, async () => {
		await using registry = await emptyRegistry("nothing");
		await using spy = await openSpy();
		await using repo = await smallRepo();
		await using job = await openJob(repo.root);
		const { inputs = {} } = await actionFile(action);
		const usual: Record<string, string> = "registry" in inputs ? { registry: registry.host } : {};
		await Promise.all(
			Object.keys(inputs)
				.filter((input) => isFree(input) && (action === "" || isSeen(input) || !(input in ofAll)))
				.map((input) =>
					atOnce(async () => {
						reached.set(`${action}/${input}`, await attack(action, input, { job, spy }, usual));
					}),
				),
		);
		await assertNothingRan([job.temp, repo.root], action);
	});
}

test("the spy does see them: hostile values that are allowed arrive whole, as the value of their option or behind --", () => {
	const args = (key: string) => (reached.get(key) ?? []).flatMap((one) => one.args);
	const named = (key: string, start: string) =>
		assert.ok(
			args(key).some((arg) => arg.startsWith(start)),
			`${key}: nothing starts with ${start}: ${JSON.stringify(reached.get(key))}`,
		);
	named("build/builder", '--builder=-rf"');
	named("setup/registry-username", '--username=-rf"');
	named("setup/driver-opts", '--driver-opt=-rf"');
});

test("what a catalog says of arguments, labels, titles and environment reaches the builder as data", async () => {
	await using spy = await openSpy();
	const watch = await spy.watch();
	await using registry = await emptyRegistry("nothing");
	const line = `-rf"'$(id)\`id\`\${HOME}::add-mask::canary`;
	const text = `${line}\n::add-mask::canary`;
	const [one, two] = [JSON.stringify(line), JSON.stringify(text)];
	await using repo = await makeRepo({
		"lucid.yml": `version: 1
project: small
registry: ${registry.host}
image: small/{{name}}
services:
  one:
    context: one
    title: ${one}
    description: ${one}
    args: { HOSTILE: ${two} }
    labels: { hostile: ${two} }
    env: { HOSTILE: ${two} }
`,
		"one/Dockerfile": "FROM scratch\nARG HOSTILE\nCOPY hello /hello\nUSER 65532:65532\n",
		"one/hello": "hello\n",
	});
	await repo.commit();
	await using job = await openJob(repo.root, watch.env);
	const { log } = await job.step("build");
	const started = await watch.started();
	assertHarmless(started, log, "catalog");
	const bake = started.find(({ args }) => args.includes("bake"));
	assert.ok(bake, `no build was started: ${log}`);
	const definition = JSON.parse(bake.input) as { target: Record<string, { args: Record<string, string> }> };
	const { args = {} } = Object.values(definition.target)[0] ?? {};
	// Bake has a language of its own in there: a dollar before a brace is written twice.
	assert.equal(args.HOSTILE, text.split("${").join("$${"));
	await assertNothingRan([job.temp, repo.root], "catalog");
});

test("what children print is shown with the runner's commands switched off", async () => {
	const says = "::warning::from a child\n##[error]from a child\n::add-mask::canary\n::stop-commands::theirs\n";
	await using spy = await openSpy(says);
	await using registry = await emptyRegistry("nothing");
	await using repo = await smallRepo();
	await using job = await openJob(repo.root, (await spy.watch()).env);
	const login = { registry: registry.host, "registry-username": "robot", "registry-password": "pass" };
	let shown = 0;
	for (const [action, inputs] of [
		["setup", { ...login, driver: "docker-container" }],
		["build", { registry: registry.host }],
		["smoke", { registry: registry.host, smoke: "all" }],
		["publish", { registry: registry.host }],
		["sign", { registry: registry.host, sign: "key", "sign-key": "k" }],
		["verify-host", { registry: registry.host }],
		["", login],
	] as const) {
		const { log, state, env } = await job.step(action, inputs);
		const post = action === "setup" || action === "" ? await job.post(action, state, env) : { log: "" };
		for (const text of [log, post.log]) {
			shown += text.split("\n").filter((line) => line === "::add-mask::canary").length;
			assertHarmless([], text, action);
			assert.ok(!obeyed(text).includes("::warning::from a child"), `${action}: ${text}`);
		}
	}
	assert.ok(shown > 3, `they were shown ${shown} times`);
});

test("names of branches and of people who open pull requests are data", async () => {
	await using registry = await emptyRegistry("nothing");
	for (const one of [cases.pull, cases.fork, cases.branch]) {
		await using spy = await openSpy();
		const watch = await spy.watch();
		await using repo = await smallRepo();
		await using job = await openJob(repo.root, watch.env);
		const name = `-rf"'$(touch ${path.join(job.temp, "canary")})\n::add-mask::canary`;
		const payload = JSON.stringify(one.payload)
			.replaceAll('"fix/it"', JSON.stringify(name))
			.replaceAll('"someone"', JSON.stringify(name))
			.replaceAll(/"sha":"2{40}"/g, `"sha":${JSON.stringify(name)}`);
		const file = path.join(job.temp, "event.json");
		await writeFile(file, payload);
		const ref = one.env.GITHUB_REF?.replace("feature/x", name) ?? "";
		const env = { ...one.env, GITHUB_REF: ref, GITHUB_HEAD_REF: name, GITHUB_ACTOR: name, GITHUB_EVENT_PATH: file };
		for (const action of ["plan", "build", "publish", "report"]) {
			const { log } = await job.step(action, { registry: registry.host }, env);
			assertHarmless(await watch.started(), log, `${one.name}: ${action}`);
			await assertNothingRan([job.temp, repo.root], `${one.name}: ${action}`);
		}
		assert.ok((await watch.started()).some(({ program }) => program === "git"));
	}
});

test("no file of the environment is written from a catalog", async () => {
	await using registry = await emptyRegistry("nothing");
	await using spy = await openSpy();
	await using repo = await smallRepo();
	await using job = await openJob(repo.root, (await spy.watch()).env);
	for (const action of actions.filter((name) => name !== "setup")) {
		const { inputs = {} } = await actionFile(action);
		const { env } = await job.step(action, "registry" in inputs ? { registry: registry.host } : {});
		assert.deepEqual(env, {}, action);
	}
});
