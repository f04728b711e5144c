import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { framesOf, readRecording, toSvg } from "../../script/terminal-svg.ts";

const screen = { rows: 3, columns: 20 };
const encode = (text: string) => new TextEncoder().encode(text);

test("a recording becomes frames of what the terminal showed, with styles and wide characters in their columns", async () => {
	const pieces = ["\x1b[32m✓\x1b[39m build  <a>\r\n", "waiting", "\r\x1b[2K\x1b[1m漢 done\x1b[22m"];
	const timing = pieces.map((piece, index) => `${index + 0.5} ${encode(piece).length}`).join("\n");
	const chunks = readRecording(`${timing}\n`, encode(`Script started\n${pieces.join("")}\nScript done\n`));
	assert.deepEqual(
		chunks.map(({ at }) => at),
		[0.5, 2, 4.5],
	);
	const frames = await framesOf(chunks, screen, 0.1);
	const first = [
		{ column: 0, width: 1, text: "✓", style: "c2" },
		{ column: 2, width: 5, text: "build", style: "" },
		{ column: 9, width: 3, text: "<a>", style: "" },
	];
	assert.deepEqual(frames, [
		{ at: 0.5, lines: [first, [], []] },
		{ at: 2, lines: [first, [{ column: 0, width: 7, text: "waiting", style: "" }], []] },
		{
			at: 4.5,
			lines: [
				first,
				[
					{ column: 0, width: 2, text: "漢", style: "b" },
					{ column: 3, width: 4, text: "done", style: "b" },
				],
				[],
			],
		},
	]);
	const svg = toSvg(frames, screen, "a & b");
	assert.match(svg, /<title>a &amp; b<\/title>/);
	assert.match(svg, />&lt;a&gt;<\/text>/);
	assert.equal(svg.match(/%\{transform:translateX\(-?\d+px\)\}/g)?.length, 3);
});

test("states that change faster than a frame are left out, and the last one never", async () => {
	const chunks = Array.from({ length: 50 }, (_, index) => ({ at: index / 100, data: encode(`\r${index}`) }));
	const frames = await framesOf(chunks, screen, 0.2);
	assert.ok(frames.length <= 4, String(frames.length));
	assert.equal(frames.at(-1)?.lines[0]?.[0]?.text, "49");
});

test("the picture in the README is small, plays by itself and loads nothing", async () => {
	const svg = await readFile(path.join(import.meta.dirname, "../../docs/assets/run.svg"), "utf8");
	assert.ok(Buffer.byteLength(svg) < 300_000);
	assert.match(svg, /step-end infinite/);
	assert.doesNotMatch(svg, /(?:href|src)="(?!#)|<script|<image|@import|font-face|url\((?!#)/);
	assert.match(svg, /healthy, 14 built/);
});
