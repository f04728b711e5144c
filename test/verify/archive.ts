import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { exec } from "../../src/adapters/process/exec.ts";
import { FileTree } from "../../src/stages/verify/layers/file-tree.ts";
import type { LayerContent } from "../../src/stages/verify/layers/layer-content.ts";
import { type LayerLimits, layerReader } from "../../src/stages/verify/layers/layer-reader.ts";
import { temporaryFolder } from "../support/repo.ts";

/** A real tar archive. A content that starts with `-> ` makes a link, `/` a folder. `args` go to tar. */
export async function archive(
	files: Readonly<Record<string, string | Buffer>>,
	args: readonly string[] = [],
): Promise<Buffer> {
	const root = await temporaryFolder();
	try {
		for (const [name, content] of Object.entries(files)) {
			const file = path.join(root, "in", name);
			await mkdir(content === "/" ? file : path.dirname(file), { recursive: true });
			if (content === "/") continue;
			if (typeof content === "string" && content.startsWith("-> ")) await symlink(content.slice(3), file);
			else await writeFile(file, content);
		}
		await mkdir(path.join(root, "in"), { recursive: true });
		const out = path.join(root, "out.tar");
		const { exitCode, stderr } = await exec([
			"tar",
			"--create",
			`--file=${out}`,
			...args,
			"-C",
			path.join(root, "in"),
			".",
		]);
		if (exitCode !== 0) throw new Error(stderr);
		return await readFile(out);
	} finally {
		await rm(root, { recursive: true, force: true });
	}
}

/** Reads a layer in chunks of `step` bytes. */
export async function readLayer(
	bytes: Uint8Array,
	{ step = 1000, limits }: { step?: number; limits?: LayerLimits } = {},
): Promise<LayerContent> {
	const reader = layerReader(limits);
	for (let at = 0; at < bytes.length; at += step) await reader.take(bytes.subarray(at, at + step));
	return reader.end();
}

export async function treeOf(...layers: readonly Readonly<Record<string, string | Buffer>>[]): Promise<FileTree> {
	const tree = new FileTree();
	for (const files of layers) tree.add(await readLayer(await archive(files)));
	return tree;
}

/** The first bytes of a program for a machine, by its number in ELF: 183 is aarch64, 62 x86_64. */
export function elf(machine: number): Buffer {
	const head = Buffer.alloc(64);
	head.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
	head.writeUInt16LE(3, 16);
	head.writeUInt16LE(machine, 18);
	return head;
}
