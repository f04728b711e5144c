import assert from "node:assert/strict";
import type { BuildStep } from "../../src/model/documents/build.ts";
import { BakeLog } from "../../src/stages/build/log/bake-log.ts";
import { docker } from "./engine-build.ts";

/**
 * `[builder 2/3] RUN make` is `builder RUN make`: BuildKit counts FROM among the steps of a stage, unless a context
 * has that name.
 */
function instruction(name: string): string | undefined {
	const [, stage = "", line = ""] = /^\[(\S+ )?\d+\/\d+\] (.*)/.exec(name) ?? [];
	return line === "" || line.startsWith("FROM ") ? undefined : stage + line;
}

/** The executed instructions, without cached ones, in alphabetical order. FROM is pulled, not executed. */
export function executed(steps: readonly BuildStep[]): readonly string[] {
	return steps.flatMap(({ name, cached }) => (cached ? [] : (instruction(name) ?? []))).sort();
}

/** Runs `docker buildx build` with these arguments and returns the executed instructions. */
export async function plainBuild(args: readonly string[], cwd: string): Promise<readonly string[]> {
	const watch = new BakeLog({ targets: new Map([["plain", "plain"]]) });
	const { exitCode } = await docker(["buildx", "build", "--progress=rawjson", "--provenance=false", ...args], {
		...{ cwd, discard: true, signal: AbortSignal.timeout(120_000) },
		onLine: (line) => watch.readLine(line),
	});
	assert.equal(exitCode, 0, watch.text.join("\n"));
	return executed(watch.target("plain").steps);
}
