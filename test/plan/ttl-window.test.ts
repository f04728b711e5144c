import assert from "node:assert/strict";
import { test } from "node:test";
import { publishedWindow, ttlPart, ttlWindow } from "../../src/stages/plan/decide/ttl-window.ts";

const day = 24 * 3_600_000;
const friday = Date.parse("2026-11-20T03:17:00Z");

test("a run that asks is in the window that its time falls into; one that does not is in the published image's", () => {
	assert.equal(ttlWindow(7 * day, friday, undefined), "2026-11-19T00:00:00Z");
	assert.equal(ttlWindow(day / 2, friday, undefined), "2026-11-20T00:00:00Z");
	assert.equal(ttlWindow(7 * day, undefined, "2026-11-12T00:00:00Z"), "2026-11-12T00:00:00Z");
	assert.equal(ttlWindow(7 * day, undefined, undefined), undefined);
});

test("every time of a window is in the same one, and the next one begins on the dot", () => {
	const begin = Date.parse("2026-11-19T00:00:00Z");
	for (const time of [begin, begin + 1, begin + 7 * day - 1])
		assert.equal(ttlWindow(7 * day, time, undefined), "2026-11-19T00:00:00Z");
	assert.equal(ttlWindow(7 * day, begin + 7 * day, undefined), "2026-11-26T00:00:00Z");
});

test("an image in a later window stays in it, also after the ttl has changed", () => {
	assert.equal(ttlWindow(7 * day, friday, "2026-11-20T00:00:00Z"), "2026-11-20T00:00:00Z");
	assert.equal(ttlWindow(day, friday, "2026-11-19T00:00:00Z"), "2026-11-20T00:00:00Z");
});

test("without a ttl age does not count", () => {
	assert.equal(ttlWindow(undefined, friday, "2026-11-19T00:00:00Z"), undefined);
	assert.deepEqual(ttlPart(undefined), []);
});

test("the window is read from the names of components", () => {
	const [part] = ttlPart("2026-11-19T00:00:00Z");
	assert.equal(publishedWindow({ "COPY a": "1", [part?.name ?? ""]: "2" }), "2026-11-19T00:00:00Z");
	assert.equal(publishedWindow({ "since then": "1", "COPY since 2026-11-19T00:00:00Z": "2" }), undefined);
	assert.equal(publishedWindow(undefined), undefined);
});
