import assert from "node:assert/strict";
import { test } from "node:test";
import { jsonMismatch, readJsonTest } from "../src/model/service/json-test.ts";

function complaint(text: string, body: unknown): string | undefined {
	const read = readJsonTest(text);
	assert.equal(read.kind, "test", read.kind === "unreadable" ? read.why : "");
	return read.kind === "test" ? jsonMismatch(read, typeof body === "string" ? body : JSON.stringify(body)) : undefined;
}

const answer = {
	status: "healthy",
	ready: true,
	peers: 3,
	error: null,
	"a b": { "c.d": [10, 20] },
	checks: [
		{ name: "db", up: true },
		{ name: "queue", up: true },
	],
	ünïcode: "ok",
};

for (const text of [
	'$.status == "healthy"',
	"$.status=='healthy'",
	'$["status"] == "healthy"',
	"$['a b']['c.d'][1] == 20",
	'$.checks[-1].name == "queue"',
	"$.ready",
	"$.peers >= 3",
	"$.peers < 4",
	'$.status != "down"',
	"$.error == null",
	"$.checks[*].up",
	"$.checks[*].up == true",
	"$.checks.*.up",
	'$.ünïcode == "ok"',
	"$",
])
	test(`${text} holds`, () => assert.equal(complaint(text, answer), undefined));

for (const [text, why] of [
	['$.status == "up"', 'in which it is "healthy"'],
	["$.peers > 3", "in which it is 3"],
	['$.peers == "3"', "in which it is 3"],
	["$.error", "in which it is null"],
	["$.nowhere", "in which the path matches nothing"],
	["$.status.length", "in which the path matches nothing"],
	["$.constructor", "in which the path matches nothing"],
	["$.__proto__", "in which the path matches nothing"],
	["$.checks[5]", "in which the path matches nothing"],
	['$.checks[*].name == "db"', 'in which it is "queue"'],
	['$.peers < "4"', "in which it is 3"],
] as const)
	test(`${text} does not hold, and the reason is given`, () => assert.equal(complaint(text, answer), why));

test("invalid JSON, or JSON cut off at 64 KiB, does not pass", () => {
	assert.equal(complaint("$", "healthy"), "which is not JSON");
	assert.equal(complaint("$", '{"a": '), "which is not JSON");
	assert.equal(complaint("$.a", "[".repeat(60_000)), "which is not JSON");
});

for (const [text, why] of [
	["status", /starts with \$/],
	["$.a = 1", /expected one of == .* after the path/],
	["$.a ==", /nothing is not a string/],
	["$.a == [1]", /is not a string, number/],
	["$.a == process.exit()", /is not a string, number/],
	["$..a", /expected one of .* after the path/],
	["$[?(@.a)]", /expected one of .* after the path/],
	["$[1:2]", /expected one of .* after the path/],
	["$.a && $.b", /expected one of .* after the path/],
] as const)
	test(`${text} is not a condition`, () => {
		const read = readJsonTest(text);
		assert.match(read.kind === "unreadable" ? read.why : "", why);
	});
