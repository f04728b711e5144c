import assert from "node:assert/strict";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { machine } from "node:os";
import { test } from "node:test";
import { machineOf, programOf } from "../../src/program.ts";
import { headOf, machineOfEntry } from "../../src/smoke/architecture.ts";

function elf(machine: number, bigEndian = false): Buffer {
	const head = Buffer.alloc(64);
	head.set([0x7f, 0x45, 0x4c, 0x46, 2, bigEndian ? 2 : 1]);
	if (bigEndian) head.writeUInt16BE(machine, 18);
	else head.writeUInt16LE(machine, 18);
	return head;
}

const files: Readonly<Record<string, Buffer>> = {
	"/usr/bin/python3": elf(183),
	"/bin/sh": elf(62),
	"/app/run.sh": Buffer.from("#!/bin/sh -e\necho"),
	"/app/run.py": Buffer.from("#!/usr/bin/env -S python3 -u\n"),
	"/usr/bin/env": elf(62),
	"/app/loop": Buffer.from("#!/app/loop\n"),
	"/app/data": Buffer.from("hello"),
	"/app/big": elf(22, true),
};
const read = async (path: string) => files[path];
const entry = (path: string) => machineOfEntry(path, "/usr/local/bin:/usr/bin:/bin", read);

test("this very process is of the machine that the kernel names", async () => {
	const head = await headOf(async (to) => {
		await copyFile(process.execPath, to);
		return true;
	});
	assert.deepEqual(head && programOf(head), { kind: "elf", machine: machine() });
});

test("a program is found through PATH, and a script leads to what runs it", async () => {
	assert.equal(await entry("python3"), "aarch64");
	assert.equal(await entry("/app/run.sh"), "x86_64");
	assert.equal(await entry("/app/run.py"), "aarch64", "env is not what runs in the end");
	assert.equal(await entry("/app/big"), "s390x");
});

test("what cannot be told is undefined, and a script that names itself ends", async () => {
	assert.equal(await entry("nothing"), undefined);
	assert.equal(await entry("/app/data"), undefined);
	assert.equal(await entry("/app/loop"), undefined);
	assert.equal(await headOf(async () => false), undefined);
});

test("a file shorter than a header, or empty, is no program", async () => {
	for (const content of ["", "\x7fELF"]) {
		const head = await headOf(async (to) => {
			await writeFile(to, content);
			assert.equal(await readFile(to, "utf8"), content);
			return true;
		});
		assert.deepEqual(head && programOf(head), { kind: "other" });
	}
});

test("platforms have machines", () => {
	assert.equal(machineOf("linux/arm64"), "aarch64");
	assert.equal(machineOf("linux/arm64/v8"), "aarch64");
	assert.equal(machineOf("linux/amd64"), "x86_64");
	assert.equal(machineOf("linux/arm/v7"), "armv7l");
	assert.equal(machineOf("wasi/wasm"), undefined);
});
