import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { readLastJobs } from "../../../adapters/github/last-jobs.ts";
import { buildResultSchema, builtImageSchema } from "../../../model/documents/build.ts";
import type { PlannedImage } from "../../../model/documents/plan.ts";
import { formatLegName } from "../../../model/job-matrix/matrix.ts";
import { imageKey } from "../../../model/job-matrix/pending-images.ts";
import type { StageOptions } from "../../../options/parse-options.ts";
import { fits, parseAs } from "../../../util/json.ts";
import { WaitReporter } from "../../../util/wait-reporter.ts";
import type { StageContext } from "../../shared/context.ts";
import { listFiles } from "../../shared/documents-folder.ts";

/**
 * Build times of images in seconds, by `imageKey`: from the file or folder `times`, else from the last run in `out`,
 * else from the jobs of the workflow's last good run on GitHub, which are named like the legs. Missing or invalid data
 * is ignored: times only distribute work.
 */
export async function readBuildTimes(
	{ times, out, githubToken }: Pick<StageOptions, "times" | "out" | "githubToken">,
	{ cwd, env, log, progress }: Pick<StageContext, "cwd" | "env" | "log"> & Partial<Pick<StageContext, "progress">>,
	images: readonly Pick<PlannedImage, "service" | "platform">[],
): Promise<ReadonlyMap<string, number>> {
	const fromFiles = await timesIn(times === undefined ? path.join(out, "build.json") : path.resolve(cwd, times));
	if (times !== undefined && fromFiles.size === 0)
		log(`${times} contains no build times: image sizes are used instead`);
	if (times !== undefined || fromFiles.size > 0 || images.length < 2) return fromFiles;
	const lastRun = await new WaitReporter(progress).track("GitHub", "reading the jobs of the last run", () =>
		readLastJobs(env, githubToken, log),
	);
	const jobs = new Map(lastRun.map(({ name, seconds }) => [name, seconds]));
	return new Map(
		images.flatMap(({ service, platform }) => {
			const seconds = jobs.get(formatLegName([service], platform));
			return seconds === undefined ? [] : [[imageKey(service, platform), seconds]];
		}),
	);
}

const isJson = (file: string) => file.endsWith(".json");

async function timesIn(named: string): Promise<ReadonlyMap<string, number>> {
	const times = new Map<string, number>();
	for (const file of await listFiles(named, isJson))
		for (const { service, platform, outcome, durationMs } of await imagesOf(file))
			if (outcome === "built" && durationMs !== undefined && durationMs >= 0)
				times.set(imageKey(service, platform), durationMs / 1000);
	return times;
}

const timedBuildSchema = z.object({ kind: buildResultSchema.shape.kind, images: z.array(z.unknown()) });
const timedImageSchema = builtImageSchema.pick({ service: true, platform: true, outcome: true, durationMs: true });

async function imagesOf(file: string) {
	const text = await readFile(file, "utf8").catch(() => "");
	return parseAs(timedBuildSchema, text)?.images.filter((image) => fits(timedImageSchema, image)) ?? [];
}
