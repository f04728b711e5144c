import assert from "node:assert/strict";
import { test } from "node:test";
import { annotationsOf, limitAnnotations, problemAnnotation } from "../../src/entrypoints/actions/annotations.ts";
import type { Finding } from "../../src/model/documents/lint.ts";
import { aPlan, aService } from "../support/documents.ts";

const finding: Finding = {
	severity: "warning",
	code: "copy/missing",
	message: "COPY app/ finds nothing",
	at: { file: "api/Dockerfile", line: 7, column: 3 },
	fix: "did you mean src/app/?",
};

test("a finding is annotated at its location with its fix", () => {
	const [mark] = annotationsOf({ lint: { kind: "lucid.lint", version: 1, findings: [finding], files: 1 } });
	assert.deepEqual(mark, {
		level: "warning",
		title: "copy/missing",
		message: "COPY app/ finds nothing\nfix: did you mean src/app/?",
		file: "api/Dockerfile",
		line: 7,
		column: 3,
	});
});

test("a blocked image is reported once: by the plan or by the build that followed", () => {
	const problem = { code: "dockerfile/syntax", message: "does not parse" };
	const plan = aPlan([aService({ name: "api" })], () => ({ kind: "blocked", reasons: [], problems: [problem] }));
	assert.deepEqual(annotationsOf({ plan }), [problemAnnotation(problem, "error")]);
	const build = { kind: "lucid.build", version: 1, revision: "r", command: [], durationMs: 0 } as const;
	const image = {
		service: "api",
		platform: "linux/arm64",
		fingerprint: "f",
		contentRef: "r",
		outcome: "failed",
		checks: [],
		error: { message: "does not parse", log: ["last line"], file: "api/Dockerfile", line: 2 },
	} as const;
	const marks = annotationsOf({ plan, build: { ...build, images: [image] } });
	assert.equal(marks.length, 1);
	assert.equal(marks[0]?.message, "does not parse\nlast line");
	assert.equal(marks[0]?.line, 2);
});

test("a failed check and a failed smoke test are errors, or warnings if advisory", () => {
	const image = {
		service: "api",
		platform: "linux/arm64",
		fingerprint: "f",
		contentRef: "r",
		outcome: "built",
	} as const;
	const checks = [{ id: "user", name: "user", ok: false, expected: "65532:65532", actual: "root" }];
	const head = { version: 1, revision: "r", durationMs: 0 } as const;
	const smoked = { service: "api", platform: "linux/arm64", ref: "r", digest: "d", probes: [] };
	const marks = (policy: "required" | "advisory") =>
		annotationsOf({
			plan: aPlan([
				aService({ name: "api", policy: { smoke: policy, verify: policy, hardening: "required", stop: "required" } }),
			]),
			build: { ...head, kind: "lucid.build", command: [], images: [{ ...image, checks }] },
			smoke: { ...head, kind: "lucid.smoke", network: { name: "n" }, services: [{ ...smoked, verdict: "unhealthy" }] },
		}).map(({ level, title, message }) => [level, title, message]);
	for (const [policy, level] of [
		["required", "error"],
		["advisory", "warning"],
	] as const)
		assert.deepEqual(marks(policy), [
			[level, "api (linux/arm64) failed checks", "user: expected 65532:65532, found root"],
			[level, "api is unhealthy", "unknown reason"],
		]);
});

test("held tags are a warning, an unpublished service is an error, and a cancelled one is neither", () => {
	const row = { service: "api", image: "i", platforms: [] } as const;
	const missed = [{ tag: "latest", kind: "floating", state: "held" }] as const;
	const marks = annotationsOf({
		publish: {
			kind: "lucid.publish",
			version: 1,
			revision: "r",
			durationMs: 0,
			services: [
				{
					...row,
					outcome: "published",
					tags: [{ tag: "latest", kind: "floating", state: "held", why: "no verdict of smoke" }],
				},
				{ ...row, service: "db", outcome: "failed", tags: [], reason: "the tag 4f1c2aa names another digest" },
				{ ...row, service: "web", outcome: "skipped", tags: missed, reason: "linux/arm64: not built" },
				{ ...row, service: "job", outcome: "cancelled", tags: missed, reason: "cancelled" },
			],
		},
	});
	assert.deepEqual(
		marks.map(({ level, message }) => [level, message]),
		[
			["warning", "latest held: no verdict of smoke"],
			["error", "the tag 4f1c2aa names another digest"],
			["error", "linux/arm64: not built"],
		],
	);
});

test("annotations over GitHub's limit are counted in the last one, and long ones are cut", () => {
	const many = Array.from({ length: 14 }, () => problemAnnotation({ code: "c", message: "m".repeat(5000) }, "error"));
	const shown = limitAnnotations([...many, problemAnnotation(finding, "warning")]);
	assert.equal(shown.length, 11);
	assert.equal(shown[9]?.title, "5 more");
	assert.ok(shown.every(({ message }) => message.length <= 4096));
});

test("a healthy service's warning is a warning", () => {
	const smoked = { service: "api", platform: "linux/arm64", ref: "r", digest: "d", probes: [] };
	const marks = annotationsOf({
		smoke: {
			...{ kind: "lucid.smoke", version: 1, revision: "r", durationMs: 0, network: { name: "n" } },
			services: [{ ...smoked, verdict: "healthy", warnings: ["ignores SIGTERM"] }],
		},
	});
	assert.deepEqual(marks, [{ level: "warning", title: "api is healthy, with a warning", message: "ignores SIGTERM" }]);
});
