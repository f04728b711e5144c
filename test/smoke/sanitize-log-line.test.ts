import assert from "node:assert/strict";
import { test } from "node:test";
import { sanitizeLogLine, sanitizeLogLines } from "../../src/util/sanitize.ts";

/** How a runner finds a command: `::` after white space, or the older form anywhere. */
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
		for (const clean of [sanitizeLogLine(line), ...sanitizeLogLines(line)]) {
			assert.ok(!isCommand(clean), clean);
			assert.match(clean, /^[\x20-\x7e]*$/);
		}
	});

test("an ordinary line stays as it is", () => {
	for (const line of ["a::b ::c", "INFO: listening on :: port 80", "größer als 3 µs ✓"])
		assert.equal(sanitizeLogLine(line), line);
});

test("a carriage return starts a line that is sanitized too", () => {
	assert.deepEqual(sanitizeLogLines("50 %\r::error::x\r\n\n done"), ["50 %", ": :error::x", " done"]);
});

test("direction marks are removed", () => {
	assert.equal(sanitizeLogLine("\u202eevil\u2066"), "evil");
});

test("a long line is cut, with the number of removed characters", () => {
	assert.equal(sanitizeLogLine("x".repeat(30), 10), "xxxxxxxxxx ... (20 more)");
});
