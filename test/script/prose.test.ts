import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { vocabularyOf } from "../../script/proofreading/words.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { makeRepo } from "../support/repo.ts";

const script = path.join(import.meta.dirname, "../../script/prose.ts");

/** What the check prints for some files, sorted by place, and its exit code. */
async function prose(files: Readonly<Record<string, string>>, ...args: string[]) {
	await using repo = await makeRepo(files);
	const { exitCode, stdout } = await exec([process.execPath, script, ...args], { cwd: repo.root });
	return { exitCode, lines: stdout.split("\n").filter((line) => line !== "") };
}

/** Where each finding is, the rule, and the quoted words of its message. */
const brief = (lines: readonly string[]) =>
	lines.map((line) => line.replace(/^(\S+) (?:("[^"]*").*|.*) (\[.*\])$/, "$1 $2 $3").replace("  ", " "));

test("a word that the style guide does not use is reported in docs, comments, docstrings of types, messages and test names", async () => {
	const { exitCode, lines } = await prose({
		"docs/x.md":
			"# A heading\n\nThe log\ntells **it** all. `tells` is code.\n\n| a | b |\n| - | - |\n| x | Mend it |\n",
		"src/x.ts": [
			"/** A docstring.",
			" * It mends files. */",
			"export interface X {",
			"	/** What smoke",
			"	 * told. */",
			'	readonly a: "told, a value that this type allows";',
			"}",
			"const url = 'https://a.example/'; // The caller is told",
			`export const message = (name: string) => \`the port \${name} is no number, \${"so the user is told"}\`;`,
			"export const code = [/is told apart by/, 'told'];",
			"",
		].join("\n"),
		"test/x.test.ts": 'test("the user is told", () => run("this fixture is told something"));\n',
		"script/x": '#!/bin/bash\n# Mends the engine.\nsay "the user is told"\n',
		"data/x.txt": "told",
	});
	assert.equal(exitCode, 1);
	assert.deepEqual(brief(lines), [
		'docs/x.md:4:1: "tells" [style/words]',
		'docs/x.md:8:7: "mend" [style/words]',
		'script/x:2:3: "mends" [style/words]',
		'script/x:3:18: "told" [style/words]',
		'src/x.ts:2:7: "mends" [style/words]',
		'src/x.ts:5:5: "told" [style/words]',
		'src/x.ts:8:52: "told" [style/words]',
		'src/x.ts:9:60: "is no …" [style/words]',
		'src/x.ts:9:92: "told" [style/words]',
		'test/x.test.ts:1:19: "told" [style/words]',
	]);
});

test("sentences of more than 40 words, comment lines of more than 120 columns, a word twice and a misspelled name are reported", async () => {
	const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(" ");
	const { exitCode, lines } = await prose({
		"docs/x.md": `Short. A ${words(40)}.\n\n${words(40)}.\n\nThe the end of Github.\n`,
		"src/x.ts": `// ${"x".repeat(117)}\n\t// ${"y".repeat(117)}\nconst a = "${"b".repeat(150)}";\n`,
	});
	assert.equal(exitCode, 1);
	assert.deepEqual(brief(lines), [
		"docs/x.md:1:8: [style/sentence]",
		'docs/x.md:5:1: "The" [style/repeated]',
		"docs/x.md:5:16: [style/terminology]",
		"src/x.ts:2:1: [style/width]",
	]);
});

test("plain language passes, and phrases that the style guide excepts", async () => {
	const { exitCode, lines } = await prose({
		"README.md":
			"# Start\n\nThere is no image. The tag is no longer used. Run `lucid tell anew`:\n\n```sh\nmend told\n```\n",
		"src/x.ts": "// Retries, since the registry is busy.\nexport const hint = 'run `told` first, then try it again';\n",
	});
	assert.deepEqual({ exitCode, lines }, { exitCode: 0, lines: [] });
});

test("it checks the paths that it is given, and counts per file", async () => {
	const files = { "docs/a.md": "It tells. It is told.\n", "docs/b.md": "It tells.\n", "src/c.ts": "// It tells.\n" };
	assert.deepEqual((await prose(files, "--count", "docs")).lines, ["2\tdocs/a.md", "1\tdocs/b.md"]);
});

test("the vocabulary is the table of the style guide", async () => {
	const vocabulary = vocabularyOf(await readFile(path.join(import.meta.dirname, "../../docs/style.md"), "utf8"));
	const told = vocabulary.find(({ phrase }) => phrase === "told");
	assert.equal(told?.use, "reports, logs, shows, is given, distinguishes");
	assert.deepEqual(vocabulary.find(({ phrase }) => phrase === "is well")?.except, ["is well known"]);
	assert.deepEqual(
		vocabulary.filter(({ phrase, use }) => phrase === "" || use === ""),
		[],
	);
});
