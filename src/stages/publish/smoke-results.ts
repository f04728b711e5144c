import path from "node:path";
import { mergeSmoke } from "../../model/documents/merge-documents.ts";
import type { SmokeResult } from "../../model/documents/smoke.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { UserError } from "../../util/errors.ts";
import type { StageContext } from "../shared/context.ts";
import { listFiles, readDocument, readDocumentIn } from "../shared/documents-folder.ts";

/**
 * What smoke said, for publish: from the file or the folder that is named (each leg's `smoke.json` somewhere in it), else from this run's own folder.
 * Undefined where there is none: then the registry's records decide.
 */
export async function readSmokeResults(
	{ smokeResults, out }: Pick<StageOptions, "smokeResults" | "out">,
	{ cwd }: Pick<StageContext, "cwd">,
): Promise<SmokeResult | undefined> {
	if (smokeResults === undefined) return readDocumentIn<SmokeResult>(out, "lucid.smoke", 1);
	const named = path.resolve(cwd, smokeResults);
	const results = await Promise.all(
		(await listFiles(named, isSmoke)).map((file) => readDocument<SmokeResult>(file, "lucid.smoke", 1)),
	);
	const found = results.filter((result) => result !== undefined);
	if (found.length === 0)
		throw new UserError({
			code: "document/missing",
			message: "holds no smoke.json",
			at: { file: smokeResults },
			fix: "name a smoke.json, or a folder with those of all legs; leave the option out to go by the registry's records",
		});
	return mergeSmoke(found);
}

const isSmoke = (file: string) => path.basename(file) === "smoke.json";
