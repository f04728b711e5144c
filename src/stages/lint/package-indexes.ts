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
	readonly packages: NonNullable<LintRequest["packages"]>;
	/** Why requests failed, one sentence each. */
	readonly failures: readonly string[];
}

const pypi = "https://pypi.org/simple";

/** Looks up the packages of the services' `pip install`s. Without any, loads and opens nothing. */
export async function queryIndexes(
	request: LintRequest & { readonly catalog: Catalog },
	options: Pick<StageOptions, "indexUrl" | "indexTimeout" | "offline">,
	world: StageContext,
): Promise<IndexAnswers | undefined> {
	const questions = packageQueries(request);
	if (questions.length === 0) return undefined;
	const { openPackageIndexes: openIndexes } = await import("../../adapters/pypi/package-index.ts");
	const { indexUrl = pypi } = options;
	const indexes = openIndexes({
		folder: join(cacheFolder(world.env), "index"),
		mode: options.offline ? "offline" : "online",
		totalMs: options.indexTimeout * 1000,
		env: world.env,
		signal: world.signal,
		date: world.date ?? Date.now,
		login: indexUrl,
	});
	const known = new Map<string, PackageFacts>();
	const countdown = { until: performance.now() + options.indexTimeout * 1000, next: "give up" } as const;
	using _ = new WaitReporter(world.progress).begin("packages", "asking package indexes", countdown);
	await Promise.all(
		questions.map(async ({ key, choice }) => {
			const answers = await Promise.all(urlsOf(choice, indexUrl).map((url) => indexes.lookUp(url, key)));
			known.set(questionOf(key, choice), mergePackageFacts(answers, choice.links ? "links" : "no links"));
		}),
	);
	return {
		packages: (key, choice) => known.get(questionOf(key, choice)) ?? { kind: "unknown" },
		failures: indexes.failures(),
	};
}

const urlsOf = ({ index, extra }: PipIndexOptions, otherwise: string): readonly string[] => [
	...new Set([index ?? otherwise, ...extra]),
];

const questionOf = (key: string, { index, extra, links }: PipIndexOptions) =>
	JSON.stringify([key, index, extra, links]);
