import assert from "node:assert/strict";
import { test } from "node:test";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import {
	addEmulatedPlatforms,
	canRun,
	type Engine,
	engineProblems,
	inspectEngine,
	readBuilder,
	readInfo,
	requireEngine,
} from "../../src/adapters/docker/engine.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { UserError } from "../../src/util/errors.ts";

const good: Engine = {
	client: "28.5.2",
	server: "28.5.2+dfsg4",
	native: "linux/amd64",
	buildx: "v0.29.1",
	compose: "2.40.3-3",
	containerdStore: true,
	builder: { name: "default", driver: "docker", platforms: ["linux/amd64", "linux/amd64/v2", "linux/arm64"] },
};
const all = { build: true, smoke: true, platforms: ["linux/arm64"] } as const;
const codes = (engine: Engine, needs: Parameters<typeof engineProblems>[1] = all) =>
	engineProblems(engine, needs).map(({ code }) => code);

test("a complete engine has no problems, and every problem has a fix", () => {
	assert.deepEqual(codes(good), []);
	const { buildx: _, compose: __, ...bare } = good;
	assert.deepEqual(codes(bare), ["engine/buildx-missing", "engine/compose-missing"]);
	assert.deepEqual(codes(bare, {}), []);
	assert.deepEqual(codes({ ...good, server: "20.10.24", buildx: "v0.10.0", compose: "2.1.0" }), [
		"engine/too-old",
		"engine/buildx-too-old",
		"engine/compose-too-old",
	]);
	assert.deepEqual(codes({ ...good, containerdStore: false }), ["engine/image-store"]);
	const container = { name: "c", driver: "docker-container", platforms: ["linux/arm64"] };
	assert.deepEqual(codes({ ...good, containerdStore: false, builder: container }), []);
	assert.deepEqual(codes(good, { platforms: ["linux/arm64", "linux/s390x", "linux/riscv64"] }), [
		"engine/platform",
		"engine/platform",
	]);
	assert.deepEqual(codes({ ...good, builder: { name: "x", driver: "", platforms: [], error: "gone" } }), [
		"engine/builder",
	]);
	for (const engine of [bare, { ...good, containerdStore: false }])
		for (const { fix } of engineProblems(engine, all)) assert.ok(fix);
});

test("a version that cannot be parsed is accepted", () => {
	assert.deepEqual(codes({ ...good, buildx: "dev" }), []);
});

test("equivalent names of a platform are equal", () => {
	assert.ok(canRun(["linux/arm64"], "linux/arm64/v8"));
	assert.ok(canRun(["linux/arm/v7"], "linux/arm"));
	assert.ok(!canRun(["linux/arm64"], "linux/arm"));
});

test("buildx reports an unreachable builder with exit code 0, and an unknown one with 1", () => {
	const stdout = "Name:          default\nDriver:        \nLast Activity: x\nError:         Cannot connect\n";
	assert.deepEqual(readBuilder({ exitCode: 0, stdout, stderr: "" }), {
		name: "default",
		driver: "",
		platforms: [],
		error: "Cannot connect",
	});
	const unknown = readBuilder({ exitCode: 1, stdout: "", stderr: 'ERROR: no builder "x" found\n' });
	assert.equal(unknown?.error, 'ERROR: no builder "x" found');
	const nodes =
		"Name: b\nDriver: docker-container\nNodes:\nName: b0\nPlatforms: linux/amd64*, linux/arm64\nName: b1\nPlatforms: linux/arm64\n";
	assert.deepEqual(readBuilder({ exitCode: 0, stdout: nodes, stderr: "" }), {
		name: "b",
		driver: "docker-container",
		platforms: ["linux/amd64", "linux/arm64"],
	});
});

test("docker info is parsed, and invalid output is an engine that does not respond", () => {
	const info = {
		ServerVersion: "28.5.2",
		OSType: "linux",
		Architecture: "aarch64",
		Name: "raspberrypi",
		KernelVersion: "6.12.47+rpt-rpi-2712",
		DriverStatus: [["driver-type", "io.containerd.snapshotter.v1"]],
		ClientInfo: { Version: "28.5.1", Plugins: [{ Name: "buildx", Version: "v0.29.1" }] },
	};
	assert.deepEqual(readInfo(JSON.stringify(info), ""), {
		client: "28.5.1",
		server: "28.5.2",
		native: "linux/arm64",
		machine: { name: "raspberrypi", kernel: "6.12.47+rpt-rpi-2712" },
		buildx: "v0.29.1",
		containerdStore: true,
	});
	assert.equal(readInfo("<html>", "proxy error").unreachable, "proxy error");
});

test("without docker in PATH the only problem says how to install it", async () => {
	const docker = dockerWith((argv, options) => exec(argv, { ...options, env: { PATH: "/nonexistent" } }));
	await assert.rejects(
		inspectEngine(docker, { needs: all }).then((engine) => requireEngine(engine, all)),
		(error) => {
			assert.ok(error instanceof UserError);
			assert.deepEqual(
				error.problems.map(({ code }) => code),
				["engine/missing"],
			);
			return true;
		},
	);
});

test("the engine's own builder runs newly emulated platforms before it lists them; other builders list them", () => {
	const own = { name: "default", driver: "docker", platforms: ["linux/amd64"] };
	assert.deepEqual(addEmulatedPlatforms(own, "linux/arm64,linux/amd64")?.platforms, ["linux/amd64", "linux/arm64"]);
	assert.equal(addEmulatedPlatforms(own, undefined), own);
	const other = { ...own, driver: "remote" };
	assert.equal(addEmulatedPlatforms(other, "linux/arm64"), other);
});
