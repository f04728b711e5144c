import assert from "node:assert/strict";
import { test } from "node:test";
import { lastErrorLine } from "../../../src/entrypoints/actions/logged-exec.ts";
import { wantedBuilder } from "../../../src/entrypoints/actions/setup/builder.ts";
import { parseNodes } from "../../../src/entrypoints/actions/setup/builder-nodes.ts";
import { buildkitdConfig, mirrorsOf } from "../../../src/entrypoints/actions/setup/buildkitd-config.ts";
import { parseOptions, type RawValues } from "../../../src/options/parse-options.ts";

const optionsOf = (raw: RawValues) => parseOptions(raw, { env: {}, cwd: "/" });
const unfit = { code: "engine/image-store", message: "the store is old" } as const;

test("the current builder is kept when it can do the job and nothing is asked of one", async () => {
	assert.equal(await wantedBuilder(undefined, optionsOf({})), undefined);
	assert.deepEqual(await wantedBuilder(unfit, optionsOf({})), {
		driver: "docker-container",
		nodes: [],
		why: "the store is old",
	});
});

test("whatever only a builder of its own can have asks for one", async () => {
	for (const [input, value, driver] of [
		["driver", "kubernetes", "kubernetes"],
		["driver-opts", "network=host", "docker-container"],
		["endpoint", "ssh://pi@raspberrypi", "docker-container"],
		["nodes", "- {name: pi}", "docker-container"],
		["buildkitd-config", "buildkitd.toml", "docker-container"],
		["max-parallelism", "4", "docker-container"],
	] as const) {
		const wanted = await wantedBuilder(undefined, optionsOf({ [input]: value }));
		assert.deepEqual([wanted?.driver, wanted?.why], [driver, `asked for by ${input}`]);
	}
});

test("what does not go together is told with what to do", async () => {
	for (const [raw, message] of [
		[{ nodes: "- {name: a}", endpoint: "tcp://b:1" }, /nodes and endpoint both/],
		[{ "buildkitd-config": "x.toml", "max-parallelism": "2" }, /both given/],
		[{ driver: "remote", endpoint: "tcp://b:1", "max-parallelism": "2" }, /configured where it runs/],
		[{ driver: "remote" }, /does not know where/],
	] as const)
		await assert.rejects(wantedBuilder(undefined, optionsOf(raw)), message);
});

test("nodes are read in buildx's own words, lists or lines", () => {
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

test("what is not a list of nodes is refused, with every mistake in it", () => {
	assert.throws(
		() => parseNodes("- {name: pi, colour: red}\n- {platforms: arm64}"),
		(error: Error) => {
			assert.match(error.message, /nodes \(0\).*colour/);
			assert.match(error.message, /nodes \(1\.name\)/);
			assert.match(error.message, /nodes \(1\.platforms\.0\): like linux\/arm64/);
			return true;
		},
	);
	assert.throws(() => parseNodes("- {name: --rm}"), /a name is made of/);
	assert.throws(() => parseNodes("[1"), /nodes is no YAML/);
	assert.throws(() => parseNodes("- {name: a}\n- {name: a}"), /two of the name a/);
	assert.throws(() => parseNodes("[]"), /nodes/);
});

test("BuildKit is told the mirrors, those without TLS too, and how much to do at once", () => {
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

test("the cause is not the advice that docker ends with", () => {
	const stderr =
		"Unable to find image\ndocker: Error response from daemon: no such host\n\nRun 'docker run --help' for more information\n";
	assert.equal(lastErrorLine(stderr), "Error response from daemon: no such host");
	assert.equal(lastErrorLine("ERROR: failed to push\n"), "failed to push");
	assert.equal(lastErrorLine(""), "");
});
