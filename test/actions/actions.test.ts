import assert from "node:assert/strict";
import { access, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import type { Plan } from "../../src/model/documents/plan.ts";
import { emptyRegistry } from "../cli/empty-registry.ts";
import { smallRepo } from "../cli/small-repo.ts";
import { deletedRef } from "../github/payloads.ts";
import { makeRepo } from "../support/repo.ts";
import { actionFile, openJob } from "./runner.ts";

const actions = ["", "setup", "plan", "lint", "build", "smoke", "publish", "report"] as const;

test("every action runs on node24 from an existing file and documents each input and output", async () => {
	for (const action of actions) {
		const { runs, inputs = {}, outputs = {} } = await actionFile(action);
		assert.equal(runs.using, "node24");
		for (const file of [runs.main, runs.post])
			if (file !== undefined) await access(join(import.meta.dirname, "../..", action, file));
		for (const [name, about] of Object.entries({ ...inputs, ...outputs }))
			assert.match((about as { description: string }).description, /\.$/, `${action}: ${name}`);
	}
});

test("plan outputs the matrix, whether there is work, the services and the plan", async () => {
	await using repo = await smallRepo();
	await using registry = await emptyRegistry("nothing");
	await using job = await openJob(repo.root);
	const { exitCode, outputs, summary, log } = await job.step("plan", { registry: registry.host });
	assert.equal(exitCode, 0, log);
	assert.equal(outputs["has-work"], "true");
	assert.equal(outputs.services, "one,two");
	const matrix = JSON.parse(outputs.matrix ?? "") as { include: { service: string; runner: string }[] };
	assert.deepEqual(
		matrix.include.map(({ service, runner }) => [service, runner]),
		[
			["one", "ubuntu-24.04-arm"],
			["two", "ubuntu-24.04-arm"],
		],
	);
	const plan = JSON.parse(await readFile(outputs.plan ?? "", "utf8")) as Plan;
	assert.deepEqual(plan.source.event, { kind: "push", branch: "main" });
	assert.match(summary, /2 to build/);
	assert.match(summary, /\*\*one\*\*/);
});

test("for a deleted branch every action reports that there is nothing to do and has no output", async () => {
	await using repo = await smallRepo();
	await using job = await openJob(repo.root);
	const file = join(job.temp, "event.json");
	await writeFile(file, JSON.stringify(deletedRef("deleted", "refs/heads/feature/x", "0").payload));
	for (const action of ["", "plan", "build", "smoke", "publish", "report"]) {
		const { exitCode, log, outputs } = await job.step(action, {}, { GITHUB_EVENT_PATH: file });
		assert.deepEqual([exitCode, outputs], [0, {}], log);
		assert.match(log, /^nothing to do: branch feature\/x was deleted$/m);
	}
});

test("plan works on the services in its input", async () => {
	await using repo = await smallRepo();
	await using registry = await emptyRegistry("nothing");
	await using job = await openJob(repo.root);
	const { outputs } = await job.step("plan", { registry: registry.host, service: "two" });
	assert.equal(outputs.services, "two");
});

test("a blank selection or plan fails first, because an output may be blank by accident", async () => {
	await using repo = await smallRepo();
	await using job = await openJob(repo.root);
	for (const [action, input] of [
		["plan", "service"],
		["build", "service"],
		["build", "plan"],
		["", "service"],
		["publish", "plan"],
	] as const) {
		const { exitCode, log, outputs } = await job.step(action, { [input]: "" });
		assert.equal(exitCode, 2, log);
		assert.match(log, new RegExp(`::error title=options/value::${input}: the value is empty`));
		assert.deepEqual(outputs, {});
	}
});

test("catalog errors are annotations at their location", async () => {
	await using repo = await smallRepo();
	await writeFile(
		join(repo.root, "lucid.yml"),
		"version: 1\nproject: small\nservices:\n  one: { contxt: one }\n  two: { context: tow }\n",
	);
	await using job = await openJob(repo.root);
	const { exitCode, log } = await job.step("plan");
	assert.equal(exitCode, 2);
	assert.match(log, /^::error title=catalog\/[a-z-]+,file=lucid\.yml,line=4,col=\d+::/m);
	assert.match(log, /^::error title=catalog\/[a-z-]+,file=lucid\.yml,line=5,col=\d+::/m);
});

test("lint counts findings, annotates them and fails as configured", async () => {
	await using repo = await smallRepo();
	await repo.write({ "one/Dockerfile": "FROM scratch\nCOPY helo /hello\nUSER 65532:65532\n" });
	await using job = await openJob(repo.root);
	const strict = await job.step("lint");
	assert.equal(strict.exitCode, 1, strict.log);
	assert.notEqual(strict.outputs.errors, "0");
	assert.match(strict.log, /^::error .*file=one\/Dockerfile,line=2/m);
	const mild = await job.step("lint", { "fail-on": "never" });
	assert.equal(mild.exitCode, 0, mild.log);
	await access(mild.outputs.findings ?? "");
});

test("GitHub gets ten lint findings per level, worst first, with the rest counted, and all of them as SARIF", async () => {
	await using repo = await smallRepo();
	const copies = Array.from({ length: 25 }, (_, i) => `COPY gone${i} /`).join("\n");
	const labels = Array.from({ length: 14 }, (_, i) => `LABEL l${i}=$UNSET${i}`).join("\n");
	await repo.write({ "one/Dockerfile": `FROM scratch\n${labels}\n${copies}\nUSER 65532:65532\n` });
	await using job = await openJob(repo.root);
	const { log, outputs, exitCode, summary } = await job.step("lint", { "build-checks": "off", offline: "true" });
	assert.equal(exitCode, 1);
	assert.equal(outputs.errors, "25");
	const of = (level: string) => log.split("\n").filter((line) => line.startsWith(`::${level} `));
	assert.equal(of("error").length, 10);
	assert.match(of("error").at(-1) ?? "", /title=16 more/);
	assert.ok(of("warning").length <= 10 && of("notice").length <= 10);
	assert.equal(
		JSON.parse(await readFile(outputs.sarif ?? "", "utf8")).runs[0].results.filter(
			({ level }: { level: string }) => level === "error",
		).length,
		25,
	);
	assert.match(summary, /25 errors/);
	assert.match(log, /gone24/, "the log has them all");
});

test("report finds the documents of the job's other steps", async () => {
	await using repo = await smallRepo();
	await using registry = await emptyRegistry("nothing");
	await using job = await openJob(repo.root);
	await job.step("plan", { registry: registry.host });
	const { exitCode, outputs, log } = await job.step("report", { registry: registry.host });
	assert.equal(exitCode, 0, log);
	assert.match(await readFile(outputs.report ?? "", "utf8"), /<html/);
});

test("lines from a repository are not run as workflow commands", async () => {
	const hostile = "::set-output name=errors::stolen";
	await using repo = await makeRepo({
		"lucid.yml": `version: 1\nproject: small\nservices:\n  one: { dockerfile: "${hostile}" }\n`,
		[hostile]: "FROM scratch\nCOPY nothing /\n",
	});
	await using job = await openJob(repo.root);
	const { log } = await job.step("lint");
	let token: string | undefined;
	let quoted = 0;
	for (const line of log.split("\n")) {
		const stop = /^::stop-commands::(.+)$/.exec(line);
		if (stop) token = stop[1];
		else if (line === `::${token}::`) token = undefined;
		else if (token === undefined) assert.doesNotMatch(line, /^::set-output/);
		else if (line.startsWith(hostile)) quoted++;
	}
	assert.ok(quoted > 0, `no such line was there: ${log}`);
	assert.equal(token, undefined, "commands work again at the end");
});

test("without Docker, setup reports it and post has nothing to clean up", async () => {
	await using repo = await smallRepo();
	await using job = await openJob(repo.root, { PATH: "/nowhere" });
	const { exitCode, log, state } = await job.step("setup");
	assert.equal(exitCode, 3, log);
	assert.match(log, /^::error title=engine\//m);
	const post = await job.post("setup", state);
	assert.equal(post.exitCode, 0);
	assert.match(post.log, /nothing to clean up/);
});

test("an incomplete login is refused, and the password is masked before anything is logged", async () => {
	await using repo = await smallRepo();
	await using job = await openJob(repo.root);
	const { exitCode, log } = await job.step("setup", { "registry-password": "s3cret-canary" });
	assert.equal(exitCode, 2, log);
	assert.match(log, /registry-username is missing or blank/);
	assert.equal(log.replace("::add-mask::s3cret-canary", "").includes("s3cret-canary"), false);
});

test("what docker prints of a login is shown without the password, also encoded", async () => {
	const program = `#!/bin/sh\nread -r given\necho "note: $(printf %s "robot:$given" | base64)"\necho "Error: $given is denied" >&2\nexit 1\n`;
	await using folder = await makeRepo({ docker: program });
	await folder.chmod("docker", 0o755);
	await using job = await openJob(folder.root, { PATH: `${folder.root}:${process.env.PATH}` });
	const login = { registry: "ghcr.io", "registry-username": "robot", "registry-password": "a-long-password" };
	const { exitCode, log } = await job.step("setup", login);
	assert.notEqual(exitCode, 0);
	assert.match(log, /^note: \w*\*\*\*$/m);
	assert.match(log, /^Error: \*\*\* is denied$/m);
	assert.match(log, /ghcr\.io refuses the login of robot[\s\S]*Error: \*\*\* is denied/);
	for (const line of log.split("\n").filter((text) => !text.startsWith("::add-mask::")))
		assert.doesNotMatch(line, /a-long-password|YS1sb25nLXBhc3N3b3Jk|bG9uZy1wYXNz/);
});

test("a login without Docker reports what is missing, and post leaves nothing behind", async () => {
	await using repo = await smallRepo();
	await using job = await openJob(repo.root, { PATH: "/nowhere" });
	const { exitCode, log, state } = await job.step("setup", {
		registry: "ghcr.io",
		"registry-username": "robot",
		"registry-password": "s3cret-canary",
	});
	assert.equal(exitCode, 3, log);
	assert.match(log, /^::error title=engine\/missing::/m);
	assert.doesNotMatch(log, /bug in the action/);
	await access(state["docker-config"] ?? "");
	await job.post("setup", state);
	await assert.rejects(access(state["docker-config"] ?? ""));
});

test("a cancelled step ends as interrupted without an error", async () => {
	await using repo = await smallRepo();
	await using registry = await emptyRegistry("never");
	await using job = await openJob(repo.root);
	const cancel = async (pid: number) => {
		await registry.asked;
		process.kill(pid, "SIGINT");
	};
	const { exitCode, log } = await job.step("plan", { registry: registry.host }, {}, cancel);
	assert.equal(exitCode, 130, log);
	assert.match(log, /interrupted/);
	assert.doesNotMatch(log, /^::error|bug in/m);
});

test("post deletes the job's credentials even if anything else fails", async () => {
	await using repo = await smallRepo();
	await using job = await openJob(repo.root, { PATH: "/nowhere" });
	const folder = join(job.temp, "lucid-docker-test");
	await mkdir(folder);
	await writeFile(join(folder, "config.json"), "{}");
	const { exitCode, log } = await job.post("", {
		"docker-config": folder,
		builder: "lucid-x",
	});
	assert.equal(exitCode, 0, log);
	assert.match(log, /builder lucid-x could not be removed, credentials deleted/);
	await assert.rejects(stat(folder));
});
