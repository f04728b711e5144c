import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { SmokedService } from "../../src/model/documents/smoke.ts";
import type { Health, Service } from "../../src/model/service/service.ts";
import { type PushedImage, runSmoke } from "../../src/stages/smoke/run-smoke.ts";
import { api, docker } from "../smoke/adversary.ts";
import { aHealth } from "../smoke/health.ts";
import { aPlan, aService } from "../support/documents.ts";

/** What process 1 does natively on SIGTERM. */
type Stop = "ends" | "ignores";

const redis: Health = { kind: "command", command: ["redis-cli", "ping"], timing: aHealth().timing };
/** The servers that people use, each as it comes from Debian, PyPI or npm, with what it does on SIGTERM. */
const servers: readonly { readonly name: string; readonly stop: Stop; readonly health?: Health; readonly ci?: true }[] =
	[
		{ name: "uvicorn", stop: "ends", ci: true },
		{ name: "gunicorn", stop: "ends", ci: true },
		{ name: "hypercorn", stop: "ends" },
		{ name: "flask", stop: "ignores" },
		{ name: "django", stop: "ends" },
		{ name: "http", stop: "ignores", ci: true },
		{ name: "express", stop: "ignores" },
		{ name: "fastify", stop: "ends" },
		{ name: "nginx", stop: "ends", ci: true },
		{ name: "redis", stop: "ends", health: redis, ci: true },
		{ name: "go", stop: "ends", ci: true },
		{ name: "java", stop: "ends" },
	];
/** script/servers --table */
const all = process.env.LUCID_ALL_SERVERS !== undefined;
const chosen = servers.filter(({ ci }) => all || ci);
/** amd64 under emulation is not set up by script/engine. */
const platforms = process.arch === "arm64" ? ["linux/arm64"] : ["linux/amd64", "linux/arm64"];

let folder: string;
let rows: readonly SmokedService[] = [];

before(async () => {
	folder = await mkdtemp(join(tmpdir(), "servers-test-"));
	const images = await push();
	const services = chosen.map(({ name, health }): Service => {
		const port = name === "redis" ? 6379 : 8080;
		return aService({
			...{ name, ports: [{ container: port, protocol: "tcp" }] },
			health: health ?? aHealth({ timing: { stopGracePeriod: 10_000 } }),
		});
	});
	const plan = { ...aPlan(services), network: { name: "servers-test" } };
	const result = await runSmoke({ plan, images, docker, api, progress: () => {}, outDir: folder });
	rows = result.services;
	for (const { name } of all ? chosen : []) {
		const cells = platforms.map((platform) => {
			const { verdict, readyMs, stopMs, failure, reason, warnings } = row(name, platform);
			return `${verdict} | ${readyMs} | ${stopMs} | ${[failure?.guess, ...(warnings ?? []), reason].filter(Boolean).join("; ")}`;
		});
		console.log(`| ${[name, ...cells].join(" | ")} |`);
	}
});
after(() => rm(folder, { recursive: true, force: true }));

/** All chosen servers in one build, which copies files and runs nothing. */
async function push(): Promise<readonly PushedImage[]> {
	const registry = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run through script/test");
	const script = fileURLToPath(new URL("../../script/servers", import.meta.url));
	const context = (await promisify(execFile)(script, { encoding: "utf8" })).stdout.trim();
	const sources = fileURLToPath(new URL("../smoke/servers", import.meta.url));
	const target = chosen.flatMap(({ name }) =>
		platforms.map((platform) => [
			`${name}-${platform.slice(6)}`,
			{
				...{ context, dockerfile: join(sources, "Dockerfile"), target: name, platforms: [platform] },
				...{ contexts: { sources }, attest: ["type=provenance,disabled=true"] },
				...{
					tags: [`${registry}/servers/${name}:${platform.slice(6)}`],
					output: ["type=image,push=true,compression=uncompressed"],
				},
			},
		]),
	);
	const metadata = join(folder, "metadata.json");
	const definition = {
		group: { default: { targets: target.map(([name]) => name) } },
		target: Object.fromEntries(target),
	};
	const allow = [`--allow=fs.read=${context}`, `--allow=fs.read=${sources}`];
	const args = ["buildx", "bake", "--file=-", `--metadata-file=${metadata}`, "--progress=plain", ...allow];
	const { exitCode, stderr } = await docker(args, { input: JSON.stringify(definition) });
	assert.equal(exitCode, 0, stderr.slice(-2_000));
	const built = JSON.parse(await readFile(metadata, "utf8"));
	return chosen.flatMap(({ name }) =>
		platforms.map((platform) => ({
			...{ service: name, platform, ref: `${registry}/servers/${name}:${platform.slice(6)}` },
			digest: built[`${name}-${platform.slice(6)}`]["containerimage.digest"],
		})),
	);
}

const row = (name: string, platform: string): SmokedService =>
	rows.find((one) => one.service === name && one.platform === platform) ?? assert.fail(`no row of ${name}`);

for (const platform of platforms)
	describe(platform, () => {
		for (const { name, stop } of chosen)
			test(`${name} is healthy, and its stop is judged only where it was seen`, (context) => {
				const { verdict, failure, probes, emulated, killed, warnings, reason, stopMs } = row(name, platform);
				assert.equal(verdict, "healthy", failure?.guess ?? reason);
				assert.ok(probes.every(({ ok }) => ok));
				assert.ok(stopMs !== undefined);
				if (emulated && killed) assert.match(reason ?? "", /^stop not judged under emulation/);
				else assert.equal(reason, undefined);
				if (emulated || stop === "ends") assert.equal(warnings, undefined);
				else assert.match(warnings?.join() ?? "", /^ignores SIGTERM: killed after \d/);
				if (stop === "ends" && !emulated) assert.equal(killed, undefined);
				context.diagnostic(`ready after ${row(name, platform).readyMs} ms, stopped after ${stopMs} ms`);
			});
	});
