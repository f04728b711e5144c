import { readFile } from "node:fs/promises";
import path from "node:path";
import { buildResultSchema } from "../../model/documents/build.ts";
import { type Documents, isDocument } from "../../model/documents/documents.ts";
import { lintResultSchema } from "../../model/documents/lint.ts";
import {
	mergeBuilds,
	mergePlans,
	mergePublished,
	mergeSmoke,
	mergeVerified,
} from "../../model/documents/merge-documents.ts";
import { type Plan, planSchema } from "../../model/documents/plan.ts";
import { publishResultSchema } from "../../model/documents/publish.ts";
import { signResultSchema } from "../../model/documents/sign.ts";
import { smokeResultSchema } from "../../model/documents/smoke.ts";
import { verifyResultSchema } from "../../model/documents/verify.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";
import { type Infer, parseJson, readObject } from "../../util/json.ts";
import type { StageContext } from "../shared/context.ts";
import { listFiles } from "../shared/documents-folder.ts";

/** The documents of a run, merged by kind. */
export type RunResults = Pick<Documents, "plan" | "lint" | "build" | "verify" | "smoke" | "sign" | "publish">;

const schemas = [
	planSchema,
	lintResultSchema,
	buildResultSchema,
	verifyResultSchema,
	smokeResultSchema,
	signResultSchema,
	publishResultSchema,
] as const;
type StageDocument = Infer<(typeof schemas)[number]>;

/** All documents in the run's folder and below `results`. Incomplete ones are logged and ignored. */
export class RunDocuments {
	readonly #documents: readonly StageDocument[];

	private constructor(documents: readonly StageDocument[]) {
		this.#documents = documents;
	}

	static async read(
		{ out, results }: Pick<StageOptions, "out" | "results">,
		{ cwd, log }: Pick<StageContext, "cwd" | "log">,
	): Promise<RunDocuments> {
		const own = schemas.map(({ shape }) => path.join(out, `${shape.kind.value.replace("lucid.", "")}.json`));
		const named = results === undefined ? [] : await listFiles(path.resolve(cwd, results), isJson);
		if (results !== undefined && named.length === 0)
			throw new UserError({
				code: "document/missing",
				message: "contains no documents",
				at: { file: results },
				fix: "name the folder with the downloaded documents of all jobs, or leave `results` out",
			});
		const files = [...new Set([...named, ...own])];
		const read = await Promise.all(files.map((file) => readAny(file, log)));
		return new RunDocuments(read.filter((item) => item !== undefined));
	}

	/** The newest plan, merged from the plans of legs. */
	get plan(): Plan | undefined {
		const plans = this.#all("lucid.plan");
		const newest = plans.at(-1)?.source.revision;
		return mergePlans(plans.filter(({ source }) => source.revision === newest));
	}

	/** Results for a commit: documents of other runs in the same folder are ignored. */
	ofRevision(revision: string): Omit<RunResults, "plan"> {
		const isOf = (document: { readonly revision: string }) => document.revision === revision;
		return defined({
			lint: this.#all("lucid.lint").at(-1),
			build: mergeBuilds(this.#all("lucid.build").filter(isOf)),
			verify: mergeVerified(this.#all("lucid.verify").filter(isOf)),
			smoke: mergeSmoke(this.#all("lucid.smoke").filter(isOf)),
			sign: this.#all("lucid.sign").filter(isOf).at(-1),
			publish: mergePublished(this.#all("lucid.publish").filter(isOf)),
		});
	}

	#all<K extends StageDocument["kind"]>(kind: K) {
		return this.#documents.filter((item): item is Extract<StageDocument, { kind: K }> => item.kind === kind);
	}
}

const isJson = (file: string) => file.endsWith(".json");

async function readAny(file: string, log: StageContext["log"]): Promise<StageDocument | undefined> {
	const text = await readFile(file, "utf8").catch(() => undefined);
	if (text === undefined) return undefined;
	const value = parseJson(text);
	if (value === undefined) {
		log(`${file} is not valid JSON and is left out of the report`);
		return undefined;
	}
	const kind = readObject(value)?.kind;
	const schema = schemas.find(({ shape }) => shape.kind.value === kind);
	if (schema === undefined) return undefined;
	return isDocument(schema, value, (why) => log(`${file} ${why} and is left out of the report`)) ? value : undefined;
}
