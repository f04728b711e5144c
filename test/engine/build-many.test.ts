import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import type { Docker } from "../../src/adapters/docker/docker.ts";
import type { BuildOptions } from "../../src/stages/build/build-input.ts";
import { runBuild } from "../../src/stages/build/run-build.ts";
import { defined } from "../../src/util/defined.ts";
import type { ProgressEvent } from "../../src/util/progress.ts";
import { docker, freshName, prune, python, registry } from "../build/engine-build.ts";
import { anImage, aPlan } from "../build/support.ts";
import { aService } from "../support/documents.ts";
import { makeRepo } from "../support/repo.ts";

interface Many {
	readonly count: number;
	readonly files: Readonly<Record<string, string>>;
	readonly service?: (index: number) => { readonly dockerfile: string; readonly target?: string };
	readonly docker?: Docker;
	readonly options?: BuildOptions;
}

/** Builds many services in one job, and counts the targets of each bake and of all bakes that run at the same time. */
async function buildMany({ count, files, service: own, options, docker: way = docker }: Many) {
	await using repo = await makeRepo(files);
	const name = freshName();
	const services = Array.from({ length: count }, (_, i) =>
		aService({ name: `s${i}`, image: `${name}/s${i}`, ...(own?.(i) ?? { dockerfile: "Dockerfile" }), context: "." }),
	);
	const usesPython = Object.values(files).some((text) => text.includes(python));
	const bases = usesPython ? [{ ref: python, pinned: (await registry.resolve(python)).pinned }] : [];
	const bakes: number[] = [];
	let running = 0;
	let most = 0;
	const events: ProgressEvent[] = [];
	const result = await runBuild({
		plan: aPlan(
			services,
			services.map((service) => anImage(service, { bases, platform: "linux/amd64" })),
		),
		root: repo.root,
		docker: async (args, call) => {
			const file = args.find((arg) => arg.startsWith("--file="))?.slice("--file=".length) ?? assert.fail("no file");
			const definition = JSON.parse(await readFile(file, "utf8")) as { readonly target: object };
			const targets = Object.keys(definition.target).length;
			bakes.push(targets);
			running += targets;
			most = Math.max(most, running);
			return way(args, call).finally(() => {
				running -= targets;
			});
		},
		registry,
		env: {},
		progress: (event) => events.push(event),
		signal: new AbortController().signal,
		now: () => performance.now(),
		...defined({ options }),
	});
	return { result, bakes, most, events };
}

const errors = (images: readonly { readonly error?: { readonly message: string } | undefined }[]) =>
	images.flatMap(({ error }) => error?.message ?? []);

// docker/buildx#3810
test("120 services in one job are baked a few at a time, and none is lost", async () => {
	const { result, bakes, most } = await buildMany({
		count: 120,
		files: { Dockerfile: "FROM scratch\nCOPY f /f\n", f: "1" },
	});
	assert.deepEqual(errors(result.images), []);
	assert.ok(result.images.every(({ outcome }) => outcome === "built"));
	assert.ok(
		bakes.every((targets) => targets <= 20),
		`targets of each bake: ${bakes.join(", ")}`,
	);
	assert.ok(most <= 60, `${most} targets at once`);
});

test("a stage that 50 services share runs once, although they are built by several bakes", async () => {
	const { result, bakes } = await buildMany({
		count: 50,
		files: {
			Dockerfile: [
				`FROM ${python} AS builder`,
				"RUN --network=none head -c 16 /dev/urandom > /id && sleep 1",
				...Array.from({ length: 50 }, (_, i) => `FROM scratch AS t${i}\nCOPY --from=builder /id /id`),
				"",
			].join("\n"),
		},
		service: (i) => ({ dockerfile: "Dockerfile", target: `t${i}` }),
	});
	assert.deepEqual(errors(result.images), []);
	assert.ok(bakes.length > 1);
	// The layer holds 16 random bytes: it is the same everywhere only if the step ran once.
	const layers = await Promise.all(
		result.images.map(async ({ contentRef }) => (await registry.imageFacts(contentRef, "linux/amd64"))?.diffIds.at(-1)),
	);
	assert.equal(new Set(layers).size, 1);
	assert.notEqual(layers[0], undefined);
});

// docker/buildx#4063
test("a connection to the engine that breaks during a build is not a failure: the images are built again, and the log shows it", async () => {
	await prune();
	const engine = /^unix:\/\/(.+)$/.exec(process.env.DOCKER_HOST ?? "unix:///var/run/docker.sock")?.[1];
	assert.ok(engine !== undefined, "the engine of the tests has a socket");
	await using cable = await cableTo(engine);
	let cuts = 0;
	const { result, bakes, events } = await buildMany({
		count: 3,
		files: { Dockerfile: `FROM ${python}\nRUN --network=none sleep 2\n` },
		docker: async (args, call = {}) => {
			const { onLine } = call;
			return docker(args, {
				...call,
				env: { ...call.env, DOCKER_HOST: cable.host },
				onLine(line, stream) {
					if (cuts === 0 && line.includes("RUN --network=none sleep 2") && line.includes('"started"')) {
						cuts++;
						cable.cut();
					}
					onLine?.(line, stream);
				},
			});
		},
	});
	assert.equal(cuts, 1);
	assert.deepEqual(errors(result.images), []);
	assert.ok(result.images.every(({ outcome }) => outcome === "built"));
	for (const { warnings } of result.images)
		assert.match(warnings?.join() ?? "", /^built again because the engine lost the build: /);
	assert.deepEqual(bakes, [3, 3]);
	assert.deepEqual(
		events.filter(({ text }) => text === "the engine lost the build").map(({ subject }) => subject),
		["s0", "s1", "s2"],
	);
});

/** A socket that leads to another one, until it is cut: all connections of that moment end. */
async function cableTo(engine: string) {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-cable-"));
	const socket = path.join(folder, "engine.sock");
	const open = new Set<net.Socket>();
	const server = net.createServer((near) => {
		const far = net.connect(engine);
		for (const [one, other] of [
			[near, far],
			[far, near],
		] as const) {
			open.add(one);
			one.on("error", () => {});
			one.on("close", () => {
				open.delete(one);
				other.destroy();
			});
			one.pipe(other);
		}
	});
	server.listen(socket);
	await once(server, "listening");
	return {
		host: `unix://${socket}`,
		cut() {
			for (const one of open) one.destroy();
		},
		async [Symbol.asyncDispose]() {
			this.cut();
			server.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
