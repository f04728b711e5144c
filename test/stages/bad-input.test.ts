import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { test } from "node:test";
import { makeRepo } from "../support/repo.ts";
import { holdingRegistry } from "./registry.ts";
import { plannerOf } from "./support.ts";

/** Services that cannot be built, each in a folder of its own name: its files, and where the plan has to say what. */
const bad: Readonly<Record<string, readonly [files: Readonly<Record<string, string>>, said: string]>> = {
	missing: [{ "other/x": "x\n" }, "lucid.yml:4:3 catalog/missing-file"],
	parse: [{ Dockerfile: "FROM scratch\nCOPPY a /\n" }, "parse/Dockerfile:2 dockerfile/syntax"],
	heredoc: [{ Dockerfile: "FROM scratch\nCOPY <<EOF /x\nno end\n" }, "heredoc/Dockerfile:2 dockerfile/syntax"],
	source: [{ Dockerfile: "FROM scratch\nCOPY a /\n" }, "source/Dockerfile:2 dockerfile/missing-source"],
	away: [
		{ Dockerfile: "FROM scratch\nCOPY a /\n", a: "-> ../../etc/passwd" },
		"away/Dockerfile:2 dockerfile/link-outside",
	],
	loop: [{ Dockerfile: "FROM scratch\nCOPY a /\n", a: "-> b", b: "-> a" }, "loop/Dockerfile:2 dockerfile/link-loop"],
	pipe: [{ Dockerfile: "FROM scratch\nCOPY d /\n", "d/x": "x\n" }, "pipe/Dockerfile:2 dockerfile/special-file"],
	pattern: [{ Dockerfile: "FROM scratch\nCOPY [a /\n", x: "x" }, "pattern/Dockerfile:2 dockerfile/source-pattern"],
	ignore: [
		{ Dockerfile: "FROM scratch\nCOPY x /\n", x: "x", ".dockerignore": "x\n[a\n" },
		"ignore/.dockerignore:2 dockerfile/ignore-pattern",
	],
};

test("each service that cannot be read is reported at its line, and the others are planned", async () => {
	await using registry = await holdingRegistry();
	const names = Object.keys(bad);
	await using repo = await makeRepo({
		"lucid.yml": `version: 1\nproject: shop\nservices:\n${[...names, "good"].map((name) => `  ${name}: { context: ${name} }\n`).join("")}`,
		"good/Dockerfile": "FROM scratch\nCOPY x /\n",
		"good/x": "x\n",
	});
	for (const [name, [files]] of Object.entries(bad))
		await repo.write(Object.fromEntries(Object.entries(files).map(([file, text]) => [`${name}/${file}`, text])));
	await repo.commit();
	await repo.write({ "pipe/d/new/x": "x\n" });
	execFileSync("mkfifo", [path.join(repo.root, "pipe/d/new/pipe")]);
	await using planner = await plannerOf(repo.root, registry.host);
	const { images, matrix } = await planner.plan({});
	const said = images.map(({ service, decision }) => [
		service,
		...(decision.kind === "blocked"
			? decision.problems.map(({ at, code }) => `${[at?.file, at?.line, at?.column].filter(Boolean).join(":")} ${code}`)
			: [decision.kind]),
	]);
	assert.deepEqual(said, [...names.map((name) => [name, bad[name]?.[1]]), ["good", "build"]]);
	assert.deepEqual(
		matrix.include.map(({ service }) => service),
		["good"],
	);
});
