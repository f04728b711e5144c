import assert from "node:assert/strict";
import { test } from "node:test";
import {
	describeFailure,
	isRegistryUnreachable,
	parseBakeError,
	recoveryFor,
} from "../../src/stages/build/bake-failure.ts";

const excerpt = [
	"Dockerfile.api:3",
	"--------------------",
	"   2 |     RUN sleep 2",
	"   3 | >>> RUN make \\",
	"   4 | >>>     all",
	"--------------------",
];
const exited = (code: number) =>
	`failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: ${code}`;
const step = { name: "[builder 2/3] RUN make", error: "", log: [] as readonly string[] };

test("an error has its target and the line of the Dockerfile", () => {
	assert.deepEqual(parseBakeError([...excerpt, `ERROR: target api_linux-arm64: ${exited(2)}`]), {
		target: "api_linux-arm64",
		message: exited(2),
		line: 3,
	});
	assert.deepEqual(parseBakeError(["warning:5", `ERROR: ${exited(2)}`, "", "View build details: docker-desktop://x"]), {
		message: exited(2),
	});
	assert.deepEqual(parseBakeError(["killed"]), { message: "killed" });
	assert.deepEqual(parseBakeError([]), { message: "docker buildx bake failed without a message" });
});

test("the cause is one sentence that names the step", () => {
	assert.equal(
		describeFailure({ message: exited(127) }, step),
		"[builder 2/3] RUN make ended with exit code 127 (command not found)",
	);
	assert.equal(
		describeFailure(
			{
				message:
					'failed to solve: failed to compute cache key: failed to calculate checksum of ref a::b: "/nope.txt": not found',
			},
			{ ...step, name: "[2/3] COPY nope.txt /" },
		),
		'[2/3] COPY nope.txt /: "/nope.txt" is not in the build context, or the ignore file hides it',
	);
	assert.equal(
		describeFailure(
			{ message: "failed to solve: dockerfile parse error on line 3: unknown instruction: COPPY" },
			undefined,
		),
		"dockerfile parse error on line 3: unknown instruction: COPPY",
	);
});

test("known causes come with a fix", () => {
	const fix = (message: string, log: readonly string[] = []) =>
		/; fix: (.*)$/.exec(describeFailure({ message }, { ...step, log }))?.[1];
	assert.match(fix(exited(255), ["exec /bin/sh: exec format error"]) ?? "", /add emulation/);
	assert.match(fix("failed to solve: write /x: no space left on device") ?? "", /free disk space/);
	assert.match(fix("failed to push a/b:c: denied: requested access to the resource is denied") ?? "", /docker login/);
	assert.match(fix("failed to push a/b:c: unexpected status from PUT request: 401 Unauthorized") ?? "", /docker login/);
	assert.match(fix("no match for platform in manifest: not found") ?? "", /base image that supports this platform/);
	assert.equal(fix(exited(1), ["all good"]), undefined);
	const push = "failed to push ghcr.io/acme/api:content-1: ";
	for (const said of ["denied: permission_denied: write_package", "unexpected status from POST request: 403 Forbidden"])
		assert.match(fix(push + said) ?? "", /packages: write.*Manage Actions access/);
	assert.match(fix(`${push}unexpected status from POST request: 401 Unauthorized`) ?? "", /docker login/);
	const unknown = "name unknown: The repository with name 'api' does not exist in the registry with id '1'";
	const ecr = "1.dkr.ecr.eu-west-1.amazonaws.com";
	assert.equal(
		fix(`failed to push ${ecr}/acme/api:content-1: ${unknown}`),
		"create it: aws ecr create-repository --region eu-west-1 --repository-name acme/api",
	);
	const lookup = "failed to do request: Head x: dial tcp: lookup nowhere.invalid: no such host";
	assert.match(fix(`failed to push nowhere.invalid/a:c: ${lookup}`) ?? "", /the engine can reach it/);
	assert.ok(isRegistryUnreachable({ message: lookup }));
	assert.ok(!isRegistryUnreachable({ message: "Cannot connect to the Docker daemon: dial unix: connection refused" }));
	assert.ok(!isRegistryUnreachable({ message: `${exited(1)}: failed to do request: no such host` }));
});

for (const [message, kind] of [
	["failed to push a/b:c: unexpected status from PUT request to https://a/v2: 429 Too Many Requests", "registry"],
	["failed to push a/b:c: toomanyrequests: retry later", "registry"],
	["failed to push a/b:c: errors: unknown: provided digest did not match uploaded content", "registry"],
	["failed to push a/b:c: errors:\nunknown: blob unknown to registry - sha256:11af", "registry"],
	["failed to copy: unexpected status: 503 Service Unavailable", "registry"],
	["failed to resolve source metadata: Head x: read tcp: connection reset by peer", "registry"],
	["failed to do request: Put x: net/http: TLS handshake timeout", "registry"],
	["failed to do request: Head x: dial tcp 127.0.0.1:1: connect: connection refused", "none"],
	["failed to push a/b:c: denied: no", "none"],
	["unexpected status: 400 Bad Request", "none"],
	["dockerfile parse error on line 500: unknown instruction: X", "none"],
	["Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?", "engine-gone"],
	// docker/buildx#3810, #3486, #4063, and the errors of 120 targets in one bake.
	["failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF", "lost"],
	["failed to receive status: rpc error: code = NotFound desc = no such job xxxxe8yk4gxypivxclixworqh", "lost"],
	["NotFound: forwarding Ping: no such job kko6zdc1k8q3eb2980bqwbx5k", "lost"],
	["failed to get status: rpc error: code = Canceled desc = context canceled", "lost"],
	["failed to solve: Internal: no active session for u3k2: context deadline exceeded", "lost"],
	["listing workers for Build: failed to list workers: Unavailable: connection error", "lost"],
	[exited(139), "emulator"],
	[exited(132), "emulator"],
	[exited(1), "none"],
	[exited(137), "none"],
	[exited(13), "none"],
] as const)
	test(`the recovery for "${message.slice(-50)}" is ${kind}`, () => {
		assert.equal(recoveryFor({ message }, undefined).kind, kind);
	});

test("the emulator's last output line reveals a crash that the program hid; the same text elsewhere does not", () => {
	const crashed = {
		...step,
		log: ["qemu: uncaught target signal 11 (Segmentation fault) - core dumped", "make: Error 1"],
	};
	assert.equal(recoveryFor({ message: exited(2) }, crashed).kind, "emulator");
	const talking = { ...step, log: ["note: qemu: uncaught target signal 11 may happen", "503 Service Unavailable"] };
	assert.equal(recoveryFor({ message: exited(2) }, talking).kind, "none");
});
