import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { exec } from "../../src/adapters/process/exec.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import { buildOne, freshName, host, python, registry } from "../build/engine-build.ts";
import { makeRepo } from "../support/repo.ts";

const lucid = path.join(import.meta.dirname, "../../dist/lucid.js");
const platforms = ["linux/amd64", "linux/arm64"];

test("two platforms come out with the same digests without a cache, in another folder, with files of another day", async () => {
	const dockerfile = `FROM ${python} AS builder
RUN uname -m > /machine.txt && mkdir /app && cp /machine.txt /app/
FROM scratch
COPY --from=builder /app/ /app/
COPY hello.txt /app/
USER 65532:65532
`;
	const image = freshName();
	const first = await buildOne(dockerfile, { platforms, service: { image } });
	const second = await buildOne(dockerfile, {
		platforms,
		service: { image },
		options: { steps: "uncached" },
		prepare: ({ root }) => utimes(path.join(root, "one/hello.txt"), 1e9, 1e9),
	});
	for (const [i, { outcome, error, digest, contentRef, platform }] of second.rows.entries()) {
		assert.equal(outcome, "built", error?.message);
		assert.equal(digest, first.rows[i]?.digest);
		const facts = (await registry.imageFacts(contentRef, platform)) ?? assert.fail("no such image");
		assert.equal(facts.platform, platform);
		const blob = await registry.blob(image, facts.layers[0]?.digest ?? "");
		const machine = platform === "linux/amd64" ? "x86_64" : "aarch64";
		assert.ok(gunzipSync(blob).includes(`${machine}\n`), `it was made on ${machine}`);
	}
});

test("the definition that is exported builds and pushes the same images without us", async () => {
	await using folder = await temporary();
	await using repo = await makeRepo({
		"lucid.yml": `version: 1\nproject: export\nservices:\n  base: { context: base }\n  app: { context: app, contexts: { base: "target:base" } }\n`,
		"base/Dockerfile": "FROM scratch\nCOPY a.txt /\n",
		"base/a.txt": "a\n",
		"app/Dockerfile": "FROM base\nCOPY b.txt /\n",
		"app/b.txt": "b\n",
	});
	await repo.commit();
	const prefix = `--registry=${host}/lucid-test/export-${randomBytes(5).toString("hex")}`;
	const run = async (...args: readonly string[]) => {
		const { exitCode, stdout, stderr } = await exec(
			[process.execPath, lucid, ...args, prefix, `--out=${folder.path}`],
			{ cwd: repo.root },
		);
		assert.equal(exitCode, 0, stderr);
		return stdout;
	};
	const file = path.join(folder.path, "exported.json");
	await writeFile(file, await run("bake"));
	const { exitCode, stderr } = await exec(["docker", "buildx", "bake", `--file=${file}`], { cwd: repo.root });
	assert.equal(exitCode, 0, stderr);
	const planned = JSON.parse(await run("plan", "--json")) as Plan;
	assert.deepEqual(
		planned.images.map(({ decision }) => decision.kind),
		["unchanged", "unchanged"],
	);
});

test("an agent is forwarded by name to the step that asks for it, and nothing of it is in the image", async () => {
	await using folder = await temporary();
	const socket = path.join(folder.path, "agent.sock");
	let asked = 0;
	// Answers the request for its keys with none: https://datatracker.ietf.org/doc/html/draft-miller-ssh-agent
	const agent = createServer((connection) =>
		connection.on("data", () => {
			asked++;
			connection.write(Buffer.from([0, 0, 0, 5, 12, 0, 0, 0, 0]));
		}),
	);
	await new Promise<void>((resolve) => agent.listen(socket, resolve));
	// The answer may come in pieces.
	const ask = `import os, socket; s = socket.socket(socket.AF_UNIX); s.connect(os.environ["SSH_AUTH_SOCK"]); s.send(bytes([0, 0, 0, 1, 11])); assert s.makefile("rb").read(9)[4] == 12`;
	try {
		const { row } = await buildOne(
			`FROM --platform=$BUILDPLATFORM ${python} AS builder
RUN --mount=type=ssh,id=deploy python -c '${ask}' && env > /env.txt
FROM scratch
COPY --from=builder /env.txt /
`,
			{ service: { ssh: [{ id: "deploy", env: "LUCID_TEST_AGENT" }] }, env: { LUCID_TEST_AGENT: socket } },
		);
		assert.equal(row.outcome, "built", row.error?.message);
		assert.ok(asked > 0, "the agent was asked");
		const facts = await registry.imageFacts(row.contentRef, "linux/arm64");
		assert.ok(!JSON.stringify([facts, row]).includes(socket));
	} finally {
		agent.close();
	}
});

