import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { outputsOf } from "../../src/options/outputs.ts";
import { UserError } from "../../src/util/errors.ts";
import { makeRepo } from "../support/repo.ts";
import { holdingRegistry } from "./registry.ts";
import { plannerOf } from "./support.ts";

const catalog = `version: 1
project: shop
services:
  base: { context: base }
  api: { context: api }
  web: { context: web, needs: [api], args: { EDITION: small } }
  alone: { context: alone }
`;

const files = {
	"lucid.yml": catalog,
	".gitignore": "*.log\n",
	"base/Dockerfile": "FROM scratch\nCOPY lib /lib\n",
	"base/lib/a": "a\n",
	"base/lib/b": "b\n",
	"api/Dockerfile": "FROM base\nCOPY src/ /src/\n",
	"api/.dockerignore": "**/*.md\n",
	"api/src/main.py": "main\n",
	"api/src/README.md": "read\n",
	"web/Dockerfile": "FROM scratch\nARG EDITION\nCOPY . /\n",
	"web/index.html": "hello\n",
	"alone/Dockerfile": "FROM scratch\nCOPY x /\n",
	"alone/x": "x\n",
};

async function opened() {
	const repo = await makeRepo(files);
	await repo.commit();
	const registry = await holdingRegistry();
	const planner = await plannerOf(repo.root, registry.host);
	return {
		repo,
		plan: planner.plan,
		selected: async (raw: Record<string, string | boolean> = {}) =>
			(await planner.plan({ changed: "HEAD", ...raw })).selected,
		async [Symbol.asyncDispose]() {
			for (const one of [repo, registry, planner]) await one[Symbol.asyncDispose]();
		},
	};
}

test("changed since a commit: exactly the services that are built from something else, those on a changed base included", async () => {
	await using one = await opened();
	const { repo, selected } = one;
	assert.deepEqual(await selected(), []);
	await repo.write({ "web/index.html": "bye\n", "api/src/README.md": "not copied\n" });
	assert.deepEqual(await selected(), ["web"]);
	await repo.write({ "base/lib/a": "other\n" });
	assert.deepEqual(await selected(), ["base", "api", "web"]);
	assert.deepEqual(await selected({ service: "api,alone" }), ["api"]);
	assert.deepEqual(await selected({ service: "base", dependents: true }), ["base", "api", "web"]);
	const first = (await repo.git("rev-parse", "HEAD")).trim();
	await repo.commit();
	assert.deepEqual(await selected(), [], "committed, it is not a change since HEAD");
	assert.deepEqual(await selected({ changed: first }), ["base", "api", "web"]);
	assert.deepEqual(await selected({ changed: "main~1" }), ["base", "api", "web"]);
});

test("a file that is new, gone, executable or a link, an ignore file, an argument and an instruction count; a comment and an ignored file do not", async () => {
	for (const [why, change, expected] of [
		["new", { "alone/y": "not copied\n", "web/new": "new\n" }, ["web"]],
		["ignore file", { "api/.dockerignore": "" }, ["api"]],
		["argument", { "lucid.yml": catalog.replace("small", "large") }, ["web"]],
		["a new service", { "lucid.yml": `${catalog}  more: { context: alone }\n` }, ["more"]],
		["comment", { "alone/Dockerfile": "# why\nFROM scratch\nCOPY x /\n", "lucid.yml": `# why\n${catalog}` }, []],
		["instruction", { "alone/Dockerfile": "FROM scratch\nCOPY x /\nUSER 1\n" }, ["alone"]],
		["ignored by git", { "web/noise.log": "noise\n" }, []],
		["a Dockerfile that does not parse", { "alone/Dockerfile": "FRMO x\n" }, ["alone"]],
	] as const) {
		await using one = await opened();
		await one.repo.write(change as Record<string, string>);
		assert.deepEqual(await one.selected(), expected, why);
	}
	await using one = await opened();
	await one.repo.chmod("web/index.html", 0o755);
	await rm(path.join(one.repo.root, "base/lib/b"));
	await rm(path.join(one.repo.root, "alone/x"));
	await one.repo.write({ "alone/x": "-> ../base/lib/a" });
	assert.deepEqual(await one.selected(), ["base", "api", "web", "alone"]);
});

test("a catalog that cannot be read at that commit makes all services count", async () => {
	await using one = await opened();
	await one.repo.write({ "lucid.yml": "version: 9\n" });
	await one.repo.commit();
	await one.repo.write({ "lucid.yml": catalog });
	assert.deepEqual(await one.selected(), ["base", "api", "web", "alone"]);
});

test("a commit that is not there is a mistake that says how to get it", async () => {
	await using one = await opened();
	for (const ref of ["nowhere", "--output=x", "f".repeat(40)])
		await assert.rejects(
			one.selected({ changed: ref }),
			(error) => error instanceof UserError && /fetch/.test(error.problems[0]?.fix ?? ""),
		);
});

test("dependents are all that is built from what is selected, or needs it", async () => {
	await using one = await opened();
	assert.deepEqual((await one.plan({ service: "base", dependents: true })).selected, ["base", "api", "web"]);
	assert.deepEqual((await one.plan({ service: "alone", dependents: true })).selected, ["alone"]);
});

