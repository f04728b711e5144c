import assert from "node:assert/strict";
import { test } from "node:test";
import { outputSpec, rewritesTimestamps } from "../../src/stages/build/bake/output.ts";

test("timestamps are rewritten in CI, and elsewhere only if the catalog requests it", () => {
	const rewritten = (env: Readonly<Record<string, string>>, service: { readonly rewriteTimestamp?: boolean } = {}) => {
		const options = { date: "1", driver: "docker", rewriteTimestamp: rewritesTimestamps(env) };
		const spec = outputSpec({ contentRef: "registry.test/api:content" }, service, options);
		return /rewrite-timestamp=(true|false)/.exec(spec)?.[1];
	};
	assert.equal(rewritten({ CI: "true" }), "true");
	assert.equal(rewritten({}), "false");
	assert.equal(rewritten({ CI: "" }), "false");
	assert.equal(rewritten({ CI: "false" }), "false");
	assert.equal(rewritten({}, { rewriteTimestamp: true }), "true");
	assert.equal(rewritten({ CI: "1" }, { rewriteTimestamp: false }), "false");
});
