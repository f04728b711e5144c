// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import assert from "node:assert/strict";
import { test } from "node:test";
import {
	compileGlob,
	parseDockerfile,
	parseIgnoreFile,
	selectFiles,
	type TreeEntry,
	traceInputs,
} from "../../src/model/dockerfile/dockerfile.ts";
import { expandVariables } from "../../src/model/dockerfile/parse/expand-variables.ts";
import { UserError } from "../../src/util/errors.ts";
import { findingsIn } from "../lint/support.ts";

// Backtracking takes years for these: the tests then do not end.
const long = "a".repeat(200);

test("patterns of ignore files match long names at once, with the engine's results", () => {
	const ignores = (pattern: string, path: string) => parseIgnoreFile(pattern, ".dockerignore").ignores(path);
	for (const [pattern, path, expected] of [
		["*a*a*a*a*a*ab", long, false],
		["*a*a*a*a*a*ab", `${long}b`, true],
		["*a*a*a*a*a*a*a*a*b*", long, false],
		[`${"*a".repeat(50)}?b*`, `${long}cb`, true],
		[`${"**/a/".repeat(30)}b`, "a/".repeat(100).slice(0, -1), false],
		[`${"**/a/".repeat(30)}b`, `${"a/".repeat(100)}b`, true],
		[`${"**/".repeat(30)}*b`, `${"x/".repeat(50)}b`, true],
		[`${"a{0,30}".repeat(20)}*b`, long, false],
		[`${"[ab]*".repeat(20)}c`, long, false],
		[`${"?*".repeat(30)}b`, long, false],
		["x{1000}*y", "x".repeat(1000), false],
		["x{1000}*y", `${"x".repeat(1000)}y`, true],
	] as const)
		assert.equal(ignores(pattern, path), expected, JSON.stringify([pattern, path.slice(0, 20)]));
});

test("escapes, classes and counts in ignore patterns mean what they mean in Go", () => {
	const matches = (pattern: string, path: string) => parseIgnoreFile(pattern, ".dockerignore").ignores(path);
	for (const [pattern, yes, no] of [
		["\\d*", "1a", "a1"],
		["\\pL*", "é1", "1é"],
		["\\p{Greek}*", "α", "a"],
		["\\PL*", "1", "a"],
		["[[:alpha:]]x*", "bx", "1x"],
		["[[:^alpha:]]x*", "1x", "bx"],
		["\\x41*", "A", "x41"],
		["\\Qab*", "ab[^/]*$", "abc"],
		["a\\b*", "a-", "aa"],
		["?", "😀", "ab"],
		["a*b", "a\r\u2028b", "a\r\u2028c"],
		["a{01}*", "a{01}x", "ax"],
		["{2}a*", "ax", "xa"],
		["[*]", "[]", "*x"],
	] as const) {
		assert.equal(matches(pattern, yes), true, `${pattern} ${yes}`);
		assert.equal(matches(pattern, no), false, `${pattern} ${no}`);
	}
	for (const refused of ["a{1001}*", "a{3,2}*", "a{2}{3}*", "\\8*", "\\é*", "[[:x:]]a*", "\\p{Nothing}*", "a|{2}*"])
		assert.throws(() => parseIgnoreFile(refused, ".dockerignore"), /malformed pattern/, refused);
});

test("globs of COPY match long names at once", () => {
	const glob = (pattern: string) => compileGlob(pattern) ?? (() => undefined);
	assert.equal(glob("*a*a*a*a*a*a*ab")(long), false);
	assert.equal(glob("*a*a*a*a*a*a*ab")(`${long}b`), true);
	assert.equal(glob(`${"[^b]*".repeat(20)}b`)(`${long}/c`), false);
	const entries: TreeEntry[] = Array.from({ length: 20 }, (_, i) => ({
		path: `${long}${i}`,
		kind: "file",
		executable: false,
	}));
	const trace = traceInputs(parseDockerfile("FROM scratch\nCOPY *a*a*a*a*a*a*ab *a*a*a*a*a*1 /x/\n", "Dockerfile"), {
		platform: "linux/arm64",
		args: {},
	});
	const { inputs, problems } = selectFiles(trace, entries, undefined);
	assert.deepEqual(problems, []);
	assert.deepEqual(
		inputs[0]?.entries.map(({ path }) => path.slice(200)),
		["1", "11"],
	);
});

