import type { FingerprintComponent, Reason } from "../../../model/documents/plan.ts";
import type { LocatedInput, ServiceInputs } from "../../../model/service/service-inputs.ts";
import type { BakedValues } from "../../../model/tags/volatile-values.ts";
import type { PlanLookups } from "./lookups.ts";
import { type PreviousImage, whyBuild } from "./reasons.ts";

/** Why an image has to be built, down to the files where git knows them. */
export async function explainBuild(
	{ selected }: ServiceInputs,
	components: readonly FingerprintComponent[],
	previous: PreviousImage | undefined,
	{ changedSince }: PlanLookups,
	baked: BakedValues,
): Promise<readonly Reason[]> {
	const changed = components.filter(({ kind, name, hash }) => kind === "files" && previous?.components[name] !== hash);
	const files = new Map<string, readonly string[] | undefined>();
	for (const { name } of previous?.revision === undefined ? [] : changed) {
		const mine = selected.filter(({ input }) => input.label === name);
		files.set(name, await changedFiles(mine, (paths) => changedSince(previous?.revision ?? "", paths)));
	}
	return whyBuild(components, previous, (name) => files.get(name), baked);
}

/** Of what an instruction brings, the files that differ; a file that is gone lies below one of its sources. */
async function changedFiles(
	inputs: readonly LocatedInput[],
	changed: (paths: readonly string[]) => Promise<readonly string[] | undefined>,
): Promise<readonly string[] | undefined> {
	const sources = inputs.flatMap(({ input, root }) =>
		input.sources.map((source) => (root + trimSlashes(source)).replace(/\/\.$|^\.$/, "")),
	);
	// Git is asked for the folder above a wildcard.
	const folders = sources.map((source) => source.replace(/(^|\/)[^/]*[*?[].*$/, "") || ".");
	const brought = new Set(inputs.flatMap(({ entries }) => entries.map(({ path }) => path)));
	const found = await changed([...new Set(folders)]);
	return found?.filter(
		(path) => brought.has(path) || sources.some((source) => path === source || path.startsWith(`${source}/`)),
	);
}

const trimSlashes = (path: string) => path.replace(/^(\.?\/)+|\/+$/g, "");
