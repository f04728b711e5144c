import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { Transform } from "node:stream";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openEngineApi } from "../../src/adapters/docker/engine-api.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { dockerCredentials } from "../../src/adapters/registry/registry.ts";
import { logView } from "../../src/presentation/terminal/log-view.ts";
import { runSmoke } from "../../src/stages/smoke/run-smoke.ts";
import { docker, host, registry } from "../build/engine-build.ts";
import { aHealth } from "../smoke/health.ts";
import { aPlan, aService } from "../support/documents.ts";
import { makeRepo, temporaryFolder } from "../support/repo.ts";

/**
 * What a log shows of work that takes long, with real builds and pulls: no ten seconds pass without a line.
 */

const native = `linux/${process.arch === "x64" ? "amd64" : process.arch}`;
const base = `${host}/docker.io/library/python:3.11-slim`;
const secret = `s3cret-${randomBytes(6).toString("hex")}`;

interface Line {
	/** Milliseconds. */
	readonly at: number;
	readonly text: string;
}

/**
 * Runs `lucid build` in a repository of these services, without a terminal, and notes when each line of its log comes.
 */
async function buildLog(dockerfiles: Readonly<Record<string, string>>, ...options: readonly string[]) {
	const services = Object.keys(dockerfiles).map(
		(name) => `  ${name}: { context: ${name}, platforms: [${native}], secrets: [{ id: token, env: BUILD_TOKEN }] }`,
	);
	await using repo = await makeRepo({
		"lucid.yml": `version: 1\nproject: silence\nservices:\n${services.join("\n")}\n`,
		...Object.fromEntries(
			Object.entries(dockerfiles).map(([name, lines]) => [`${name}/Dockerfile`, `FROM ${base}\n${lines}\n`]),
		),
	});
	await repo.commit();
	const out = await temporaryFolder();
	const to = `${host}/lucid-test/${randomBytes(4).toString("hex")}`;
	const script = path.join(import.meta.dirname, "../cli/lucid.ts");
	const args = [script, "build", `--registry=${to}`, `--out=${out}`, "--event=push:main", ...options];
	const child = spawn(process.execPath, args, {
		cwd: repo.root,
		env: { ...process.env, CI: "true", BUILD_TOKEN: secret },
		stdio: ["ignore", "ignore", "pipe"],
	});
	const log: Line[] = [];
	createInterface({ input: child.stderr }).on("line", (text) => log.push({ at: performance.now(), text }));
	const exitCode = await new Promise<number | null>((resolve) => child.on("close", resolve));
	log.push({ at: performance.now(), text: "" });
	return { exitCode, log, text: log.map(({ text }) => text).join("\n") };
}

test("while a step takes long, a log says at least every ten seconds which one it is, for how long, and what it wrote last", async () => {
	const steps = `RUN for i in $(seq 12); do echo "${randomBytes(4).toString("hex")} line $i"; sleep 1; done`;
	const { exitCode, log, text } = await buildLog({ slow: steps });
	assert.equal(exitCode, 0, text);
	// From the first line on: how long a process takes to start is another matter.
	assert.match(log[0]?.text ?? "", /running/);
	const gaps = log.map(({ at }, index) => at - (log[index - 1]?.at ?? at));
	assert.ok(Math.max(...gaps) < 10_000, `${gaps.map(Math.round)}\n${text}`);
	const stepLine =
		/^build {4}slow {2}running \d+(?:\.\d)? s {2}\[1\/2\] RUN for i in .* \(\d+(?:\.\d)? s\): [0-9a-f]{8} line \d+$/m;
	assert.match(text, stepLine);
	const times = [...text.matchAll(/^build {4}slow {2}running (\d+)/gm)].map(([, seconds]) => Number(seconds));
	const apart = times.slice(1).map((seconds, index) => seconds - (times[index] ?? 0));
	assert.ok(Math.min(...apart, 8) >= 4, `too much output:\n${text}`);
});

