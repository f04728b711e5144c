// How long `lucid lint` takes, offline: services in the shape of the example's, each with a builder, a distroless
// runtime, requirements and a hundred files. Run by script/bench.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { LintResult } from "../src/model/documents/lint.ts";
import { inTurn, median, once } from "./measure.ts";
import { start } from "./repository.ts";

const lucid = path.join(import.meta.dirname, "../dist/lucid.js");
const runs = 5;
const filesEach = 100;

const dockerfile = (name: string, port: number) => `FROM python:3.11-slim AS builder
WORKDIR /build
COPY ${name}/requirements.txt ./
RUN pip install --user -r requirements.txt
WORKDIR /app
COPY ${name}/app/ ./app/

FROM gcr.io/distroless/python3-debian12
COPY --from=builder /root/.local/lib/python3.11/site-packages/ /usr/local/lib/python3.11/dist-packages/
COPY --from=builder /app/ /app/
WORKDIR /app
ARG BUILD_DATE
LABEL org.opencontainers.image.created="\${BUILD_DATE}"
ENV PORT=${port} HOST=0.0.0.0
EXPOSE ${port}
USER 65532:65532
HEALTHCHECK CMD ["/usr/bin/python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:${port}/health')"]
ENTRYPOINT ["/usr/bin/python3", "-m", "app.main"]
`;

async function makeRepository(services: number, root: string): Promise<void> {
	const lines = ["version: 1", "project: bench", "services:"];
	const compose = ["services:"];
	for (let index = 0; index < services; index++) {
		const name = `service-${index}`;
		const port = 8000 + index;
		const folder = path.join(root, name);
		await mkdir(path.join(folder, "app"), { recursive: true });
		await writeFile(path.join(folder, "Dockerfile"), dockerfile(name, port));
		await writeFile(path.join(folder, "requirements.txt"), "fastapi==0.104.1\naiohttp==3.9.1\ngrpcio==1.59.3\n");
		await writeFile(path.join(folder, "app/main.py"), `# ${name}\n`);
		for (let i = 0; i < filesEach - 3; i++)
			await writeFile(path.join(folder, `app/module_${i}.py`), `# ${name} ${i}\n`);
		lines.push(
			`  ${name}: { dockerfile: ${name}/Dockerfile, ports: ["${port}:${port}"], health: /health, verify: { user: 65532:65532 } }`,
		);
		compose.push(`  ${name}:`, `    image: ${name}`, `    ports: ["${port}:${port}"]`);
	}
	await writeFile(path.join(root, "lucid.yml"), `${lines.join("\n")}\n`);
	await writeFile(path.join(root, "compose.yml"), `${compose.join("\n")}\n`);
	start(root);
}

async function measure(services: number): Promise<string> {
	const root = await mkdtemp(path.join(tmpdir(), "lucid-bench-"));
	const out = await mkdtemp(path.join(tmpdir(), "lucid-bench-out-"));
	try {
		await makeRepository(services, root);
		const argv = [
			process.execPath,
			lucid,
			"lint",
			"--offline",
			"--build-checks=off",
			"--json",
			`--out=${out}`,
		] as const;
		const lint = async () => {
			const sample = await once(argv, { cwd: root });
			const worse = (JSON.parse(sample.stdout) as LintResult).findings.filter(({ severity }) => severity !== "note");
			if (worse.length > 0) throw new Error(JSON.stringify(worse.slice(0, 3)));
			return sample;
		};
		const { lint: samples } = await inTurn({ lint }, runs);
		const memory = Math.max(...samples.map(({ megabytes }) => megabytes));
		const seconds = median(samples.map((sample) => sample.seconds));
		return `| ${services} | ${services * filesEach} | ${seconds.toFixed(2)} s | ${Math.round(memory)} MB |`;
	} finally {
		for (const folder of [root, out]) await rm(folder, { recursive: true, force: true });
	}
}

console.log("| services | files | lucid lint, offline | peak memory |");
console.log("| ---: | ---: | ---: | ---: |");
for (const services of [1, 35, 300]) console.log(await measure(services));
