import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { SmokedService } from "../../src/model/documents/smoke.ts";
import type { HealthTiming, Service } from "../../src/model/service/service.ts";
import { behaving, openScene, platform, type Scene } from "../smoke/adversary.ts";
import { aHealth } from "../smoke/health.ts";
import { aService } from "../support/documents.ts";

const native = process.arch === "arm64" ? "linux/arm64" : "linux/amd64";
const { policy, hardening } = aService({ name: "any" });
/** No restriction to lift, so no retry. */
const soft = { readOnly: false, tmpfs: [], capDrop: [], noNewPrivileges: false };
const soon: Partial<HealthTiming> = { startPeriod: 10_000, retries: 1 };
/** Enough retries that they never end the wait. */
const many = 1_000_000;

const both: readonly Service[] = [
	behaving("deaf"),
	behaving("untrained"),
	behaving("deaf-required", { env: { BEHAVIOUR: "deaf" }, policy: { ...policy, stop: "required" } }),
	// Too long to wait for: a container that hangs is killed once its port is closed.
	behaving("raises", { health: aHealth({ timing: { stopGracePeriod: 3_600_000 } }) }),
	behaving("aborts", { hardening: soft, health: aHealth({ timing: { ...soon, startPeriod: 30_000 } }) }),
	behaving("works", { hardening: soft, health: aHealth({ timing: soon }) }),
	behaving("threads", { env: { BEHAVIOUR: "threads", THREADS: "12" }, hardening: { ...hardening, pids: 16 } }),
];
const paths: readonly Service[] = [
	behaving("late-routes", { health: aHealth({ timing: { startPeriod: 60_000 } }) }),
	behaving("wrong-path", {
		env: { BEHAVIOUR: "healthy" },
		health: aHealth({ path: "/nope", timing: { startPeriod: 5_000, retries: many } }),
	}),
	behaving("unavailable", {
		hardening: soft,
		health: aHealth({ timing: { startPeriod: 1_000, interval: 500, retries: 40 } }),
	}),
];

let scene: Scene;
let here: Readonly<Record<string, SmokedService>>;
let emulated: Readonly<Record<string, SmokedService>> | undefined;
const progress = new Map<string, string[]>();
before(async () => {
	scene = await openScene();
	const image = { ...(await scene.push("native", { platform: native })), platform: native };
	const all = [...both, ...paths];
	const images = Object.fromEntries(all.map(({ name }) => [name, image]));
	const [first, second] = await Promise.all([
		scene.play(all, {
			images,
			progress: ({ subject = "", text = "" }) => progress.set(subject, [...(progress.get(subject) ?? []), text]),
		}),
		native === platform ? undefined : scene.play(both),
	]);
	here = first.rows;
	emulated = second?.rows;
});
after(() => scene[Symbol.asyncDispose]());

const row = (rows: Readonly<Record<string, SmokedService>>, name: string) =>
	rows[name] ?? assert.fail(`no row of ${name}`);

describe("natively", () => {
	for (const name of ["deaf", "untrained"])
		test(`a ${name} process that ignores SIGTERM is healthy with a warning`, () => {
			const { verdict, killed, warnings, emulated } = row(here, name);
			assert.deepEqual([verdict, killed, emulated], ["healthy", true, undefined]);
			assert.match(warnings?.join() ?? "", /^ignores SIGTERM: killed after \d.*; process 1 has no default/);
			assert.match(progress.get(name)?.at(-1) ?? "", /^healthy; warning: ignores SIGTERM/);
		});

	test("a service whose policy requires a clean stop is unhealthy in phase stop", () => {
		const { verdict, failure } = row(here, "deaf-required");
		assert.deepEqual([verdict, failure?.phase, failure?.exitCode], ["unhealthy", "stop", 137]);
	});

	test("a process that raises SIGTERM again at its end stops without a warning", () => {
		const { verdict, killed, warnings, reason } = row(here, "raises");
		assert.deepEqual([verdict, killed, warnings, reason], ["healthy", undefined, undefined, undefined]);
	});

	test("a crash and a too short start period make a service unhealthy", () => {
		assert.deepEqual([row(here, "aborts").verdict, row(here, "works").verdict], ["unhealthy", "unhealthy"]);
		assert.match(row(here, "works").failure?.guess ?? "", /^nothing listens on port 8080/);
		assert.equal(row(here, "threads").verdict, "healthy");
	});

	test("routes that appear in the start period pass", () => {
		const { verdict, readyMs = 0, failure } = row(here, "late-routes");
		assert.equal(verdict, "healthy", failure?.guess);
		assert.ok(readyMs >= 39_000, `${readyMs}`);
	});

	test("a wrong path fails after the same answer for 15 s, regardless of the retries, and the progress says what it waits for", () => {
		const { verdict, durationMs = 0, failure } = row(here, "wrong-path");
		assert.equal(verdict, "unhealthy");
		assert.equal(failure?.guess, "answers 404 at /nope: check the health path in the catalog");
		assert.ok(durationMs >= 15_000, `${durationMs}`);
		const waiting = progress.get("wrong-path")?.find((text) => text.startsWith("GET /nope answers"));
		assert.match(waiting ?? "", /^GET \/nope answers 404, waiting for 200-399, [0-4] s of 5 s$/);
	});

	test("a server that answers 503 is retried until its retries are used up", () => {
		const { verdict, probes, failure } = row(here, "unavailable");
		assert.equal(verdict, "unhealthy");
		assert.ok((probes[0]?.attempts ?? 0) > 40);
		assert.match(failure?.lastProbe ?? "", /^answered 503/);
	});
});

describe("under emulation", { skip: native === platform }, () => {
	const emulatedRow = (name: string) => row(emulated ?? {}, name);

	for (const name of ["deaf", "untrained", "deaf-required", "raises"])
		test(`${name} is healthy, its stop is not judged, and the row says why`, () => {
			const { verdict, killed, warnings, reason, emulated, failure } = emulatedRow(name);
			assert.deepEqual([verdict, killed, emulated], ["healthy", true, true], failure?.guess);
			assert.equal(warnings, undefined);
			assert.match(reason ?? "", /^stop not judged under emulation: killed \d.*QEMU can hang$/);
		});

	test("a crash is unknown, with QEMU's message", () => {
		const { verdict, reason, failure } = emulatedRow("aborts");
		assert.equal(verdict, "unknown", failure?.guess);
		assert.match(reason ?? "", /uncaught target signal 6.* under emulation, so no verdict/);
	});

	test("a start that uses the CPU may take longer than the start period", () => {
		const { verdict, readyMs = 0, failure, reason } = emulatedRow("works");
		assert.equal(verdict, "healthy", failure?.guess ?? reason);
		assert.ok(readyMs > 10_000, `${readyMs}`);
	});

	test("processes within their limit natively stay within it with the emulator's threads", () => {
		assert.equal(emulatedRow("threads").verdict, "healthy", emulatedRow("threads").failure?.guess);
	});
});
