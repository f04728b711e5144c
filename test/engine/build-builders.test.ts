import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type EngineRequirements, inspectEngine, requireEngine } from "../../src/adapters/docker/engine.ts";
import { buildOne, docker, freshName, python, registry } from "../build/engine-build.ts";
import { type PrivateBuilder, privateBuilder } from "../build/private-builder.ts";

const required = async (builder: string, needs: EngineRequirements) =>
	requireEngine(await inspectEngine(docker, { builder, needs }), needs);
const dockerfile = `FROM --platform=$BUILDPLATFORM ${python} AS builder
RUN echo made > /made.txt
FROM scratch
COPY --from=builder /made.txt /
COPY hello.txt /
`;

let builder: PrivateBuilder;

before(async () => {
	builder = await privateBuilder();
});

after(() => builder[Symbol.asyncDispose]());

test("a builder of its own is found by its name, with its driver and the platforms it has", async () => {
	const engine = await required(builder.name, { build: true, platforms: ["linux/arm64"] });
	assert.equal(engine.builder?.driver, builder.driver);
	assert.equal((await inspectEngine(docker)).builder?.driver, "docker");
});

test("it pushes two platforms by digest, each gets its content tag, and a rebuild without a cache gives the same", async () => {
	const options = { builder: builder.name, driver: builder.driver };
	const given = { platforms: ["linux/arm64", "linux/amd64"], service: { image: freshName() } };
	const first = await buildOne(dockerfile, { ...given, options });
	for (const { outcome, error, contentRef, platform, digest } of first.rows) {
		assert.equal(outcome, "built", error?.message);
		assert.equal((await registry.head(contentRef))?.digest, digest);
		assert.equal((await registry.imageFacts(contentRef, platform))?.platform, platform);
	}
	const second = await buildOne(dockerfile, { ...given, options: { ...options, steps: "uncached" } });
	assert.deepEqual(
		second.rows.map(({ digest }) => digest),
		first.rows.map(({ digest }) => digest),
	);
	assert.notEqual(first.rows[0]?.digest, first.rows[1]?.digest);
});

test("`compression: zstd` compresses new layers, keeps those of the base image, and a rebuild gives the same digest", async () => {
	const text = `FROM ${python}\nCOPY hello.txt /\n`;
	const service = { image: freshName(), compression: "zstd" } as const;
	for (const options of [{}, { builder: builder.name, driver: builder.driver }]) {
		const { row } = await buildOne(text, { service, options });
		assert.equal(row.outcome, "built", row.error?.message);
		const again = await buildOne(text, { service, options: { ...options, steps: "uncached" } });
		assert.equal(again.row.digest, row.digest);
		const layers = (await registry.imageFacts(row.contentRef, row.platform))?.layers ?? [];
		assert.match(layers.at(-1)?.mediaType ?? "", /\+zstd$/);
		assert.match(layers[0]?.mediaType ?? "", /gzip$/);
	}
});

test("`rewrite_timestamp: false` keeps the times of files, and a rebuild gives another digest", async () => {
	const text = `FROM ${python}\nRUN --network=none sleep 1.1 && echo made > /made\n`;
	for (const options of [{}, { builder: builder.name, driver: builder.driver }]) {
		const digests: (string | undefined)[] = [];
		for (const rewriteTimestamp of [undefined, false] as const) {
			const service = { image: freshName(), ...(rewriteTimestamp === false && { rewriteTimestamp }) };
			const first = await buildOne(text, { service, options });
			const again = await buildOne(text, { service, options: { ...options, steps: "uncached" } });
			assert.equal(again.row.outcome, "built", again.row.error?.message);
			assert.equal(again.row.digest === first.row.digest, rewriteTimestamp === undefined);
			digests.push(first.row.digest, again.row.digest);
		}
		assert.equal(new Set(digests).size, 3);
	}
});

test("with provenance its content tag names the index, and the image's own digest stays", async () => {
	const image = freshName();
	const options = { builder: builder.name, driver: builder.driver };
	const plain = await buildOne(dockerfile, { service: { image }, options });
	const attested = await buildOne(dockerfile, {
		service: { image },
		options: { ...options, attest: { provenance: "min" } },
	});
	assert.equal(attested.row.outcome, "built", attested.row.error?.message);
	assert.equal(attested.row.digest, plain.row.digest);
	assert.equal(attested.row.attestations?.length, 1);
});

test("a failure on it names step and line as with Docker's own", async () => {
	const broken = dockerfile.replace("echo made", 'echo made && test "$(uname -m)" = sparc');
	const { rows } = await buildOne(`${broken}`, {
		options: { builder: builder.name, driver: builder.driver },
		platforms: ["linux/arm64"],
	});
	assert.match(rows[0]?.error?.message ?? "", /RUN echo made .* exit code 1/);
	assert.equal(rows[0]?.error?.line, 2);
});

test("a missing builder is reported with its name and the fix", async () => {
	const gone = `${builder.name}-gone`;
	await assert.rejects(
		required(gone, { build: true }),
		(error: Error) => error.message.includes(gone) && error.message.includes("docker buildx ls"),
	);
});
