import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { PublishResult } from "../../src/model/documents/publish.ts";
import { mediaTypes } from "../../src/model/oci/manifest.ts";
import { buildRecipe, recipeAnnotation } from "../../src/model/service/recipe.ts";
import { ledgerTags, readLedger, writeLedger } from "../../src/stages/shared/records/publication-ledger.ts";
import { native, openStaged, type Staged } from "../support/staged.ts";

const registry = openRegistry();
const catalog = `version: 1
project: foreign
defaults: { platforms: [${native}], policy: { smoke: "off" } }
services:
  base: { context: base }
  api: { context: api }
`;

let staged: Staged;
before(async () => {
	staged = await openStaged("foreign", {
		"lucid.yml": catalog,
		"base/Dockerfile":
			"FROM scratch AS made\nCOPY . /lib/\nFROM scratch\nCOPY --from=made /lib/used /used\nUSER 65532:65532\n",
		"base/used": "used\n",
		"base/unused": "unused\n",
		"api/Dockerfile": "FROM base\nCOPY a /a\nUSER 65532:65532\n",
		"api/a": "first\n",
	});
	await staged.repo.git("remote", "add", "origin", "https://github.com/acme/shop");
});
after(() => staged[Symbol.asyncDispose]());

/** Writes as anyone with the right to push can: without this program, so under any tag. */
async function put(ref: string, manifest: unknown): Promise<void> {
	const [, host = "", name = "", tag = ""] = /^([^/]+)\/(.+):([^:]+)$/.exec(ref) ?? [];
	const body = typeof manifest === "string" ? manifest : JSON.stringify(manifest);
	const headers = { "content-type": (JSON.parse(body) as { mediaType: string }).mediaType };
	const response = await fetch(`http://${host}/v2/${name}/manifests/${tag}`, { method: "PUT", headers, body });
	assert.equal(response.status, 201, await response.text());
}

/** Uploads the parts of a hand-made image, and returns its manifest with these annotations. */
async function forge(repository: string, annotations: Readonly<Record<string, string>>) {
	const [os, architecture] = native.split("/");
	const config = await registry.putBlob(
		repository,
		Buffer.from(JSON.stringify({ os, architecture, rootfs: { type: "layers", diff_ids: [] } })),
	);
	return {
		...{ schemaVersion: 2, mediaType: mediaTypes.manifest, layers: [] },
		config: { ...config, mediaType: "application/vnd.oci.image.config.v1+json" },
		annotations,
	};
}

async function planApi() {
	await staged.repo.commit();
	const { documents } = await staged.start("plan");
	const image = documents.plan?.images.find(({ service }) => service === "api");
	assert.ok(image);
	return image;
}

test("an image under a content tag is reused only if it states the same inputs, recipe, service, platform and repository", async () => {
	const before = await planApi();
	const repository = `${staged.prefix}/api`;
	const honest = {
		"com.lucid.fingerprint": before.fingerprint,
		"com.lucid.service": "api",
		"com.lucid.platform": native,
		"org.opencontainers.image.source": "https://github.com/acme/shop",
		[recipeAnnotation]: buildRecipe,
	};
	const forgeries: readonly (readonly [Record<string, string>, string])[] = [
		[{}, "it does not state what it was built from"],
		[{ ...honest, "com.lucid.fingerprint": "0".repeat(64) }, "it was built from other inputs"],
		[{ ...honest, "com.lucid.service": "web" }, "it is an image of the service web"],
		[{ ...honest, "com.lucid.platform": "linux/s390x" }, "it was built for linux/s390x"],
		[{ ...honest, [recipeAnnotation]: "lucid-1" }, "another version of this program built it"],
		[
			{ ...honest, "org.opencontainers.image.source": "https://github.com/mallory/shop" },
			"it belongs to https://github.com/mallory/shop",
		],
	];
	for (const [annotations, why] of forgeries) {
		await put(before.contentRef, await forge(repository, annotations));
		const { decision } = await planApi();
		assert.equal(decision.kind, "build", why);
		assert.equal(decision.reasons[0]?.kind, "foreign");
		assert.equal(decision.reasons[0]?.detail, `${before.contentRef} was found, but is not ours: ${why}`);
	}

	const { exitCode, plan } = await staged.run();
	assert.equal(exitCode, 0);
	const [first] = plan.images.find(({ service }) => service === "api")?.decision.reasons ?? [];
	assert.equal(first?.kind, "foreign", "the run says what it found");
	const [latest, content] = await Promise.all(
		[`${repository}:latest`, before.contentRef].map((ref) => registry.imageFacts(ref, native)),
	);
	assert.ok(latest && latest.layers.length > 0, "the forgery had no layers");
	assert.equal(content?.digest, latest.digest, "its content tag is overwritten");
	assert.equal((await planApi()).decision.kind, "unchanged");
});

