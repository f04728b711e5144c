import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "acorn";
import { withoutComments } from "../../script/generate/slim.ts";

test("a comment on lines of its own goes with its lines", () => {
	assert.equal(withoutComments("a();\n\t// one\n\t/* two\n\t   three */\nb();\n"), "a();\nb();\n");
});

test("what looks like a comment in a string, a template or an expression stays", () => {
	const code = `const a = "// no", b = \`/* no */ \${1 /* yes */}\`, c = /\\/\\*no/, d = 'it\\'s // no';\n`;
	assert.equal(withoutComments(code), code.replace("/* yes */", " "));
});

test("words stay apart, and a line break in a comment still ends a statement", () => {
	assert.equal(withoutComments("return_(typeof/* x */y)\n"), "return_(typeof y)\n");
	assert.equal(withoutComments("let a = 1/*\n*/let b = 2\n"), "let a = 1\nlet b = 2\n");
	assert.equal(withoutComments("a() // why\nb()\n"), "a() \nb()\n");
});

test("the line that names the interpreter stays", () => {
	assert.equal(withoutComments("#!/usr/bin/env node\n// x\na()\n"), "#!/usr/bin/env node\na()\n");
});

test("a real library stays the same program", async () => {
	const root = join(import.meta.dirname, "../..");
	const file = join(root, "node_modules/yaml/dist/compose/resolve-props.js");
	const code = await readFile(file, "utf8");
	const shape = (text: string) =>
		JSON.stringify(parse(text, { ecmaVersion: "latest", sourceType: "module", allowHashBang: true }), (key, value) =>
			key === "start" || key === "end" ? undefined : value,
		);
	assert.equal(shape(withoutComments(code)), shape(code));
});
