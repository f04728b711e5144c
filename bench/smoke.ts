/**
 * The example's stack: all services at once, as `lucid smoke` does it, and one after another. Images are built and
 * pushed first, which is not counted.
 */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exec } from "../src/adapters/process/exec.ts";
import type { SmokedService, SmokeResult } from "../src/model/documents/smoke.ts";
import { costOf } from "./measure.ts";

const folder = await mkdtemp(join(tmpdir(), "bench-smoke-"));
const root = join(folder, "lucid");
const main = fileURLToPath(new URL("../src/entrypoints/cli/main.ts", import.meta.url));
const start = `import { main } from ${JSON.stringify(main)}; await main(process.argv.slice(1));`;

async function lucid(...args: readonly string[]): Promise<string> {
	const { exitCode, stdout, stderr } = await exec(
		[process.execPath, "--input-type=module-typescript", "--eval", start, "--", ...args],
		{ cwd: root },
	);
	if (exitCode !== 0) throw new Error(`lucid ${args.join(" ")} ended with ${exitCode}\n${stderr}${stdout}`);
	return stdout;
}

const common = [`--registry=${process.env.LUCID_REGISTRY}`, "--event=push:main"];
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

async function smoke(...names: readonly string[]) {
	const out = await mkdtemp(join(folder, "out-"));
	const text = await lucid("smoke", ...names, ...common, "--smoke=all", "--json", `--out=${out}`);
	return { result: JSON.parse(text) as SmokeResult };
}

/** What a service takes by itself: until it answers, and to stop. */
const ownMs = ({ readyMs = 0, stopMs = 0 }: SmokedService) => readyMs + stopMs;

try {
	await cp(fileURLToPath(new URL("../examples/lucid", import.meta.url)), root, { recursive: true });
	for (const argv of [
		["init", "-q", "-b", "main"],
		["add", "-A"],
		["-c", "user.name=b", "-c", "user.email=b@b", "commit", "-qm", "b"],
	])
		await exec(["git", ...argv], { cwd: root });
	await lucid("build", ...common, `--out=${join(folder, "built")}`);
	// Pulled once, so that both begin with the same images.
	await smoke();

	const { result: together, least } = await costOf(() => smoke());
	const tried = together.result.services.filter(({ verdict }) => verdict !== "skipped");
	console.log("| service | verdict | runs on | ready | stopped |");
	console.log("| --- | --- | --- | ---: | ---: |");
	for (const { service, verdict, architecture = "", readyMs = 0, stopMs = 0 } of tried)
		console.log(`| ${service} | ${verdict} | ${architecture} | ${seconds(readyMs)} | ${seconds(stopMs)} |`);

	let apart = 0;
	let slowest = 0;
	for (const { service } of tried) {
		const { result } = await smoke(service);
		apart += result.durationMs;
		slowest = Math.max(slowest, result.durationMs);
	}
	const { durationMs, services } = together.result;
	const first = Math.min(...tried.map(({ readyMs = Number.POSITIVE_INFINITY }) => readyMs));
	console.log(`\n${services.filter(({ verdict }) => verdict === "healthy").length} of ${tried.length} healthy`);
	console.log(
		`first healthy after ${seconds(first)}, slowest service by itself ${seconds(Math.max(...tried.map(ownMs)))}`,
	);
	console.log(
		`all together ${seconds(durationMs)}, one after another ${seconds(apart)}: ${(apart / durationMs).toFixed(1)} times as long`,
	);
	console.log(
		`processor time of it, spread over ${availableParallelism()} processors: ${least.toFixed(1)} s; in less it cannot be done here`,
	);
	console.log(
		`the slowest alone, with the stack made and removed: ${seconds(slowest)}; all together is ${(durationMs / slowest).toFixed(2)} of that`,
	);
} finally {
	await rm(folder, { recursive: true, force: true });
}
