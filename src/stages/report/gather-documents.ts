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

/** The documents of a run, merged by kind. */
export type RunResults = Pick<Documents, "plan" | "lint" | "build" | "verify" | "smoke" | "publish">;

interface Document {
	readonly kind: string;
	readonly version: number;
	readonly revision?: string;
}

/** All documents in the run's folder and below `results`. Incomplete ones are logged and ignored. */
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
		const plans = this.#all<Plan>("plan");
		const newest = plans.at(-1)?.source.revision;
		return mergePlans(plans.filter(({ source }) => source.revision === newest));
	}

	/** Results for a commit: documents of other runs in the same folder are ignored. */
	ofRevision(revision: string): Omit<RunResults, "plan"> {
		const ofRun = <T extends Document>(kind: Kind) => this.#all<T>(kind).filter((item) => item.revision === revision);
		const lint = this.#all<LintResult>("lint").at(-1);
		const build = mergeBuilds(ofRun<BuildResult>("build"));
		const verify = mergeVerified(ofRun<VerifyResult>("verify"));
		const smoke = mergeSmoke(ofRun<SmokeResult>("smoke"));
		const publish = mergePublished(ofRun<PublishResult>("publish"));
		return {
			...defined({ lint, build, verify, smoke, publish }),
		};
	}

	#all<T extends Document>(kind: Kind): readonly T[] {
		return this.#documents.filter((item) => item.kind === `lucid.${kind}`) as readonly Document[] as readonly T[];
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
		log(`${file} is not valid JSON and is left out of the report`);
		return undefined;
	}
	const { kind, version } = (typeof value === "object" && value !== null ? value : {}) as Partial<Document>;
	if (!kinds.some((item) => kind === `lucid.${item}`)) return undefined;
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
