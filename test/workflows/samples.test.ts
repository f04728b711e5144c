// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how workflows write expressions
import assert from "node:assert/strict";
import { access, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { parse, stringify } from "yaml";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { readLedger } from "../../src/stages/shared/records/publication-ledger.ts";
import { type Sample, stepSamples, workflowSamples } from "../docs/samples.ts";
import { type FakeGitHub, fakeGitHub } from "../support/github/server.ts";
import { temporaryFolder } from "../support/repo.ts";
import { type Act, type Event, jobsOf, onMain, openAct } from "./act.ts";
import { type Callers, openCallers } from "./callers.ts";
import { atHome } from "./examples.ts";
import { short } from "./shop.ts";

// Runs the samples of the pages unchanged except for the registry's name, in one repository, each on its own commit.
let github: FakeGitHub;
let act: Act;
let callers: Callers;

before(async () => {
	github = await fakeGitHub();
	act = await openAct(github);
	callers = await openCallers();
});

after(async () => {
	await act?.[Symbol.asyncDispose]();
	await callers?.[Symbol.asyncDispose]();
	await github?.[Symbol.asyncDispose]();
});

const night = { name: "schedule", payload: { schedule: "17 3 * * *" }, env: { GITHUB_REF: "refs/heads/main" } };

/** What the workflow is started by on GitHub, and here. */
function eventOf(text: string) {
	const { on } = parse(text) as { readonly on: Readonly<Record<string, unknown>> | string };
	const names = typeof on === "string" ? [on] : Object.keys(on);
	if (names.includes("push")) return onMain;
	if (names.includes("schedule")) return night;
	throw new Error(`a sample is started by ${names.join(", ")}: no test knows that`);
}

/** Runs a workflow on a new commit; gives that commit's tag, too. */
async function run(text: string, more: Partial<Event> = {}) {
	const { repo, registry } = callers;
	await repo.write({ ".github/workflows/sample.yml": atHome(text, registry), "README.md": text });
	const tag = short(await repo.commit());
	const event: Event = more.name === undefined ? eventOf(text) : { name: more.name };
	const ended = await act.run(repo.root, "sample.yml", { ...event, ...more, env: { ...event.env, ...more.env } });
	return { ...ended, tag };
}

const tagged = async (name: string, tag: string) =>
	(await openRegistry().head(`${callers.registry}/${name}:${tag}`))?.digest;

/** Each sample publishes at least what its commit is about. */
function names(text: string): readonly string[] {
	const catalogs = [...text.matchAll(/catalog: (.*)/g)].map(([, file = ""]) => path.dirname(file.trim()));
	return catalogs.length === 0 ? ["api-gateway"] : catalogs.map((folder) => (folder === "." ? "api-gateway" : folder));
}

/** The one with jobs of its own comes first and builds everything; the others find it. */
const inOrder = workflowSamples
	.filter(({ text }) => !isDespiteSmoke(text))
	.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)));

/** A person starts it, after smoke has failed. */
function isDespiteSmoke(text: string): boolean {
	return text.includes("despite-smoke: true");
}

function isOwn({ text }: Sample): boolean {
	return text.includes("lucid/build-action/plan@v1");
}

test("the pages show workflows, README.md and plan/README.md among them", () => {
	const shown = workflowSamples.flatMap(({ places }) => places);
	for (const page of ["README.md:", "plan/README.md:"])
		assert.ok(
			shown.some((place) => place.startsWith(page)),
			page,
		);
	assert.ok(inOrder[0] !== undefined && isOwn(inOrder[0]));
});

for (const { places, text } of inOrder)
	test(`the workflow of ${places.join(", ")} works as it stands`, async () => {
		const ended = await run(text, { secrets: { PIP_TOKEN: "pip-canary", DEPLOY_KEY: callers.secrets.SSH_KEY } });
		assert.equal(ended.exitCode, 0, ended.log);
		assert.match(ended.log, /logged in at|Login Succeeded/);
		for (const name of names(text)) {
			const digest = await tagged(name, ended.tag);
			assert.ok(digest !== undefined, `${name}:${ended.tag}\n${ended.log}`);
			assert.equal(await tagged(name, "latest"), digest);
		}
		assert.doesNotMatch(ended.log, /pip-canary/);
		if (text !== inOrder[0]?.text) return;
		for (const job of ["plan", "api-gateway", "smoke api-gateway", "publish"])
			assert.equal([...ended.jobs].find(([name]) => name.replace(/ \(\w+\)$/, "") === job)?.[1], "success", job);
		assert.match(await readFile(path.join(act.artifacts, "lucid-report/report.html"), "utf8"), /<html/);
		assert.match(ended.summaries.at(-1)?.text ?? "", /2 built.*1 of 1 healthy|1 of 1 healthy.*2 built/s);
	});