test("an empty selection gives empty outputs", async () => {
	await using one = await opened();
	const plan = await one.plan({ changed: "HEAD" });
	const { packed, ...outputs } = Object.fromEntries(
		outputsOf("plan").map(({ name, value }) => [name, value({ plan }, "/out")]),
	);
	assert.deepEqual(outputs, {
		plan: "/out/plan.json",
		"has-work": "false",
		matrix: '{"include":[]}',
		"wave-1": "",
		"wave-2": "",
		// Only with the option of plan.
		"smoke-matrix": undefined,
		bases: "",
		platforms: "",
		services: "",
	});
	assert.match(packed ?? "", /^packed:1:/);
});

test("a thousand services on two platforms: outputs that one job may hold, legs of at most 256, the last run's times", async () => {
	const names = Array.from({ length: 1000 }, (_, i) => `recommendation-engine-${i}`);
	const platforms = ["linux/arm64", "linux/amd64"];
	await using repo = await makeRepo({
		"lucid.yml": `version: 1\nproject: large\ndefaults: { platforms: [${platforms}] }\nservices:\n${names.map((name) => `  ${name}: { context: a }\n`).join("")}`,
		"a/Dockerfile": "FROM scratch\nCOPY x /\n",
		"a/x": "x\n",
	});
	await repo.commit();
	await using registry = await holdingRegistry();
	await using planner = await plannerOf(repo.root, registry.host);
	const images = platforms.flatMap((platform) => ({
		...{ service: names[3], platform, outcome: "built", durationMs: 3_600_000 },
	}));
	await writeFile(path.join(planner.out, "build.json"), JSON.stringify({ kind: "lucid.build", version: 1, images }));
	const plan = await planner.plan({ estimate: "true" });
	assert.equal(plan.matrix.include.length, 256);
	const alone = plan.matrix.include.filter(({ service }) => service === names[3]);
	assert.equal(alone.length, 2, "what takes an hour has a leg of its own");
	const covered = plan.matrix.include.flatMap(({ service, platform }) =>
		service.split(",").map((name) => `${name} ${platform}`),
	);
	assert.equal(covered.length, 2000);
	assert.equal(new Set(covered).size, 2000);
	const length = outputsOf("plan").reduce((sum, { value }) => sum + (value({ plan }, "/out")?.length ?? 0), 0);
	assert.ok(length < 450_000, `${length} characters`);
	assert.equal(plan.estimate?.by, "times");
});

test("a base that is not selected has no leg: the leg that needs it builds it first, and its time counts there", async () => {
	await using one = await opened();
	const { matrix, images, estimate } = await one.plan({ service: "api", estimate: "true" });
	assert.deepEqual(
		matrix.include.map(({ service, wave }) => [service, wave]),
		[["api", 1]],
	);
	assert.deepEqual(
		images.map(({ service, decision }) => [service, decision.kind]),
		[
			["base", "build"],
			["api", "build"],
		],
	);
	const bases = outputsOf("plan").find(({ name }) => name === "bases");
	assert.equal(bases?.value({ plan: await one.plan() }, "/out"), "base");
	assert.deepEqual(estimate?.matrix, estimate?.jobEach);
	assert.equal(estimate?.matrix.wallSeconds, 30 + 60 + 60);
});

test("changed works where the catalog lies below the top of the repository, through links, and for a submodule as a whole", async () => {
	await using library = await makeRepo({ "lib.py": "one\n" });
	await library.commit();
	await using repo = await makeRepo({
		"outside.txt": "x\n",
		"deploy/lucid.yml":
			"version: 1\nproject: p\nservices:\n  api: { context: api }\n  lib: { context: lib }\n  link: { context: link }\n",
		"deploy/api/Dockerfile": "FROM scratch\nCOPY ä.txt /\n",
		"deploy/api/ä.txt": "one\n",
		"deploy/lib/Dockerfile": "FROM scratch\nCOPY vendor /\n",
		"deploy/link/Dockerfile": "FROM scratch\nCOPY current /\n",
		"deploy/link/a": "a\n",
		"deploy/link/b": "b\n",
		"deploy/link/current": "-> a",
	});
	await repo.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.root, "deploy/lib/vendor");
	await repo.commit();
	await using registry = await holdingRegistry();
	await using planner = await plannerOf(path.join(repo.root, "deploy"), registry.host);
	const selected = async () => (await planner.plan({ changed: "HEAD" })).selected;
	await repo.write({ "outside.txt": "y\n" });
	assert.deepEqual(await selected(), []);
	await repo.write({ "deploy/api/ä.txt": "two\n" });
	assert.deepEqual(await selected(), ["api"]);
	await rm(path.join(repo.root, "deploy/link/current"));
	await repo.write({ "deploy/link/current": "-> b" });
	assert.deepEqual(await selected(), ["api", "link"]);
	await repo.write({ "deploy/lib/vendor/lib.py": "two\n" });
	assert.deepEqual(await selected(), ["api", "lib", "link"]);
});
