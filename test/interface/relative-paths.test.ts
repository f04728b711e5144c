import assert from "node:assert/strict";
import { test } from "node:test";
import { relativeDocuments, relativeProblem } from "../../src/entrypoints/relative-paths.ts";
import { aPlan, aService } from "../support/documents.ts";

const problem = { code: "dockerfile/syntax", message: "m", at: { file: "api/Dockerfile", line: 3 } };

test("a Dockerfile is named relative to the working directory, for any folder of the catalog", () => {
	assert.equal(relativeProblem(problem, "shop/lucid.yml").at.file, "shop/api/Dockerfile");
	assert.equal(relativeProblem(problem, "lucid.yml").at.file, "api/Dockerfile");
	assert.equal(relativeProblem(problem, "../lucid.yml").at.file, "../api/Dockerfile");
	assert.equal(relativeProblem(problem, "shop/lucid.yml").at.line, 3);
});

test("the catalog, absolute paths and files from options stay as they are", () => {
	const at = (file: string, code = "catalog/unknown-key") =>
		relativeProblem({ code, message: "m", at: { file } }, "./shop/lucid.yml").at.file;
	assert.equal(at("shop/lucid.yml"), "shop/lucid.yml");
	assert.equal(at("/tmp/x"), "/tmp/x");
	assert.equal(at("out/plan.json", "document/missing"), "out/plan.json");
});

test("findings, blocked images and failed builds all have relative paths", () => {
	const plan = aPlan([aService({ name: "api" })], () => ({ kind: "blocked", reasons: [], problems: [problem] }));
	const image = {
		service: "api",
		platform: "linux/arm64",
		fingerprint: "f",
		contentRef: "r",
		outcome: "failed",
		checks: [],
		error: { message: "m", file: "api/Dockerfile" },
	} as const;
	const placed = relativeDocuments(
		{
			plan,
			lint: { kind: "lucid.lint", version: 1, files: 1, findings: [{ ...problem, severity: "error" }] },
			build: { kind: "lucid.build", version: 1, revision: "r", command: [], durationMs: 0, images: [image] },
		},
		"shop/lucid.yml",
	);
	const decision = placed.plan?.images[0]?.decision;
	assert.deepEqual(
		[
			decision?.kind === "blocked" && decision.problems[0]?.at?.file,
			placed.lint?.findings[0]?.at?.file,
			placed.build?.images[0]?.error?.file,
		],
		["shop/api/Dockerfile", "shop/api/Dockerfile", "shop/api/Dockerfile"],
	);
});
