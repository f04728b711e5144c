import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseRelease, nearestVersions, type ReleaseRequest } from "../../src/model/requirements/choose-release.ts";
import { evaluateMarker } from "../../src/model/requirements/marker.ts";
import { mergePackageFacts, type PackageRelease } from "../../src/model/requirements/package-release.ts";
import { pythonRuntimeOf } from "../../src/model/requirements/python-runtime.ts";
import { noIndexOptions } from "../../src/model/requirements/requirements-file.ts";
import { isCompatibleWheel, parseWheelName } from "../../src/model/requirements/wheel.ts";

const debian = { platform: "linux/arm64", python: "3.11", libc: { kind: "glibc", version: "2.36" } } as const;
const alpine = { platform: "linux/arm64", python: "3.11", libc: { kind: "musl" } } as const;

test("a wheel is compatible only where pip would install it", () => {
	const cases: readonly (readonly [string, boolean, boolean])[] = [
		["py3-none-any", true, true],
		["py2.py3-none-any", true, true],
		["py2-none-any", false, false],
		["cp311-cp311-manylinux_2_17_aarch64.manylinux2014_aarch64", true, false],
		["cp311-cp311-manylinux_2_39_aarch64", false, false],
		["cp311-cp311-musllinux_1_2_aarch64", false, true],
		["cp311-cp311-manylinux2014_x86_64", false, false],
		["cp310-cp310-manylinux2014_aarch64", false, false],
		["cp312-cp312-manylinux2014_aarch64", false, false],
		["cp37-abi3-manylinux2014_aarch64", true, false],
		["cp312-abi3-manylinux2014_aarch64", false, false],
		["cp311-none-manylinux2014_aarch64", true, false],
		["py3-none-manylinux2014_aarch64", true, false],
		["py312-none-any", false, false],
		["py310-none-any", true, true],
		["cp311-cp311t-manylinux2014_aarch64", false, false],
		["cp311-cp311-macosx_11_0_arm64", false, false],
		["cp311-cp311-win_arm64", false, false],
		["cp311-cp311-linux_aarch64", true, true],
	];
	for (const [tags, onDebian, onAlpine] of cases)
		assert.deepEqual([isCompatibleWheel(tags, debian), isCompatibleWheel(tags, alpine)], [onDebian, onAlpine], tags);
	assert.ok(
		isCompatibleWheel("cp39-cp39-manylinux1_x86_64", { platform: "linux/amd64" }),
		"unknown values match any wheel",
	);
	assert.deepEqual(parseWheelName("a_b-1.0-1build-cp311-cp311-any.whl"), { version: "1.0", tags: "cp311-cp311-any" });
	assert.equal(parseWheelName("a-1.0.whl"), undefined);
});

test("Python and C library of a base image are derived from its name", () => {
	const cases: readonly (readonly [string, string | undefined, string | undefined])[] = [
		["python:3.11-slim", "3.11", "glibc"],
		["docker.io/library/python:3.12.4-slim-bookworm@sha256:00", "3.12", "glibc 2.36"],
		["registry:5000/mirror/python:3.9-alpine3.19", "3.9", "musl"],
		["python:latest", undefined, "glibc"],
		["python:3", undefined, "glibc"],
		["gcr.io/distroless/python3-debian12", "3.11", "glibc 2.36"],
		["gcr.io/distroless/python3-debian12:nonroot", "3.11", "glibc 2.36"],
		["gcr.io/distroless/python3-debian11", "3.9", "glibc 2.31"],
		["ghcr.io/astral-sh/uv:python3.13-bookworm-slim", "3.13", "glibc 2.36"],
		["debian:12-slim", "3.11", "glibc 2.36"],
		["ubuntu:22.04", "3.10", "glibc 2.35"],
		["alpine:3.20", "3.12", "musl"],
		["tiangolo/uvicorn-gunicorn-fastapi:python3.11", "3.11", undefined],
		["public.ecr.aws/lambda/python:3.12", "3.12", "glibc"],
		["node:22-slim", undefined, "glibc"],
		["redis:7", undefined, undefined],
	];
	for (const [ref, python, libc] of cases) {
		const found = pythonRuntimeOf(ref);
		const shown =
			found.libc?.kind === "glibc" && found.libc.version !== undefined
				? `glibc ${found.libc.version}`
				: found.libc?.kind;
		assert.deepEqual([found.python, shown], [python, libc], ref);
	}
});

