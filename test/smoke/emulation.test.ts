import assert from "node:assert/strict";
import { test } from "node:test";
import type { ContainerFailure } from "../../src/stages/smoke/check-types.ts";
import type { Member } from "../../src/stages/smoke/select-members.ts";
import { emulationCause, executionOf, withEmulationLimits } from "../../src/stages/smoke/verdict/emulation.ts";
import { aService } from "../support/documents.ts";
import { aHealth } from "./health.ts";

const exited = (exitCode: number): ContainerFailure => ({
	...{ phase: "ready", symptoms: { exit: { exitCode, outOfMemory: false } } },
});

test("a platform is emulated when its programs are for another machine than the engine's", () => {
	assert.equal(executionOf("linux/arm64", "aarch64"), "native");
	assert.equal(executionOf("linux/arm64/v8", "aarch64"), "native");
	assert.equal(executionOf("linux/386", "x86_64"), "native");
	assert.equal(executionOf("linux/arm64", "x86_64"), "emulated");
	assert.equal(executionOf("linux/amd64", "aarch64"), "emulated");
});

test("emulation raises the limits: time per attempt, memory, and a thread per process", () => {
	const { hardening } = aService({ name: "web" });
	const member: Member = {
		...{ name: "web", role: "tested", image: "web@sha256:1", env: {}, ports: [], needs: [] },
		hardening: { ...hardening, memory: 2 ** 26, pids: 16 },
		health: aHealth({ timing: { timeout: 1_000, deadline: 5_000, startPeriod: 7_000 } }),
	};
	const { hardening: limits, health } = withEmulationLimits(member);
	assert.deepEqual([limits?.memory, limits?.pids], [2 ** 26 + 2 ** 28, 32]);
	const { timeout, deadline, startPeriod, stopGracePeriod } = health?.timing ?? assert.fail();
	assert.deepEqual([timeout, deadline, startPeriod, stopGracePeriod], [4_000, 5_000, 7_000, 3_000]);
});

for (const [code, signal] of [
	[132, "SIGILL"],
	[134, "SIGABRT"],
	[139, "SIGSEGV"],
] as const)
	test(`${signal} may be the emulator's fault`, () => {
		assert.match(emulationCause(exited(code), []) ?? "", new RegExp(`^ended by ${signal}.*so no verdict`));
	});

for (const line of [
	"qemu: uncaught target signal 11 (Segmentation fault) - core dumped",
	"OSError: [Errno 38] Function not implemented",
	'Error: Os { code: 38, kind: Unsupported, message: "Function not implemented" }',
	"io_uring_setup failed",
	"#  SIGSEGV (0xb) at pc=0x0000004003a1b2c4, pid=1, tid=7",
	"prctl(PR_SET_SECCOMP): Invalid argument, no seccomp",
])
	test(`the emulator may have caused a failure with this log line: ${line}`, () => {
		assert.match(emulationCause(exited(1), ["starting", line]) ?? "", /^its log says ".*so no verdict/);
	});

test("a service's own fault is judged under emulation too", () => {
	const crash = "qemu: uncaught target signal 11 (Segmentation fault) - core dumped";
	assert.equal(emulationCause(exited(3), ["cannot go on"]), undefined);
	assert.equal(emulationCause(exited(1), ["ModuleNotFoundError: No module named 'x'", crash]), undefined);
	const noRoom = "qemu: qemu_thread_create: Resource temporarily unavailable";
	assert.equal(emulationCause(exited(134), [noRoom]), undefined);
	const wrongPath: ContainerFailure = {
		phase: "ready",
		symptoms: { probe: { error: "answered 404, expected 200", status: 404 } },
	};
	assert.equal(emulationCause(wrongPath, []), undefined);
	const foreign = { architecture: { wanted: "aarch64", found: "x86_64" } };
	assert.equal(emulationCause({ phase: "start", symptoms: foreign }, [crash]), undefined);
	assert.equal(emulationCause({ phase: "pull", symptoms: { startError: "gone" } }, [crash]), undefined);
});

test("the failure of a check that inspects processes gives no verdict, since it sees the emulator's", () => {
	const failing = (...check: readonly string[]): ContainerFailure => ({
		...{ phase: "ready", symptoms: { probe: { error: "exit 1" } }, check },
	});
	for (const check of [
		["pidof", "nginx"],
		["/bin/sh", "-c", "ps aux | grep -q worker"],
		["test", "-e", "/proc/1/exe"],
	])
		assert.match(emulationCause(failing(...check), []) ?? "", /^its check inspects processes/);
	assert.equal(emulationCause(failing("redis-cli", "ping"), []), undefined);
	assert.match(
		emulationCause({ ...failing("redis-cli"), symptoms: { probe: { error: "exit 139" } } }, []) ?? "",
		/exit 139/,
	);
});

test("out of memory, and a start that is still busy when its time is up, may be the emulator's fault", () => {
	const memory: ContainerFailure = { phase: "ready", symptoms: { exit: { exitCode: 137, outOfMemory: true } } };
	assert.match(emulationCause(memory, []) ?? "", /^out of memory under emulation/);
	const busy: ContainerFailure = {
		phase: "ready",
		symptoms: { probe: { error: "connection refused" }, stillBusy: true },
	};
	assert.match(emulationCause(busy, []) ?? "", /^connection refused; still busy under emulation/);
});
