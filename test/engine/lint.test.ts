// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { linterOf } from "../lint/linter.ts";

/** BuildKit's own checks on the real engine, and what `--fix` leaves behind, built by it. */

const untidy = `from scratch as Final
WORKDIR app
ENV KEY value
LABEL date=$BUILD_DATE
ARG API_TOKEN=abcdefgh12345678
EXPOSE 80/TCP
CMD a
CMD b
USER 65532:65532
`;

test("BuildKit's checks are in the same list, and a finding of both is reported once", async () => {
	await using linter = await linterOf({ Dockerfile: untidy });
	const { findings, skipped } = await linter.lint({ "build-checks": "on" });
	assert.deepEqual(skipped, []);
	const codes = findings.map(({ code, at }) => `${code} ${at?.line}`);
	for (const expected of [
		"buildkit-stage-name-casing 1",
		"buildkit-consistent-instruction-casing 1",
		"buildkit-workdir-relative-path 2",
		"buildkit-legacy-key-value-format 3",
		"buildkit-expose-proto-casing 6",
		"buildkit-json-args-recommended 7",
		"buildkit-multiple-instructions-disallowed 7",
		"undeclared-arg 4",
		"credential 5",
	])
		assert.ok(codes.includes(expected), `${expected} is not in ${codes.join(", ")}`);
	for (const double of [
		"buildkit-undefined-var 4",
		"buildkit-json-args-recommended 8",
		"buildkit-secrets-used-in-arg-or-env 5",
	])
		assert.ok(!codes.includes(double), `${double} repeats one of ours`);
	const [casing] = findings.filter(({ code }) => code === "buildkit-stage-name-casing");
	assert.match(casing?.fix ?? "", /^see https:\/\/docs\.docker\.com\//);
	assert.equal(casing?.at?.file, "Dockerfile");
});

test("a rule of ours that is switched off switches BuildKit's off too, and BuildKit's own comment works", async () => {
	await using linter = await linterOf({
		Dockerfile: `# check=skip=StageNameCasing,LegacyKeyValueFormat\n${untidy}`,
		"lucid.yml":
			"version: 1\nproject: test\ndefaults:\n  lint:\n    rules: { undeclared-arg: off, buildkit-workdir-relative-path: error }\nservices:\n  app: {}\n",
	});
	const found = await linter.found({ "build-checks": "on" });
	const about = (rule: string) => found.filter((line) => line.includes(rule)).length;
	assert.equal(about("undeclared-arg") + about("buildkit-undefined-var"), 0);
	assert.equal(about("buildkit-stage-name-casing") + about("buildkit-legacy-key-value-format"), 0);
	assert.ok(found.includes("error buildkit-workdir-relative-path Dockerfile:3"), found.join("\n"));
});

test("unreachable base images, catalog images and a custom frontend block no check", async () => {
	const dockerfile = (from: string) =>
		`# syntax=docker/dockerfile:1\n# check=skip=StageNameCasing\nFROM ${from} AS Base\nENV A=$FROM_BASE B b\nUSER 65532:65532\n`;
	await using linter = await linterOf({
		"lucid.yml":
			"version: 1\nproject: test\nservices:\n  app: { context: app }\n  base: { context: base }\n  broken: { context: broken }\n",
		"base/Dockerfile": "FROM registry.invalid/no/image:1\nENV C c\nUSER 65532:65532\n",
		"app/Dockerfile": dockerfile("base"),
		"broken/Dockerfile": "FROM scratch\nCOPI x /\n",
	});
	for (const offline of [true, false]) {
		const { findings, skipped } = await linter.lint({ "build-checks": "on", offline });
		assert.deepEqual(skipped, []);
		const codes = findings.map(({ code, at }) => `${code} ${at?.file}:${at?.line}`);
		assert.ok(codes.includes("buildkit-legacy-key-value-format base/Dockerfile:2"), codes.join("\n"));
		assert.ok(codes.includes("dockerfile-error broken/Dockerfile:2"), codes.join("\n"));
		assert.ok(!codes.some((code) => code.includes("undefined-var")), "the base may set it");
		assert.ok(!codes.some((code) => code.includes("stage-name-casing")));
	}
});

test("what --fix leaves still builds, and a second time there is nothing to fix", async () => {
	await using linter = await linterOf({
		Dockerfile: `from scratch as first\nCOPY app /app\nFROM --platform=linux/amd64 scratch as final\nARG VERSION=1.2.3\nCOPY --from=first /app /app\nFROM final as last\nLABEL version=$VERSION\nENV V=$VERSION\nUSER 65532:65532\n`,
		app: "hello\n",
	});
	const folder = await mkdtemp(join(tmpdir(), "lucid-out-"));
	try {
		const build = async () => {
			const { exitCode, stderr } = await exec([
				"docker",
				"buildx",
				"build",
				`--output=type=local,dest=${folder}`,
				linter.repo.root,
			]);
			assert.equal(exitCode, 0, stderr);
		};
		await build();
		const first = await linter.lint({ "build-checks": "on", fix: true });
		assert.ok((first.fixed?.findings ?? 0) > 0);
		await build();
		const second = await linter.lint({ "build-checks": "on", fix: true });
		assert.deepEqual(second.fixed?.files, []);
		assert.deepEqual(second.findings, first.findings);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});
