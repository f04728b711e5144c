import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Finding } from "../../model/documents/lint.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { UserError } from "../../util/errors.ts";
import { writeFileAtomically } from "../shared/documents-folder.ts";
import { type BaselineComparison, compareBaseline, makeBaseline, readBaseline } from "./results/baseline.ts";
import type { ReadText } from "./results/fingerprint.ts";

/** Separates new findings from those in the baseline file; `update-baseline` writes the file first. Undefined without a baseline. */
export async function applyBaseline(
	findings: readonly Finding[],
	text: ReadText,
	{ baseline: file, updateBaseline }: Pick<StageOptions, "baseline" | "updateBaseline">,
	cwd: string,
): Promise<BaselineComparison | undefined> {
	if (file === undefined) {
		if (!updateBaseline) return undefined;
		const fix = "add --baseline FILE";
		throw new UserError({ code: "options/value", message: "update-baseline needs a file", fix });
	}
	if (!updateBaseline) return compareBaseline(findings, await read(path.resolve(cwd, file), file), text);
	const made = makeBaseline(findings, text);
	await writeFileAtomically(path.resolve(cwd, file), `${JSON.stringify(made, undefined, "\t")}\n`);
	return compareBaseline(findings, made, text);
}

async function read(absolute: string, file: string) {
	let text: string;
	try {
		text = await readFile(absolute, "utf8");
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		const fix = "write it with --update-baseline";
		throw new UserError(
			{ code: "options/baseline", message: "cannot read the baseline", at: { file }, why, fix },
			{ cause },
		);
	}
	const found = readBaseline(text);
	if (found !== undefined) return found;
	const fix = "write it again with --update-baseline";
	throw new UserError({
		code: "options/baseline",
		message: "the file is not a baseline of version 1",
		at: { file },
		fix,
	});
}
