import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Finding } from "../../model/documents/lint.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { UserError } from "../../util/errors.ts";
import { writeFileAtomically } from "../shared/documents-folder.ts";
import {
	type Baseline,
	type BaselineComparison,
	compareBaseline,
	makeBaseline,
	parseBaseline,
} from "./results/baseline.ts";
import type { ReadText } from "./results/fingerprint.ts";

/**
 * Separates new findings from those in the baseline file; `update-baseline` writes the file first. Undefined without a
 * baseline.
 */
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
	const absolute = path.resolve(cwd, file);
	if (!updateBaseline) return compareBaseline(findings, await readBaseline(absolute, file), text);
	const baseline = makeBaseline(findings, text);
	await writeFileAtomically(absolute, `${JSON.stringify(baseline, undefined, "\t")}\n`);
	return compareBaseline(findings, baseline, text);
}

async function readBaseline(absolute: string, file: string): Promise<Baseline> {
	const problem = { code: "options/baseline", at: { file }, fix: "write it again with --update-baseline" };
	const text = await readFile(absolute, "utf8").catch((cause: Error) => {
		throw new UserError({ ...problem, message: "cannot read the baseline", why: cause.message }, { cause });
	});
	const baseline = parseBaseline(text);
	if (baseline === undefined) throw new UserError({ ...problem, message: "the file is not a baseline of version 1" });
	return baseline;
}
