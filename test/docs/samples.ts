import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";
import { type Block, blocks } from "./blocks.ts";

/** A workflow, or the steps of one, that a page shows. */
export interface Sample {
	/** Every place that shows it: `README.md:38`. */
	readonly places: readonly string[];
	readonly text: string;
}

const notRun = ({ note }: Block) => note?.startsWith("not run: ") ?? false;

/** Samples that some test can run, each once: pages repeat some, comments aside. */
function samplesOf(isSample: (value: unknown, block: Block) => boolean): readonly Sample[] {
	const found: { readonly value: unknown; readonly text: string; readonly places: string[] }[] = [];
	for (const block of blocks) {
		if (!/^ya?ml$/.test(block.language) || block.info !== "" || notRun(block)) continue;
		const value: unknown = parse(block.text);
		if (!isSample(value, block)) continue;
		const place = `${block.page}:${block.line}`;
		const same = found.find((one) => isDeepStrictEqual(one.value, value));
		if (same === undefined) found.push({ value, text: block.text, places: [place] });
		else same.places.push(place);
	}
	return found;
}

const isWorkflow = (value: unknown) => typeof value === "object" && value !== null && "on" in value && "jobs" in value;

/** Whole workflows of all pages. */
export const workflowSamples = samplesOf(isWorkflow);

/** Steps of each README, and of the page of the action that does everything in one job. */
export const stepSamples = samplesOf(
	(value, { page }) => Array.isArray(value) && (path.basename(page) === "README.md" || page === "docs/action.md"),
);