test("the steps of each README work as they stand, in a job that checks out the repository", async () => {
	const jobs = stepSamples.map(({ places, text }) => {
		const steps = parse(text) as readonly { readonly uses?: string }[];
		const checkout = steps[0]?.uses?.startsWith("actions/checkout@") ? [] : [{ uses: "actions/checkout@v6" }];
		return [places[0]?.split("/")[0] ?? "", { "runs-on": "ubuntu-24.04", steps: [...checkout, ...steps] }] as const;
	});
	const names = jobs.map(([name]) => name);
	for (const name of ["docs", "setup", "lint", "build", "verify", "smoke", "publish", "report"])
		assert.ok(names.includes(name), name);
	const ended = await run(stringify({ on: { push: {} }, permissions: {}, jobs: Object.fromEntries(jobs) }));
	assert.equal(ended.exitCode, 0, ended.log);
	assert.deepEqual(jobsOf(ended), names.toSorted());
	assert.ok((await tagged("api-gateway", ended.tag)) !== undefined);
	for (const file of ["lucid-lint/lint.sarif", "smoke/smoke.junit.xml", "report/report.html"])
		await access(path.join(act.artifacts, file));
});

test("builds of the reusable workflow get the secrets and keys that they are handed, and no others; logs show none, and the agent ends", async () => {
	const { secrets } = callers;
	const temp = await temporaryFolder();
	const text = `on: push
permissions: {}
jobs:
  private:
    permissions: { contents: read, packages: write, pull-requests: write }
    uses: lucid/build-action/.github/workflows/build.yml@v1
    with: { catalog: private/lucid.yml, build-secret-names: "TOKEN,CONFIG", progress: plain }
    secrets: { build-secrets: "\${{ toJSON(secrets) }}", ssh-keys: "\${{ secrets.SSH_KEY }}" }
`;
	const ended = await run(text, { secrets, env: { TMPDIR: temp } });
	assert.equal(ended.exitCode, 1, "one service asks for another secret");
	assert.match(
		ended.log,
		/secret token: builds may read GITHUB_TOKEN only if the workflow gives its value: add `GITHUB_TOKEN=/,
	);
	assert.equal(await tagged("nosy", ended.tag), undefined);
	assert.ok((await tagged("vault", ended.tag)) !== undefined, ended.log);
	assert.match(ended.log, /the secret is \*\*\*/);
	const lines = Object.values(secrets)
		.flatMap((value) => value.split("\n"))
		.filter((line) => line.length >= 4);
	for (const line of lines) assert.ok(!ended.log.includes(line), line);
	assert.match(ended.log, /SSH agent started with 1 key/);
	assert.match(ended.log, /SSH agent ended/);
	assert.deepEqual(
		(await readdir(temp)).filter((name) => name.startsWith("lucid-agent-")),
		[],
	);
	assert.deepEqual(await processesWith(temp), []);
	await rm(temp, { recursive: true, force: true });
});

test("by hand, the workflow of docs/publish.md publishes a service although smoke failed, and with allow-unordered although another branch published last", async () => {
	const { repo, registry } = callers;
	const [sample] = workflowSamples.filter(({ text }) => isDespiteSmoke(text));
	assert.match(sample?.places[0] ?? "", /^docs\/publish\.md:/);
	const before = await tagged("api-gateway", "latest");
	github.store.files = { "lucid.yml": await readFile(path.join(repo.root, "lucid.yml"), "utf8") };
	await repo.git("switch", "-q", "-c", "hotfix", "HEAD~1");
	const dockerfile = await readFile(path.join(repo.root, "api/Dockerfile"), "utf8");
	await repo.write({ "api/Dockerfile": `${dockerfile}ENTRYPOINT ["python3", "-c", "raise SystemExit(3)"]\n` });
	const text = sample?.text.replace("despite-smoke: true", "$&\n      allow-unordered: true") ?? "";
	const ended = await run(text, {
		name: "workflow_dispatch",
		payload: { inputs: { service: "api-gateway", reason: "fixes the outage" } },
		env: { GITHUB_REF: "refs/heads/hotfix" },
	});
	await repo.git("switch", "-q", "main");

	const results = ["smoke api-gateway", "publish", "gate"].map(
		(job) => [...ended.jobs].find(([name]) => name.replace(/ \(\w+\)$/, "") === job)?.[1],
	);
	assert.deepEqual(results, ["failure", "success", "failure"], ended.log);
	const digest = await tagged("api-gateway", ended.tag);
	assert.ok(digest !== undefined && digest !== before, ended.log);
	assert.equal(await tagged("api-gateway", "latest"), digest);
	const words = /published despite smoke by \S+ at \d{4}-\S+Z: fixes the outage/;
	assert.match(ended.summaries.at(-1)?.text ?? "", words);
	const ledger = await openRegistry().manifest(`${registry}/api-gateway:latest.published`);
	assert.equal(readLedger(ledger ?? assert.fail("no ledger"), "latest.published").exception?.why, "fixes the outage");
});

/** Command lines of this machine's processes that name a text. */
async function processesWith(text: string): Promise<readonly string[]> {
	const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
	const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")));
	return lines.filter((line) => line.includes(text));
}
