import assert from "node:assert/strict";
import { test } from "node:test";
import { sha256 } from "../../src/model/oci/manifest.ts";
import { baseConfigReader } from "../../src/stages/plan/base-config.ts";
import { manifestType, reply, serve } from "../registry/server.ts";

const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const descriptor = (mediaType: string, bytes: Buffer, more: object = {}) => ({
	mediaType,
	digest: sha256(bytes),
	size: bytes.length,
	...more,
});
const indexType = "application/vnd.oci.image.index.v1+json";
const configType = "application/vnd.oci.image.config.v1+json";

/** A registry with `python:3` for arm64 only. */
async function registry() {
	const config = json({
		architecture: "arm64",
		os: "linux",
		config: { Env: ["PATH=/bin", "SOURCE=lib"], OnBuild: ["COPY . /app"] },
	});
	const manifest = json({
		schemaVersion: 2,
		mediaType: manifestType,
		config: descriptor(configType, config),
		layers: [],
	});
	const platform = { os: "linux", architecture: "arm64" };
	const index = json({
		schemaVersion: 2,
		mediaType: indexType,
		manifests: [descriptor(manifestType, manifest, { platform })],
	});
	const answers: Readonly<Record<string, readonly [string, Buffer]>> = {
		"/v2/python/manifests/3": [indexType, index],
		[`/v2/python/manifests/${sha256(manifest)}`]: [manifestType, manifest],
		[`/v2/python/blobs/${sha256(config)}`]: ["application/octet-stream", config],
	};
	return serve((request, response) => {
		const [type, body] = answers[request.url ?? ""] ?? [];
		if (type === undefined || body === undefined) return reply(response, 404);
		reply(response, 200, body, { "content-type": type, "docker-content-digest": sha256(body) });
	});
}

test("a base's ENV and ONBUILD are read once, however many ask, and of the one platform", async () => {
	await using server = await registry();
	const read = baseConfigReader(server.registry);
	const ask = () => read(`${server.host}/python:3`, "linux/arm64");
	const [first, ...others] = await Promise.all([ask(), ask(), ask()]);
	assert.deepEqual(first, { env: { PATH: "/bin", SOURCE: "lib" }, onbuild: ["COPY . /app"], starts: false });
	assert.deepEqual(others, [first, first]);
	await ask();
	assert.equal(server.lines().length, 3, "the index, the manifest, the configuration");
});

test("a base that is not there, or not for the platform, hands nothing down", async () => {
	await using server = await registry();
	const read = baseConfigReader(server.registry);
	assert.equal(await read(`${server.host}/python:4`, "linux/arm64"), undefined);
	assert.equal(await read(`${server.host}/python:3`, "linux/s390x"), undefined);
});

test("a registry that does not answer stops the plan", async () => {
	const server = await registry();
	await server[Symbol.asyncDispose]();
	await assert.rejects(
		baseConfigReader(server.registry)(`${server.host}/python:3`, "linux/arm64"),
		/cannot reach the registry/,
	);
});
