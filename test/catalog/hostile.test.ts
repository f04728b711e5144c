import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";
import { makeFolder, places, problemsOf } from "./repository.ts";

const root = makeFolder(["Dockerfile"]);
const head = "version: 1\nproject: p\n";

/** Ten to the twelfth nodes in a dozen lines. */
const bomb = [
	"a0: &a0 [x, x, x, x, x, x, x, x, x, x]",
	...Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(", ")}]`),
].join("\n");

describe("hostile input is answered with a place, never with a crash:", () => {
	const cases: readonly (readonly [name: string, text: string, place: string])[] = [
		["nothing", "", "1:1 catalog/empty"],
		["only a comment", "# soon\n", "1:1 catalog/empty"],
		["a text", "hello", "1:1 catalog/type"],
		["a list", "- a\n", "1:1 catalog/type"],
		["a NUL", `${head}a: \0`, "3:4 catalog/character"],
		["an escape code", `${head}a: \u001b[2J`, "3:4 catalog/character"],
		["a mark that turns the text around", `${head}# \u202e`, "3:3 catalog/character"],
		["the same as an escape", `${head}services: { a: { title: "a\\u202eb" } }`, "3:25 catalog/character"],
		["bytes that are no UTF-8", `${head}a: ${Buffer.from([0xff]).toString("utf8")}`, "3:4 catalog/character"],
		["half a surrogate pair", `${head}a: \ud800`, "3:4 catalog/character"],
		["a tab for indentation", `${head}services:\n\ta: {}`, "4:1 catalog/syntax"],
		["a second document", `${head}services: {}\n---\na: 1\n`, "4:1 catalog/syntax"],
		["a tag that runs code elsewhere", `${head}services: !!js/function "x"`, "3:11 catalog/syntax"],
		["a file cut off in a text", `${head}services: { a: { title: "x`, "3:27 catalog/syntax"],
		["a file cut off in a word", "version: 1\nproject: p\nservic", "3:1 catalog/syntax"],
		["brackets 100,000 deep", `${head}a: ${"[".repeat(1e5)}`, "3:68 catalog/too-deep"],
		["maps 100,000 deep", "{a: ".repeat(1e5), "1:257 catalog/too-deep"],
		["lists 100,000 deep", "- ".repeat(1e5), "1:129 catalog/too-deep"],
		["keys 100,000 deep", "? ".repeat(1e5), "1:129 catalog/too-deep"],
		[
			"blocks 500 deep",
			Array.from({ length: 500 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
			"65:65 catalog/too-deep",
		],
		["two megabytes", "a".repeat(2e6), "1:1 catalog/too-large"],
		["a million pieces", "a: [".padEnd(6e5, "1,"), "1:166667 catalog/too-large"],
		["__proto__ as a key", `${head}services: {}\n__proto__: { registry: x }`, "4:1 catalog/key"],
		["a list as a key", `${head}services: {}\n? [a]\n: b`, "4:3 catalog/key"],
		["NaN for a version", "version: .nan\nproject: p\nservices: {}", "1:10 catalog/version"],
		["an alias that contains itself", `${head}services: &s\n  a: { env: *s }`, "4:13 catalog/alias"],
		["an alias without an anchor", `${head}services: *s`, "3:11 catalog/alias"],
	];
	for (const [name, text, place] of cases)
		test(name, () => {
			const found = places(problemsOf(text, root));
			assert.ok(found.includes(place), found.join("\n"));
		});

	test("aliases that expand without limit", () => {
		const found = places(problemsOf(`${head}services: {}\n${bomb}\n`, root));
		assert.ok(found.some((place) => place.endsWith("catalog/alias")));
		assert.ok(found.length < 30);
	});

	for (const [name, text] of [
		["a bomb of aliases", `${head}services: {}\n${bomb}\n`],
		["brackets 100,000 deep", `a: ${"[".repeat(1e5)}`],
		[
			"aliases to one map 20,000 times",
			`${head}x: &a { a: 1 }\nservices:\n${Array.from({ length: 2e4 }, (_, i) => `  s${i}: *a`).join("\n")}`,
		],
		["100,000 errors of syntax", `a: ${"*a ".repeat(1e5)}`],
		[
			"a value of 900,000 letters",
			`${head}services: { a: { args: { A: ${"a.".repeat(4.5e5)} }, image: ${"a-".repeat(1e4)} } }`,
		],
	] as const) {
		test(`${name} in a small heap`, () => {
			const { pathname } = new URL("../../src/model/catalog/load.ts", import.meta.url);
			const script = `
				import { readFileSync } from "node:fs";
				import { loadCatalog } from ${JSON.stringify(pathname)};
				const host = { kindOf: () => "missing", list: () => [] };
				try { loadCatalog({ file: "f", text: readFileSync(0, "utf8"), root: "/", paths: host }); }
				catch (error) { console.log(error.name, error.problems.length > 0); }`;
			const args = ["--max-old-space-size=128", "--input-type=module", "-e", script];
			const output = execFileSync(process.execPath, args, { input: text, encoding: "utf8" });
			assert.equal(output, "UserError true\n");
		});
	}

	test("100,000 mistakes of one kind are not 100,000 lines", () => {
		const keys = Array.from({ length: 2e4 }, (_, i) => `k${i}: 1`).join("\n");
		const problems = problemsOf(`${head}services: {}\n${keys}\n`, root);
		assert.equal(problems.length, 501);
		assert.equal(problems.at(-1)?.code, "catalog/many");
	});
});

