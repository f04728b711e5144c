import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { exec } from "../../src/adapters/process/exec.ts";
import { docker } from "../build/engine-build.ts";
import { privateBuilder } from "../build/private-builder.ts";
import { baseOf, shell } from "./bases.ts";
import { compareSteps } from "./compare-steps.ts";
import { compare, countVerdicts, sayFindings, type Verdict } from "./judge.ts";
import { compareVersions, sayVersions, type VersionVerdict } from "./versions.ts";

/** `run-differential.ts [CASES] [--seed N] [--steps | --versions]`: see script/differential. */
const args = process.argv.slice(2);
const at = args.indexOf("--seed");
const seed = Number(at < 0 ? Math.floor(Math.random() * 1e6) * 2 : args[at + 1]);
const count = Number(
	args.find((arg, i) => /^\d+$/.test(arg) && i !== at + 1) ?? (args.includes("--versions") ? 1000 : 5000),
);
const folder = await mkdtemp(path.join(tmpdir(), "lucid-differential-"));
const start = performance.now();

/** Batches of ten, each on builders with the earlier ones. */
async function runSteps(): Promise<void> {
	await using ours = await privateBuilder();
	await using plain = await privateBuilder();
	let [compared, different] = [0, 0];
	for (let at = 0; at < count; at += 10) {
		const seeds = Array.from({ length: Math.min(10, count - at) }, (_, i) => seed + at + i);
		const found = await compareSteps(seeds, { docker, ours, plain, folder, shell, baseOf });
		for (const text of found.different) console.log(`${text}\n`);
		compared += found.compared;
		different += found.different.length;
		process.stderr.write(`${at + seeds.length} of ${count}: ${different} different\n`);
	}
	console.log(`${compared} changes: ${different} after which other steps ran than with plain BuildKit`);
	if (different > 0) process.exitCode = 1;
}

async function runFingerprints(): Promise<void> {
	console.log(`${count} cases from seed ${seed}; one alone: script/differential 1 --seed N`);
	const seeds = Array.from({ length: count }, (_, i) => seed + i);
	const verdicts: Verdict[] = [];
	const tell = (more: readonly Verdict[]) => {
		verdicts.push(...more);
		for (const { text } of more) if (text !== undefined) console.log(`${text}\n`);
		const { cases, counts } = countVerdicts(verdicts);
		const seconds = ((performance.now() - start) / 1000).toFixed(0);
		process.stderr.write(`${cases} of ${count}: ${counts.missed} missed, ${counts.false} false; ${seconds} s\n`);
	};
	const found = await compare(seeds, { exec, folder, shell, baseOf, askEngine: 10, onBatch: tell });
	console.log(sayFindings(found));
	if (found.counts.missed + found.counts["refused by us"] > 0 || found.counts.false > count / 100) process.exitCode = 1;
}

async function runVersions(): Promise<void> {
	console.log(`${count} cases from seed ${seed}; one alone: script/differential --versions 1 --seed N`);
	const seeds = Array.from({ length: count }, (_, i) => seed + i);
	const verdicts: VersionVerdict[] = [];
	await compareVersions(seeds, { exec, folder, shell, baseOf }, (more) => {
		verdicts.push(...more);
		for (const { text } of more) if (text !== undefined) console.log(`${text}\n`);
		const seconds = ((performance.now() - start) / 1000).toFixed(0);
		process.stderr.write(`${verdicts.length} of ${count}; ${seconds} s\n`);
	});
	console.log(sayVersions(verdicts));
	if (verdicts.some(({ kind }) => kind === "missed")) process.exitCode = 1;
}

try {
	await (args.includes("--steps") ? runSteps() : args.includes("--versions") ? runVersions() : runFingerprints());
} finally {
	// Another batch may still be writing: the first error is the one to report.
	await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
}
