import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { machine } from "node:os";
import { test } from "node:test";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { type EntryFilter, FileTree, FileTreeBuilder } from "../../src/stages/verify/layers/file-tree.ts";
import { archive, elf, readLayer, treeOf } from "./archive.ts";

const paths = async (bytes: Buffer) => (await readLayer(bytes)).entries.map(([path]) => path).sort();

test("a layer reads the same with gzip, zstd, several members or no compression", async () => {
	const plain = await archive({ "usr/bin/run": elf(183), "etc/motd": "hello", sh: "-> usr/bin/run" });
	const read = await readLayer(plain);
	assert.deepEqual(read.entries.map(([path, { kind }]) => `${path} ${kind}`).sort(), [
		"etc folder",
		"etc/motd file",
		"sh link",
		"usr folder",
		"usr/bin folder",
		"usr/bin/run file",
	]);
	assert.equal(read.size, plain.length);
	const half = plain.length >> 1;
	const members = Buffer.concat([gzipSync(plain.subarray(0, half)), gzipSync(plain.subarray(half))]);
	for (const packed of [gzipSync(plain), zstdCompressSync(plain), members])
		for (const step of [1, 7, 100_000]) assert.deepEqual(await readLayer(packed, { step }), read);
});

test("a program is recognized by its first bytes, for every chunk size", async () => {
	const own = await readFile(process.execPath);
	const bytes = await archive({ node: own.subarray(0, 10_000), script: "#!/usr/bin/env -S python3 -u\n", text: "ELF" });
	for (const step of [13, 512, 65_536]) {
		const { entries } = await readLayer(bytes, { step });
		const programs = Object.fromEntries(entries.map(([path, entry]) => [path, entry.kind === "file" && entry.program]));
		assert.ok(programs.node && programs.node.kind === "elf" && programs.node.machine === machine());
		assert.match(programs.node.loader ?? "", /^\/lib.*\/ld-/);
		assert.deepEqual(programs.script, { kind: "script", interpreter: ["/usr/bin/env", "-S", "python3", "-u"] });
		assert.deepEqual(programs.text, { kind: "other" });
	}
});

test("long names of GNU and pax, and names that lead out of the root, are read", async () => {
	const long = `${"deep/".repeat(60)}file`;
	for (const format of ["gnu", "pax"])
		assert.ok((await paths(await archive({ [long]: "" }, [`--format=${format}`]))).includes(long), format);
	const out = await archive({ "etc/passwd": "root:x:0:0::/:/x\n" }, [
		"--transform=s,etc/passwd,../../etc/passwd,",
		"-P",
	]);
	assert.ok((await paths(out)).includes("etc/passwd"));
});

test("a truncated layer, a non-archive and a wrong checksum are errors", async () => {
	const whole = await archive({ a: "x".repeat(5000), b: "y" });
	await assert.rejects(readLayer(gzipSync(whole).subarray(0, -20)), /unexpected end of file/);
	await assert.rejects(readLayer(whole.subarray(0, 3000)), /tar archive/);
	await assert.rejects(readLayer(Buffer.from("no archive ".repeat(200))), /tar archive/);
	const bent = Buffer.from(whole);
	bent[bent.indexOf("./a")] = 0x7a;
	await assert.rejects(readLayer(bent), /tar archive/);
});

test("an empty layer, as WORKDIR makes it, is not an error", async () => {
	assert.deepEqual((await readLayer(gzipSync(Buffer.alloc(1024)))).entries, []);
	assert.deepEqual((await readLayer(Buffer.alloc(0))).entries, []);
});

test("a layer above the size or file limit is rejected while it is read", async () => {
	const bomb = gzipSync(await archive({ zeros: Buffer.alloc(5_000_000) }));
	assert.ok(bomb.length < 20_000);
	await assert.rejects(readLayer(bomb, { limits: { bytes: 1_000_000, entries: 10 } }), /more than 1000000 bytes/);
	const many = await archive(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`f${i}`, ""])));
	await assert.rejects(readLayer(many, { limits: { bytes: 1e9, entries: 10 } }), /more than 10 files/);
});

const isFile: EntryFilter = (_, { kind }) => kind === "file";
const isAny: EntryFilter = () => true;
const filesOf = (tree: FileTree) =>
	tree
		.filter(isFile)
		.map(([path]) => path)
		.sort();

test("a layer's removals come before its own files, in any order", async () => {
	const tree = await treeOf(
		{ "app/old": "1", "app/keep": "1", "opt/a": "1", "opt/b/c": "1", "var/x": "1" },
		// `.wh.` sorts before `new` and before the files of the emptied folder.
		{ "app/.wh.old": "", "app/new": "2", "opt/.wh..wh..opq": "", "opt/d": "2", ".wh.var": "" },
	);
	assert.deepEqual(filesOf(tree), ["app/keep", "app/new", "opt/d"]);
	const back = await treeOf({ "app/a": "1" }, { ".wh.app": "" }, { "app/b": "3" });
	assert.deepEqual(filesOf(back), ["app/b"]);
});

