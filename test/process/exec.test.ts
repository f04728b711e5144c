import assert from "node:assert/strict";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";

test("arguments arrive as they are: no shell reads them", async () => {
	const nasty = "$(id) `id` ; | && \"'\n*";
	const { stdout } = await exec(["printf", "%s", nasty]);
	assert.equal(stdout, nasty);
});

test("a non-zero exit code is a result, a missing program an error", async () => {
	assert.equal((await exec(["sh", "-c", "exit 3"])).exitCode, 3);
	assert.equal((await exec(["sh", "-c", "kill -9 $$"])).exitCode, 137);
	await assert.rejects(exec(["no-such-program-here"]), /cannot run no-such-program-here/);
});

test("complete lines are passed on as they are written, and input is sent", async () => {
	const lines: string[] = [];
	await exec(["cat"], { input: "one\ntwo\nthree", onLine: (line, stream) => lines.push(`${stream} ${line}`) });
	assert.deepEqual(lines, ["stdout one", "stdout two", "stdout three"]);
});

test("an abort interrupts the child, and kills one that ignores it", async () => {
	const polite = new AbortController();
	const first = exec(["sh", "-c", "trap 'exit 7' INT; echo up; while :; do sleep 0.05; done"], {
		signal: polite.signal,
		onLine: () => polite.abort(),
	});
	assert.equal((await first).exitCode, 7);
	const rude = new AbortController();
	const second = exec(["sh", "-c", "trap '' INT; echo up; while :; do sleep 0.05; done"], {
		signal: rude.signal,
		graceMs: 100,
		onLine: () => rude.abort(),
	});
	assert.equal((await second).exitCode, 137);
});

test("an abort does not wait for children of a killed child", async () => {
	const controller = new AbortController();
	// The grandchild holds the pipe, and says who it is, so that this test can end it.
	const script = "trap '' INT; sleep 60 & echo $!; wait; sleep 60";
	let grandchild = 0;
	const ended = exec(["sh", "-c", script], {
		signal: controller.signal,
		graceMs: 100,
		onLine: (line) => {
			grandchild = Number(line);
			controller.abort();
		},
	});
	const { exitCode } = await ended;
	assert.equal(exitCode, 137);
	assert.equal(process.kill(grandchild, "SIGKILL"), true, "it was still there");
});

test("of endless output only the end is kept if tailBytes is set", async () => {
	const { stdout, exitCode } = await exec(["sh", "-c", "head -c 20000000 /dev/zero; echo the end"], {
		tailBytes: 1_000,
	});
	assert.equal(exitCode, 0);
	assert.ok(stdout.endsWith("the end\n"));
	assert.ok(stdout.length < 1_000_000, `${stdout.length}`);
});
