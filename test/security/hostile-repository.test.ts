// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import assert from "node:assert/strict";
import { test } from "node:test";
import { linterOf } from "../lint/linter.ts";
import { findingsIn } from "../lint/support.ts";
import { holdingRegistry } from "../stages/registry.ts";
import { plannerOf } from "../stages/support.ts";
import { makeRepo } from "../support/repo.ts";

const name = "a".repeat(200);
/** Years for a matcher that backtracks. */
const slow = "*a*a*a*a*a*a*a*a*ab";

const files: Readonly<Record<string, string>> = {
	"lucid.yml": `version: 1
project: shop
services:
  slow:
    context: slow
    verify: { allow: ["/${slow.repeat(3)}"], base: ["${slow}"] }
  doubling: { context: doubling }
  nested: { context: nested }
  large: { context: large }
`,
	[`slow/${name}`]: "x",
	"slow/.dockerignore": `${slow}\n**/**/**/${slow}\n!${slow}\n`,
	"slow/Dockerfile": `FROM scratch\nARG X=${name}\nENV Y=\${X//${slow}/} Z=\${X%%${slow}}\nCOPY --exclude=${slow} ${slow} a* /x/\nUSER 1\n`,
	"doubling/Dockerfile": `FROM scratch\nARG A0=0123456789\n${Array.from({ length: 40 }, (_, i) => `ARG A${i + 1}=\${A${i}}\${A${i}}\n`).join("")}`,
	"nested/Dockerfile": `FROM scratch\nENV A=x\\\n${"${A:-\\\n".repeat(20_000)}x${"}".repeat(20_000)}\n`,
	"large/Dockerfile": `FROM scratch\n${"# 50 MB of text\n".repeat(3_200_000)}`,
};

test("plan ends on hostile files: each service that cannot be built says why and where", async () => {
	await using registry = await holdingRegistry();
	await using repo = await makeRepo(files);
	await repo.commit();
	await using planner = await plannerOf(repo.root, registry.host);
	const { images } = await planner.plan({});
	const found = images.map(({ service, decision }) => [
		service,
		decision.kind,
		...(decision.kind === "blocked" ? decision.problems.map(({ code, at }) => `${code} ${at?.file}:${at?.line}`) : []),
	]);
	assert.deepEqual(found, [
		["slow", "build"],
		["doubling", "blocked", "dockerfile/expansion doubling/Dockerfile:19"],
		["nested", "blocked", "dockerfile/expansion nested/Dockerfile:2"],
		["large", "blocked", "dockerfile/too-large large/Dockerfile:1"],
	]);
});

test("lint ends on them too, and reports the same places", async () => {
	await using linter = await linterOf(files);
	const found = await linter.found();
	for (const place of [
		"error dockerfile-error doubling/Dockerfile:19",
		"error dockerfile-error nested/Dockerfile:2",
		"error dockerfile-error large/Dockerfile:1",
	])
		assert.ok(found.includes(place), found.join("\n"));
});

test("services are selected with a slow glob", async () => {
	await using linter = await linterOf({
		"lucid.yml": `version: 1\nproject: shop\nservices:\n  ${"a".repeat(60)}: {}\n`,
		Dockerfile: "FROM scratch\n",
	});
	await assert.rejects(linter.lint({ service: `${slow}*b` }), /no service is called/);
	await assert.rejects(linter.lint({ service: `${"a*".repeat(20)}[!a]` }), /no service is called/);
	await assert.doesNotReject(linter.lint({ service: `${"a*".repeat(20)}[!b]` }));
});

test("requirements that include each other in a circle or in a long chain are read to a limit", async () => {
	const chain = Object.fromEntries(
		Array.from({ length: 700 }, (_, i) => [`r/${i}.txt`, `-r ${i + 1}.txt\n-r 0.txt\npackage-${i}\n`]),
	);
	const dockerfile = "FROM python:3.12\nCOPY r /r\nRUN pip install -r /r/0.txt\nUSER 1\n";
	const codes = async (more: Readonly<Record<string, string>>) =>
		(await findingsIn({ Dockerfile: dockerfile, ...more }))
			.filter(({ at, severity }) => at?.file.startsWith("r/") && severity === "error")
			.map(({ at, message }) => `${at?.file}:${at?.line} ${message}`);
	assert.deepEqual(await codes({ "r/0.txt": "-r 1.txt\na==1\n", "r/1.txt": "-r 0.txt\n-c 1.txt\n" }), []);
	assert.deepEqual(await codes(chain), ["r/499.txt:1 one pip install reads more than 500 requirements files"]);
	assert.deepEqual(await codes({ "r/0.txt": "a==1\n".repeat(1_000_000) }), [
		"r/0.txt:1 the file has 5000000 characters: at most 4194304 are read",
	]);
});
