import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { options, optionsOf, type StageName, stageNames } from "../../src/options/options.ts";
import { parseOptions, type RawValues } from "../../src/options/parse-options.ts";
import { UserError } from "../../src/util/errors.ts";

const parse = (raw: RawValues, env: Record<string, string> = {}) => parseOptions(raw, { env, cwd: "/repository" });

function problemsOf(raw: RawValues): readonly string[] {
	try {
		parse(raw);
	} catch (error) {
		assert.ok(error instanceof UserError);
		return error.problems.map(({ message }) => message);
	}
	return assert.fail("nothing was wrong");
}

test("an option that is not given has its default", () => {
	const parsed = parse({});
	assert.equal(parsed.catalog, "lucid.yml");
	assert.deepEqual(parsed.service, ["*"]);
	assert.equal(parsed.smoke, "changed");
	assert.equal(parsed.requireSmoke, true);
	assert.equal(parsed.force, false);
	assert.equal(parsed.registry, undefined);
	assert.equal(parsed.plan, undefined);
	assert.deepEqual(parsed.mirror, new Map());
});

test("a list is comma- or newline-separated, and an option may be given several times", () => {
	assert.deepEqual(parse({ phase: "3, 4\n6" }).phase, ["3", "4", "6"]);
	assert.deepEqual(parse({ phase: ["3", "4,6"] }).phase, ["3", "4", "6"]);
});

test("mirrors come from the environment unless the option is given", () => {
	const env = { LUCID_MIRRORS: "docker.io=127.0.0.1:5000/docker.io,gcr.io=127.0.0.1:5000/gcr.io" };
	assert.equal(parse({}, env).mirror.get("gcr.io"), "127.0.0.1:5000/gcr.io");
	assert.equal(parse({ mirror: "" }, env).mirror.size, 2, "GitHub sets an input that nobody gives to a blank");
	assert.deepEqual([...parse({ mirror: ["docker.io=a/b=c"] }, env).mirror], [["docker.io", "a/b=c"]]);
});

test("an empty selection is refused, since it would select everything", () => {
	for (const name of ["service", "plan"])
		for (const blank of ["", " \n", [""]])
			assert.match(problemsOf({ [name]: blank })[0] ?? "", new RegExp(`^${name}: the value is empty`));
});

test("the value new for a plan means no plan", () => {
	assert.equal(parse({ plan: "new" }).plan, undefined);
	assert.equal(parse({ plan: "out/plan.json" }).plan, "out/plan.json");
});

test("flags are parsed like in YAML 1.2", () => {
	assert.equal(parse({ force: "true" }).force, true);
	assert.equal(parse({ "require-smoke": "FALSE" }).requireSmoke, false);
	assert.match(problemsOf({ force: "yes" })[0] ?? "", /neither true nor false/);
});

test("all invalid values are reported together", () => {
	const problems = problemsOf({
		force: "maybe",
		smoke: "some",
		"max-parallel": "0",
		mirror: "docker.io",
		event: "push",
	});
	assert.equal(problems.length, 5);
});

test("an option that is declared for some stages each has the choices and the default of the stage", () => {
	const parseFor = (stage: StageName, raw: RawValues = {}) => parseOptions(raw, { env: {}, cwd: "/" }, stage).sign;
	assert.deepEqual([parseFor("sign"), parseFor("publish"), parseFor("build")], ["keyless", "off", "off"]);
	assert.equal(parseFor("publish", { sign: "off" }), "off");
	assert.throws(() => parseFor("sign", { sign: "off" }), UserError, "the stage has nothing else to do");
});

test("sign-log was a flag: true and false are on and off", () => {
	const given = ["", "true", "TRUE", "false", "on", "off", "public"].map((log) => parse({ "sign-log": log }).signLog);
	assert.deepEqual(given, ["on", "on", "on", "off", "on", "off", "public"]);
	assert.match(problemsOf({ "sign-log": "yes" })[0] ?? "", /invalid value "yes"/);
});

test("an event has a short form", () => {
	assert.deepEqual(parse({ event: "push:feature/a:b" }).event, { kind: "push", branch: "feature/a:b" });
	assert.deepEqual(parse({ event: "tag:v1.2.0" }).event, { kind: "tag", tag: "v1.2.0" });
	assert.deepEqual(parse({ event: "manual" }).event, { kind: "manual" });
	assert.equal(parse({ event: "pull_request:7" }).event?.kind, "pull_request");
	for (const event of ["push", "push:", "pull_request:x", "pull_request:0", "release:1"])
		assert.equal(problemsOf({ event }).length, 1, event);
});

test("documents are outside the workspace by default", () => {
	const home = parse({}, { XDG_CACHE_HOME: "/cache" }).out;
	assert.match(home, /^\/cache\/lucid-build-action\/out\/repository-[0-9a-f]{8}$/);
	assert.notEqual(home, parse({ catalog: "other/lucid.yml" }, { XDG_CACHE_HOME: "/cache" }).out);
	assert.equal(parse({}, { GITHUB_ACTIONS: "true", RUNNER_TEMP: "/tmp/r" }).out, path.join("/tmp/r", "lucid"));
	assert.equal(parse({ out: "here" }).out, "/repository/here");
});

test("names and letters of options are unique in each stage, and each description is a full sentence", () => {
	for (const stage of stageNames) {
		const names = [...optionsOf(stage, "command"), ...optionsOf(stage, "action")];
		assert.equal(new Set(names.map(({ name }) => name)).size, new Set(names).size, stage);
	}
	const letters = options.flatMap((option) => ("short" in option ? [option.short] : []));
	assert.equal(new Set(letters).size, letters.length);
	for (const { name, description } of options) {
		assert.match(name, /^[a-z]+(-[a-z]+)*$/);
		assert.match(description, /^[A-Z`].*\.$/s, name);
	}
});
