import path from "node:path";
import { type BuildResult, buildResultSchema } from "../../model/documents/build.ts";
import type { DocumentSchema } from "../../model/documents/documents.ts";
import { mergeBuilds, mergeSmoke } from "../../model/documents/merge-documents.ts";
import { type SmokeResult, smokeResultSchema } from "../../model/documents/smoke.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { UserError } from "../../util/errors.ts";
import type { Infer } from "../../util/json.ts";
import type { StageContext } from "./context.ts";
import { listFiles, readDocument, readDocumentIn } from "./documents-folder.ts";

type Context = Pick<StageContext, "cwd">;

type SmokeOptions = Pick<StageOptions, "smokeResults" | "out">;

/** Smoke results of `smoke-results`, else of this run's folder; undefined if no job ran smoke. */
export async function findSmokeResults(
	{ smokeResults, out }: SmokeOptions,
	{ cwd }: Context,
): Promise<SmokeResult | undefined> {
	if (smokeResults === undefined) return readDocumentIn(out, smokeResultSchema);
	return mergeSmoke(await readAll(path.resolve(cwd, smokeResults), "smoke.json", smokeResultSchema));
}

/** The same. Throws UserError `document/missing` if `smoke-results` names none; without it the registry decides. */
export async function readSmokeResults(options: SmokeOptions, context: Context): Promise<SmokeResult | undefined> {
	const results = await findSmokeResults(options, context);
	if (results !== undefined || options.smokeResults === undefined) return results;
	throw new UserError({
		code: "document/missing",
		message: "contains no smoke.json",
		at: { file: options.smokeResults },
		fix: "name a smoke.json, or a folder with those of all legs; without the option the registry's records decide",
	});
}

/**
 * Results of the jobs that built, if `build-results` names them: then only their digests count as built by this run.
 * Without a document there, nothing was built.
 */
export async function readBuildResults(
	{ buildResults }: Pick<StageOptions, "buildResults">,
	{ cwd }: Context,
): Promise<Pick<BuildResult, "images"> | undefined> {
	if (buildResults === undefined) return undefined;
	return mergeBuilds(await readAll(path.resolve(cwd, buildResults), "build.json", buildResultSchema)) ?? { images: [] };
}

/** All documents of a kind: the named file, or those below the named folder. */
async function readAll<S extends DocumentSchema>(named: string, name: string, schema: S): Promise<readonly Infer<S>[]> {
	const files = await listFiles(named, (file) => path.basename(file) === name);
	const documents = await Promise.all(files.map((file) => readDocument(file, schema)));
	return documents.filter((document) => document !== undefined);
}