test("patterns in variables match long values at once, with the engine's results", () => {
	const expand = (text: string, value: string) =>
		expandVariables(text, { escape: "\\", lookup: () => ({ kind: "set", value }) }).value;
	const slow = "*a*a*a*a*a*a*a*a*b";
	assert.equal(expand(`\${X//${slow}/x}`, long), long);
	assert.equal(expand(`\${X/${slow}/x}`, `${long}bc`), "xc");
	assert.equal(expand(`\${X%%${slow}}`, long), long);
	assert.equal(expand(`\${X%${slow}}`, `${long}b`), long.slice(8));
	assert.equal(expand(`\${X##${slow}}`, `${long}bab`), "");
	assert.equal(expand(`\${X#${slow}}`, `${long}bab`), "ab");
	// As in Go: no second match at the end of the first, and no group has the name after a dollar.
	assert.equal(expand("${X//*/x}", "abc"), "x");
	assert.equal(expand("${X//c/\\$1}", "abc"), "ab\\");
	assert.equal(expand("${X%%b*}", "a\nbc"), "a\n");
	assert.equal(expand("${X##*b}", "a\nbc"), "a\nbc");
});

/** Line and message of each problem of a Dockerfile. */
function problemsOf(text: string): readonly string[] {
	const list = () => {
		try {
			return traceInputs(parseDockerfile(text, "Dockerfile"), { platform: "linux/arm64", args: {} }).problems;
		} catch (error) {
			if (error instanceof UserError) return error.problems;
			throw error;
		}
	};
	return list().map(
		({ at, code, message }) => `${at?.file}:${at?.line} ${code} ${message.replace(/[*a]{50,}/, "…").slice(0, 200)}`,
	);
}

test("variables that double line by line are refused where they become too long, in little memory", () => {
	const lines = Array.from({ length: 40 }, (_, i) => `ARG A${i + 1}=\${A${i}}\${A${i}}`).join("\n");
	const before = process.memoryUsage().heapUsed;
	const problems = problemsOf(`FROM scratch\nARG A0=0123456789\n${lines}\n`);
	assert.deepEqual(problems, [
		"Dockerfile:19 dockerfile/expansion ARG A17: the variables expand to more than 1048576 characters",
	]);
	assert.ok(process.memoryUsage().heapUsed - before < 100 * 2 ** 20);
	assert.match(
		problemsOf(`ARG A0=0123456789\n${lines}\nFROM scratch\n`).join(),
		/^Dockerfile:18 dockerfile\/expansion ARG A17: /,
	);
	assert.match(
		problemsOf(`FROM scratch\nARG X=${long}\nARG Y=\${X//a/\${X//a/\${X//a/$X}}}\n`).join(),
		/^Dockerfile:3 .* more than 1048576/,
	);
});

