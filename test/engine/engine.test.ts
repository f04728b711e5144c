import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";

/** What script/test promises to the tests that run on a real engine. */

const run = promisify(execFile);
const registry = process.env.LUCID_REGISTRY;
assert.ok(registry, "LUCID_REGISTRY is not set: run this by script/test");

/** Where a public base image is pulled from: a stand-in where the public registry is out of reach. */
function image(host: string, name: string): string {
	const mirrors = (process.env.LUCID_MIRRORS ?? "").split(",").map((pair) => pair.split("="));
	const prefix = mirrors.find(([from]) => from === host)?.[1] ?? host;
	return `${prefix}/${name}`;
}

const python = image("docker.io", "library/python:3.11-slim");
const distroless = image("gcr.io", "distroless/python3-debian12:latest");

async function inContainer(platform: string, ...args: readonly string[]): Promise<string> {
	const { stdout } = await run("docker", [
		"run",
		"--rm",
		"--quiet",
		"--pull=always",
		`--platform=${platform}`,
		...args,
	]);
	return stdout.trim();
}

test("the registry answers", async () => {
	const response = await fetch(`http://${registry}/v2/`);
	assert.equal(response.status, 200);
});

test("an arm64 container runs as aarch64", async () => {
	assert.equal(await inContainer("linux/arm64", python, "uname", "-m"), "aarch64");
});

test("an amd64 container runs as x86_64 where the builder does", { skip: process.arch !== "x64" }, async () => {
	assert.equal(await inContainer("linux/amd64", python, "uname", "-m"), "x86_64");
});

test("python:3.11-slim has Python 3.11 and pip on the path", async () => {
	assert.match(await inContainer("linux/arm64", python, "python", "--version"), /^Python 3\.11\./);
	assert.match(await inContainer("linux/arm64", python, "pip", "--version"), /python 3\.11/);
});

test("the distroless base runs Python by itself, on arm64", async () => {
	const code = "import platform, ssl, sqlite3; print(platform.machine())";
	assert.equal(await inContainer("linux/arm64", distroless, "-c", code), "aarch64");
});

test("the distroless base has no shell", async () => {
	for (const shell of ["/bin/sh", "/bin/bash", "/usr/bin/dash"]) {
		await assert.rejects(
			inContainer("linux/arm64", `--entrypoint=${shell}`, distroless, "-c", "true"),
			/no such file or directory/,
		);
	}
});