test("a renamed repository on GitHub rebuilds nothing, and another one with the same name rebuilds all", async () => {
	const image = await planApi();
	const facts = await registry.imageFacts(image.contentRef, native);
	const manifest = await registry.manifest(image.contentRef);
	const json = manifest?.json as { annotations: Record<string, string> };
	const withId = (id: string, url: string) => ({
		...json,
		annotations: { ...facts?.annotations, "com.lucid.repository-id": id, "org.opencontainers.image.source": url },
	});
	const onGitHub = {
		...{ GITHUB_ACTIONS: "true", GITHUB_REPOSITORY: "acme/shop", GITHUB_REPOSITORY_ID: "7" },
		GITHUB_SERVER_URL: "https://github.com",
	};
	const decide = async (found: unknown) => {
		await put(image.contentRef, found);
		const { documents } = await staged.start("plan", { event: "push:main" }, onGitHub);
		return documents.plan?.images.find(({ service }) => service === "api")?.decision;
	};
	assert.equal((await decide(withId("github.com/7", "https://github.com/acme/old-name")))?.kind, "unchanged");
	const other = await decide(withId("github.com/8", "https://github.com/acme/shop"));
	assert.equal(other?.kind, "build");
	assert.match(other?.reasons[0]?.detail ?? "", /not ours: it belongs to https:\/\/github\.com\/acme\/shop$/);
	await put(image.contentRef, new TextDecoder().decode(manifest?.bytes));
});

test("an image that is kept for other inputs has a record, without which it is built again", async () => {
	await staged.repo.write({ "base/unused": "changed\n" });
	await staged.run();
	const kept = await planApi();
	assert.equal(kept.decision.kind, "unchanged");
	const stated = (await registry.imageFacts(kept.contentRef, native))?.annotations["com.lucid.fingerprint"];
	assert.notEqual(stated, kept.fingerprint, "the image of before");

	const record = await registry.manifest(`${kept.contentRef}.kept`);
	assert.ok(record);
	const forged = { ...(record.json as object), annotations: { ...record.content.annotations } };
	for (const [name, value] of [
		["com.lucid.kept.digest", `sha256:${"0".repeat(64)}`],
		["com.lucid.fingerprint", "0".repeat(64)],
		["com.lucid.service", "web"],
		["org.opencontainers.image.source", "https://github.com/mallory/shop"],
	] as const) {
		await put(`${kept.contentRef}.kept`, { ...forged, annotations: { ...forged.annotations, [name]: value } });
		const { decision } = await planApi();
		assert.equal(decision.kind, "build", name);
		assert.match(decision.reasons[0]?.detail ?? "", /is not ours: it was built from other inputs$/);
	}
	await put(`${kept.contentRef}.kept`, new TextDecoder().decode(record.bytes));
	assert.equal((await planApi()).decision.kind, "unchanged");
});

test("an image of another service under a floating tag is neither compared with nor kept, and the run moves the tag with a warning", async () => {
	const { exitCode } = await staged.run();
	assert.equal(exitCode, 0);
	const latest = `${staged.prefix}/api:latest`;
	const forged = await forge(`${staged.prefix}/api`, {
		"com.lucid.fingerprint": "0".repeat(64),
		"com.lucid.service": "web",
		"com.lucid.platform": native,
	});
	await put(latest, forged);
	const moved = (await registry.head(latest))?.digest;
	await staged.repo.write({ "api/a": "second\n" });
	const { publish, plan } = await staged.run();
	const api = publish.services.find(({ service }) => service === "api");
	assert.match(api?.warnings?.join() ?? "", new RegExp(`latest was at ${moved}, but its ledger has sha256:`));
	const reasons = plan.images.find(({ service }) => service === "api")?.decision.reasons;
	assert.match(reasons?.[0]?.detail ?? "", /:latest was found, but is not ours: it is an image of the service web$/);
	assert.notEqual((await registry.head(latest))?.digest, moved);
});

