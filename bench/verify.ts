// How long `lucid verify` takes over all images of examples/lucid as a registry holds them, imports in containers
// included, and over one image of 1 and of 600 MB. Run by script/bench; needs LUCID_REGISTRY, and an engine that runs
// linux/arm64.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { VerifyResult } from "../src/model/documents/verify.ts";
import { inTurn, median, once } from "./measure.ts";
import { fill, start } from "./repository.ts";

const host = process.env.LUCID_REGISTRY;
if (host === undefined) throw new Error("LUCID_REGISTRY is not set: run script/bench");
const root = path.join(import.meta.dirname, "..");
const lucid = path.join(root, "dist/lucid.js");
const runs = 5;

/** All that a catalog names, built and then verified. */
async function measure(what: string, cwd: string, catalog: string): Promise<void> {
	const out = await mkdtemp(path.join(tmpdir(), "lucid-bench-out-"));
	const given = ["--json", `--catalog=${catalog}`, `--registry=${host}`, `--out=${out}`];
	const run = (stage: "build" | "verify") => once([process.execPath, lucid, stage, ...given], { cwd });
	try {
		await run("build");
		const samples = await inTurn({ verify: () => run("verify") }, runs);
		const result = JSON.parse(samples.verify.at(-1)?.stdout ?? "") as VerifyResult;
		const checks = result.images.flatMap((image) => image.checks);
		const bad = checks.filter(({ ok, level }) => !ok && level !== "warning");
		if (bad.length > 0) throw new Error(`${what} failed checks: ${JSON.stringify(bad)}`);
		const seconds = median(samples.verify.map((sample) => sample.seconds)).toFixed(2);
		const memory = Math.round(Math.max(...samples.verify.map(({ megabytes }) => megabytes)));
		const { read, bytes } = result.layers;
		console.log(
			`| ${what} | ${result.images.length} | ${checks.length} | ${read} | ${(bytes / 1e6).toFixed(1)} | ${seconds} s | ${memory} MB |`,
		);
	} finally {
		await rm(out, { recursive: true, force: true });
	}
}

/** A repository with one image of so many MB. */
async function oneImage(megabytes: number): Promise<void> {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-bench-"));
	try {
		await fill(path.join(folder, "file"), megabytes);
		await writeFile(path.join(folder, "Dockerfile"), "FROM scratch\nCOPY file /\nUSER 65532:65532\n");
		const services = `services: { one: { context: ".", image: bench/size-${megabytes} } }`;
		await writeFile(path.join(folder, "lucid.yml"), `version: 1\nproject: bench\n${services}\n`);
		start(folder);
		await measure(`one image of ${megabytes} MB`, folder, "lucid.yml");
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

console.log("| what | images | checks | layers read | MB read | lucid verify | peak memory |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
await measure("examples/lucid", root, "examples/lucid/lucid.yml");
for (const megabytes of [1, 600]) await oneImage(megabytes);
