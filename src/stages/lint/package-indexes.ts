import { join } from "node:path";
import { mergePackageFacts, type PackageFacts } from "../../model/requirements/package-release.ts";
import type { PipIndexOptions } from "../../model/requirements/requirements-file.ts";
import type { Catalog } from "../../model/service/service.ts";
import { cacheFolder } from "../../options/default-folders.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import type { StageContext } from "../shared/context.ts";
import { type LintRequest, packageQueries } from "./linter.ts";

/** The answers of package indexes. */
export interface IndexAnswers {
	readonly packageFacts: NonNullable<LintRequest["packageFacts"]>;
	/** Why requests failed, one sentence each. */
	readonly failures: readonly string[];
}

const pypi = "https://pypi.org/simple";

/** Looks up the packages of the services' `pip install`s. Without any, loads and opens nothing. */
export async function queryIndexes(
	request: LintRequest & { readonly catalog: Catalog },
	options: Pick<StageOptions, "indexUrl" | "indexTimeout" | "offline">,
	context: StageContext,
): Promise<IndexAnswers | undefined> {
	const queries = packageQueries(request);
	if (queries.length === 0) return undefined;
	const { openPackageIndexes } = await import("../../adapters/pypi/package-index.ts");
	const { indexUrl = pypi } = options;
	const indexes = openPackageIndexes({
		folder: join(cacheFolder(context.env), "index"),
		mode: options.offline ? "offline" : "online",
		totalMs: options.indexTimeout * 1000,
		env: context.env,
		signal: context.signal,
		date: context.date ?? Date.now,
		login: indexUrl,
	});
	const facts = new Map<string, PackageFacts>();
	const countdown = { until: performance.now() + options.indexTimeout * 1000, next: "give up" } as const;
	using _ = new WaitReporter(context.progress).begin("packages", "querying package indexes", countdown);
	await Promise.all(
		queries.map(async ({ key, choice }) => {
			const urls = new Set([choice.index ?? indexUrl, ...choice.extra]);
			const answers = await Promise.all([...urls].map((url) => indexes.lookUp(url, key)));
			facts.set(cacheKey(key, choice), mergePackageFacts(answers, choice.links ? "links" : "no links"));
		}),
	);
	return {
		packageFacts: (key, choice) => facts.get(cacheKey(key, choice)) ?? { kind: "unknown" },
		failures: indexes.failures(),
	};
}

const cacheKey = (key: string, { index, extra, links }: PipIndexOptions) => JSON.stringify([key, index, extra, links]);
