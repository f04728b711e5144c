import assert from "node:assert/strict";
import { test } from "node:test";
import { harmless, harmlessLines } from "../../src/stages/smoke/sanitize-line.ts";

/** How a runner finds a command: white space trimmed, then `::`; or the older form anywhere. */
const isCommand = (line: string) => line.trimStart().startsWith("::") || line.includes("##[");

const hostile = [
	"::set-output name=x::y",
	"  \t::error::x",
	"\x1b[31m::error::x\x1b[0m",
	"\u200b::error::x",
	"\x00:\x00:error::x",
	"\x1b]0;title\x07::error::x",
	"\x1b]8;;http://example.com\x1b\\::error::x",
	"\u2028::error::x",
	"see ##[error]x",
	"##[\x07##[error]x",
	"#\x1b[1m#[command]x",
	":\x1b[0m:add-mask::x",
];

for (const line of hostile)
	test(`${JSON.stringify(line)} is not a workflow command afterwards`, () => {
		for (const clean of [harmless(line), ...harmlessLines(line)]) {
			assert.ok(!isCommand(clean), clean);
			assert.match(clean, /^[\x20-\x7e]*$/);
		}
	});

test("an ordinary line stays as it is", () => {
	for (const line of ["a::b ::c", "INFO: listening on :: port 80", "größer als 3 µs ✓"])
		assert.equal(harmless(line), line);
});

test("a carriage return starts a line that is made harmless too", () => {
	assert.deepEqual(harmlessLines("50 %\r::error::x\r\n\n done"), ["50 %", ": :error::x", " done"]);
});

test("direction marks are taken out", () => {
	assert.equal(harmless("\u202eevil\u2066"), "evil");
});

test("a long line is cut, and says by how much", () => {
	assert.equal(harmless("x".repeat(30), 10), "xxxxxxxxxx ... (20 more)");
});
