import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { parseSshKeys } from "../../src/entrypoints/actions/ssh-agent.ts";
import { UserError } from "../../src/util/errors.ts";
import { makeRepo } from "../support/repo.ts";
import { openJob } from "./runner.ts";

/** Private keys from ssh-keygen, and the public part of each: its type and its base64. */
async function makeKeys(...given: readonly (readonly string[])[]) {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-keys-"));
	const keys = await Promise.all(
		given.map(async (args, i) => {
			const file = path.join(folder, String(i));
			const { exitCode, stderr } = await exec(["ssh-keygen", "-q", "-C", "", "-N", "", "-f", file, ...args]);
			assert.equal(exitCode, 0, stderr);
			const [type, base64] = (await readFile(`${file}.pub`, "utf8")).split(" ");
			return { text: await readFile(file, "utf8"), public: `${type} ${base64?.trim()}` };
		}),
	);
	await rm(folder, { recursive: true });
	return keys;
}

test("an action's SSH agent has its keys for the rest of the job and is gone after post; each line of a key is masked first", async () => {
	const keys = await makeKeys(["-t", "ed25519"], ["-t", "rsa", "-b", "2048", "-m", "PEM"]);
	await using repo = await makeRepo();
	await using job = await openJob(repo.root);
	const text = keys.map((key) => key.text.replaceAll("\n", "\r\n")).join("\n");
	const { log, state } = await job.step("build", { "ssh-keys": text });
	assert.match(log, /^SSH agent started with 2 keys$/m);
	const lines = keys.flatMap((key) => key.text.split("\n")).filter((line) => line.length >= 4);
	const masked = new Set([...log.matchAll(/^::add-mask::(.*)$/gm)].map(([, line]) => line));
	for (const line of lines) assert.ok(masked.has(line), "each line of four or more characters");
	const rest = log.replaceAll(/^::add-mask::.*$/gm, "");
	for (const line of lines) assert.ok(!rest.includes(line));
	assert.ok(log.lastIndexOf("::add-mask::") < log.indexOf("SSH agent started"), "masked before it is used");

	const { pid, folder } = JSON.parse(state["ssh-agent"] ?? "") as { readonly pid: number; readonly folder: string };
	const env = { SSH_AUTH_SOCK: path.join(folder, "agent") };
	const { stdout } = await exec(["ssh-add", "-L"], { env });
	const held = stdout
		.trim()
		.split("\n")
		.map((line) => line.split(" ").slice(0, 2).join(" "));
	assert.deepEqual(held.toSorted(), keys.map((key) => key.public).toSorted());
	assert.equal((await stat(folder)).mode & 0o77, 0, "nobody else gets at the socket");

	const post = await job.post("build", state);
	assert.match(post.log, /SSH agent ended/);
	await assert.rejects(stat(folder));
	assert.equal(await endsSoon(pid), true);
	assert.match((await job.post("build", state)).log, /SSH agent ended/, "a second time does no harm");
});

/** A process needs a moment to exit after a signal. */
async function endsSoon(pid: number): Promise<boolean> {
	for (let tries = 0; tries < 600; tries += 1) {
		const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
		if (status === undefined || / Z /.test(status)) return true;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return false;
}

test("all keys that ssh-add refuses are named, the agent still stops in post, and nothing waits for a passphrase", async () => {
	const [good, locked] = await makeKeys(["-t", "ed25519"], ["-t", "ed25519", "-N", "passphrase"]);
	await using repo = await makeRepo();
	await using job = await openJob(repo.root);
	const broken = "-----BEGIN OPENSSH PRIVATE KEY-----\nbm90IGEga2V5\n-----END OPENSSH PRIVATE KEY-----\n";
	const { exitCode, log, state } = await job.step("build", { "ssh-keys": `${broken}${good?.text}${locked?.text}` });
	assert.equal(exitCode, 2, log);
	assert.match(log, /ssh-keys: ssh-add refuses key 1 of 3/);
	assert.match(log, /ssh-keys: ssh-add refuses key 3 of 3/);
	assert.doesNotMatch(log, /refuses key 2 of 3/);
	assert.match((await job.post("build", state)).log, /SSH agent ended/);
});

test("without ssh-agent on the machine the error says what to install", async () => {
	const [key] = await makeKeys(["-t", "ed25519"]);
	await using repo = await makeRepo();
	await using job = await openJob(repo.root);
	const { exitCode, log, state } = await job.step("build", { "ssh-keys": key?.text ?? "" }, { PATH: "/nowhere" });
	assert.equal(exitCode, 3, log);
	assert.match(log, /::error title=engine\/ssh-agent::ssh-agent cannot be started.*openssh-client/);
	assert.deepEqual(state, {});
});

test("errors in secrets and keys are reported together, without their text", async () => {
	await using repo = await makeRepo();
	await using job = await openJob(repo.root);
	const inputs = {
		"build-secrets": "A=canary1\ncanary2",
		"build-secret-names": "none",
		"ssh-keys": "canary3\n-----END",
	};
	const { exitCode, log } = await job.step("build", inputs);
	assert.equal(exitCode, 2, log);
	assert.match(log, /build-secrets: line 2 is not NAME=value/);
	assert.match(log, /build-secret-names is missing/);
	assert.match(log, /ssh-keys contains no private key/);
	assert.doesNotMatch(log.replaceAll(/^::add-mask::.*$/gm, ""), /canary/);
});

test("text with anything but whole private keys is refused", async () => {
	const [one, two] = await makeKeys(["-t", "ed25519"], ["-t", "ecdsa"]);
	assert.deepEqual(parseSshKeys(`${one?.text}\n\n${two?.text}`).length, 2);
	const wrong = [
		"",
		"ssh-ed25519 AAAA",
		`${one?.text}hunter2`,
		one?.text.replace("-----END", "") ?? "",
		one?.text.replaceAll("\n", "\\n") ?? "",
	];
	for (const text of wrong) assert.throws(() => parseSshKeys(text), UserError, text);
});
