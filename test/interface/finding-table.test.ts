import assert from "node:assert/strict";
import { test } from "node:test";
import type { LintResult } from "../../src/model/documents/lint.ts";
import { findingTable } from "../../src/presentation/terminal/finding-table.ts";
import { lintSummary } from "../../src/presentation/text/finding-lists.ts";

const plain = (_: string, text: string) => text;
const result = (more: Partial<LintResult> = {}): LintResult => ({
	kind: "lucid.lint",
	version: 1,
	files: 2,
	findings: [
		{
			code: "missing-source",
			severity: "error",
			message: "x is not there",
			at: { file: "a/Dockerfile", line: 12, column: 3 },
			fix: "did you mean y?",
		},
		{ code: "final-user", severity: "warning", message: "root", at: { file: "b/Dockerfile", line: 2 } },
		{ code: "from-casing", severity: "note", message: "as", at: { file: "a/Dockerfile", line: 1 } },
	],
	...more,
});

test("findings are grouped by file in columns, the worst file first, and counted", () => {
	assert.equal(
		findingTable(result(), plain),
		`a/Dockerfile
  12:3  error    missing-source  x is not there
                                 fix: did you mean y?
     1  note     from-casing     as

b/Dockerfile
     2  warning  final-user      root

2 Dockerfiles: 1 error, 1 warning, 1 note`,
	);
});

test("the table lists fixes, skipped checks and outdated baseline entries", () => {
	const text = findingTable(
		result({
			findings: [],
			skipped: [
				{ check: "packages", why: "http://index refused the connection" },
				{ check: "build-checks", why: "no Docker daemon responds" },
			],
			baseline: { old: 7, gone: 1 },
			fixed: { findings: 1, written: true, files: [{ file: "a/Dockerfile", diff: "--- a\n+++ b\n-x\n+y\n" }] },
		}),
		plain,
	);
	assert.equal(
		text,
		`--- a
+++ b
-x
+y

1 finding fixed in 1 file

not checked: http://index refused the connection
not checked: BuildKit's own checks: no Docker daemon responds
1 finding of the baseline is gone: --update-baseline
2 Dockerfiles: 0 errors, 0 warnings, 0 notes, 7 known to the baseline`,
	);
});

test("text from the repository controls neither a terminal nor the summary", () => {
	const text = "\u001b[2J| <img src=x> `a`\n# title";
	const hostile = result({
		findings: [{ code: "missing-source", severity: "error", message: text, at: { file: text, line: 1 }, fix: text }],
		fixed: { findings: 1, written: false, files: [{ file: text, diff: `+${text}` }] },
	});
	assert.doesNotMatch(findingTable(hostile, plain), /\u001b/);
	const summary = lintSummary(hostile);
	assert.doesNotMatch(summary, /<img|^# title/m);
	const rows = summary.split("\n").filter((line) => line.startsWith("| ❌"));
	assert.equal(rows.length, 1);
	assert.equal(rows[0]?.match(/(?<!\\)\|/g)?.length, 5, rows[0]);
});

test("a summary of very many findings stays below GitHub's limit", () => {
	const findings = Array.from({ length: 20_000 }, (_, i) => ({
		...({ code: "missing-source", severity: "error", message: `${"m".repeat(200)}${i}` } as const),
		at: { file: "a/Dockerfile", line: i + 1 },
	}));
	const summary = lintSummary(result({ findings }));
	assert.ok(Buffer.byteLength(summary) < 1024 * 1024);
	assert.match(summary, /19500 more/);
});
