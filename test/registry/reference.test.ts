import assert from "node:assert/strict";
import { test } from "node:test";
import { readMirrors } from "../../src/adapters/registry/mirrors.ts";
import { normalizePlatform, samePlatform, splitPlatform } from "../../src/model/oci/platform.ts";
import {
	familiarName,
	formatReference,
	mirrorReference,
	parseReference,
	tryParseReference,
} from "../../src/model/oci/reference.ts";
import { UserError } from "../../src/util/errors.ts";

const digest = `sha256:${"a".repeat(64)}`;

test("a reference is filled in as Docker does, and its familiar name is BuildKit's key", () => {
	const table: readonly (readonly [string, string, string])[] = [
		["python", "docker.io/library/python", "python"],
		["python:3.11-slim", "docker.io/library/python:3.11-slim", "python:3.11-slim"],
		["python:latest", "docker.io/library/python:latest", "python"],
		["docker.io/python:latest", "docker.io/library/python:latest", "python"],
		["index.docker.io/library/python", "docker.io/library/python", "python"],
		["pickme/lucid:latest-arm64", "docker.io/pickme/lucid:latest-arm64", "pickme/lucid:latest-arm64"],
		["docker.io/pickme/lucid", "docker.io/pickme/lucid", "pickme/lucid"],
		["library/a/b", "docker.io/library/a/b", "library/a/b"],
		[`python:3.11@${digest}`, `docker.io/library/python:3.11@${digest}`, `python:3.11@${digest}`],
		[`python@${digest}`, `docker.io/library/python@${digest}`, `python@${digest}`],
		["gcr.io/distroless/python3-debian12", "gcr.io/distroless/python3-debian12", "gcr.io/distroless/python3-debian12"],
		["localhost/x", "localhost/x", "localhost/x"],
		["127.0.0.1:5000/a/b:c", "127.0.0.1:5000/a/b:c", "127.0.0.1:5000/a/b:c"],
		["[::1]:5000/a", "[::1]:5000/a", "[::1]:5000/a"],
		["registry:5000/a", "registry:5000/a", "registry:5000/a"],
		["MyHost/a", "MyHost/a", "MyHost/a"],
		["ghcr.io/library/x:latest", "ghcr.io/library/x:latest", "ghcr.io/library/x"],
		["a__b/c.d/e---f", "docker.io/a__b/c.d/e---f", "a__b/c.d/e---f"],
	];
	for (const [text, full, familiar] of table) {
		assert.equal(formatReference(parseReference(text)), full, text);
		assert.equal(familiarName(parseReference(text)), familiar, text);
		assert.deepEqual(parseReference(full), parseReference(text), text);
	}
});

test("an invalid reference is refused with a reason, never repaired", () => {
	const bad = [
		"",
		":tag",
		"a:",
		"a@",
		"A",
		"a b",
		"-rf",
		"../a",
		"a/../b",
		"a//b",
		"a/",
		"a..b",
		"a___b",
		"a:-x",
		`a:${"x".repeat(129)}`,
		"a:b:c",
		"a@sha256:123",
		"a\n::add-mask::b",
		"$(id)",
		"-x.io/a",
		"a".repeat(64),
		`ghcr.io/${"a/".repeat(130)}b`,
		"a\u202eb",
	];
	for (const text of bad) {
		const read = tryParseReference(text, { file: "lucid.yml", line: 3 });
		assert.equal(read.kind, "problem", JSON.stringify(text));
		if (read.kind === "problem")
			assert.deepEqual([read.problem.at?.line, read.problem.code], [3, "registry/bad-reference"]);
		assert.throws(() => parseReference(text), UserError);
	}
	assert.equal(tryParseReference(`a:${"x".repeat(128)}`).kind, "reference");
});

test("a mirror takes host and repository, and leaves tag and digest", () => {
	const mirrors = readMirrors(["docker.io=127.0.0.1:5000/docker.io,gcr.io=127.0.0.1:5000/gcr.io/"]);
	const through = (text: string) => formatReference(mirrorReference(parseReference(text), mirrors));
	assert.equal(through("python:3.11-slim"), "127.0.0.1:5000/docker.io/library/python:3.11-slim");
	assert.equal(through(`gcr.io/x/y@${digest}`), `127.0.0.1:5000/gcr.io/x/y@${digest}`);
	assert.equal(through("ghcr.io/x/y:1"), "ghcr.io/x/y:1");
	assert.deepEqual([...readMirrors(["index.docker.io=127.0.0.1:5000/hub"])], [["docker.io", "127.0.0.1:5000/hub"]]);
});

test("all invalid mirrors are reported at once", () => {
	assert.throws(
		() =>
			readMirrors([
				"docker.io",
				"docker.io=",
				"a=b=c",
				"docker.io=plain/name",
				"gcr.io=127.0.0.1:1/x",
				"x/y=ghcr.io/z",
			]),
		(error: UserError) => error.problems.length === 5,
	);
});

test("one platform has one name", () => {
	const names = [
		"linux/arm64",
		"linux/arm64/v8",
		"linux/aarch64",
		"linux/amd64",
		"linux/x86_64",
		"linux/arm",
		"linux/arm/v6",
	];
	assert.deepEqual(
		names.map((name) => normalizePlatform(splitPlatform(name))),
		["linux/arm64", "linux/arm64", "linux/arm64", "linux/amd64", "linux/amd64", "linux/arm/v7", "linux/arm/v6"],
	);
	assert.equal(samePlatform(splitPlatform("linux/arm/v6"), splitPlatform("linux/arm/v7")), false);
});