test("a secret is nowhere in what is written: logs, summary, outputs, documents, definition, report, image, history, provenance", async () => {
	await using folder = await temporary();
	const canary = `canary-${randomBytes(12).toString("hex")}`;
	const loud = 'RUN --mount=type=secret,id=token cat /run/secrets/token && echo "it is $(cat /run/secrets/token)" >&2';
	await using repo = await makeRepo({
		"lucid.yml": `version: 1
project: canary
defaults: { secrets: [{ id: token, env: LUCID_TEST_TOKEN }], policy: { smoke: "off" } }
services:
  loud: { context: loud }
  failing: { context: failing }
`,
		"loud/Dockerfile": `FROM --platform=$BUILDPLATFORM ${python} AS builder\n${loud} && touch /done\nFROM scratch\nCOPY --from=builder /done /\nUSER 65532:65532\n`,
		"failing/Dockerfile": `FROM --platform=$BUILDPLATFORM ${python} AS builder\n${loud}; echo "$(cat /run/secrets/token) is not a module" >&2; exit 7\nFROM scratch\nCOPY --from=builder /etc/hostname /\nUSER 65532:65532\n`,
	});
	await repo.commit();
	const prefix = `${host}/lucid-test/canary-${randomBytes(5).toString("hex")}`;
	const file = (name: string) => path.join(folder.path, name);
	const run = async (env: Readonly<Record<string, string>>, ...args: readonly string[]) => {
		const argv = [
			process.execPath,
			lucid,
			"run",
			`--registry=${prefix}`,
			`--out=${file("out")}`,
			"--provenance=min",
			"--smoke=off",
		] as const;
		return exec([...argv, ...args], { cwd: repo.root, env: { LUCID_TEST_TOKEN: canary, ...env } });
	};
	const plain = await run({});
	assert.equal(plain.exitCode, 1, plain.stderr);
	assert.match(plain.stderr, /it is \*\*\*/, "what the step wrote is shown, struck out");
	// The same as an action has it: everything that is folded away is written, too.
	const action = await exec([process.execPath, path.join(import.meta.dirname, "../../dist/run.js")], {
		cwd: repo.root,
		env: {
			LUCID_TEST_TOKEN: canary,
			RUNNER_TEMP: folder.path,
			GITHUB_OUTPUT: file("github-output"),
			GITHUB_STEP_SUMMARY: file("github-summary"),
			INPUT_REGISTRY: prefix,
			INPUT_OUT: file("out-action"),
			"INPUT_NO-CACHE": "true",
			INPUT_FORCE: "true",
			INPUT_PROVENANCE: "min",
			INPUT_SMOKE: "off",
		},
	});
	const written = [plain.stdout, plain.stderr, action.stdout, action.stderr];
	assert.match(action.stdout, /it is \*\*\*/);
	assert.match(action.stdout, /^::group::build\s+loud\s+done /m, "an image is a group of its own, with its steps");
	assert.match(action.stdout, /^\s+\d+\.\ds\s+\[builder \d\/\d\] RUN --mount=type=secret/m);
	for (const entry of await readdir(folder.path, { recursive: true, withFileTypes: true }))
		if (entry.isFile()) written.push(await readFile(path.join(entry.parentPath, entry.name), "latin1"));
	assert.ok(written.length > 8, "there were documents to look at");
	const image = `${prefix}/loud`;
	const ref =
		/"contentRef": "([^"]*\/loud:[^"]*)"/.exec(await readFile(file("out/build.json"), "utf8"))?.[1] ??
		assert.fail("no such image");
	const facts = (await registry.imageFacts(ref, "linux/arm64")) ?? assert.fail("no such image");
	assert.equal(facts.attestations.length, 1);
	for (const digest of [facts.indexDigest ?? "", facts.digest, ...facts.attestations.map((one) => one.digest)]) {
		const manifest = (await registry.manifest(`${image}@${digest}`)) ?? assert.fail(digest);
		written.push(new TextDecoder().decode(manifest.bytes));
		if (manifest.content.kind !== "image") continue;
		for (const { digest: blob, mediaType } of [manifest.content.config, ...manifest.content.layers]) {
			const bytes = await registry.blob(image, blob);
			written.push(Buffer.from(mediaType.endsWith("gzip") ? gunzipSync(bytes) : bytes).toString("latin1"));
		}
	}
	const forms = [canary, Buffer.from(canary).toString("base64").slice(0, 20), Buffer.from(canary).toString("hex")];
	for (const text of written)
		for (const form of forms) assert.ok(!text.includes(form), `it was written: ${text.slice(0, 200)}`);
});

async function temporary() {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-proof-"));
	return { path: folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
