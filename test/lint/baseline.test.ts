import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { compareBaseline, makeBaseline, parseBaseline } from "../../src/stages/lint/results/baseline.ts";
import { linterOf } from "./linter.ts";

const dockerfile = ["FROM scratch", "COPY gone /", "COPY gone /", "COPY lost /", "USER root", ""].join("\n");
const baseline = { baseline: "lint-baseline.json" };

test("a baseline contains the existing findings, and only new ones are reported", async () => {
	await using linter = await linterOf({ Dockerfile: dockerfile });
	const before = await linter.found();
	assert.ok(before.length >= 4);
	const first = await linter.lint({ ...baseline, "update-baseline": true });
	assert.deepEqual([first.findings, first.baseline], [[], { old: before.length, gone: 0 }]);
	const text = await readFile(join(linter.repo.root, "lint-baseline.json"), "utf8");
	await linter.lint({ ...baseline, "update-baseline": true });
	assert.equal(
		await readFile(join(linter.repo.root, "lint-baseline.json"), "utf8"),
		text,
		"it changes only with the findings",
	);

	await linter.repo.write({
		Dockerfile: `# one\n\n${dockerfile.replace("COPY lost /", "COPY   lost  /\nRUN x\nCOPY new /")}`,
	});
	const moved = await linter.lint(baseline);
	assert.deepEqual(
		moved.findings.map(({ code, at }) => [code, at?.line]),
		[["missing-source", 8]],
		"lines that moved, and blanks within them, are the same",
	);
});

test("of identical lines, one more is new, and one less is gone", async () => {
	await using linter = await linterOf({ Dockerfile: dockerfile });
	await linter.lint({ ...baseline, "update-baseline": true });
	await linter.repo.write({ Dockerfile: dockerfile.replace("COPY lost", "COPY gone /\nCOPY lost") });
	const { findings } = await linter.lint(baseline);
	assert.deepEqual(
		findings.map(({ code }) => code),
		["missing-source"],
	);
	await linter.repo.write({ Dockerfile: dockerfile.replace("COPY gone /\n", "") });
	const less = await linter.lint(baseline);
	assert.deepEqual([less.findings, less.baseline?.gone], [[], 1]);
});

test("a finding of another rule, file or line is new", () => {
	const text = (file: string) => ({ a: "one\ntwo", b: "one\ntwo" })[file];
	const finding = { code: "r", severity: "error", message: "m", at: { file: "a", line: 1 } } as const;
	const known = makeBaseline([finding], text);
	const isNew = (other: object) => compareBaseline([{ ...finding, ...other }], known, text).newFindings.length === 1;
	assert.ok(!isNew({}));
	assert.ok(!isNew({ severity: "note", message: "in other words" }));
	assert.ok(isNew({ code: "s" }));
	assert.ok(isNew({ at: { file: "b", line: 1 } }));
	assert.ok(isNew({ at: { file: "a", line: 2 } }));
	assert.ok(isNew({ at: { file: "a" } }));
	const placeless = makeBaseline([{ ...finding, at: { file: "a" } }], text);
	assert.equal(
		compareBaseline([{ ...finding, at: { file: "a" }, message: "other" }], placeless, text).newFindings.length,
		1,
	);
});

test("a missing or invalid baseline file is an error with a fix", async () => {
	await using linter = await linterOf({ Dockerfile: dockerfile, "broken.json": "{}" });
	for (const [raw, fix] of [
		[{ baseline: "nowhere.json" }, /--update-baseline/],
		[{ baseline: "broken.json" }, /--update-baseline/],
		[{ "update-baseline": true }, /--baseline/],
	] as const)
		await assert.rejects(linter.lint(raw), (error: { problems?: readonly { fix?: string }[] }) =>
			fix.test(error.problems?.[0]?.fix ?? ""),
		);
	for (const text of [
		"",
		"[]",
		"null",
		'{"kind":"lucid.lint-baseline","version":1,"findings":[{"fingerprint":1}]}',
		'{"kind":"lucid.lint-baseline","version":2,"findings":[]}',
	])
		assert.equal(parseBaseline(text), undefined, text);
});
