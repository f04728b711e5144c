import path from "node:path";
import { mergeSmoke } from "../../model/documents/merge-documents.ts";
import { type SmokeResult, smokeResultSchema } from "../../model/documents/smoke.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { UserError } from "../../util/errors.ts";
import type { StageContext } from "../shared/context.ts";
import { listFiles, readDocument, readDocumentIn } from "../shared/documents-folder.ts";

/** Smoke results of `smoke-results`, else of this run's folder. Without any, the registry's records decide. */
export async function readSmokeResults(
	{ smokeResults, out }: Pick<StageOptions, "smokeResults" | "out">,
	{ cwd }: Pick<StageContext, "cwd">,
): Promise<SmokeResult | undefined> {
	if (smokeResults === undefined) return readDocumentIn(out, smokeResultSchema);
	const named = path.resolve(cwd, smokeResults);
	const results = await Promise.all(
		(await listFiles(named, isSmoke)).map((file) => readDocument(file, smokeResultSchema)),
	);
	const existing = results.filter((result) => result !== undefined);
	if (existing.length === 0)
		throw new UserError({
			code: "document/missing",
			message: "contains no smoke.json",
			at: { file: smokeResults },
			fix: "name a smoke.json, or a folder with those of all legs; without the option the registry's records decide",
		});
	return mergeSmoke(existing);
}

const isSmoke = (file: string) => path.basename(file) === "smoke.json";
