import assert from "node:assert/strict";
import { test } from "node:test";
import { lastErrorLine } from "../../../src/entrypoints/actions/logged-exec.ts";
import { wantedBuilder } from "../../../src/entrypoints/actions/setup/builder.ts";
import { parseNodes } from "../../../src/entrypoints/actions/setup/builder-nodes.ts";
import { buildkitdConfig, mirrorsOf } from "../../../src/entrypoints/actions/setup/buildkitd-config.ts";
import { parseOptions, type RawValues } from "../../../src/options/parse-options.ts";

const optionsOf = (raw: RawValues) => parseOptions(raw, { env: {}, cwd: "/" });
const unfit = { code: "engine/image-store", message: "the store is old" } as const;

test("the current builder is kept if it is sufficient and no option needs another", async () => {
	assert.equal(await wantedBuilder(undefined, optionsOf({})), undefined);
	assert.deepEqual(await wantedBuilder(unfit, optionsOf({})), {
		driver: "docker-container",
		nodes: [],
		why: "the store is old",
	});
});

test("options that need a builder of their own create one", async () => {
	for (const [input, value, driver] of [
		["driver", "kubernetes", "kubernetes"],
		["driver-opts", "network=host", "docker-container"],
		["endpoint", "ssh://pi@raspberrypi", "docker-container"],
		["nodes", "- {name: pi}", "docker-container"],
		["buildkitd-config", "buildkitd.toml", "docker-container"],
		["max-parallelism", "4", "docker-container"],
	] as const) {
		const wanted = await wantedBuilder(undefined, optionsOf({ [input]: value }));
		assert.deepEqual([wanted?.driver, wanted?.why], [driver, `requested by ${input}`]);
	}
});

test("conflicting options are reported with a fix", async () => {
	for (const [raw, message] of [
		[{ nodes: "- {name: a}", endpoint: "tcp://b:1" }, /nodes and endpoint are both set/],
		[{ "buildkitd-config": "x.toml", "max-parallelism": "2" }, /both set/],
		[{ driver: "remote", endpoint: "tcp://b:1", "max-parallelism": "2" }, /has its own configuration/],
		[{ driver: "remote" }, /needs an address/],
	] as const)
		await assert.rejects(wantedBuilder(undefined, optionsOf(raw)), message);
});

test("nodes have buildx's option names, with lists or lines", () => {
	const text = `
- name: pi
  endpoint: ssh://pi@raspberrypi
  platforms: linux/arm64, linux/arm/v7
  driver-opts: [network=host]
- name: big
  platforms: [linux/amd64]
`;
	assert.deepEqual(parseNodes(text), [
		{
			name: "pi",
			endpoint: "ssh://pi@raspberrypi",
			platforms: ["linux/arm64", "linux/arm/v7"],
			"driver-opts": ["network=host"],
		},
		{ name: "big", platforms: ["linux/amd64"] },
	]);
});

test("an invalid list of nodes is refused with all mistakes", () => {
	assert.throws(
		() => parseNodes("- {name: pi, colour: red}\n- {platforms: arm64}"),
		(error: Error) => {
			assert.match(error.message, /nodes \(0\).*colour/);
			assert.match(error.message, /nodes \(1\.name\)/);
			assert.match(error.message, /nodes \(1\.platforms\.0\): like linux\/arm64/);
			return true;
		},
	);
	assert.throws(() => parseNodes("- {name: --rm}"), /a name consists of/);
	assert.throws(() => parseNodes("[1"), /nodes is not valid YAML/);
	assert.throws(() => parseNodes("- {name: a}\n- {name: a}"), /duplicate name a/);
	assert.throws(() => parseNodes("[]"), /nodes/);
});

test("BuildKit gets the mirrors, those without TLS too, and the parallelism", () => {
	const mirrors = mirrorsOf(new Map([["docker.io", "127.0.0.1:5000/docker.io"]]), [
		"https://mirror.gcr.io/",
		"http://mirror.lan:5000",
	]);
	assert.deepEqual(mirrors, [
		{ from: "docker.io", to: "127.0.0.1:5000/docker.io", insecure: true },
		{ from: "docker.io", to: "mirror.gcr.io" },
		{ from: "docker.io", to: "mirror.lan:5000", insecure: true },
	]);
	assert.equal(
		buildkitdConfig(mirrors, 2),
		`[worker.oci]
  max-parallelism = 2

[registry."docker.io"]
  mirrors = ["127.0.0.1:5000/docker.io", "mirror.gcr.io", "mirror.lan:5000"]

[registry."127.0.0.1:5000"]
  http = true

[registry."mirror.lan:5000"]
  http = true
`,
	);
	assert.equal(buildkitdConfig([], undefined), undefined);
});

test("the cause of an error is not docker's usage hint", () => {
	const stderr =
		"Unable to find image\ndocker: Error response from daemon: no such host\n\nRun 'docker run --help' for more information\n";
	assert.equal(lastErrorLine(stderr), "Error response from daemon: no such host");
	assert.equal(lastErrorLine("ERROR: failed to push\n"), "failed to push");
	assert.equal(lastErrorLine(""), "");
});
