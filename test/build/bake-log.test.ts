import assert from "node:assert/strict";
import { test } from "node:test";
import { BakeLog } from "../../src/stages/build/log/bake-log.ts";
import { parseSolveEvent } from "../../src/stages/build/log/solve-events.ts";

const digest = `sha256:${"3".repeat(64)}`;
const at = (second: number) => `2026-01-01T00:00:0${second}Z`;
const vertex = (id: string, name: string, more: object = {}) =>
	JSON.stringify({ vertexes: [{ digest: id, name, started: at(1), ...more }] });
const log = (id: string, text: string) =>
	JSON.stringify({ logs: [{ vertex: id, stream: 1, data: Buffer.from(text).toString("base64"), timestamp: at(2) }] });
const push = (id: string, ref: string) =>
	JSON.stringify({ statuses: [{ id: `pushing manifest for ${ref}@${digest}`, vertex: id, completed: at(5) }] });

function watching(...targets: readonly string[]) {
	const steps: string[] = [];
	const watch = new BakeLog({
		targets: new Map(targets.map((target) => [target, `host/${target}:tag`])),
		onStep: (target, { name, state }) => state === "running" && steps.push(`${target}: ${name}`),
	});
	return { watch, steps };
}

test("steps are assigned to the target that bake prefixes, each once", () => {
	const { watch, steps } = watching("api", "web");
	watch.readLine(vertex("0", "[internal] load local bake definitions"));
	watch.readLine(vertex("1", "[api internal] load build definition from Dockerfile"));
	watch.readLine(vertex("2", "[web builder 2/3] RUN make   \\\n all"));
	watch.readLine(vertex("2", "[web builder 2/3] RUN make   \\\n all", { completed: at(4) }));
	assert.deepEqual(steps, ["api: load build definition from Dockerfile", "web: [builder 2/3] RUN make \\ all"]);
	assert.deepEqual(watch.target("web").steps, [
		{ name: "[builder 2/3] RUN make \\ all", durationMs: 3000, cached: false, failed: false, log: [], dropped: 0 },
	]);
	assert.equal(watch.target("web").durationMs, 3000);
});

test("a build's time begins with its own Dockerfile, not with a step that another build had begun", () => {
	const { watch } = watching("api", "web");
	watch.readLine(
		vertex("1", "[api internal] load build definition from Dockerfile", { started: at(4), completed: at(4) }),
	);
	watch.readLine(vertex("2", "[api builder 2/3] RUN shared", { started: at(1), completed: at(5) }));
	watch.readLine(vertex("3", "[api] exporting to image", { started: at(5), completed: at(7) }));
	assert.equal(watch.target("api").durationMs, 3000);
});

test("a single target has no prefix, and all steps belong to it", () => {
	const { watch, steps } = watching("api");
	watch.readLine(vertex("0", "[internal] load local bake definitions"));
	watch.readLine(vertex("1", "[2/3] RUN make"));
	assert.deepEqual(steps, ["api: [2/3] RUN make"]);
	assert.equal(watch.failedStep("api", "anything"), undefined);
});

test("an image counts as pushed when its export has succeeded, not when its manifest was sent", () => {
	const { watch } = watching("api", "web");
	watch.readLine(vertex("1", "[api] exporting to image"));
	watch.readLine(push("1", "host/api:tag"));
	assert.equal(watch.target("api").digest, undefined);
	watch.readLine(vertex("1", "[api] exporting to image", { completed: at(6) }));
	assert.equal(watch.target("api").digest, digest);
	watch.readLine(push("2", "host/web:tag"));
	watch.readLine(vertex("2", "[web] exporting to image", { completed: at(6), error: "denied" }));
	assert.equal(watch.target("web").digest, undefined);
});

test("the failed step is the cause, not one that was cancelled with it, with complete last lines", () => {
	const { watch } = watching("api", "web");
	const error = 'process "/bin/sh -c make" did not complete successfully: exit code: 2';
	watch.readLine(vertex("2", "[web 2/2] RUN sleep", { error: "exit code: 137: context canceled: context canceled" }));
	watch.readLine(vertex("1", "[api 2/2] RUN make", { error }));
	const bytes = Buffer.from("Grüße\n");
	for (const part of [bytes.subarray(0, 3), bytes.subarray(3)])
		watch.readLine(JSON.stringify({ logs: [{ vertex: "1", data: part.toString("base64") }] }));
	for (let n = 1; n <= 30; n++) watch.readLine(log("1", `line ${n}\n`));
	const step = watch.failedStep("api", `failed to solve: ${error}`);
	assert.equal(step?.name, "[2/2] RUN make");
	assert.equal(step?.log.length, 20);
	assert.equal(step?.log.at(-1), "line 30");
	// A shared step has the first one's name.
	assert.equal(watch.failedStep("web", `failed to solve: ${error}`)?.name, "[2/2] RUN make");
});

test("a character that is split over two chunks is joined again", () => {
	const { watch } = watching("api");
	watch.readLine(vertex("1", "[2/2] RUN make", { error: "boom" }));
	const bytes = Buffer.from("Grüße\n");
	for (const part of [bytes.subarray(0, 3), bytes.subarray(3)])
		watch.readLine(JSON.stringify({ logs: [{ vertex: "1", data: part.toString("base64") }] }));
	assert.deepEqual(watch.failedStep("api", "boom")?.log, ["Grüße"]);
});

test("only the end of a log of megabytes is kept", () => {
	const { watch } = watching("api");
	watch.readLine(vertex("1", "[2/2] RUN yes", { error: "boom" }));
	for (let n = 0; n < 200; n++) watch.readLine(log("1", `${"y".repeat(10_000)}\n`));
	watch.readLine(log("1", "the end\n"));
	const step = watch.failedStep("api", "boom");
	assert.equal(step?.log.at(-1), "the end");
	assert.ok((step?.log.join("").length ?? 0) <= 64 << 10);
});

