import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { filesBelow } from "../../adapters/files/files-below.ts";
import type { Finding, FixedFiles } from "../../model/documents/lint.ts";
import { UserError } from "../../util/errors.ts";
import { applyEdits } from "./results/apply-edits.ts";

/** Edits that overlap are applied in separate rounds. */
const maxRounds = 10;

export interface FixRequest {
	/** Absolute. Only files below it are written. */
	readonly root: string;
	/** Lints the files as they are now. */
	readonly runLint: () => Promise<readonly Finding[]>;
	readonly mode: "write" | "show";
}

/** Applies edits until none are left. With `show`, returns the diff of the first round and writes nothing. */
export async function fixFiles({ root, runLint, mode }: FixRequest): Promise<FixedFiles> {
	const { createTwoFilesPatch } = await import("diff");
	const before = new Map<string, string>();
	const after = new Map<string, string>();
	const host = filesBelow(root);
	let fixed = 0;
	for (let round = 0; round < (mode === "write" ? maxRounds : 1); round++) {
		const findings = await runLint();
		const texts = new Map<string, string | undefined>();
		for (const file of new Set(findings.flatMap(({ edits = [] }) => edits.map((edit) => edit.file))))
			texts.set(file, host.kindOf(file) === "file" ? await readExactly(path.join(root, file)) : undefined);
		const edited = applyEdits(findings, (file) => texts.get(file));
		if (edited.files.size === 0) break;
		fixed += edited.findings.length;
		for (const [file, text] of edited.files) {
			if (!before.has(file)) before.set(file, texts.get(file) ?? "");
			after.set(file, text);
			if (mode === "write") await write(root, file, text);
		}
	}
	const files = [...after].sort().map(([file, text]) => ({
		file,
		diff: createTwoFilesPatch(`a/${file}`, `b/${file}`, before.get(file) ?? "", text).replace(/^=+\n/, ""),
	}));
	return { findings: fixed, written: mode === "write", files };
}

/** The text of a file; undefined if it is not UTF-8 and could not be written back unchanged. */
async function readExactly(file: string): Promise<string | undefined> {
	const bytes = await readFile(file);
	const text = bytes.toString("utf8");
	return Buffer.from(text).equals(bytes) ? text : undefined;
}

async function write(root: string, file: string, text: string): Promise<void> {
	await writeFile(path.join(root, file), text).catch((cause: Error) => {
		const problem = { code: "lint/unwritable", message: "cannot write the file", at: { file }, why: cause.message };
		throw new UserError(problem, { cause });
	});
}