test("an index with other attestations under an immutable tag stays, but is neither signed for nor floated", async () => {
	await staged.repo.write({ "api/a": "fourth\n" });
	const first = await staged.run();
	const row = (publish: PublishResult | undefined) => publish?.services.find(({ service }) => service === "api");
	const [tag] = row(first.publish)?.tags.filter(({ kind }) => kind === "immutable") ?? [];
	assert.equal(tag?.state, "written");
	const ref = `${staged.prefix}/api:${tag?.tag}`;
	const honest = await registry.manifest(ref);
	assert.ok(honest?.content.kind === "index");
	const forgedStatement = await forge(`${staged.prefix}/api`, {});
	await put(`${staged.prefix}/api:statement`, forgedStatement);
	const statement = await registry.head(`${staged.prefix}/api:statement`);
	const [image] = honest.content.manifests;
	const forged = {
		...(honest.json as object),
		manifests: [
			...honest.content.manifests,
			{
				...statement,
				platform: { os: "unknown", architecture: "unknown" },
				annotations: {
					"vnd.docker.reference.type": "attestation-manifest",
					"vnd.docker.reference.digest": image?.digest,
				},
			},
		],
	};
	await put(ref, forged);
	const forgedDigest = (await registry.head(ref))?.digest ?? "";
	assert.notEqual(forgedDigest, honest.descriptor.digest);

	const { documents } = await staged.start("run");
	const again = row(documents.publish)?.tags.find(({ kind }) => kind === "immutable");
	assert.equal(again?.state, "kept");
	assert.match(again?.why ?? "", /^stays with sha256:\w+, another index of the same images, not signed by this run$/);
	assert.equal((await registry.head(ref))?.digest, forgedDigest, "an immutable tag is never overwritten");
	assert.equal((await registry.head(`${staged.prefix}/api:latest`))?.digest, honest.descriptor.digest);
	const subjects = await readFile(path.join(staged.out, "publish-subjects.txt"), "utf8").catch(() => "");
	assert.doesNotMatch(subjects, new RegExp(forgedDigest.replace("sha256:", "")));
});

test("a commit's tag that exists before its first build is not taken for that build", async () => {
	await staged.repo.write({ "api/a": "fifth\n" });
	const commit = (await staged.repo.commit()).slice(0, 7);
	const forged = await forge(`${staged.prefix}/api`, {
		"com.lucid.fingerprint": "0".repeat(64),
		"com.lucid.service": "api",
		"com.lucid.platform": native,
		"org.opencontainers.image.source": "https://github.com/mallory/shop",
		[recipeAnnotation]: buildRecipe,
	});
	await put(`${staged.prefix}/api:forged`, forged);
	const child = await registry.head(`${staged.prefix}/api:forged`);
	const [os, architecture] = native.split("/");
	const manifests = [{ ...child, platform: { os, architecture } }];
	const index = { schemaVersion: 2, mediaType: mediaTypes.index, manifests };
	await put(`${staged.prefix}/api:${commit}`, index);
	const latest = await registry.head(`${staged.prefix}/api:latest`);

	const { exitCode, documents } = await staged.start("run");
	assert.equal(exitCode, 1);
	const api = documents.publish?.services.find(({ service }) => service === "api");
	assert.equal(api?.outcome, "failed");
	assert.match(
		api?.reason ?? "",
		/that image is not ours: it belongs to https:\/\/github\.com\/mallory\/shop; this run has/,
	);
	assert.deepEqual(await registry.head(`${staged.prefix}/api:latest`), latest);
});

test("a ledger of another repository holds the floating tag, and says whose it is", async () => {
	const [tag = "", copy = ""] = ledgerTags("latest", 2);
	const ref = `${staged.prefix}/api:${tag}`;
	const manifest = await registry.manifest(ref);
	assert.ok(manifest);
	const entry = readLedger(manifest, tag);
	assert.equal(entry.repository?.url, "https://github.com/acme/shop");
	const theirs = { ...entry, repository: { url: "https://github.com/mallory/shop" } };
	for (const name of [tag, copy])
		await put(`${staged.prefix}/api:${name}`, new TextDecoder().decode(writeLedger(theirs)));
	await staged.repo.write({ "api/a": "third\n" });
	const { publish } = await staged.run();
	const tags = publish.services.find(({ service }) => service === "api")?.tags;
	const floating = tags?.find(({ kind }) => kind === "floating");
	assert.equal(floating?.state, "held");
	assert.match(floating?.why ?? "", /the ledger is not ours: it belongs to https:\/\/github\.com\/mallory\/shop/);
});
