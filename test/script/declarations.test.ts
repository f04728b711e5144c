import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { makeRepo } from "../support/repo.ts";

const script = path.join(import.meta.dirname, "../../script/declarations.ts");

/** What the check prints about some files, and its exit code. */
async function declarations(files: Readonly<Record<string, string>>) {
	await using repo = await makeRepo(files);
	const { exitCode, stdout } = await exec([process.execPath, script, repo.root]);
	return { exitCode, lines: stdout.split("\n").filter((line) => line !== "") };
}

test("an exported name that two files of src declare fails, also for different kinds; a re-export and a local name do not", async () => {
	const { exitCode, lines } = await declarations({
		"src/a.ts": "\nexport interface Reach {}\nexport const place = 1;\nconst local = 1;\nexport { local };\n",
		"src/b.ts": "export async function place() {}\nexport { place as other } from './a.ts';\nconst local = 2;\n",
		"src/c/d.ts": "export type Reach = string;\nexport type { Reach as R } from '../a.ts';\n",
		"src/e.ts":
			"export type Both = 1;\nexport const Both = 1;\nexport function over(a: 1): 1;\nexport function over(a: 2): 1;\n",
		"test/f.ts": "export const place = 2;\n",
	});
	assert.equal(exitCode, 1);
	assert.deepEqual(lines, [
		"src/a.ts:2: Reach is also exported by src/c/d.ts:1 [one-meaning]",
		"src/a.ts:3: place is also exported by src/b.ts:1 [one-meaning]",
	]);
});

test("a function, method, constructor or arrow with more than four positional parameters fails; what replace() calls does not", async () => {
	const { exitCode, lines } = await declarations({
		"src/a.ts": [
			"export function wide(a: 1, b: 2, c = 3, d?: 4, ...e: 5[]) {}",
			"const arrow = (a, b, c, d, e, f) => {};",
			"class C {",
			"	constructor(a, b, c, d, e) {}",
			"	method(a, b, c, d, e) {}",
			"	fine(a, b, c, { e, f }: { e: 1; f: 2 }) {}",
			"}",
			'const text = "".replace(/(a)(b)(c)(d)/, (all, a, b, c, d) => "");',
			"const deep = [1].map((a, b, c, d, e) => '').join('').replace('a', 'b');",
		].join("\n"),
		"script/b.ts": "async function wide(a, b, c, d, e) {}\n",
	});
	assert.equal(exitCode, 1);
	assert.deepEqual(lines, [
		"script/b.ts:1: wide has 5 positional parameters, use an object [parameters]",
		"src/a.ts:1: wide has 5 positional parameters, use an object [parameters]",
		"src/a.ts:2: arrow has 6 positional parameters, use an object [parameters]",
		"src/a.ts:4: constructor has 5 positional parameters, use an object [parameters]",
		"src/a.ts:5: method has 5 positional parameters, use an object [parameters]",
		"src/a.ts:9: deep has 5 positional parameters, use an object [parameters]",
	]);
});

test("declarations that keep the rules pass", async () => {
	const files = { "src/a.ts": "export const a = (b, c, d, e) => 1;\n", "src/b.ts": "export const b = 1;\n" };
	assert.deepEqual(await declarations(files), { exitCode: 0, lines: [] });
});
