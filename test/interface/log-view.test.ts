import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type LogMode, logView } from "../../src/presentation/terminal/log-view.ts";
import type { ProgressEvent, StepProgress } from "../../src/util/progress.ts";

/** A log with a short silence. */
function open(mode: LogMode = "auto", silenceMs = 80) {
	const lines: string[] = [];
	const view = logView({ mode, write: (line) => lines.push(line), now: () => performance.now(), silenceMs });
	const build = (subject: string, state: ProgressEvent["state"], more: Partial<ProgressEvent> = {}) =>
		view.progress({ stage: "build", subject, state, ...more });
	const step = (subject: string, news: Partial<StepProgress>) =>
		build(subject, "update", { step: { id: "1", name: "RUN make", state: "running", ...news } });
	/** Waits for this many lines. */
	const until = async (count: number) => {
		while (lines.length < count) await sleep(5);
	};
	return { view, lines, build, step, until, [Symbol.dispose]: () => view[Symbol.dispose]() };
}

test("the log repeats each running service with its step, time and last line", async () => {
	using log = open();
	log.build("api", "started");
	log.step("api", {});
	log.step("api", { lines: ["one", "two"], last: "two" });
	log.build("web", "started");
	await log.until(4);
	assert.match(log.lines[0] ?? "", /^build {4}api {2}running \d+ ms {2}RUN make \(\d+ ms\): two$/);
	assert.match(log.lines[1] ?? "", /^build {4}web {2}running \d+ ms {2}waiting$/);
	assert.match(log.lines[2] ?? "", /^build {4}api/);
});

test("the longest of several steps is named, and the others are counted", async () => {
	using log = open();
	log.step("api", { id: "1", name: "RUN make" });
	log.step("api", { id: "2", name: "RUN test", bytes: { done: 5, total: 10 } });
	await log.until(1);
	assert.match(log.lines[0] ?? "", /RUN make \(\d+ ms\) and 1 more$/);
	log.step("api", { id: "1", state: "done", durationMs: 3 });
	await log.until(2);
	assert.match(log.lines[1] ?? "", /RUN test, 5 B of 10 B \(\d+ ms\)$/);
});

test("of many services a few are shown, active ones first, and the rest is counted", async () => {
	using log = open();
	for (let n = 0; n < 100; n++) log.build(`service-${n}`, "started");
	log.step("service-99", {});
	await log.until(11);
	assert.match(log.lines[0] ?? "", /service-99 .*RUN make/);
	assert.equal(log.lines[10], "         and 90 more");
});

test("a whole stage is shown if nothing else is, and its end ends its subjects", async () => {
	using log = open();
	log.view.progress({ stage: "plan", state: "started" });
	await log.until(1);
	assert.match(log.lines[0] ?? "", /^plan {5}running \d+ ms$/);
	log.view.progress({ stage: "plan", state: "done" });
	log.view.progress({ stage: "smoke", state: "started" });
	log.view.progress({ stage: "smoke", subject: "redis", state: "started", text: "starting" });
	log.view.progress({ stage: "smoke", state: "done" });
	const before = log.lines.length;
	await sleep(250);
	assert.equal(log.lines.length, before, log.lines.join("\n"));
});

test("program output moves no cursor, and data is cut", async () => {
	using log = open();
	log.step("api", { last: `\u001b[2Jx\u202e${"long ".repeat(100)}` });
	await log.until(1);
	assert.match(log.lines[0] ?? "", /: x long long .*…$/);
	assert.ok((log.lines[0] ?? "").length < 250);
});

test("with plain each step and line appears at once, a shared step once, and a continued step ends once", () => {
	const log = open("plain", 60_000);
	log.step("api", {});
	log.step("api", { state: "done", durationMs: 0 });
	log.step("web", {});
	log.step("api", {});
	for (const subject of ["api", "web"]) log.step(subject, { lines: ["\u001b[1mone\u001b[0m", "::error::two"] });
	log.step("api", { state: "failed", durationMs: 1234 });
	log.build("api", "failed", { text: "exit 1", steps: [{ text: "1.2s  RUN make", state: "failed", log: ["one"] }] });
	log.view[Symbol.dispose]();
	assert.deepEqual(
		log.lines.map((line) => line.replace(/failed \S+ m?s/, "failed 1 ms")),
		[
			"build    api  #1 RUN make",
			"build    web  #1 RUN make",
			"build    api  #1 | one",
			"build    api  #1 | ::error::two",
			"build    api  #1 ERROR 1.2s",
			"build    api  failed 1 ms  exit 1",
			"         1.2s  RUN make",
			"           | one",
		],
	);
});

test("with plain output over 2,000 lines of a step is cut, and the rest is counted", () => {
	const log = open("plain", 60_000);
	for (let n = 1; n <= 50; n++) log.step("api", { lines: Array.from({ length: 100 }, (_, i) => `${n}.${i}`) });
	log.step("api", { state: "done", durationMs: 100 });
	log.view[Symbol.dispose]();
	assert.equal(log.lines.length, 1 + 2000 + 1 + 1);
	assert.equal(log.lines.at(-2), "build    api  #1 | ... more than 2000 lines: the rest is not shown");
	assert.equal(log.lines.at(-1), "build    api  #1 DONE 0.1s; 3000 lines not shown");
});

test("with plain a wait is logged when its text changes", () => {
	const log = open("plain", 60_000);
	for (const text of ["refused", "refused", "answered 503", "refused"])
		log.view.progress({ stage: "smoke", subject: "api", state: "update", text: `waiting: ${text}` });
	log.view.progress({ stage: "pull", subject: "api", state: "update", text: "pulling", bytes: { done: 1 } });
	log.view.progress({ stage: "pull", subject: "api", state: "update", text: "pulling", bytes: { done: 2 } });
	log.view[Symbol.dispose]();
	assert.equal(log.lines.length, 4, log.lines.join("\n"));
});
