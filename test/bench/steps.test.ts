import assert from "node:assert/strict";
import { test } from "node:test";
import { executedIn } from "../../bench/daily/steps.ts";

const vertex = (digest: string, name: string, more: object = {}) =>
	JSON.stringify({ vertexes: [{ digest, name, started: "2026-01-01T00:00:00Z", ...more }] });

test("only instructions of a Dockerfile that were executed count, each once", () => {
	const log = [
		vertex("a", "[internal] load build definition from Dockerfile"),
		vertex("g", "[context python:3.11-slim] load metadata for 127.0.0.1:5000/python:3.11-slim"),
		vertex("b", "[builder  1/13] FROM docker.io/library/python:3.11-slim"),
		vertex("c", "[builder 2/3] COPY requirements.txt .", { cached: true }),
		vertex("d", "[api_linux-amd64 builder 3/3] RUN pip install"),
		vertex("d", "[api_linux-amd64 builder 3/3] RUN pip install", { completed: "2026-01-01T00:00:40Z" }),
		vertex("e", "[stage-1 2/2] COPY app/ ./app/", { started: undefined }),
		vertex("f", "exporting to image"),
		"#1 text for people",
	];
	assert.deepEqual(executedIn(log.join("\n")), ["[api_linux-amd64 builder 3/3] RUN pip install"]);
});

test("what began before it was found in the cache does not count", () => {
	const log = [vertex("a", "[2/2] RUN make"), vertex("a", "[2/2] RUN make", { cached: true })];
	assert.deepEqual(executedIn(log.join("\n")), []);
});
