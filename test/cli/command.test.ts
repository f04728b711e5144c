import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { subcommands } from "../../src/entrypoints/cli/program.ts";
import { version } from "../../src/util/version.ts";
import { makeRepo } from "../support/repo.ts";
import { emptyRegistry } from "./empty-registry.ts";
import { smallRepo } from "./small-repo.ts";

const command = join(import.meta.dirname, "../../dist/lucid.js");

let cache: string;
before(async () => {
	cache = await mkdtemp(join(tmpdir(), "lucid-command-"));
});
after(() => rm(cache, { recursive: true, force: true }));

interface Ended {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

function start(args: readonly string[], cwd = cache, env: Readonly<Record<string, string>> = {}) {
	const clean = { PATH: process.env.PATH ?? "", HOME: cache, XDG_CACHE_HOME: cache, ...env };
	const child = spawn(process.execPath, [command, ...args], { cwd, env: clean, stdio: ["ignore", "pipe", "pipe"] });
	let stdout = "";
	let stderr = "";
	child.stdout.on("data", (chunk: Buffer) => {
		stdout += chunk.toString();
	});
	child.stderr.on("data", (chunk: Buffer) => {
		stderr += chunk.toString();
	});
	const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
	return { child, ended };
}

const lucid = (...args: Parameters<typeof start>) => start(...args).ended;

test("--version and --help print to standard output", async () => {
	assert.deepEqual(await lucid(["--version"]), { code: 0, stdout: `${version}\n`, stderr: "" });
	const help = await lucid(["--help"]);
	assert.equal(help.code, 0);
	for (const name of subcommands) assert.match(help.stdout, new RegExp(`^ {2}${name} `, "m"));
});

test("without arguments it prints its help and succeeds", async () => {
	const { code, stdout } = await lucid([]);
	assert.equal(code, 0);
	assert.match(stdout, /^Usage: lucid/);
});

test("each subcommand has help with its exit codes, in plain width without a terminal", async () => {
	const all = await Promise.all(subcommands.map((name) => lucid([name, "--help"])));
	for (const { code, stdout } of all) {
		assert.equal(code, 0);
		assert.match(stdout, /--json/);
		assert.match(stdout, /Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}3 .*\n {2}130 /);
	}
});

test("a misspelled option or subcommand gets a suggestion and ends with 2", async () => {
	const option = await lucid(["plan", "--registri", "x"]);
	assert.equal(option.code, 2);
	assert.match(option.stderr, /Did you mean --registry\?/);
	const name = await lucid(["plam"]);
	assert.equal(name.code, 2);
	assert.match(name.stderr, /Did you mean plan\?/);
	assert.equal((await lucid(["run", "--smoke", "some"])).code, 2);
});

test("a missing catalog is an error with a fix and without a stack trace", async () => {
	const { code, stdout, stderr } = await lucid(["plan", "--catalog", "nowhere.yml"]);
	assert.equal(code, 2);
	assert.equal(stdout, "");
	assert.match(stderr, /nowhere\.yml/);
	assert.match(stderr, /fix: /);
	assert.doesNotMatch(stderr, /^ {4}at /m);
});

