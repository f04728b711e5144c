import assert from "node:assert/strict";
import { test } from "node:test";
import { imageSpec } from "../../src/stages/shared/built-images/image-spec.ts";

const layer = (size: number) => ({ mediaType: "", digest: "", size });
const step = (createdBy: string, empty = false) => ({ createdBy, empty });
const facts = {
	env: { PYTHONPATH: "/app", DB_PASSWORD: "hunter2", MONGODB_URI: "mongodb://lucid:pw@host/x", API_KEY: "" },
	exposedPorts: ["8080/tcp"],
	diffIds: [],
	layers: [layer(10), layer(20)],
	history: [
		step("bazel build ..."),
		step("ENV PYTHONPATH=/app", true),
		step("RUN |1 A=b /bin/sh -c pip  install # buildkit"),
	],
};

test("each layer is listed with its instruction in readable form", () => {
	assert.deepEqual(imageSpec(facts).layers, [
		{ size: 10, by: "bazel build ..." },
		{ size: 20, by: "RUN pip install" },
	]);
	assert.deepEqual(imageSpec({ ...facts, history: [] }).layers, [{ size: 10 }, { size: 20 }]);
	const filled = [step("COPY a b"), step("[stage-1 2/2] WORKDIR /app")];
	assert.deepEqual(imageSpec({ ...facts, history: filled }).layers, [{ size: 10 }, { size: 20 }]);
});

test("a report contains no password, even if the image does", () => {
	assert.deepEqual(imageSpec(facts).env, { PYTHONPATH: "/app", DB_PASSWORD: "***", MONGODB_URI: "***", API_KEY: "" });
});