test("a marker is evaluated for a Linux container, and is unknown if it depends on an unknown value", () => {
	const environment = { python: "3.11", machine: "aarch64" };
	const cases: readonly (readonly [string, string])[] = [
		['python_version < "3.8"', "no"],
		['python_version >= "3.10"', "yes"],
		["'3.12' > python_version", "yes"],
		['sys_platform == "win32"', "no"],
		['platform_machine in "x86_64 aarch64"', "yes"],
		['platform_machine not in "x86_64"', "yes"],
		['sys_platform == "win32" or (python_version == "3.11" and os_name == "posix")', "yes"],
		['python_full_version >= "3.11.4"', "unknown"],
		['python_full_version < "3.11.0"', "no"],
		['extra == "dev"', "no"],
		['platform_release >= "5"', "unknown"],
		['implementation_name == "pypy"', "no"],
		["nonsense !!", "unknown"],
	];
	for (const [marker, answer] of cases) assert.equal(evaluateMarker(marker, environment), answer, marker);
	assert.equal(evaluateMarker('python_version < "3.8"', {}), "unknown");
	assert.equal(evaluateMarker('python_version < "3.8" and sys_platform == "win32"', {}), "no");
});

const release = (version: string, more: Partial<PackageRelease> = {}): PackageRelease => ({
	version,
	wheels: [],
	source: true,
	...more,
});
const want = (versions: readonly string[], more: Partial<ReleaseRequest> = {}): ReleaseRequest => ({
	key: "x",
	versions,
	choice: noIndexOptions,
	target: debian,
	python: "3.11",
	...more,
});
const pick = (releases: readonly PackageRelease[], wanted: ReleaseRequest) => {
	const found = chooseRelease(releases, wanted);
	return found.kind === "taken" ? `${found.release.version} ${found.as}` : found.kind;
};

test("the chosen release is the one that pip would install", () => {
	const all = [
		release("1.0", { wheels: ["py3-none-any"] }),
		release("1.1", { wheels: ["cp311-cp311-manylinux2014_aarch64"] }),
		release("1.2", { wheels: ["cp311-cp311-manylinux2014_x86_64"] }),
		release("1.3", { yanked: "broken" }),
		release("2.0", { requiresPython: ">=3.12" }),
		release("3.0rc1"),
		release("3.0.dev1", { source: false, wheels: ["cp311-cp311-win_amd64"] }),
	];
	assert.equal(pick(all, want([])), "1.2 source");
	assert.equal(pick(all, want(["<1.2"])), "1.1 wheel");
	assert.equal(pick(all, want(["==1.0"])), "1.0 pure");
	assert.equal(pick(all, want([], { choice: { ...noIndexOptions, onlyBinary: [":all:"] } })), "1.1 wheel");
	assert.equal(pick(all, want(["==1.1"], { choice: { ...noIndexOptions, noBinary: ["X"] } })), "1.1 source");
	assert.equal(pick(all, want(["==1.3"])), "1.3 source");
	assert.equal(pick(all, want([">1.2,<2"])), "no-version");
	assert.equal(pick(all, want(["==2.0"])), "python");
	assert.equal(pick(all, want(["==2.0"], { python: undefined })), "2.0 source");
	assert.equal(pick(all, want([">=3.0rc1"])), "3.0rc1 source");
	assert.equal(pick(all, want(["==3.0.dev1"])), "no-file");
	assert.equal(pick(all, want(["==9"])), "no-version");
	assert.equal(pick([release("1.0", { requiresPython: ">=3.11.4" })], want([])), "1.0 source");
});

test("the versions next to a missing one are the one below and the one above", () => {
	const all = ["41.0.6", "41.0.7", "42.0.0", "42.0.8", "41.0.8rc1"].map((version) => release(version));
	assert.deepEqual(nearestVersions(all, "41.0.8"), ["41.0.7", "42.0.0"]);
	assert.deepEqual(nearestVersions(all, "1"), ["41.0.6"]);
});

test("several indexes are merged, and an unreachable one makes a missing package unknown", () => {
	const one = { kind: "known", all: "all", releases: [release("1")] } as const;
	const two = {
		kind: "known",
		all: "all",
		releases: [release("1", { source: false, wheels: ["py3-none-any"] })],
	} as const;
	assert.deepEqual(mergePackageFacts([one, { kind: "missing" }], "no links"), one);
	assert.deepEqual(mergePackageFacts([one, two], "no links"), {
		kind: "known",
		all: "all",
		releases: [{ version: "1", wheels: ["py3-none-any"], source: true }],
	});
	assert.deepEqual(mergePackageFacts([{ kind: "missing" }, { kind: "missing" }], "no links"), { kind: "missing" });
	assert.deepEqual(mergePackageFacts([{ kind: "missing" }, { kind: "unknown" }], "no links"), { kind: "unknown" });
	assert.deepEqual(mergePackageFacts([{ kind: "missing" }], "links"), { kind: "unknown" });
	assert.deepEqual(mergePackageFacts([one, { kind: "unknown" }], "no links"), { ...one, all: "some" });
});
