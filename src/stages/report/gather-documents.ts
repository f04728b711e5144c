import { readFile } from "node:fs/promises";
import path from "node:path";
import type { BuildResult } from "../../model/documents/build.ts";
import type { Documents } from "../../model/documents/documents.ts";
import type { LintResult } from "../../model/documents/lint.ts";
import {
	mergeBuilds,
	mergePlans,
	mergePublished,
	mergeSmoke,
	mergeVerified,
} from "../../model/documents/merge-documents.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { PublishResult } from "../../model/documents/publish.ts";
import type { SmokeResult } from "../../model/documents/smoke.ts";
import type { VerifyResult } from "../../model/documents/verify.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";
import type { StageContext } from "../shared/context.ts";
import { listFiles } from "../shared/documents-folder.ts";

/** All documents there are of a run, those of one kind put together. */
export type RunResults = Pick<Documents, "plan" | "lint" | "build" | "verify" | "smoke" | "publish">;

interface Document {
	readonly kind: string;
	readonly version: number;
	readonly revision?: string;
}

/**
 * What stages left in the run's folder and in `results`, the documents of all legs somewhere below it. What is not a document of ours is passed over, and what
 * was cut off is told: a report is made of what there is.
 */
export class RunDocuments {
	readonly #documents: readonly Document[];

	private constructor(documents: readonly Document[]) {
		this.#documents = documents;
	}

	static async read(
		{ out, results }: Pick<StageOptions, "out" | "results">,
		{ cwd, log }: Pick<StageContext, "cwd" | "log">,
	): Promise<RunDocuments> {
		const own = kinds.map((kind) => path.join(out, `${kind}.json`));
		const named = results === undefined ? [] : await listFiles(path.resolve(cwd, results), isJson);
		if (results !== undefined && named.length === 0)
			throw new UserError({
				code: "document/missing",
				message: "holds no documents",
				at: { file: results },
				fix: "name the folder that the documents of all jobs were downloaded to, or leave `results` out",
			});
		const files = [...new Set([...named, ...own])];
		const read = await Promise.all(files.map((file) => readAny(file, log)));
		return new RunDocuments(read.filter((one) => one !== undefined));
	}

	/** The plan, or the parts of one that legs made. */
	get plan(): Plan | undefined {
		const plans = this.#all<Plan>("plan");
		const newest = plans.at(-1)?.source.revision;
		return mergePlans(plans.filter(({ source }) => source.revision === newest));
	}

	/** A document of an earlier run in the same folder says nothing about this one. */
	ofRevision(revision: string): Omit<RunResults, "plan"> {
		const mine = <T extends Document>(kind: Kind) => this.#all<T>(kind).filter((one) => one.revision === revision);
		const lint = this.#all<LintResult>("lint").at(-1);
		const build = mergeBuilds(mine<BuildResult>("build"));
		const verify = mergeVerified(mine<VerifyResult>("verify"));
		const smoke = mergeSmoke(mine<SmokeResult>("smoke"));
		const publish = mergePublished(mine<PublishResult>("publish"));
		return {
			...defined({ lint, build, verify, smoke, publish }),
		};
	}

	#all<T extends Document>(kind: Kind): readonly T[] {
		return this.#documents.filter((one) => one.kind === `lucid.${kind}`) as readonly Document[] as readonly T[];
	}
}

const kinds = ["plan", "lint", "build", "verify", "smoke", "publish"] as const;
type Kind = (typeof kinds)[number];

const isJson = (file: string) => file.endsWith(".json");

async function readAny(file: string, log: StageContext["log"]): Promise<Document | undefined> {
	const text = await readFile(file, "utf8").catch(() => undefined);
	if (text === undefined) return undefined;
	const value = parse(text);
	if (value === undefined) {
		log(`${file} is not valid JSON, and is left out of the report`);
		return undefined;
	}
	const { kind, version } = (typeof value === "object" && value !== null ? value : {}) as Partial<Document>;
	if (!kinds.some((one) => kind === `lucid.${one}`)) return undefined;
	if (version === 1) return value as Document;
	log(`${file} is version ${version} of ${kind}, which this program does not read; it is left out of the report`);
	return undefined;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
