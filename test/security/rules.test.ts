import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { type Option, options } from "../../src/options/options.ts";

const root = path.join(import.meta.dirname, "../..");

test("every rule in SECURITY.md names existing tests", async () => {
	const text = await readFile(path.join(root, "SECURITY.md"), "utf8");
	const table = text.split("## Each rule, and what shows it")[1]?.split("\n## ")[0] ?? "";
	const rows = table.split("\n").filter((line) => /^\| (?!rule|-)/.test(line));
	assert.ok(rows.length >= 15);
	for (const row of rows) {
		const named = [...row.matchAll(/\[([^\]]+)\]\((test\/[\w./-]+)\)/g)];
		assert.ok(named.length > 0, `nothing shows: ${row}`);
		for (const [, title = "", file = ""] of named) {
			const source = await readFile(path.join(root, file), "utf8");
			assert.ok(source.includes(title), `${file} has no test "${title}"`);
		}
	}
});

test("images that setup starts are named by digest", () => {
	const images = (options as readonly Option[]).filter(({ name }) => name.endsWith("-image"));
	assert.ok(images.length > 0);
	for (const { name, default: image = "" } of images)
		assert.match(image, /^[\w.-]+\/[\w./-]+@sha256:[0-9a-f]{64}$/, name);
});