test("a line that is not an event is text", () => {
	const { watch } = watching("api");
	for (const line of ["Dockerfile:3", "{ not json", '{"other": 1}', "ERROR: x"]) watch.readLine(line);
	assert.deepEqual(watch.text, ["Dockerfile:3", "{ not json", '{"other": 1}', "ERROR: x"]);
	assert.equal(parseSolveEvent('{"vertexes": null}')?.vertexes.length, 0);
	assert.equal(parseSolveEvent('{"vertexes": [null, 3, {"digest": 5}]}')?.vertexes.length, 3);
});

test("steps keep their output and result in order of their start", () => {
	const { watch } = watching("api");
	watch.readLine(vertex("2", "[2/2] RUN two", { started: at(3), completed: at(4), error: "exit code: 1" }));
	watch.readLine(vertex("1", "[1/2] RUN one", { completed: at(3) }));
	watch.readLine(log("2", "no such\nmodule\n"));
	watch.readLine(vertex("3", "[other] RUN three", { started: at(3), completed: at(4), error: "context canceled" }));
	assert.deepEqual(
		watch.target("api").steps.map(({ name, failed, log: lines }) => [name, failed, lines]),
		[
			["[1/2] RUN one", false, []],
			["[2/2] RUN two", true, ["no such", "module"]],
			["[other] RUN three", false, []],
		],
	);
});

test("a cached step stays cached, whether its layer is fetched before or after", () => {
	const { watch } = watching("api");
	watch.readLine(vertex("1", "[2/3] RUN make", { completed: at(1), cached: true }));
	watch.readLine(vertex("1", "[2/3] RUN make", { completed: at(4) }));
	watch.readLine(vertex("2", "[3/3] RUN more", { completed: at(4) }));
	watch.readLine(vertex("2", "[3/3] RUN more", { completed: at(4), cached: true }));
	watch.readLine(vertex("3", "[4/4] RUN other", { completed: at(4) }));
	assert.deepEqual(
		watch.target("api").steps.map(({ cached }) => cached),
		[true, true, false],
	);
});

test("an unusable cache is a warning, never the failure; a missing one is nothing", () => {
	const { watch } = watching("api", "web");
	const ended = { completed: at(2) };
	watch.readLine(
		vertex("1", "[api] importing cache manifest from host/api:cache", { ...ended, error: "host/api:cache: not found" }),
	);
	watch.readLine(vertex("2", "[api] exporting cache to registry", { ...ended, error: "429 Too Many Requests" }));
	watch.readLine(vertex("3", "[api 2/2] RUN make", { ...ended, error: "exit code: 1" }));
	assert.deepEqual(watch.target("api").warnings, ["exporting cache to registry: 429 Too Many Requests"]);
	assert.deepEqual(watch.target("web").warnings, []);
	assert.equal(watch.failedStep("api", "something else")?.name, "[2/2] RUN make");
});

test("an image is reported as soon as its export ends, with its digest", () => {
	const pushed: string[] = [];
	const watch = new BakeLog({
		targets: new Map([["api", "host/api:tag"]]),
		onPushed: (target, digest) => pushed.push(`${target} ${digest}`),
	});
	watch.readLine(vertex("1", "exporting to image"));
	watch.readLine(push("1", "host/api:tag"));
	assert.deepEqual(pushed, []);
	watch.readLine(vertex("1", "exporting to image", { completed: at(6) }));
	watch.readLine(vertex("1", "exporting to image", { completed: at(6) }));
	assert.deepEqual(pushed, [`api ${digest}`]);
});

test("every target of a shared step gets its state, its complete lines and its bytes", () => {
	const reported: string[] = [];
	const watch = new BakeLog({
		targets: new Map([
			["api", "host/api:tag"],
			["web", "host/web:tag"],
		]),
		onStep: (target, { id, name, state, durationMs, lines, last, bytes }) =>
			reported.push(
				JSON.stringify([target, id, name, state, durationMs, lines, last, bytes].filter((one) => one !== undefined)),
			),
	});
	const status = (id: string, current: number, total?: number, more: object = {}) =>
		JSON.stringify({ statuses: [{ id, vertex: "1", current, ...(total && { total }), ...more }] });
	const layer = `sha256:${"a".repeat(64)}`;
	for (const target of ["api", "web"]) watch.readLine(vertex("1", `[${target} 1/2] FROM base`));
	watch.readLine(status(layer, 40, 100));
	watch.readLine(status(`sha256:${"b".repeat(64)}`, 5, 50));
	watch.readLine(status(`extracting ${layer}`, 0));
	watch.readLine(vertex("1", "[web 1/2] FROM base", { completed: at(3) }));
	watch.readLine(log("1", "to api alone\nhalf"));
	watch.readLine(vertex("1", "[api 1/2] FROM base", { completed: at(3), cached: true }));
	watch.readLine(log("1", " a line\n"));
	const api = (...more: unknown[]) => JSON.stringify(["api", "1", "[1/2] FROM base", ...more]);
	assert.deepEqual(
		reported.filter((one) => one.includes("api")),
		[
			api("running"),
			api("running", { done: 40, total: 100 }),
			api("running", { done: 45, total: 150 }),
			api("running", "extracting aaaaaaaaaaaa", { done: 45, total: 150 }),
			api("running", ["to api alone"], "to api alone"),
			api("cached", 2000),
		],
	);
	assert.equal(reported.filter((one) => one.includes("web")).length, 5);
	assert.deepEqual(
		["api", "web"].map((target) => watch.target(target).steps.map(({ name }) => name)),
		[["[1/2] FROM base"], ["[1/2] FROM base"]],
	);
});
