import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { type Exec, exec } from "../../src/adapters/process/exec.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import { parseOptions, type RawValues } from "../../src/options/parse-options.ts";
import { plan } from "../../src/stages/plan/stage.ts";
import type { StageContext } from "../../src/stages/shared/context.ts";
import type { Env } from "../../src/util/env.ts";

/** The real outside in a folder, of which nothing is shown. */
export const quietWorld = (cwd: string, run: Exec = exec): StageContext => ({
	...{ exec: run, docker: dockerWith(run), env: {}, cwd, progress: () => {}, log: () => {}, now: () => 0 },
	signal: new AbortController().signal,
});

export interface Planner extends AsyncDisposable {
	/** Plans as the command does, at a time of its own. */
	plan(raw?: RawValues, at?: string): Promise<Plan>;
	/** Lines for people of all plans so far. */
	readonly lines: readonly string[];
	readonly out: string;
	/** The cache folder of its machine. */
	readonly cache: string;
}

/** Plans of the repository in a folder, against a registry. */
export async function plannerOf(root: string, host: string, env: Env = {}): Promise<Planner> {
	const out = await mkdtemp(path.join(tmpdir(), "lucid-out-"));
	const cache = path.join(out, "cache");
	const lines: string[] = [];
	const world = (at: string): StageContext => ({
		...quietWorld(root),
		env: { HOME: out, LUCID_CACHE: cache, ...env },
		log: (line) => lines.push(line),
		date: () => Date.parse(at),
	});
	return {
		out,
		cache,
		lines,
		plan: (raw = {}, at = "2026-11-21T03:17:00Z") => {
			const here = world(at);
			return plan(parseOptions({ registry: host, out, ...raw }, here), here);
		},
		[Symbol.asyncDispose]: () => rm(out, { recursive: true, force: true }),
	};
}

/** What a plan decided for each image, with its reasons. */
export const decisions = (made: Plan): Readonly<Record<string, string>> =>
	Object.fromEntries(
		made.images.map(({ service, decision: { kind, reasons } }) => [
			service,
			kind === "unchanged" ? kind : `${kind}: ${reasons.map(({ detail }) => detail).join("; ")}`,
		]),
	);