test("a file replaces a folder with its content, and a link replaces a file", async () => {
	const tree = await treeOf({ "run/a": "1", "bin/sh": "1" }, { run: "2", "bin/sh": "-> dash", "bin/dash": "2" });
	assert.equal(tree.find("/run/a"), undefined);
	assert.equal(tree.find("/bin/sh")?.path, "bin/dash");
});

test("links are followed like in the kernel: relative, absolute, through folders, above the root, without cycles", async () => {
	const tree = await treeOf({
		"usr/lib/real/file": "1",
		lib: "-> usr/lib",
		"a/b/up": "-> ../../usr/lib",
		"a/out": "-> ../../../../usr/lib/real/file",
		"a/abs": "-> /lib/real",
		loop: "-> pool",
		pool: "-> loop",
	});
	for (const path of ["/lib/real/file", "/a/b/up/real/file", "/a/out", "/a/abs/file", "lib/../usr/lib/real/file"])
		assert.equal(tree.find(path)?.path, "usr/lib/real/file", path);
	assert.equal(tree.find("/loop"), undefined);
	assert.equal(tree.find("/lib/none"), undefined);
});

test("a file below a linked folder is placed where the link leads", async () => {
	const tree = await treeOf({ "usr/lib/x": "1", lib: "-> usr/lib" });
	const { entries, ...rest } = await readLayer(await archive({ "lib/y": "2" }));
	// Builders leave out existing folders.
	tree.add({ ...rest, entries: entries.filter(([path]) => path === "lib/y") });
	assert.equal(tree.find("/usr/lib/y")?.entry.kind, "file");
	assert.equal(tree.find("/lib/x")?.path, "usr/lib/x");
});

test("a hard link stays when its first name is removed", async () => {
	const tree = await treeOf({ "usr/bin/a": elf(62) });
	tree.add({ entries: [["usr/bin/b", { kind: "same", target: "usr/bin/a" }]], removed: [], emptied: [], size: 0 });
	tree.add({ entries: [], removed: ["usr/bin/a"], emptied: [], size: 0 });
	const found = tree.find("/usr/bin/b")?.entry;
	assert.ok(found?.kind === "file" && found.program.kind === "elf" && found.program.machine === "x86_64");
});

test("secrets are recognized by name and first bytes, public files are not secrets", async () => {
	const key = "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n";
	const secrets = {
		"app/.env": "A=b",
		"app/.env.production": "A=b",
		"root/.ssh/id_ed25519": "x",
		"etc/tls/server.pem": `Bag Attributes\n${key}`,
		"app/account.json": '{"type": "service_account", "private_key": "-----BEGIN PRIVATE KEY-----\\nMIIB"}',
		"root/.pypirc": "[pypi]",
		"root/.npmrc": "//registry.npmjs.org/:_authToken=x",
		"root/.docker/config.json": '{"auths":{"x":{"auth":"eA=="}}}',
		"app/.git/config": "[core]",
		"root/.pip/pip.conf": "index-url = https://me:pw@index.example/simple",
	};
	const harmless = {
		"app/.env.example": "A=",
		"root/.npmrc2": "_authToken",
		"app/.npmrc": "fund=false",
		"usr/lib/python3.11/test/keycert.pem": key,
		"usr/local/lib/python3.11/site-packages/tornado/test/test.key": key,
		"etc/ssl/certs/ca.pem": "-----BEGIN CERTIFICATE-----\n",
		"app/keys.py": 'MARK = "-----BEGIN PRIVATE KEY-----"',
		"root/.docker/config2.json": '{"auth":1}',
	};
	const { entries } = await readLayer(await archive({ ...secrets, ...harmless }));
	const found = entries.filter(([, entry]) => entry.kind === "file" && entry.secret !== undefined);
	assert.deepEqual(found.map(([path]) => path).sort(), Object.keys(secrets).sort());
});

test("images with shared layers have the same trees as on their own, in any order", async () => {
	const read = async (files: Readonly<Record<string, string>>) => readLayer(await archive(files));
	const [base, link, more, less] = await Promise.all([
		read({ "usr/lib/a": "a", "etc/b": "b" }),
		read({ lib: "-> usr/lib" }),
		read({ "usr/lib/c": "c", "etc/b": "other" }),
		read({ "usr/lib/.wh.a": "" }),
	]);
	const images = [
		[base, link, more],
		[base, link],
		[base, link, less],
		[base, link, less, more],
		[base],
		[more],
		[],
		[base, link, more],
		[base, link, more],
	];
	const trees = new FileTreeBuilder();
	for (const layers of images) {
		const alone = new FileTree();
		for (const layer of layers) alone.add(layer);
		const tree = trees.build(layers);
		for (const test of [isFile, isAny])
			assert.deepEqual(new Map(tree.filter(test)), new Map(alone.filter(test)), layers.length.toString());
		for (const [path] of alone.filter(isAny)) assert.deepEqual(tree.find(path), alone.find(path));
	}
});
