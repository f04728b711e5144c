import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { minifyBundle } from "../../script/generate/minify-bundle.ts";

test("comments and white space go, names of functions stay", async () => {
	const code = "// one\nexport function doubled(number) {\n\t/* two */\n\treturn number * 2;\n}\n";
	assert.equal(await minifyBundle(code, "ours"), "export function doubled(e){return e*2}\n");
});

test("what looks like a comment in a string, a template or an expression stays", async () => {
	const b = "`/* no */ $" + "{1 /* yes */}`";
	const code = `const a = "// no", b = ${b}, c = /\\/\\*no/, d = 'it\\'s // no'; export { a, b, c, d };`;
	const less = await minifyBundle(code, "ours");
	const made = await import(`data:text/javascript,${encodeURIComponent(less)}`);
	assert.deepEqual([made.a, made.b, made.c.source, made.d], ["// no", "/* no */ 1", "\\/\\*no", "it's // no"]);
	assert.ok(less.length < code.length);
});

test("the line that names the interpreter stays", async () => {
	assert.equal(await minifyBundle("#!/usr/bin/env node\n// x\na();\n", "ours"), "#!/usr/bin/env node\na()\n");
});

test("a real library stays the same program", async () => {
	const file = join(import.meta.dirname, "../../node_modules/yocto-queue/index.js");
	const code = await readFile(file, "utf8");
	const load = async (text: string) =>
		(await import(`data:text/javascript,${encodeURIComponent(text)}`)) as typeof import("yocto-queue");
	const [ours, library] = [await minifyBundle(code, "ours"), await minifyBundle(code, "libraries")];
	assert.ok(ours.length < code.length * 0.8, `${ours.length} of ${code.length} characters`);
	assert.ok(library.length < ours.length, `${library.length} of ${ours.length} characters`);
	for (const { default: Queue } of [await load(code), await load(ours), await load(library)]) {
		const queue = new Queue<number>();
		for (const one of [1, 2, 3]) queue.enqueue(one);
		assert.deepEqual([queue.dequeue(), queue.size, [...queue], Queue.name], [1, 2, [2, 3], "Queue"]);
	}
});

test("a field with the name of a keyword stays a field", async () => {
	const code = "export class A { get\n; set\n; other }";
	{
		const made = await import(`data:text/javascript,${encodeURIComponent(await minifyBundle(code, "libraries"))}`);
		assert.deepEqual(Object.keys(new made.A()), ["get", "set", "other"]);
	}
});

test("a library loses unused code", async () => {
	const code =
		"function unused() { return 1; }\nclass Kept {}\nexport const made = (someNumber) => [new Kept(), someNumber + 1];\n";
	const less = await minifyBundle(code, "libraries");
	assert.doesNotMatch(less, /unused|someNumber/);
	assert.match(less, /class Kept/);
});
