import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { exec } from "../../src/process/exec.ts";
import { baseOf, shell } from "./bases.ts";
import { compare, countVerdicts, sayFindings, type Verdict } from "./judge.ts";

/** `run-differential.ts [CASES] [--seed N]`: see script/differential. */
const args = process.argv.slice(2);
const at = args.indexOf("--seed");
const seed = Number(at < 0 ? Math.floor(Math.random() * 1e6) * 2 : args[at + 1]);
const count = Number(args.find((arg, i) => /^\d+$/.test(arg) && i !== at + 1) ?? 5000);
const folder = await mkdtemp(path.join(tmpdir(), "lucid-differential-"));
const start = performance.now();
try {
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
} finally {
	// After a failure another batch may still be writing: what failed is what is to be told.
	await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
}
