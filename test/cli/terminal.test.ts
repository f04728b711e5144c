import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import path from "node:path";
import { test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { textWidth } from "../../src/util/text-width.ts";

/** The output in a real pseudo-terminal of a given width. */

const here = import.meta.dirname;

function inTerminal(columns: number, env: Readonly<Record<string, string>> = {}): Promise<string> {
	const clean = { PATH: process.env.PATH ?? "", TERM: "xterm-256color", LANG: "C.UTF-8", ...env };
	const args = [path.join(here, "in-terminal.py"), `${columns}`, "24", process.execPath, path.join(here, "play.ts")];
	const child = spawn("python3", args, { env: clean, stdio: ["ignore", "pipe", "inherit"] });
	let text = "";
	child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
		text += chunk;
	});
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", (code) => (code === 0 ? resolve(text) : reject(new Error(`ended with ${code}: ${text}`))));
	});
}

const introducer = "\u001b";
const colours = /\u001b\[(?:3[0-9]|9[0-9]|1|2)m/;

test("each service has a line that is rewritten in place and fits the terminal, wide characters too", async () => {
	const text = await inTerminal(70);
	assert.ok(text.includes(`${introducer}[1A`) || text.includes(`${introducer}[2K`), "lines are rewritten");
	const lines = stripVTControlCharacters(text).split(/\r?\n/);
	assert.ok(
		lines.some((line) => /^ {2}build {4}api-gateway .* m?s {2}RUN pip/.test(line)),
		"what it is at",
	);
	assert.ok(
		lines.some((line) => line.endsWith("…")),
		"a long step is cut",
	);
	for (const line of lines) assert.ok(textWidth(line) < 70 || /^[✓✗b]/.test(line), `wider than the terminal: ${line}`);
	const ends = lines.filter((line) => /^[✓✗]/.test(line));
	assert.equal(ends.length, 5);
	assert.match(ends.join("\n"), /✗ build {4}worker .* exit code 1/);
});

test("a step has its time and its last line of output below it, and a pull its bytes", async () => {
	const lines = stripVTControlCharacters(await inTerminal(100)).split(/\r?\n/);
	const at = lines.findIndex((line) => /^ {2}build {4}api-gateway .* m?s {2}RUN pip install \(\d+ ms\)$/.test(line));
	assert.ok(at >= 0, lines.join("\n"));
	assert.equal(lines[at + 1], "           | Collecting uvicorn");
	assert.ok(lines.some((line) => /^ {2}pull {5}redis .* m?s {2}pulling, 12\.0 MB of 1\.6 GB$/.test(line)));
	assert.ok(lines.some((line) => /^✓ pull {5}redis .* ms {2}1\.6 GB$/.test(line)));
});

test("a wait has a countdown, in a terminal and in a log", async () => {
	const words = /HEAD manifests\/latest of acme\/api: 429, one try; retrying in 57 s/;
	for (const env of [{}, { CI: "true" }]) {
		const lines = stripVTControlCharacters(await inTerminal(120, env)).split(/\r?\n/);
		assert.ok(
			lines.some((line) => /^ *waiting {2}ghcr\.io /.test(line) && words.test(line)),
			lines.join("\n"),
		);
	}
});

test("at the end a terminal shows one line per service and wait", async () => {
	const screen = shown(await inTerminal(60), 60);
	assert.equal(screen.filter((line) => line.trim() !== "").length, 6, screen.join("\n"));
});

test("colours appear on a terminal, but not with NO_COLOR, in CI or on a dumb one; FORCE_COLOR overrides", async () => {
	assert.match(await inTerminal(80), colours);
	for (const env of [{ NO_COLOR: "1" }, { CI: "true" }, { TERM: "dumb" }, { FORCE_COLOR: "0" }])
		assert.doesNotMatch(await inTerminal(80, env), colours, JSON.stringify(env));
	assert.match(await inTerminal(80, { CI: "true", FORCE_COLOR: "1" }), colours);
});

test("in CI and on a dumb terminal nothing is rewritten, and there is a line for each end and each new wait", async () => {
	for (const env of [{ CI: "true" }, { TERM: "dumb" }]) {
		const text = await inTerminal(80, env);
		assert.equal(/\u001b\[\d*[AKJG]/.test(text), false, JSON.stringify(text));
		assert.equal(text.trim().split(/\r?\n/).length, 7);
	}
});

/** The screen after these bytes: emulates what log-update uses, which is lines, erasing and moving up. */
function shown(text: string, columns: number): string[] {
	const lines: string[] = [""];
	let row = 0;
	let column = 0;
	for (const [, up, erase, left, other, plain] of text.matchAll(
		/\u001b\[(\d*)A|\u001b\[(?:(\d?)K|\d?J)|\u001b\[(\d*)G|(\u001b\[[\d;?]*[a-zA-Z]|\r|\n)|([^\u001b\r\n]+)/g,
	)) {
		if (up !== undefined) row = Math.max(0, row - Number(up || 1));
		else if (left !== undefined) column = 0;
		else if (other === "\n") row++;
		else if (other === "\r") column = 0;
		else if (plain !== undefined) {
			lines[row] = (lines[row] ?? "").slice(0, column) + plain;
			column += textWidth(plain);
			assert.ok(column <= columns || /^[✓✗]/.test(lines[row] ?? ""), `a line wraps: ${lines[row]}`);
		} else if (other === undefined)
			lines[row] = erase === "" || erase === undefined ? (lines[row] ?? "").slice(0, column) : "";
		lines[row] ??= "";
	}
	return lines;
}
