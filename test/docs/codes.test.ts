import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { codes } from "../../script/generate/codes.ts";
import { codesInSource } from "./codes.ts";

test("docs/troubleshooting.md lists every problem code, and no other", () => {
	assert.deepEqual(Object.keys(codes).sort(), codesInSource());
});

test("every code has a meaning, a fix and an existing page", () => {
	for (const [code, { meaning, fix, see }] of Object.entries(codes)) {
		assert.match(meaning, /^\S.*\.$/, code);
		assert.match(fix, /\S/, code);
		if (see !== undefined)
			assert.ok(
				existsSync(path.join(import.meta.dirname, "../../docs", see.split("#", 1)[0] ?? "")),
				`${code}: ${see}`,
			);
	}
});
