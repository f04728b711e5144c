import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/process/exec.ts";
import { smallRepo } from "../cli/small-repo.ts";
import { type Asked, type Fault, playFaults } from "../publish/fault-proxy.ts";

/** What the command says and how it ends when a registry makes it wait or refuses: a real registry behind a proxy that goes wrong. */

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const command = path.join(import.meta.dirname, "../cli/lucid.ts");

/** Two services, `one` and `two`, planned through the proxy. */
async function lucid(args: readonly string[], fault: (asked: Asked) => Fault | undefined) {
	await using proxy = await playFaults(host);
	await using repo = await smallRepo("waiting");
	proxy.play(fault);
	const argv = [process.execPath, command, ...args, `--registry=${proxy.host}`, `--out=${repo.root}/.git/out`] as const;
	const env = { HOME: repo.root, CI: "true" };
	const { exitCode, stdout, stderr } = await exec(argv, { cwd: repo.root, env });
	const plain = (text: string) => text.replaceAll(proxy.host, "HOST").replace(/waiting-[0-9a-f-]{36}/g, "waiting");
	return { exitCode, stdout: plain(stdout), stderr: plain(stderr), seen: proxy.seen, met: proxy.met };
}

for (const kind of ["hang", "endless"] as const)
	test(`a registry whose answer never ${kind === "hang" ? "comes" : "ends"} is named with a countdown, and fails the plan in the time it is given`, async () => {
		const { exitCode, stdout, stderr } = await lucid(["plan", "--registry-timeout=4"], () => ({ kind }));
		assert.equal(exitCode, 3, stderr);
		assert.equal(stdout, "");
		assert.match(
			stderr,
			/^waiting {2}HOST {2}running {2}GET manifests\/\S+ of waiting\/(?:one|two); giving up in \d s$/m,
		);
		assert.match(
			stderr,
			/error: cannot reach the registry HOST: GET manifests.*\n {4}no request to a registry has succeeded for 4 s/,
		);
		assert.match(stderr, /fix: .*more time with registry-timeout/);
		assert.doesNotMatch(stderr, /saved/);
	});

test("a Retry-After of an hour fails the plan at once, and nothing is asked twice", async () => {
	const { exitCode, stderr, met } = await lucid(["plan"], () => ({
		kind: "answer",
		status: 429,
		headers: { "retry-after": "3600" },
	}));
	assert.equal(exitCode, 3, stderr);
	assert.match(
		stderr,
		/HOST limits the rate: GET manifests.*\n {4}429, one try; the next try is due in 3600 s, and \d+ s are left/,
	);
	assert.equal(new Set(met).size, met.length, met.join("\n"));
});

test("a pause that the registry asks for is met, and counted down in the log", async () => {
	const { exitCode, stderr } = await lucid(["plan"], ({ path, count }) =>
		path.includes("/content-") && count === 1
			? { kind: "answer", status: 429, headers: { "retry-after": "3" } }
			: undefined,
	);
	assert.equal(exitCode, 0, stderr);
	assert.match(
		stderr,
		/^waiting {2}HOST {2}running {2}GET manifests\/\S+ of waiting\/\S+: 429, one try; retrying in 3 s$/m,
	);
	assert.match(stderr, /^waiting {2}HOST {2}done /m);
});
