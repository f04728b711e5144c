import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, open, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * A repository in the shape of the Lucid project: small Python services that all have the whole repository as their
 * context and copy a folder each, a step in a builder stage, a slim base for arm64.
 */
export async function makeRepository(root: string, services: number, registry: string): Promise<readonly string[]> {
	const names = Array.from({ length: services }, (_, i) => `service-${i}`);
	const lines = ["version: 1", "project: bench", `registry: ${registry}`, 'image: "{{name}}"', "services:"];
	for (const name of names) {
		await mkdir(path.join(root, name, "app"), { recursive: true });
		await writeFile(path.join(root, name, "Dockerfile"), dockerfile(name));
		for (let i = 0; i < 10; i++)
			await writeFile(path.join(root, name, `app/part_${i}.py`), `NAME = "${name} ${i}"\n`.repeat(50));
		await writeFile(path.join(root, name, "app/main.py"), `print("${name}")\n`);
		lines.push(`  ${name}: { dockerfile: ${name}/Dockerfile }`);
	}
	await writeFile(path.join(root, "lucid.yml"), `${lines.join("\n")}\n`);
	start(root);
	return names;
}

/** The wanted step of compiling, and an image without a shell. */
function dockerfile(name: string): string {
	return `FROM --platform=$BUILDPLATFORM python:3.11-slim AS builder
ARG VERSION
COPY ${name}/app/ /app/
RUN python -m compileall -q --invalidation-mode unchecked-hash /app
FROM gcr.io/distroless/python3-debian12
COPY --from=builder /app/ /app/
USER 65532:65532
ENTRYPOINT ["/usr/bin/python3", "/app/main.py"]
`;
}

/** A file of so many MB that no compression makes smaller. */
export async function fill(file: string, megabytes: number): Promise<void> {
	await using handle = await open(file, "w");
	for (let i = 0; i < megabytes; i++) await handle.write(randomBytes(1_000_000));
}

/**
 * Nothing is left of an earlier build in the engine. What is in the registry stays: who starts from cold pushes to
 * repositories of its own.
 */
export function forget(): void {
	execFileSync("docker", ["buildx", "prune", "--all", "--force"], { stdio: "ignore" });
	execFileSync("docker", ["system", "prune", "--all", "--force"], { stdio: "ignore" });
}

/** All that is in a folder is the first commit of a repository. */
export function start(root: string): void {
	git(root, "init", "-q", "-b", "main");
	commit(root, "first");
}

export function commit(root: string, message: string): string {
	git(root, "add", "-A");
	git(root, "commit", "-q", "--allow-empty", "-m", message);
	return git(root, "rev-parse", "HEAD").trim();
}

function git(root: string, ...args: readonly string[]): string {
	// git's own maintenance would fall into the turn of one contestant.
	const still = ["-c", "gc.auto=0", "-c", "maintenance.auto=false"];
	const author = ["-c", "user.name=Bench", "-c", "user.email=b@example.invalid"];
	return execFileSync("git", [...author, ...still, ...args], { cwd: root, encoding: "utf8" });
}
