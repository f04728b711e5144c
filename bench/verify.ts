// How long `lucid verify` takes over all images of examples/lucid as a registry holds them, imports in containers included. Run by script/bench; needs
// LUCID_REGISTRY, and an engine that runs linux/arm64.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { VerifyResult } from "../src/documents/verify.ts";
import { inTurn, median, once } from "./measure.ts";

const host = process.env.LUCID_REGISTRY;
if (host === undefined) throw new Error("LUCID_REGISTRY is not set: run script/bench");
const root = path.join(import.meta.dirname, "..");
const lucid = path.join(root, "dist/lucid.js");
const out = await mkdtemp(path.join(tmpdir(), "lucid-bench-out-"));
const run = (stage: "build" | "verify") =>
	once(
		[
			process.execPath,
			lucid,
			stage,
			"--json",
			"--catalog=examples/lucid/lucid.yml",
			`--registry=${host}`,
			`--out=${out}`,
		],
		{ cwd: root },
	);
try {
	await run("build");
	const samples = await inTurn({ verify: () => run("verify") }, 5);
	const result = JSON.parse(samples.verify.at(-1)?.stdout ?? "") as VerifyResult;
	const checks = result.images.flatMap((image) => image.checks);
	const bad = checks.filter(({ ok }) => !ok);
	if (bad.length > 0) throw new Error(`the example is not as it should be: ${JSON.stringify(bad)}`);
	const seconds = median(samples.verify.map((sample) => sample.seconds)).toFixed(2);
	const memory = Math.round(Math.max(...samples.verify.map(({ megabytes }) => megabytes)));
	const { read, bytes } = result.layers;
	console.log("| images | checks | layers read | MB read | lucid verify | peak memory |");
	console.log("| ---: | ---: | ---: | ---: | ---: | ---: |");
	console.log(
		`| ${result.images.length} | ${checks.length} | ${read} | ${(bytes / 1e6).toFixed(1)} | ${seconds} s | ${memory} MB |`,
	);
} finally {
	await rm(out, { recursive: true, force: true });
}
