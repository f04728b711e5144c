import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { host, python, registry } from "../build/engine-build.ts";
import { noPrivateEngine, type PrivateEngine, privateEngine } from "../build/private-engine.ts";
import { makeRepo, type Repo } from "../support/repo.ts";

const skip = noPrivateEngine ?? false;
const lucid = path.join(import.meta.dirname, "../../dist/lucid.js");
const platforms = ["linux/amd64", "linux/arm64"];
const names = ["base", "one", "two", "three"];

const files = {
	"lucid.yml": `version: 1
project: killed
defaults:
  platforms: [${platforms.join(", ")}]
  floating: ["type=raw,value=latest"]
services:
${names.map((name) => `  ${name}: { context: ${name}${name === "one" ? ', contexts: { base: "target:base" }' : ""} }`).join("\n")}
`,
	...Object.fromEntries(
		names.map((name) => [
			`${name}/Dockerfile`,
			`FROM --platform=$BUILDPLATFORM ${python} AS builder
RUN --network=none head -c 3000000 /dev/zero | tr '\\0' ${name[0]} > /big && sleep 0.2
FROM ${name === "one" ? "base" : "scratch"}
COPY --from=builder /big /${name}
COPY hello.txt /
USER 65532:65532
`,
		]),
	),
	...Object.fromEntries(names.map((name) => [`${name}/hello.txt`, `${name}\n`])),
};

let repo: Repo;
let engine: PrivateEngine;
let out = "";
/** By `service platform`, of an undisturbed run. */
let undisturbed: ReadonlyMap<string, string>;
/** What runs that failed had to say. */
const messages: string[] = [];
/** How long that took, with the engine's cache warm. */
let usualMs = 0;

before(async () => {
	if (skip) return;
	repo = await makeRepo(files);
	await repo.commit();
	out = await mkdtemp(path.join(tmpdir(), "lucid-killed-"));
	engine = await privateEngine();
	assert.equal(await start(freshPrefix()).ended, 0);
	const prefix = freshPrefix();
	const started = performance.now();
	assert.equal(await start(prefix).ended, 0);
	usualMs = performance.now() - started;
	undisturbed = await digests(prefix);
	assert.equal(undisturbed.size, names.length * platforms.length);
});

after(async () => {
	if (skip) return;
	await engine[Symbol.asyncDispose]();
	await repo[Symbol.asyncDispose]();
	await rm(out, { recursive: true, force: true });
});

const freshPrefix = () => `${host}/lucid-test/killed-${randomBytes(5).toString("hex")}`;

/** All stages but smoke: it builds, and moves the tags. */
function start(prefix: string): { readonly child: ChildProcess; readonly ended: Promise<number | null> } {
	const args = [
		"run",
		`--registry=${prefix}`,
		`--out=${out}`,
		"--smoke=off",
		"--no-require-smoke",
		"--event=push:main",
		"--json",
	];
	const child = spawn(process.execPath, [lucid, ...args], {
		cwd: repo.root,
		// Its own: what is killed leaves its temporary files behind.
		env: { ...process.env, DOCKER_HOST: engine.host, TMPDIR: out },
		stdio: ["ignore", "ignore", "pipe"],
	});
	let output = "";
	child.stderr?.on("data", (chunk) => {
		output += chunk;
	});
	const ended = new Promise<number | null>((resolve) =>
		child.once("close", (code) => {
			if (code !== 0 && code !== null) messages.push(output);
			resolve(code);
		}),
	);
	return { child, ended };
}

async function tagsOf(repository: string): Promise<readonly string[]> {
	const [name, ...rest] = repository.split("/");
	const answer = await fetch(`http://${name}/v2/${rest.join("/")}/tags/list`);
	if (answer.status === 404) return [];
	return ((await answer.json()) as { tags: readonly string[] | null }).tags ?? [];
}

/** What the content tags name, each complete: the registry has its manifest, its config and every layer. */
async function digests(prefix: string): Promise<ReadonlyMap<string, string>> {
	const found = new Map<string, string>();
	for (const name of names) {
		const repository = `${prefix}/${name}`;
		for (const tag of (await tagsOf(repository)).filter((one) => one.startsWith("content-"))) {
			const platform = platforms.find((one) => tag.endsWith(one.replace("/", "-"))) ?? assert.fail(tag);
			const facts = (await registry.imageFacts(`${repository}:${tag}`, platform)) ?? assert.fail(tag);
			for (const { digest } of facts.layers) await registry.blob(repository, digest);
			found.set(`${name} ${platform}`, facts.digest);
		}
	}
	return found;
}

/** I1: a floating tag is complete or does not exist. And no unexpected tag exists. */
async function assertNothingHalf(prefix: string): Promise<void> {
	for (const [image, digest] of await digests(prefix)) assert.equal(digest, undisturbed.get(image), image);
	for (const name of names)
		for (const tag of await tagsOf(`${prefix}/${name}`)) {
			assert.match(tag, /^(?:content-[0-9a-f]{32}-linux-(?:arm64|amd64)|[0-9a-f]{7}|latest|latest\.published(?:-2)?)$/);
			if (tag.includes(".published") || tag.startsWith("content-")) continue;
			for (const platform of platforms) {
				const facts = await registry.imageFacts(`${prefix}/${name}:${tag}`, platform);
				assert.equal(facts?.digest, undisturbed.get(`${name} ${platform}`), `${name}:${tag} for ${platform}`);
			}
		}
}

async function assertCompleted(prefix: string): Promise<void> {
	assert.equal(await start(prefix).ended, 0, messages.at(-1));
	await assertNothingHalf(prefix);
	assert.deepEqual(await digests(prefix), undisturbed);
	for (const name of names) assert.ok((await tagsOf(`${prefix}/${name}`)).includes("latest"), name);
}

const points = (n: number) => Array.from({ length: n }, (_, i) => (i + 0.5) / n);

test("killed at any of many points, the command leaves nothing half, and the next run ends in the same digests", {
	skip,
}, async () => {
	for (const point of points(10)) {
		const prefix = freshPrefix();
		const { child, ended } = start(prefix);
		await sleep(point * usualMs);
		child.kill("SIGKILL");
		await ended;
		await assertNothingHalf(prefix);
		await assertCompleted(prefix);
	}
});

test("an engine that is killed at any of many points fails the run, leaves nothing half, and the next run completes", {
	skip,
}, async () => {
	for (const point of points(5)) {
		const prefix = freshPrefix();
		const { ended } = start(prefix);
		await sleep(point * usualMs);
		await engine.kill();
		const code = await ended;
		assert.ok(code === 0 || code === 1 || code === 3, `it ended with ${code}`);
		await assertNothingHalf(prefix);
		await engine.start();
		await assertCompleted(prefix);
	}
});
