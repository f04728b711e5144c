import { join } from "node:path";
import { mergeFacts, type PackageFacts } from "../../model/requirements/release.ts";
import type { IndexChoice } from "../../model/requirements/requirements-file.ts";
import type { Catalog } from "../../model/service/service.ts";
import { cacheFolder } from "../../options/default-folders.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { Waits } from "../../util/waits.ts";
import type { World } from "../shared/context.ts";
import { type LintRequest, packagesAsked } from "./linter.ts";

/** What was asked of package indexes. */
export interface AskedIndexes {
	readonly packages: NonNullable<LintRequest["packages"]>;
	/** What could not be asked, and why; a sentence each. */
	readonly troubles: readonly string[];
}

const pypi = "https://pypi.org/simple";

/** Asks package indexes about everything that the services' `pip install`s name. Nothing is loaded or opened where they name nothing. */
export async function askIndexes(
	request: LintRequest & { readonly catalog: Catalog },
	options: Pick<StageOptions, "indexUrl" | "indexTimeout" | "offline">,
	world: World,
): Promise<AskedIndexes | undefined> {
	const questions = packagesAsked(request);
	if (questions.length === 0) return undefined;
	const { openIndexes } = await import("../../adapters/pypi/package-index.ts");
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
	using _ = new Waits(world.progress).begin("packages", "asking package indexes", countdown);
	await Promise.all(
		questions.map(async ({ key, choice }) => {
			const answers = await Promise.all(urlsOf(choice, indexUrl).map((url) => indexes.ask(url, key)));
			known.set(questionOf(key, choice), mergeFacts(answers, choice.links ? "links" : "no links"));
		}),
	);
	return {
		packages: (key, choice) => known.get(questionOf(key, choice)) ?? { kind: "unknown" },
		troubles: indexes.troubles(),
	};
}

const urlsOf = ({ index, extra }: IndexChoice, otherwise: string): readonly string[] => [
	...new Set([index ?? otherwise, ...extra]),
];

const questionOf = (key: string, { index, extra, links }: IndexChoice) => JSON.stringify([key, index, extra, links]);
