import path from "node:path";
import { type SmokedService, type SmokeResult, verdictRank } from "../documents/smoke.ts";
import { UserError } from "../errors.ts";
import type { StageOptions } from "../interface/values.ts";
import { filesIn, lastDocument, readDocument } from "./folder.ts";
import type { World } from "./world.ts";

/**
 * What smoke said, for publish: from the file or the folder that is named (each leg's `smoke.json` somewhere in it), else from this run's own folder.
 * Undefined where there is none: then the registry's records decide.
 */
export async function readSmokeResults(
	{ smokeResults, out }: Pick<StageOptions, "smokeResults" | "out">,
	{ cwd }: Pick<World, "cwd">,
): Promise<SmokeResult | undefined> {
	if (smokeResults === undefined) return lastDocument<SmokeResult>(out, "lucid.smoke", 1);
	const named = path.resolve(cwd, smokeResults);
	const results = await Promise.all(
		(await filesIn(named, isSmoke)).map((file) => readDocument<SmokeResult>(file, "lucid.smoke", 1)),
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

/** One result of many legs: a row for each service and platform. Of two about the same bytes the worse counts; of other bytes both stay. */
export function mergeSmoke(results: readonly SmokeResult[]): SmokeResult | undefined {
	const [first] = results;
	if (first === undefined) return undefined;
	const rows = new Map<string, SmokedService>();
	for (const row of results.flatMap(({ services }) => services)) {
		const key = `${row.service} ${row.platform} ${row.digest}`;
		const known = rows.get(key);
		if (known === undefined || verdictRank[row.verdict] > verdictRank[known.verdict]) rows.set(key, row);
	}
	const durationMs = Math.max(...results.map((result) => result.durationMs));
	return { ...first, services: [...rows.values()], durationMs };
}
