import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import type { WriteStream } from "node:tty";
import { stripVTControlCharacters } from "node:util";
import { liveScreen } from "../../src/entrypoints/cli/live-screen.ts";
import { canRewrite, logScreen } from "../../src/entrypoints/cli/screen.ts";

test("lines are rewritten only on a terminal with a person at it", () => {
	assert.equal(canRewrite({ isTTY: true, env: {} }), true);
	assert.equal(canRewrite({ env: {} }), false);
	assert.equal(canRewrite({ isTTY: true, env: { CI: "true" } }), false);
	assert.equal(canRewrite({ isTTY: true, env: { TERM: "dumb" } }), false);
});

test("a log has a line for each finished subject, with its duration", () => {
	const lines: string[] = [];
	let clock = 0;
	const screen = logScreen({ mode: "auto", write: (line) => lines.push(line), now: () => clock });
	screen.progress({ stage: "build", subject: "api-gateway", state: "started" });
	screen.progress({ stage: "build", subject: "api-gateway", state: "update", text: "RUN pip" });
	clock = 12_300;
	screen.progress({ stage: "build", subject: "api-gateway", state: "done", text: "sha256:1f2e" });
	screen.progress({ stage: "smoke", subject: "redis", state: "failed", text: "port closed" });
	assert.deepEqual(lines, ["build    api-gateway  done 12 s  sha256:1f2e", "smoke    redis  failed  port closed"]);
});

test("external text moves no cursor and runs no workflow command", () => {
	const lines: string[] = [];
	const screen = logScreen({ mode: "auto", write: (line) => lines.push(line), now: () => 0 });
	screen.progress({ stage: "smoke", subject: "x", state: "failed", text: "a\u001b[2Jb\r\n::error::c\u202ed" });
	assert.equal(lines.length, 1);
	assert.equal(lines[0], "smoke    x  failed  ab ::error::c d");
});

function terminal(columns: number, rows: number) {
	const stream = new PassThrough() as unknown as WriteStream & PassThrough;
	Object.assign(stream, { isTTY: true, columns, rows });
	let written = "";
	stream.on("data", (chunk: Buffer) => {
		written += chunk.toString();
	});
	return { stream, text: () => stripVTControlCharacters(written) };
}

const noPaint = (_: string, text: string) => text;

test("on a terminal finished lines stay, and the rest is erased", () => {
	const { stream, text } = terminal(60, 10);
	let clock = 0;
	const screen = liveScreen(stream, noPaint, () => clock);
	screen.progress({ stage: "build", subject: "api-gateway", state: "started" });
	screen.progress({ stage: "build", subject: "redis", state: "started", text: "a long step ".repeat(20) });
	clock = 2000;
	screen.progress({ stage: "build", subject: "api-gateway", state: "done" });
	screen.line("a note");
	screen.stop();
	assert.match(text(), /✓ build {4}api-gateway\s+2\.0 s/);
	assert.match(text(), /a note/);
	for (const line of text().split("\n")) assert.ok(line.length <= 60, `wider than the terminal: ${line}`);
});

test("subjects that exceed the terminal's rows are counted", () => {
	const { stream, text } = terminal(80, 6);
	const screen = liveScreen(stream, noPaint, () => 0);
	for (let i = 0; i < 10; i++) screen.progress({ stage: "smoke", subject: `service-${i}`, state: "started" });
	screen.line("drawn");
	screen.stop();
	assert.match(text(), /and 6 more/);
	assert.doesNotMatch(text(), /service-7/);
});
