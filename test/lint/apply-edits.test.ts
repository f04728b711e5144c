// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Edit, Finding } from "../../src/model/documents/lint.ts";
import { applyEdits } from "../../src/stages/lint/results/apply-edits.ts";
import { linterOf } from "./linter.ts";

const finding = (...edits: readonly Edit[]): Finding => ({ code: "x", severity: "note", message: "m", edits });
const edit = (from: number, to: number, replacement: string, file = "f"): Edit => ({ file, from, to, replacement });
const text = (file: string) => ({ f: "0123456789", g: "abc" })[file];

test("all edits of a finding are applied or none, shared ones once, and overlapping ones wait", () => {
	const shared = edit(0, 1, "X");
	const { files, findings } = applyEdits(
		[
			finding(shared, edit(5, 5, "+")),
			finding(shared, edit(9, 10, "Y")),
			finding(edit(2, 4, "-"), edit(0, 2, "never")),
			finding(edit(1, 3, "ab"), edit(0, 1, "c", "g")),
			finding(edit(3, 99, "outside")),
			finding(edit(2, 1, "backwards")),
			finding(edit(0, 0, "nowhere", "h")),
			finding(edit(6, 8, "a"), edit(7, 9, "b")),
		],
		text,
	);
	assert.deepEqual(Object.fromEntries(files), { f: "Xab34+5678Y", g: "cbc" });
	assert.equal(findings.length, 3);
});

test("an edit that changes nothing changes no file", () => {
	assert.equal(applyEdits([finding(edit(0, 1, "0"))], text).files.size, 0);
	assert.equal(applyEdits([{ code: "x", severity: "error", message: "m" }], text).findings.length, 0);
});

const untidy = [
	"from python:3.11-slim as builder",
	"RUN true",
	"FROM scratch as final",
	"ARG VERSION=1",
	"USER 65532:65532",
	"",
];

test("--fix fixes files, prints a diff for git apply, and changes nothing the second time", async () => {
	for (const [end, mark] of [
		["\n", ""],
		["\r\n", "\uFEFF"],
	] as const) {
		const before = mark + untidy.join(end);
		await using linter = await linterOf({ Dockerfile: before });
		await linter.repo.chmod("Dockerfile", 0o640);
		const file = join(linter.repo.root, "Dockerfile");
		const shown = await linter.lint({ fix: true, "dry-run": true });
		assert.equal(await readFile(file, "utf8"), before, "a dry run writes nothing");
		assert.equal(shown.fixed?.written, false);
		const first = await linter.lint({ fix: true });
		const after = await readFile(file, "utf8");
		assert.notEqual(after, before);
		assert.equal(after, before.replace("scratch as final", "scratch AS final"));
		assert.equal((await stat(file)).mode & 0o777, 0o640);
		assert.deepEqual(first.fixed?.files, shown.fixed?.files);
		assert.ok(!first.findings.some(({ code }) => code === "from-casing"), "what was mended is not a finding any more");
		const second = await linter.lint({ fix: true });
		assert.deepEqual(second.fixed, { findings: 0, written: true, files: [] });
		assert.equal(await readFile(file, "utf8"), after);

		const folder = await mkdtemp(join(tmpdir(), "lucid-patch-"));
		try {
			await writeFile(join(folder, "Dockerfile"), before);
			const input = first.fixed?.files.map(({ diff }) => diff).join("") ?? "";
			execFileSync("git", ["apply", "--ignore-whitespace", "-"], { cwd: folder, input });
			assert.equal(
				(await readFile(join(folder, "Dockerfile"), "utf8")).replaceAll("\r", ""),
				after.replaceAll("\r", ""),
			);
		} finally {
			await rm(folder, { recursive: true });
		}
	}
});

test("a file that is not text is left as it is", async () => {
	await using linter = await linterOf({});
	const bytes = Buffer.concat([
		Buffer.from("FROM scratch as x\nLABEL a="),
		Buffer.from([0xff, 0xfe]),
		Buffer.from("\nUSER 1\n"),
	]);
	await writeFile(join(linter.repo.root, "Dockerfile"), bytes);
	const { fixed } = await linter.lint({ fix: true });
	assert.deepEqual(fixed?.files, []);
	assert.deepEqual(await readFile(join(linter.repo.root, "Dockerfile")), bytes);
});
