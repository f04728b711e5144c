import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { machine } from "node:os";
import { test } from "node:test";
import { entrypointMachine, firstFileHead } from "../../src/stages/smoke/verdict/program-machine.ts";
import { readExecutable, unameMachine } from "../../src/util/executable-format.ts";

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
const entry = (path: string) => entrypointMachine(path, "/usr/local/bin:/usr/bin:/bin", read);

/** A tar archive of one entry (POSIX.1), with only the fields that are read. */
function archived(content: Buffer, kind = "0"): Buffer {
	const header = Buffer.alloc(512);
	header.write(content.length.toString(8).padStart(11, "0"), 124);
	header.write(kind, 156);
	return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

test("this process runs a program for the kernel's machine", () => {
	const head = firstFileHead(archived(readFileSync(process.execPath).subarray(0, 4096)));
	assert.deepEqual(head && readExecutable(head), { kind: "elf", machine: machine() });
});

test("a program is found in PATH, and a script leads to its interpreter", async () => {
	assert.equal(await entry("python3"), "aarch64");
	assert.equal(await entry("/app/run.sh"), "x86_64");
	assert.equal(await entry("/app/run.py"), "aarch64", "env only starts another program");
	assert.equal(await entry("/app/big"), "s390x");
});

test("an unknown program is undefined, and a script that names itself does not hang", async () => {
	assert.equal(await entry("nothing"), undefined);
	assert.equal(await entry("/app/data"), undefined);
	assert.equal(await entry("/app/loop"), undefined);
});

test("a file shorter than a header, or empty, is not a program; a folder has no head", () => {
	for (const content of ["", "\x7fELF"]) {
		const head = firstFileHead(archived(Buffer.from(content)));
		assert.deepEqual(head && readExecutable(head), { kind: "other" });
	}
	assert.equal(firstFileHead(archived(Buffer.alloc(0), "5")), undefined);
});

test("a file's head is found behind its extended header, as soon as it has come", () => {
	const archive = Buffer.concat([archived(Buffer.from("30 atime=1.5\n"), "x"), archived(elf(183))]);
	const whole = firstFileHead(archive);
	assert.deepEqual(whole && readExecutable(whole), { kind: "elf", machine: "aarch64" });
	for (const end of [0, 511, 512, 1024, 1030, 1536, 1540])
		assert.equal(firstFileHead(archive.subarray(0, end)), undefined, `${end}`);
});

test("platforms have machines", () => {
	assert.equal(unameMachine("linux/arm64"), "aarch64");
	assert.equal(unameMachine("linux/arm64/v8"), "aarch64");
	assert.equal(unameMachine("linux/amd64"), "x86_64");
	assert.equal(unameMachine("linux/arm/v7"), "armv7l");
	assert.equal(unameMachine("wasi/wasm"), undefined);
});