test("with --json an error is a document too", async () => {
	const { code, stdout } = await lucid(["plan", "--json", "--catalog", "nowhere.yml"]);
	assert.equal(code, 2);
	const document = JSON.parse(stdout) as { kind: string; problems: { code: string }[] };
	assert.equal(document.kind, "lucid.error");
	assert.match(document.problems[0]?.code ?? "", /^catalog\//);
});

test("plan prints its decisions as a table, and with --json only as a document", async () => {
	await using repo = await smallRepo();
	await using registry = await emptyRegistry("nothing");
	const table = await lucid(["plan", "--registry", registry.host], repo.root);
	assert.equal(table.code, 0, table.stderr);
	assert.match(table.stdout, /^DECISION +SERVICE +WHY\nbuild +one +never published\n/);
	assert.match(table.stdout, /2 to build/);
	assert.equal(table.stdout.includes("\u001b"), false, "no colour without a terminal");
	const json = await lucid(["plan", "--registry", registry.host, "--json"], repo.root);
	assert.equal(json.code, 0, json.stderr);
	assert.equal((JSON.parse(json.stdout) as { kind: string }).kind, "lucid.plan");
});

test("an option whose own name begins with no- is off until it is given", async () => {
	await using repo = await smallRepo();
	await using registry = await emptyRegistry("nothing");
	const targets = async (...more: string[]) => {
		const { stdout } = await lucid(["build", "--print", "--registry", registry.host, ...more], repo.root);
		const { target } = JSON.parse(stdout) as { target: Record<string, { "no-cache"?: true }> };
		return Object.values(target).map((one) => one["no-cache"]);
	};
	assert.deepEqual(await targets(), [undefined, undefined]);
	assert.deepEqual(await targets("--no-cache"), [true, true]);
});

test("a document larger than a pipe's buffer arrives whole at a slow reader", async () => {
	const names = Array.from({ length: 300 }, (_, i) => `service-${i}`);
	await using repo = await makeRepo({
		"lucid.yml": `version: 1\nproject: large\nservices:\n${names.map((name) => `  ${name}: { context: a }\n`).join("")}`,
		"a/Dockerfile": "FROM scratch\nCOPY hello /hello\n",
		"a/hello": "hello\n",
	});
	await using registry = await emptyRegistry("nothing");
	const { child, ended } = start(["plan", "--registry", registry.host, "--json"], repo.root);
	child.stdout.pause();
	setTimeout(() => child.stdout.resume(), 1500);
	const { code, stdout } = await ended;
	assert.equal(code, 0);
	assert.equal((JSON.parse(stdout) as { images: unknown[] }).images.length, names.length);
	assert.ok(stdout.length > 200_000, `${stdout.length} characters`);
});

test("services are selected by name, glob and phase", async () => {
	await using repo = await smallRepo();
	await using registry = await emptyRegistry("nothing");
	const selected = async (...args: string[]) => {
		const { stdout } = await lucid(["plan", ...args, "--registry", registry.host, "--json"], repo.root);
		return (JSON.parse(stdout) as { selected: string[] }).selected;
	};
	assert.deepEqual(await selected("two"), ["two"]);
	assert.deepEqual(await selected("o*"), ["one"]);
	assert.deepEqual(await selected("--phase", "2"), ["two"]);
});

test("nothing is written into the repository", async () => {
	await using repo = await smallRepo();
	await using registry = await emptyRegistry("nothing");
	await lucid(["plan", "--registry", registry.host], repo.root);
	assert.equal(await repo.git("status", "--porcelain", "--ignored"), "");
});

test("all mistakes in a catalog are reported, each with its place", async () => {
	await using repo = await smallRepo();
	await writeFile(
		join(repo.root, "lucid.yml"),
		"version: 1\nproject: small\nservices:\n  one: { contxt: one }\n  two: { context: tow, ports: [0] }\n",
	);
	const { code, stderr } = await lucid(["plan"], repo.root);
	assert.equal(code, 2);
	assert.match(stderr, /^error: lucid\.yml:4:\d+: /m);
	assert.equal((stderr.match(/^error: lucid\.yml:5:\d+: /gm) ?? []).length >= 2, true, stderr);
});

test("an unreachable registry is an error of the environment", async () => {
	await using repo = await smallRepo();
	const closed = await emptyRegistry("nothing");
	await closed[Symbol.asyncDispose]();
	const { code, stderr } = await lucid(["plan", "--registry", closed.host], repo.root);
	assert.equal(code, 3, stderr);
	assert.match(stderr, new RegExp(closed.host));
});

test("text from the repository cannot control the terminal", async () => {
	await using repo = await smallRepo();
	await repo.write({ "one/Dockerfile": 'FROM scratch\nCOPY ["\u001b[2Ja\u202eb", "/x"]\n' });
	const found = await lucid(["lint"], repo.root);
	assert.match(found.stdout, /^one\/Dockerfile\n +2 +error/m);
	await repo.write({ "lucid.yml": "version: 1\nproject: small\nservices: \u001b[2J\n" });
	const wrong = await lucid(["plan"], repo.root);
	assert.equal(wrong.code, 2);
	for (const text of [found.stdout, wrong.stderr])
		assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});

test("closing standard error does not stop a run", async () => {
	const { child, ended } = start(["plan", "--catalog", "nowhere.yml"]);
	child.stderr.destroy();
	assert.equal((await ended).code, 2);
});

test("a result that cannot be written is a failure", async (context) => {
	const full = await open("/dev/full", "w").catch(() => undefined);
	if (full === undefined) return context.skip("this system has no /dev/full");
	await using repo = await smallRepo();
	const env = { PATH: process.env.PATH ?? "", HOME: cache, XDG_CACHE_HOME: cache };
	const { status, stderr } = spawnSync(process.execPath, [command, "lint"], {
		...{ cwd: repo.root, env, encoding: "utf8" },
		stdio: ["ignore", full.fd, "pipe"],
	});
	await full.close();
	assert.equal(status, 3);
	assert.match(stderr, /^error: the result cannot be written: ENOSPC/m);
});

test("the first Ctrl-C stops a waiting run, which ends with 130", async () => {
	await using repo = await smallRepo();
	await using registry = await emptyRegistry("never");
	const { child, ended } = start(["plan", "--registry", registry.host], repo.root);
	await registry.asked;
	child.kill("SIGINT");
	const { code, stderr } = await ended;
	assert.equal(code, 130);
	assert.match(stderr, /interrupted/);
	assert.doesNotMatch(stderr, /error:/);
});
