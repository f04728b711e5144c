import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { ImageFacts } from "../../src/model/oci/image-facts.ts";
import { isAttestation } from "../../src/model/oci/manifest.ts";
import { makeIndex } from "../../src/stages/publish/image-index.ts";
import { buildOne, docker, freshName, host, python, registry } from "../build/engine-build.ts";
import { makeRepo } from "../support/repo.ts";

const platform = "linux/arm64";
const dockerfile = `FROM --platform=$BUILDPLATFORM ${python} AS builder
ARG PLACE
RUN echo "$PLACE" > /place.txt
FROM scratch
COPY --from=builder /place.txt /
COPY hello.txt /
`;
/** In places that BuildKit looks at: a build arg, and the address of the repository's origin. */
const canaries = { arg: "canary-of-an-arg", origin: "canary-of-the-origin" };
const given = {
	image: { args: { PLACE: canaries.arg } },
	prepare: async ({ git }: Awaited<ReturnType<typeof makeRepo>>) => {
		await git("remote", "add", "origin", `https://someone:${canaries.origin}@example.org/acme/lucid.git`);
	},
};

/**
 * Speaks BuildKit's scanner protocol: https://github.com/moby/buildkit/blob/master/docs/attestations/sbom-protocol.md
 */
const scanner = `FROM ${python}
COPY scan.py /scan.py
ENTRYPOINT ["python3", "/scan.py"]
`;
const scan = `import json, os
found = sorted(os.listdir(os.environ["BUILDKIT_SCAN_SOURCE"]))
predicate = {"spdxVersion": "SPDX-2.3", "packages": [{"name": name} for name in found]}
statement = {"_type": "https://in-toto.io/Statement/v0.1", "predicateType": "https://spdx.dev/Document", "predicate": predicate}
with open(os.path.join(os.environ["BUILDKIT_SCAN_DESTINATION"], "image.spdx.json"), "w") as out: json.dump(statement, out)
`;
const scannerName = `${host}/lucid-test/scanner:1`;

before(async () => {
	await using repo = await makeRepo({ Dockerfile: scanner, "scan.py": scan });
	const pinned = (await registry.resolve(python)).pinned;
	const { exitCode, stderr } = await docker(
		["buildx", "build", `--build-context=${python}=docker-image://${pinned}`, `--tag=${scannerName}`, "--push", "."],
		{ cwd: repo.root, env: { BUILDX_NO_DEFAULT_ATTESTATIONS: "1" } },
	);
	assert.equal(exitCode, 0, stderr);
});

let plain: Awaited<ReturnType<typeof buildOne>>["row"];
const image = freshName();
before(async () => {
	plain = (await buildOne(dockerfile, { ...given, service: { image } })).row;
	assert.equal(plain.outcome, "built", plain.error?.message);
});

/** What is attested of an image, by the kind of statement. */
async function statements({ attestations }: ImageFacts, repository: string): Promise<ReadonlyMap<string, string>> {
	const found = new Map<string, string>();
	for (const { digest } of attestations) {
		const { content } = (await registry.manifest(`${repository}@${digest}`)) ?? assert.fail("no such manifest");
		assert.ok(content.kind === "image");
		for (const layer of content.layers)
			found.set(
				layer.annotations?.["in-toto.io/predicate-type"] ?? "",
				new TextDecoder().decode(await registry.blob(repository, layer.digest)),
			);
	}
	return found;
}

test("without asking nothing is attested, and the content tag names the image itself", async () => {
	const facts = await registry.imageFacts(plain.contentRef, platform);
	assert.equal(facts?.indexDigest, undefined);
	assert.equal(plain.attestations, undefined);
});

test("minimal provenance names commit and run, shows no build arg and no password, and leaves the digest as it is", async () => {
	const builderId = "https://github.com/acme/lucid/actions/runs/7/attempts/1";
	const { row } = await buildOne(dockerfile, {
		...given,
		service: { image },
		options: { attest: { provenance: "min", builderId } },
	});
	assert.equal(row.outcome, "built", row.error?.message);
	assert.equal(row.digest, plain.digest);
	const facts = (await registry.imageFacts(row.contentRef, platform)) ?? assert.fail("no such image");
	assert.deepEqual(
		row.attestations,
		facts.attestations.map(({ digest }) => digest),
	);
	const text = [...(await statements(facts, image))].find(([kind]) => kind.includes("slsa.dev/provenance"))?.[1] ?? "";
	assert.ok(text.includes(builderId));
	assert.ok(text.includes("https://example.org/acme/lucid.git"));
	assert.match(text, /"revision": ?"[0-9a-f]{40}"/);
	for (const canary of Object.values(canaries)) assert.ok(!text.includes(canary), canary);
});

test("an SBOM lists what is in the image, beside it; the index that is published carries both, and is written the same again", async () => {
	const { pinned } = await registry.resolve(scannerName);
	const { row } = await buildOne(dockerfile, {
		...given,
		service: { image },
		options: { attest: { provenance: "min", sbom: pinned } },
	});
	assert.equal(row.outcome, "built", row.error?.message);
	assert.equal(row.digest, plain.digest);
	const facts = (await registry.imageFacts(row.contentRef, platform)) ?? assert.fail("no such image");
	const sbom = [...(await statements(facts, image))].find(([kind]) => kind.includes("spdx"))?.[1] ?? "";
	assert.match(sbom, /"name": ?"hello\.txt"/);
	const published = makeIndex([facts]);
	const { manifests } = JSON.parse(new TextDecoder().decode(published.bytes));
	assert.equal(manifests.filter(isAttestation).length, 1);
	assert.equal(makeIndex([facts]).digest, published.digest);
});
