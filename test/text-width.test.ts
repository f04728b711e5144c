import assert from "node:assert/strict";
import { test } from "node:test";
import { padLeft, padRight, textWidth, truncateToWidth } from "../src/util/text-width.ts";

test("wide characters take two columns, marks on others none", () => {
	assert.deepEqual(["api", "画像", "é", "é", "👩‍👩‍👧", "✓"].map(textWidth), [3, 4, 1, 1, 2, 1]);
});

test("a text is cut to its columns, never within a character", () => {
	assert.equal(truncateToWidth("api-gateway", 11), "api-gateway");
	assert.equal(truncateToWidth("api-gateway", 6), "api-g…");
	assert.equal(truncateToWidth("画像処理", 6), "画像…");
	assert.equal(truncateToWidth("a👩‍👩‍👧b", 3), "a…");
	for (let width = 1; width < 12; width++) assert.ok(textWidth(truncateToWidth("画é像x処👩‍👩‍👧理", width)) <= width);
});

test("columns line up for any content", () => {
	assert.deepEqual([padRight("画像", 6), padLeft("画像", 6), padRight("api", 6)].map(textWidth), [6, 6, 6]);
});
