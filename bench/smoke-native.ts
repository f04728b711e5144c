// Ten services that take three seconds to start, on the machine's own architecture: all of them by `lucid smoke`,
// beside one alone by plain docker commands and all ten by plain Compose, in one run; then one, 35, and one whose image
// has 600 MB. Run by script/bench; needs LUCID_REGISTRY.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { arch, availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { exec } from "../src/adapters/process/exec.ts";
import type { BuildResult } from "../src/model/documents/build.ts";
import type { SmokeResult } from "../src/model/documents/smoke.ts";
import { alone, answer, docker } from "./alone.ts";
import { costOf, median } from "./measure.ts";
import { fill, start } from "./repository.ts";
import { report } from "./rows.ts";

const host = process.env.LUCID_REGISTRY;
if (host === undefined) throw new Error("LUCID_REGISTRY is not set: run script/bench");
const main = path.join(import.meta.dirname, "../dist/lucid.js");
const startsIn = 3;
/** That a service must stay up for, in the catalog's default; seconds. */
const stable = 1;

const program = `import os, signal, time
signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
time.sleep(${startsIn})
from http.server import BaseHTTPRequestHandler, HTTPServer
class Health(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/health" else 404)
        self.end_headers()
HTTPServer(("0.0.0.0", 8080), Health).serve_forever()
`;
const dockerfile = `FROM gcr.io/distroless/python3-debian12
COPY file main.py /
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["/usr/bin/python3", "/main.py"]
`;

/** The services, each with so many MB that its program does not need. */
async function makeRepository(root: string, services: number, megabytes: number): Promise<void> {
	const platform = arch() === "arm64" ? "linux/arm64" : "linux/amd64";
	const lines = ["version: 1", "project: bench", `defaults: { platforms: [${platform}] }`, "services:"];
	for (let i = 0; i < services; i++) {
		const folder = path.join(root, `service-${i}`);
		await mkdir(folder);
		await writeFile(path.join(folder, "main.py"), program);
		await writeFile(path.join(folder, "Dockerfile"), dockerfile);
		await fill(path.join(folder, "file"), megabytes);
		lines.push(`  service-${i}: { context: service-${i}, ports: [8080], health: /health }`);
	}
	await writeFile(path.join(root, "lucid.yml"), `${lines.join("\n")}\n`);
	start(root);
}

/** All, as the Compose file that smoke left says. */
async function composed(file: string, upSeconds: number[]): Promise<void> {
	const compose = (...args: string[]) => docker("compose", `--file=${file}`, "--project-name=plain", ...args);
	const started = performance.now();
	compose("up", "--detach");
	upSeconds.push((performance.now() - started) / 1000);
	await Promise.all(
		compose("ps", "--quiet")
			.split("\n")
			.map((id) => answer(id)),
	);
	compose("down");
}

async function measure(services: number, megabytes: number, runs: number): Promise<void> {
	const upSeconds: number[] = [];
	const root = await mkdtemp(path.join(tmpdir(), "lucid-bench-"));
	const out = await mkdtemp(path.join(tmpdir(), "lucid-bench-out-"));
	const lucid = async <T>(...args: string[]): Promise<T> => {
		const given = [main, ...args, `--registry=${host}`, `--out=${out}`, "--event=push:main", "--json"];
		const { stdout } = await exec([process.execPath, ...given], { cwd: root });
		return JSON.parse(stdout) as T;
	};
	try {
		await makeRepository(root, services, megabytes);
		const { images } = await lucid<BuildResult>("build");
		const [first] = images;
		if (first?.digest === undefined) throw new Error("nothing was built");
		const image = `${first.contentRef.replace(/:[^:/]*$/, "")}@${first.digest}`;
		const smoked = async () => {
			const result = await lucid<SmokeResult>("smoke", "--smoke=all");
			if (result.services.some(({ verdict }) => verdict !== "healthy")) throw new Error("not all are healthy");
			return result;
		};
		// Pulls everything, and is not counted.
		const { composeFile = "" } = await smoked();
		const ways = { alone: () => alone(image), compose: () => composed(composeFile, upSeconds), smoke: smoked };
		const seconds: Record<keyof typeof ways, number[]> = { alone: [], compose: [], smoke: [] };
		const least: Record<keyof typeof ways, number[]> = { alone: [], compose: [], smoke: [] };
		for (let run = 0; run < runs; run++)
			for (const way of Object.keys(ways) as (keyof typeof ways)[]) {
				const cost = await costOf<unknown>(ways[way]);
				seconds[way].push(cost.seconds);
				least[way].push(cost.least);
			}
		const one = median(seconds.alone);
		const row = (what: string, way: keyof typeof ways) =>
			console.log(
				`| ${what} | ${median(seconds[way]).toFixed(1)} s | ${(median(seconds[way]) / one).toFixed(2)} | ${median(least[way]).toFixed(1)} s |`,
			);
		console.log(
			`| services that start in ${startsIn} s | start to end | of one alone | processor time / ${availableParallelism()} |`,
		);
		console.log("| --- | ---: | ---: | ---: |");
		row("one: docker run, until it answers, stop, rm", "alone");
		row(`${services}: docker compose up, until all answer, down`, "compose");
		row(`${services}: lucid smoke, from process start`, "smoke");
		const own = median(seconds.smoke);
		await report({
			work: `smoke of ${services} ${services === 1 ? "service" : "services"} ${megabytes === 0 ? "" : `of ${megabytes} MB `}that ${services === 1 ? "starts" : "start"} in ${startsIn} s, natively`,
			ours: `${own.toFixed(1)} s`,
			peers: [
				{
					name: "one service by docker run until it answers, stop, rm",
					value: `${one.toFixed(1)} s`,
					ratio: one / own,
				},
				{
					name: "all services by docker compose up until they answer, down",
					value: `${median(seconds.compose).toFixed(1)} s`,
					ratio: median(seconds.compose) / own,
				},
			],
			reach: "at most 1.3 of the slowest one's start and stop",
			held: own / one <= 1.3,
			note: `${(own / one).toFixed(2)} times one alone; its processor time on ${availableParallelism()} cores is ${median(least.smoke).toFixed(1)} s`,
			why: "The engine uses two thirds of a second of processor time per container, and two cores run ten. Plain Compose has the same limit.",
		});
		const last = median(upSeconds) + startsIn + stable;
		console.log(
			`\nPlain Compose has the last of them running after ${median(upSeconds).toFixed(1)} s; with its own ${startsIn} s and the ${stable} s for which smoke has it stay up that is ${last.toFixed(1)} s, and then it is stopped and removed.`,
		);
		const each = (way: keyof typeof ways) => seconds[way].map((value) => value.toFixed(1)).join(", ");
		console.log(`Each run, seconds: alone ${each("alone")}; compose ${each("compose")}; smoke ${each("smoke")}`);
	} finally {
		for (const folder of [root, out]) await rm(folder, { recursive: true, force: true });
	}
}

for (const [services, megabytes, runs] of [
	[10, 0, 3],
	[1, 0, 3],
	[1, 600, 3],
	[35, 0, 1],
] as const)
	await measure(services, megabytes, runs);
