import assert from "node:assert/strict";
import { test } from "node:test";
import type { MemberOutcome } from "../../src/stages/smoke/check-types.ts";
import type { Member } from "../../src/stages/smoke/select-members.ts";
import { exitMeaning } from "../../src/stages/smoke/verdict/diagnose.ts";
import { verdictRow } from "../../src/stages/smoke/verdict/verdict-row.ts";
import { aHealth } from "./health.ts";

const digest = `sha256:${"a".repeat(64)}`;
const platform = "linux/arm64";
const member: Member = {
	...{ name: "web", role: "tested", image: `127.0.0.1:5000/test/web@${digest}`, platform },
	...{ env: {}, ports: [], needs: [], health: aHealth() },
};
const probes = [{ kind: "http", target: "GET http://127.0.0.1:1/health", ok: true, attempts: 2 } as const];

test("a healthy row has the times until ready and until stopped", () => {
	const row = verdictRow(member, platform, {
		kind: "tested",
		result: { probes, architecture: "aarch64", readyMs: 900 },
		exit: { exitCode: 0, outOfMemory: false, killed: false, stopMs: 40 },
		log: { file: "/out/logs/web.log", lines: ["listening"] },
	});
	assert.deepEqual(row, {
		...{ service: "web", platform, ref: member.image, digest, verdict: "healthy", probes },
		...{ architecture: "aarch64", readyMs: 900, stopMs: 40, logFile: "/out/logs/web.log" },
	});
});

test("a service that ignores SIGTERM is healthy with a warning, or fails in phase stop if its policy requires it", () => {
	const exit = { exitCode: 137, outOfMemory: false, killed: true, stopMs: 10_020 };
	const outcome = { kind: "tested", result: { probes }, exit } as const;
	const row = verdictRow(member, platform, outcome);
	assert.deepEqual([row.verdict, row.killed, row.reason], ["healthy", true, undefined]);
	assert.match(row.warnings?.join() ?? "", /^ignores SIGTERM: killed after 10 s; process 1 has no default/);
	const policy = { smoke: "required", verify: "required", hardening: "required", stop: "required" } as const;
	const { verdict, failure } = verdictRow({ ...member, policy }, platform, outcome);
	assert.deepEqual([verdict, failure?.phase, failure?.exitCode], ["unhealthy", "stop", 137]);
	assert.match(failure?.guess ?? "", /^ignores SIGTERM: killed after 10 s; process 1 has no default/);
});

test("under emulation the stop of a killed service is not judged under any policy", () => {
	const exit = { exitCode: 137, outOfMemory: false, killed: true, stopMs: 10_020 };
	const outcome = { kind: "tested", result: { probes, emulated: true }, exit } as const;
	const policy = { smoke: "required", verify: "required", hardening: "required", stop: "required" } as const;
	const { verdict, reason, warnings, emulated } = verdictRow({ ...member, policy }, platform, outcome);
	assert.deepEqual([verdict, warnings, emulated], ["healthy", undefined, true]);
	assert.match(reason ?? "", /^stop not judged under emulation: killed 10 s after SIGTERM/);
});

test("a failure that the emulator may have caused is unknown, and unhealthy natively", () => {
	const exit = { exitCode: 139, outOfMemory: false };
	const failure = { phase: "ready", symptoms: { exit } } as const;
	const under = verdictRow(member, platform, { kind: "tested", result: { probes, failure, emulated: true } });
	assert.equal(under.verdict, "unknown");
	assert.match(under.reason ?? "", /^ended by SIGSEGV.* under emulation, so no verdict/);
	assert.equal(verdictRow(member, platform, { kind: "tested", result: { probes, failure } }).verdict, "unhealthy");
});

test("no answer is unknown, with a sanitized reason", () => {
	const row = verdictRow(member, platform, { kind: "unknown", why: "::error::no answer" });
	assert.deepEqual([row.verdict, row.reason], ["unknown", ": :error::no answer"]);
	assert.equal(verdictRow(member, platform, undefined).verdict, "unknown");
});

test("only the last lines of a long log are shown", () => {
	const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`);
	const exit = { exitCode: 1, outOfMemory: false };
	const result = { probes, failure: { phase: "ready", symptoms: { exit } } } as const;
	const { failure, verdict } = verdictRow(member, platform, { kind: "tested", result, log: { lines } });
	assert.equal(verdict, "unhealthy");
	assert.equal(failure?.log.length, 25);
	assert.equal(failure?.log.at(-1), "line 99");
	assert.equal(failure?.exitCode, 1);
});

/** Exited at once with the kernel's error for a program that it cannot run. */
const notRunnable = (architecture: string): MemberOutcome => ({
	kind: "tested",
	result: {
		...{ probes: [], architecture },
		failure: { phase: "ready", symptoms: { exit: { exitCode: 255, outOfMemory: false } } },
	},
	log: { lines: ["exec /usr/bin/python3: exec format error"] },
});

test("a program for the right platform on a machine that cannot run it is unknown", () => {
	const row = verdictRow(member, platform, notRunnable("aarch64"));
	assert.equal(row.verdict, "unknown");
	assert.equal(row.reason, "the engine's machine cannot run linux/arm64: emulation is not set up");
	assert.equal(verdictRow(member, platform, notRunnable("s390x")).verdict, "unhealthy");
});

test("exit codes have meanings", () => {
	const meaning = (exitCode: number, outOfMemory = false) => exitMeaning(exitCode, { outOfMemory });
	assert.match(meaning(126), /not executable/);
	assert.match(meaning(127), /not found/);
	assert.match(meaning(137), /SIGKILL/);
	assert.match(meaning(137, true), /out of memory/);
	assert.match(meaning(139), /segmentation fault/);
	assert.equal(meaning(130), "signal 2");
	assert.equal(meaning(1), "error");
	assert.equal(meaning(255), "error");
});