test("with progress plain each line appears at once, its service in front, without secrets, commands and floods", async () => {
	const noise = [
		"RUN --mount=type=secret,id=token echo \"token $(cat /run/secrets/token)\"; echo '::error::hello'; printf '\\033[2Jclean\\n'",
		"RUN seq 2500",
	].join("\n");
	const { exitCode, log, text } = await buildLog(
		{ loud: noise, ill: `${noise}\nRUN echo no such thing; exit 3` },
		"--progress=plain",
	);
	assert.equal(exitCode, 1, text);
	assert.match(text, /^build {4}(?:loud|ill) {2}#\d+ \| token \*\*\*$/m);
	assert.equal(text.includes(secret), false);
	assert.match(text, /^build {4}(?:loud|ill) {2}#\d+ \| clean$/m);
	assert.doesNotMatch(text, /^::/m);
	const number = /^build {4}(?:loud|ill) {2}(#\d+) \| 2000$/m.exec(text)?.[1] ?? assert.fail(text.slice(0, 5000));
	assert.equal(log.filter((line) => line.text.includes(`${number} | `)).length, 2001);
	assert.match(text, new RegExp(`${number} DONE \\d+\\.\\ds; 500 lines not shown`));
	assert.match(text, /^build {4}ill {2}#\d+ \| no such thing$/m);
	assert.match(text, /^build {4}ill {2}#\d+ ERROR \d/m);
	assert.match(text, /^build {4}ill {2}failed .*exit code 3/m);
});

/** A registry that wants a login, and sends one blob slowly. */
async function slowRegistry(user: string, slow: { digest: string; bytesPerSecond: number }) {
	const [hostname, port] = host.split(":");
	const allowed = `Basic ${Buffer.from(user).toString("base64")}`;
	const server = createServer((incoming, outgoing) => {
		if (incoming.headers.authorization !== allowed) {
			outgoing.writeHead(401, { "www-authenticate": 'Basic realm="test"', "content-length": 0 });
			return void outgoing.end();
		}
		const { method, url = "", headers } = incoming;
		const onward = request({ hostname, port, method, path: url, headers }, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			const throttle = new Transform({
				transform: (chunk: Buffer, _, next) =>
					void sleep((chunk.length / slow.bytesPerSecond) * 1000).then(() => next(undefined, chunk)),
			});
			if (url.endsWith(slow.digest)) answer.pipe(throttle).pipe(outgoing);
			else answer.pipe(outgoing);
		});
		onward.on("error", () => outgoing.destroy());
		incoming.pipe(onward);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}

/** A program on the base image, under a new layer. Pushed without the engine. */
async function pushOver(repository: string, program: string) {
	const layer = randomBytes(3_000_000);
	// A tar archive of one file.
	const header = Buffer.alloc(512);
	header.write("blob");
	header.write("0000644\x000000000\x000000000\0", 100);
	header.write(`${layer.length.toString(8).padStart(11, "0")}\0${"0".repeat(11)}\0        0`, 124);
	header.write(
		`${header
			.reduce((sum, byte) => sum + byte, 0)
			.toString(8)
			.padStart(6, "0")}\0 `,
		148,
	);
	const tar = Buffer.concat([header, layer, Buffer.alloc(1024 + 512 - (layer.length % 512))]);
	const { facts, manifest } = await baseImage();
	const config = JSON.parse(
		Buffer.from(await registry.blob(base.replace(/:[^:]*$/, ""), manifest.config.digest)).toString(),
	);
	config.config = { ...config.config, Cmd: ["python3", "-c", program] };
	config.rootfs.diff_ids.push(`sha256:${createHash("sha256").update(tar).digest("hex")}`);
	config.history = undefined;
	for (const one of manifest.layers) await registry.copyBlob(base.replace(/:[^:]*$/, ""), repository, one);
	const pushed = await registry.putBlob(repository, tar);
	const made = await registry.putBlob(repository, Buffer.from(JSON.stringify(config)));
	const mediaType = "application/vnd.oci.image.manifest.v1+json";
	const bytes = Buffer.from(
		JSON.stringify({
			...{ schemaVersion: 2, mediaType },
			config: { ...made, mediaType: "application/vnd.oci.image.config.v1+json" },
			layers: [...manifest.layers, { ...pushed, mediaType: "application/vnd.oci.image.layer.v1.tar" }],
		}),
	);
	const { digest } = await registry.putManifest(`${repository}:test`, bytes, mediaType);
	return { digest, layer: pushed.digest, facts };
}

async function baseImage() {
	const facts = (await registry.imageFacts(base, native)) ?? assert.fail("no base image");
	const found = await registry.manifest(`${base.replace(/:[^:]*$/, "")}@${facts.digest}`);
	const manifest = found?.content.kind === "image" ? found.content : assert.fail("no manifest");
	return { facts, manifest };
}

test("a pull behind a login shows its bytes, and a service that fails its cause, the end of its log and the path of the diagnosis", async () => {
	const name = `lucid-test/${randomBytes(6).toString("hex")}/ghost`;
	const program = "print('looking for the database'); print('boom: no db'); raise SystemExit(3)";
	const { digest, layer } = await pushOver(`${host}/${name}`, program);
	await using slow = await slowRegistry("robot:pass", { digest: layer, bytesPerSecond: 1_000_000 });
	// The login comes from a credential helper, as with the docker command.
	const folder = await temporaryFolder();
	await mkdir(path.join(folder, "bin"));
	await writeFile(path.join(folder, "config.json"), JSON.stringify({ credHelpers: { [slow.host]: "test" } }));
	const helper = path.join(folder, "bin/docker-credential-test");
	await writeFile(helper, `#!/bin/sh\necho '{"Username":"robot","Secret":"pass"}'\n`);
	await chmod(helper, 0o755);
	const path_ = `${path.join(folder, "bin")}:${process.env.PATH}`;
	const credentials = dockerCredentials({
		exec: (argv, options) => exec(argv, { ...options, env: { ...options?.env, PATH: path_ } }),
		env: { DOCKER_CONFIG: folder },
	});
	const lines: string[] = [];
	const hardening = { readOnly: false, tmpfs: [], capDrop: [], noNewPrivileges: false };
	const service = aService({ name: "ghost", platforms: [native], hardening, health: aHealth() });
	const outDir = path.join(folder, "out");
	{
		using view = logView({
			mode: "auto",
			write: (line) => lines.push(line),
			now: () => performance.now(),
			silenceMs: 400,
		});
		await runSmoke({
			...{ plan: aPlan([service]), docker, api: openEngineApi(process.env.DOCKER_HOST ?? "", process.env), outDir },
			images: [{ service: "ghost", platform: native, ref: `${slow.host}/${name}:test`, digest }],
			progress: view.progress,
			options: { credentials },
		});
	}
	const text = lines.join("\n");
	// The engine may have the base image already.
	assert.match(text, /^pull {5}ghost {2}running \d.* {2}pulling, [\d.]+ MB of [\d.]+ MB$/m);
	assert.match(text, /^pull {5}ghost {2}done \d.* [\d.]+ MB$/m);
	const file = path.join(outDir, "logs/ghost.diagnosis.txt");
	assert.match(text, /^smoke {4}ghost {2}failed .*exited with 3.*boom: no db$/m);
	assert.match(text, /^ {9} {2}\| looking for the database\n {9} {2}\| boom: no db\n {9}diagnosis: /m);
	assert.ok(text.endsWith(`diagnosis: ${file}`), text);
	await assert.rejects(readFile(file), "the stage writes it, with the other documents");
});
