import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { default as Ajv } from "ajv-draft-04";
import { default as addFormats } from "ajv-formats";
import type { Finding, LintResult } from "../../src/model/documents/lint.ts";
import { ruleIds } from "../../src/model/service/lint-rule-ids.ts";
import { toSarif } from "../../src/stages/lint/results/sarif.ts";
import { linterOf } from "./linter.ts";

// The committee's own schema: https://github.com/oasis-tcs/sarif-spec
const schema = JSON.parse(await readFile(new URL("sarif-schema-2.1.0.json", import.meta.url), "utf8"));
const ajv = new Ajv.default({ strict: false, allErrors: true });
addFormats.default(ajv as never);
const validate = ajv.compile(schema);

interface Sarif {
	readonly runs: readonly [
		{
			readonly tool: {
				readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri: string }[] };
			};
			readonly invocations: readonly [{ readonly toolExecutionNotifications: readonly unknown[] }];
			readonly results: readonly {
				readonly ruleId: string;
				readonly ruleIndex?: number;
				readonly level: string;
				readonly message: { readonly text: string };
				readonly locations: readonly [
					{
						readonly physicalLocation: {
							readonly artifactLocation: { readonly uri: string };
							readonly region: Readonly<Record<string, number>>;
						};
					},
				];
				readonly partialFingerprints: Readonly<Record<string, string>>;
				readonly fixes?: readonly unknown[];
			}[];
		},
	];
}

function valid(sarif: unknown): Sarif {
	assert.ok(validate(sarif), ajv.errorsText(validate.errors));
	return sarif as Sarif;
}

const result = (findings: readonly Finding[], more: Partial<LintResult> = {}): LintResult => ({
	kind: "lucid.lint",
	version: 1,
	files: 1,
	findings,
	...more,
});
const context = { version: "0.1.0", prefix: "", catalog: "lucid.yml", text: () => undefined };

test("the schema rejects documents that are not SARIF", () => {
	assert.ok(!validate({ version: "2.1.0", runs: [{ results: [] }] }));
	assert.ok(!validate({ version: "2.0.0", runs: [] }));
});

test("findings of every rule are valid SARIF, each with its rule, place and fingerprint", () => {
	const findings = ruleIds.map(
		(code, i): Finding => ({
			code,
			severity: (["error", "warning", "note"] as const)[i % 3] ?? "note",
			message: `found by ${code}`,
			at: { file: "a/Dockerfile", line: i + 1, column: 2, endLine: i + 3 },
			why: "because",
			fix: "mend it",
			edits: [{ file: "a/Dockerfile", from: 1, to: 4, replacement: "x\n" }],
		}),
	);
	const [run] = valid(toSarif(result(findings), context)).runs;
	assert.equal(run.results.length, ruleIds.length);
	for (const { ruleId, ruleIndex, locations, partialFingerprints } of run.results) {
		assert.equal(run.tool.driver.rules[ruleIndex ?? -1]?.id, ruleId);
		assert.equal(locations[0].physicalLocation.artifactLocation.uri, "a/Dockerfile");
		assert.match(Object.values(partialFingerprints).join(), /^[0-9a-f]{32}:1$/);
	}
	assert.deepEqual(run.results[0]?.locations[0].physicalLocation.region, { startLine: 1, startColumn: 2, endLine: 3 });
	assert.equal(run.results[0]?.message.text, "found by missing-source\nbecause\nFix: mend it");
});

test("a result without findings is valid too, and skipped checks are listed", () => {
	const [run] = valid(toSarif(result([], { skipped: [{ check: "packages", why: "no answer" }] }), context)).runs;
	assert.deepEqual(run.results, []);
	assert.equal(run.invocations[0].toolExecutionNotifications.length, 1);
});

test("hostile texts and names stay texts and names", () => {
	const hostile = [
		"\u0000\u001b[2J\u202e",
		"\ud800 alone",
		"a".repeat(100_000),
		"<script>alert(1)</script> [x](javascript:1)",
		"%2e%2e/..\\",
		"::error::x\n::set-output name=a::b",
		"",
	];
	const findings = hostile.flatMap((text): readonly Finding[] => [
		{
			code: "missing-source",
			severity: "error",
			message: text,
			at: { file: `dir/${text}`, line: 0, column: -1 },
			fix: text,
			why: text,
		},
		{ code: text, severity: "note", message: text, edits: [{ file: text, from: 0, to: 0, replacement: text }] },
		{ code: "x", severity: "note", message: "m", at: { file: `../../${text}`, line: 2, endLine: 1 } },
	]);
	const [run] = valid(JSON.parse(JSON.stringify(toSarif(result(findings), context)))).runs;
	for (const { locations } of run.results) {
		const { uri } = locations[0].physicalLocation.artifactLocation;
		assert.doesNotMatch(uri, /[\s:<>"\\\u0000-\u001f]/);
		assert.ok(locations[0].physicalLocation.region.startLine ?? 0 >= 1);
	}
});

test("paths are relative to the repository, for a catalog in any folder", async () => {
	await using linter = await linterOf({
		"deep/er/lucid.yml":
			'version: 1\nproject: test\nservices:\n  app: { context: a b# }\n  other: { ports: ["80:80"], context: a b# }\n  third: { ports: ["80:80"], context: a b# }\n',
		"deep/er/a b#/Dockerfile": "FROM scratch\nCOPY nothing /\nUSER 1\n",
	});
	await linter.lint({ catalog: "deep/er/lucid.yml", sarif: "here/x.sarif" });
	const text = await readFile(join(linter.repo.root, "here/x.sarif"), "utf8");
	assert.equal(text, await readFile(join(linter.out, "lint.sarif"), "utf8"));
	const uris = new Set(
		valid(JSON.parse(text)).runs[0].results.map(({ locations }) => locations[0].physicalLocation.artifactLocation.uri),
	);
	assert.deepEqual([...uris].sort(), ["deep/er/a%20b%23/Dockerfile", "deep/er/lucid.yml"]);
});