test("what all texts of a Dockerfile expand to has a limit, which is one problem", () => {
	const text = `FROM scratch\nARG A=${"a".repeat(60_000)}\n${"LABEL x=$A$A$A$A$A\n".repeat(500)}`;
	const [problem = "", ...others] = problemsOf(text);
	assert.match(problem, /^Dockerfile:\d+ dockerfile\/expansion LABEL .*: the variables expand to more than 16777216 /);
	assert.deepEqual(others, []);
	const patterns = `FROM scratch\nARG A=${"a".repeat(10_000)}\n${`LABEL x=\${A##${"*a".repeat(100)}b}\n`.repeat(500)}`;
	assert.match(
		problemsOf(patterns).join(),
		/^Dockerfile:\d+ dockerfile\/expansion LABEL [^,]* too many comparisons in total$/,
	);
});

test("nesting of variables has a limit, at the line", () => {
	const nested = (levels: number) => `${"${A:-".repeat(levels)}x${"}".repeat(levels)}`;
	assert.deepEqual(problemsOf(`FROM scratch\nENV B=${nested(100)}\n`), []);
	const tooDeep = [
		"Dockerfile:2 dockerfile/expansion ENV ${A:-${A:-${A:-${A:-${A:-${A:-${A:-${A:-${A:-${A:-${A:-${A:-",
	];
	const begin = (text: string) => text.slice(0, 90);
	for (const levels of [101, 10_000]) {
		const found = problemsOf(`FROM scratch\nENV B=${nested(levels)}\n`);
		assert.deepEqual(found.map(begin), tooDeep.map(begin));
	}
	const open = problemsOf(`FROM scratch\nENV B=x\\\n${"${A:-\\\n".repeat(20_000)}\n`);
	assert.equal(open.length, 1);
	const { problems } = traceInputs(parseDockerfile(`FROM scratch\nUSER ${nested(101)}\n`, "Dockerfile"), {
		platform: "linux/arm64",
		args: {},
	});
	assert.match(problems[0]?.message ?? "", /: variables are nested more than 100 levels deep$/);
});

test("sizes of files, lines, instructions and triggers have limits, at a line", () => {
	const from = "FROM scratch\n";
	const large = (text: string) => problemsOf(text).map((line) => line.replace("Dockerfile:", ""));
	assert.deepEqual(large(`${from}${"# a comment of a line\n".repeat(2_400_000)}`), [
		"1 dockerfile/too-large the file has 52800013 characters: at most 1048576 are read",
	]);
	const line = (bytes: number) => `${from}USER ${"é".repeat((bytes - 5) / 2)}\n`;
	assert.deepEqual(large(line(65_535)), []);
	assert.deepEqual(large(line(65_537)), [
		"2 dockerfile/too-large a line is longer than 65535 bytes, which BuildKit refuses",
	]);
	assert.deepEqual(large(`${from}${"USER 1\n".repeat(2500)}`), [
		"2501 dockerfile/too-large more than 5000 instructions and arguments",
	]);
	assert.deepEqual(large(`${from}ENV${" a=b".repeat(4990)}\nENV c=d e=f g=h h=i i=j k=l m=n\n`), [
		"3 dockerfile/too-large more than 5000 instructions and arguments",
	]);
	const stages = Array.from({ length: 9 }, (_, i) =>
		`FROM a AS b${i}\nCOPY --from=b${i - 1} x /\n`.replace(/COPY.*b-1.*\n/, ""),
	);
	const triggers = "ONBUILD USER 1\n".repeat(900);
	assert.match(
		large(`FROM scratch AS a\n${triggers}${stages.join("")}`).join("\n"),
		/^\d+ dockerfile\/too-large more than 5000 ONBUILD triggers/,
	);
	assert.deepEqual(large(`${from}RUN x\\\n${"  \\\n".repeat(100_000)}`), []);
	assert.deepEqual(large(`${from}CMD ${"[".repeat(60_000)}${"]".repeat(60)}\n`), []);
	assert.deepEqual(large(`${from}CMD ${"[".repeat(30_000)}${"]".repeat(30_000)}\n`), [
		"2 dockerfile/syntax when using JSON array syntax, arrays must be comprised of strings only",
	]);
});

test("ignore files have limits, at a line", () => {
	const problems = (text: string) => {
		try {
			parseIgnoreFile(text, ".dockerignore");
			return [];
		} catch (error) {
			return error instanceof UserError
				? error.problems.map(({ at, code, message }) => `${at?.line} ${code} ${message}`)
				: [String(error)];
		}
	};
	assert.deepEqual(problems("a/b\n".repeat(1_000_000)), [
		"1 dockerfile/too-large the file has 4000000 characters: at most 1048576 are read",
	]);
	assert.deepEqual(problems("a\n".repeat(100_000)), ["10001 dockerfile/too-large more than 10000 patterns"]);
	assert.deepEqual(problems(`a\n${"b".repeat(65_536)}\n`), [
		"2 dockerfile/too-large a line is longer than 65535 bytes, which BuildKit refuses",
	]);
	assert.deepEqual(problems(`${"*a".repeat(2049)}\nb\n`), [
		"1 dockerfile/too-large a pattern of 4098 characters: no path has more than 4096",
	]);
	assert.deepEqual(problems("# a\n".repeat(200_000)), []);
});

test("many stages, variables and commands share memory", () => {
	const variables = Array.from({ length: 1200 }, (_, i) => `V${i}=${i}`).join(" ");
	const stages = Array.from({ length: 400 }, (_, i) => `FROM s${i} AS s${i + 1}\nENV W${i}=1\nEXPOSE 1-65535\n`).join(
		"",
	);
	const before = process.memoryUsage().heapUsed;
	const text = `FROM scratch AS s0\nENV ${variables}\n${stages}RUN x\n`;
	const trace = traceInputs(parseDockerfile(text, "Dockerfile"), { platform: "linux/arm64", args: {} });
	assert.ok(process.memoryUsage().heapUsed - before < 150 * 2 ** 20);
	assert.deepEqual(trace.problems, []);
	assert.equal(trace.finalStage.env.V1199?.value, "1199");
	assert.equal(trace.finalStage.env.W399?.value, "1");
	assert.equal(trace.steps.at(-1)?.variables.V0, "0");
	assert.equal(Object.keys(trace.steps.at(-1)?.variables ?? {}).length, 1600);
});

test("facts of a stage that the final one only copies from do not reach it", () => {
	const text =
		"FROM scratch AS a\nENV A=1\nEXPOSE 1\nLABEL a=1\nFROM scratch AS b\nENV B=1\nFROM b\nENV __proto__=x\nCOPY --from=a x /\n";
	const { finalStage } = traceInputs(parseDockerfile(text, "Dockerfile"), { platform: "linux/arm64", args: {} });
	assert.deepEqual(Object.keys(finalStage.env), ["B", "__proto__"]);
	assert.deepEqual([finalStage.ports, finalStage.labels], [[], {}]);
});

test("names of variables, commands that contain themselves and copies from stage to stage do not stop lint", async () => {
	const codes = async (lines: string) =>
		(await findingsIn({ Dockerfile: `FROM debian:12\n${lines}\nUSER 1\n` })).map(
			({ code, at }) => `${code} ${at?.line}`,
		);
	// Found by script/fuzz: the name went into a regular expression as it was.
	for (const name of ["?", "*", "$", "é"])
		assert.ok(Array.isArray(await codes(`RUN echo \${${name}} > x\nUSER \${${name}}`)));
	assert.ok(Array.isArray(await codes("ARG *=1\nARG BUILD_DATE\nRUN apt-get install x")));
	assert.ok(Array.isArray(await codes("ARG A='sh -c $A; sh -c $A; sh -c $A; sh -c $A'\nRUN sh -c \"$A\"")));
	const copies = Array.from(
		{ length: 30 },
		(_, i) => `FROM scratch AS s${i}\nCOPY --from=${Math.max(0, i - 1)} a b c d e /\n`,
	);
	assert.ok(Array.isArray(await codes(`${copies.join("")}FROM s29\nRUN pip install -r /x.txt`)));
	assert.ok(Array.isArray(await codes(`ARG A=${"a".repeat(60_000)}\nRUN pip install ${"$A".repeat(20_000)}`)));
});
