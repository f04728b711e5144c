import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { bases } from "../peers/contestants.ts";
import { start } from "../repository.ts";

/**
 * The most common service there is: FastAPI with uvicorn, its packages installed by pip into a folder, a distroless
 * final stage.
 */
export const service = "api";
export const port = 8080;
export const healthPath = "/health";

const requirements = [
	...["fastapi==0.111.0", "uvicorn==0.30.1", "pydantic==2.7.4", "httpx==0.27.0", "cryptography==42.0.8"],
	...["redis==5.0.6", "motor==3.4.0", "structlog==24.2.0", "prometheus-client==0.20.0"],
].join("\n");

const main = `from fastapi import FastAPI
app = FastAPI()
@app.get("${healthPath}")
def health():
    return {"status": "healthy"}
`;

const dockerfile = (base: string) => `FROM ${base} AS builder
WORKDIR /build
COPY ${service}/requirements.txt .
RUN pip install --no-cache-dir --target=/deps -r requirements.txt
FROM gcr.io/distroless/python3-debian12
WORKDIR /app
COPY --from=builder /deps /deps
COPY ${service}/app/ ./app/
ENV PYTHONPATH=/deps PYTHONUNBUFFERED=1
EXPOSE ${port}
USER 65532:65532
ENTRYPOINT ["/usr/bin/python3.11", "-m", "uvicorn", "app.main:app", "--host", "0.0.0.0", "--port", "${port}"]
`;

/** The reference of the builder's base image: in the registry beside us, so that it can move. */
export const baseOf = (host: string) => `${host}/bench/python:3.11-slim`;

/** Pushes another base image under the same tag: a file more in it. */
export async function moveBase(host: string, platform: string, turn: number): Promise<void> {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-bench-base-"));
	try {
		await writeFile(path.join(folder, "turn"), `${turn}\n`);
		await writeFile(path.join(folder, "Dockerfile"), "FROM python:3.11-slim\nCOPY turn /etc/turn\n");
		const contexts = bases().map((base) => `--build-context=${base}`);
		const output = `--output=type=image,push=true,store=false,name=${baseOf(host)}`;
		const argv = ["buildx", "build", "--builder=default", "--quiet", "--provenance=false", `--platform=${platform}`];
		execFileSync("docker", [...argv, ...contexts, output, folder], { stdio: ["ignore", "ignore", "inherit"] });
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** What a turn changes in the repository, so that every contestant builds something new. */
export const changes = {
	line: (root: string, turn: number) => writeFile(path.join(root, service, "app/main.py"), `${main}# ${turn}\n`),
	requirements: (root: string, turn: number) =>
		writeFile(path.join(root, service, "requirements.txt"), `${requirements}\n# ${turn}\n`),
} as const;

/** A repository with the service, its catalog, and what the others need to build it. */
export async function makeDaily(root: string, host: string, platform: string): Promise<void> {
	await mkdir(path.join(root, service, "app"), { recursive: true });
	await writeFile(path.join(root, service, "Dockerfile"), dockerfile(baseOf(host)));
	await writeFile(path.join(root, service, "app/__init__.py"), "");
	await changes.line(root, 0);
	await changes.requirements(root, 0);
	const settings = `platforms: [${platform}], floating: ["type=raw,value=latest"]`;
	const fields = `dockerfile: ${service}/Dockerfile, ports: ["${port}"], health: ${healthPath}`;
	const lines = ["version: 1", "project: daily", 'image: "{{name}}"', `defaults: { ${settings} }`, "services:"];
	await writeFile(path.join(root, "lucid.yml"), `${[...lines, `  ${service}: { ${fields} }`].join("\n")}\n`);
	start(root);
}