describe("names are rejected, not made harmless:", () => {
	const names = [
		...["../x", "-rf", "--help", "$(id)", "a b", "a/b", "a;b", "Api", "", "a_", "a..b", "constructor"],
		...["a\\n::add-mask::x", "a".repeat(129), "ä", "a:b", "a@b", "%0a", "null\\u0041"],
	];
	for (const name of names) {
		test(JSON.stringify(name.slice(0, 20)), () => {
			for (const [key, body] of [
				["services", "{}"],
				["externals", "{ image: x }"],
			]) {
				const rest = key === "services" ? "" : "services: {}\n";
				const problems = problemsOf(`${head}${rest}${key}:\n  "${name}": ${body}\n`, root);
				assert.deepEqual([...new Set(problems.map(({ code }) => code))], ["catalog/name"]);
				assert.ok(problems.every(({ message, fix }) => !/[\n\r]/.test(message + (fix ?? ""))));
			}
		});
	}

	test("names that differ only in case", () => {
		const found = places(problemsOf(`${head}services: { api: {}, API: {} }`, root));
		assert.deepEqual(found, ["3:22 catalog/name", "3:22 catalog/duplicate-name"]);
	});
});

describe("whatever the file holds, there is a catalog or a list of located problems:", () => {
	const good = `${head}registry: docker.io
image: acme/{{name}}
defaults: { platforms: [linux/arm64], tags: ["type=sha,prefix="], args: { A: 1.0 } }
phases: { "1": { title: One } }
services:
  api:
    phase: "1"
    ports: ["8080:80", 81]
    health: { path: /health, status: [200, "204-299"], timeout: 5s }
    secrets: [token, { id: a, file: b }]
    contexts: { base: "target:web", lib: . }
    hardening: { memory: 1gb }
  web: { needs: [api, db] }
externals: { db: { image: redis:7, command: [redis-server] } }
`;
	/** Numbers in [0, 1) that are the same on every run. */
	function* numbers(seed: number): Generator<number, never> {
		for (let state = seed; ; ) {
			state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
			yield state / 2 ** 32;
		}
	}
	const odd = [
		...[
			"\t",
			"\r",
			"&a ",
			"*a",
			"[",
			"]",
			"{",
			"}",
			": ",
			"- ",
			"? ",
			"|",
			">",
			'"',
			"'",
			"#",
			"!",
			"%",
			"@",
			"`",
			"~",
		],
		...[
			"null",
			"NaN",
			".inf",
			"0x10",
			"-1",
			"1e99",
			"__proto__",
			"constructor",
			"<<: ",
			"\n",
			"\n\n",
			"  ",
			"{{",
			"}}",
			"../",
		],
	];

	test("any part of it removed, doubled or replaced", () => {
		const random = numbers(7);
		const next = (limit: number) => Math.floor(random.next().value * limit);
		for (let round = 0; round < 400; round++) {
			const [from, size] = [next(good.length), next(12)];
			const piece = [odd[next(odd.length)] ?? "", good.slice(from, from + size).repeat(2), ""][round % 3];
			const text = good.slice(0, from) + piece + good.slice(from + size);
			for (const problem of problemsOf(text, root)) {
				assert.ok(problem.at?.line !== undefined && problem.at.column !== undefined, problem.message);
				assert.ok(problem.at.line <= text.split("\n").length, `${problem.message}\n${text}`);
			}
		}
	});

	test("truncated anywhere", () => {
		for (let end = 0; end < good.length; end++)
			for (const { at } of problemsOf(good.slice(0, end), root)) assert.ok(at?.line !== undefined);
	});
});

describe("what only looks odd is accepted:", () => {
	const accepted: readonly (readonly [string, string])[] = [
		["a byte order mark", `\ufeff${head}services: {}\n`],
		[
			"the line ends of Windows",
			`${head}services:\r\n  a:\r\n    context: .\r\n`.replace(/\n/g, "\r\n").replace(/\r\r/g, "\r"),
		],
		["no line end at the end", `${head}services: {}`],
		["no and on, which are words", `${head}services: { on: { env: { A: no, B: on, C: y, D: off } } }`],
		["an alias in its place", `${head}services:\n  a: { env: &e { A: b }, image: a }\n  b: { env: *e }\n`],
		["a version directive of older YAML", `%YAML 1.1\n---\nversion: 1\nproject: no\nservices: {}\n`],
		[
			"signs of other languages in texts",
			`${head}services: { a: { title: "API \\u2013 \u6f22\u5b57 \u{1f469}\u200d\u{1f4bb}" } }`,
		],
	];
	for (const [name, text] of accepted) test(name, () => assert.deepEqual(problemsOf(text, root), []));
});
