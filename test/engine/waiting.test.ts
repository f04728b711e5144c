import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { smallRepo } from "../cli/small-repo.ts";
import { type Asked, type Fault, type PlayedProxy, playFaults } from "../publish/fault-proxy.ts";

/** Output and exit code when a registry is slow or refuses: a real registry behind a faulty proxy. */

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const command = path.join(import.meta.dirname, "../cli/lucid.ts");

/** Two services, `one` and `two`, planned through the proxy. */
async function lucid(args: readonly string[], fault: (asked: Asked, proxy: PlayedProxy) => Fault | undefined) {
	await using proxy = await playFaults(host);
	await using repo = await smallRepo("waiting");
	proxy.play((asked) => fault(asked, proxy));
	const argv = [process.execPath, command, ...args, `--registry=${proxy.host}`, `--out=${repo.root}/.git/out`] as const;
	const env = { HOME: repo.root, CI: "true" };
	const { exitCode, stdout, stderr } = await exec(argv, { cwd: repo.root, env });
	const plain = (text: string) => text.replaceAll(proxy.host, "HOST").replace(/waiting-[0-9a-f-]{36}/g, "waiting");
	return { exitCode, stdout: plain(stdout), stderr: plain(stderr), seen: proxy.seen, met: proxy.met };
}

for (const kind of ["hang", "endless"] as const)
	test(`a registry whose answer never ${kind === "hang" ? "comes" : "ends"} is named with a countdown, and fails the plan in the time it is given`, async () => {
		const { exitCode, stdout, stderr } = await lucid(["plan", "--registry-timeout=3"], () => ({ kind }));
		assert.equal(exitCode, 3, stderr);
		assert.equal(stdout, "");
		assert.match(
			stderr,
			/^waiting {2}HOST {2}running {2}GET manifests\/\S+ of waiting\/(?:one|two); giving up in \d s$/m,
		);
		assert.match(
			stderr,
			/error: cannot reach the registry HOST: GET manifests.*\n {4}no request to a registry succeeded for 3 s/,
		);
		assert.match(stderr, /fix: .*more time with registry-timeout/);
		assert.doesNotMatch(stderr, /saved/);
	});

test("a Retry-After of an hour fails the plan at once, and no request is repeated", async () => {
	const { exitCode, stderr, met } = await lucid(["plan"], () => ({
		kind: "answer",
		status: 429,
		headers: { "retry-after": "3600" },
	}));
	assert.equal(exitCode, 3, stderr);
	assert.match(
		stderr,
		/HOST limits the rate of requests: GET manifests.*\n {4}429, one try; the next try would be in 3600 s, but only \d+ s are left/,
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

/** What GitHub's registry says of a package that belongs to another repository, or that may not be created. */
const refusals = {
	"permission_denied: write_package": /under "Manage Actions access", add this repository with the role Write/,
	"installation not allowed to Create organization package": /allow its members to create packages/,
};
const denied = (message: string): Fault => ({
	kind: "answer",
	status: 403,
	body: JSON.stringify({ errors: [{ code: "DENIED", message }] }),
});

test("a repository that answers 403 fails its own service, with the fix, and the others are planned", async () => {
	for (const [message, fix] of Object.entries(refusals)) {
		const { exitCode, stdout } = await lucid(["plan"], ({ path }) =>
			/\/one\//.test(path) ? denied(message) : undefined,
		);
		assert.equal(exitCode, 1, stdout);
		assert.match(stdout, /^✗ blocked {2}one {6}HOST denied: GET manifests\/\S+ of waiting\/one$/m);
		assert.match(stdout, /^build {6}two {6}never published$/m);
		assert.match(stdout, /^error: lucid\.yml:9:3: HOST denied: .*\[registry\/denied\]\n {4}403 DENIED/m);
		const said = /fix: (.*)/.exec(stdout)?.[1] ?? "";
		assert.match(said, fix);
		assert.match(said, /`permissions: packages: write`/);
		assert.doesNotMatch(said, /log in/);
	}
});

test("a push that is refused fails its own image, with the same fix; a repository that has to be created first is named with the command", async () => {
	const pushes = ({ method, path }: Asked, name: string) => method === "POST" && path.includes(`/${name}/`);
	const missing = {
		kind: "answer",
		status: 404,
		body: JSON.stringify({
			errors: [
				{
					code: "NAME_UNKNOWN",
					message: "The repository with name 'x/two' does not exist in the registry with id '123456789012'",
				},
			],
		}),
	} as const;
	const { exitCode, stdout, stderr } = await lucid(["build"], (asked) =>
		pushes(asked, "one") ? denied("permission_denied: write_package") : pushes(asked, "two") ? missing : undefined,
	);
	const said = stderr + stdout;
	assert.equal(exitCode, 1, said);
	const line = (name: string) => said.split("\n").find((one) => one.startsWith(`build    ${name}  failed`)) ?? said;
	assert.match(line("one"), refusals["permission_denied: write_package"]);
	assert.match(line("two"), /fix: create it: aws ecr create-repository --repository-name waiting\/two$/);
});

test("a registry that is gone when the engine pushes is the surroundings: exit code 3, the cause, and no line about jobs", async () => {
	const { exitCode, stdout, stderr } = await lucid(["build", "one"], ({ method }, proxy) => {
		if (method !== "POST") return undefined;
		void proxy[Symbol.asyncDispose]();
		return { kind: "reset" };
	});
	const said = stderr + stdout;
	assert.equal(exitCode, 3, said);
	assert.match(
		said,
		/^build {4}one {2}failed .*connection refused; fix: check the registry's name, and that the engine can reach it/m,
	);
	assert.doesNotMatch(said, /saved|on GitHub/);
});
