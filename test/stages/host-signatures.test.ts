import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openRegistry, type Registry } from "../../src/adapters/registry/registry.ts";
import type { PlannedReuse } from "../../src/model/documents/plan.ts";
import type { Source } from "../../src/model/documents/source.ts";
import type { HostImage } from "../../src/model/documents/verify-host.ts";
import { sha256 } from "../../src/model/oci/manifest.ts";
import { bundleAnnotation, bundleType } from "../../src/model/signing/bundle-artifact.ts";
import { hostLines } from "../../src/presentation/text/host-lines.ts";
import { openHostSignatures, requireSignature } from "../../src/stages/verify-host/host-signatures.ts";
import { UserError } from "../../src/util/errors.ts";
import { temporaryFolder } from "../support/repo.ts";
import { ourSource, statementOf } from "../support/signed-runs.ts";
import type { Claims } from "../support/sigstore/claims.ts";
import { type PlayedSigstore, startSigstore } from "../support/sigstore/played-sigstore.ts";
import { quietWorld } from "./support.ts";

const ours = { repository: "acme/shop", repository_id: "7" };
const digestOf = (name: string) => sha256(Buffer.from(name));
const image = (name: string) => ({ digest: digestOf(name) });
const row: HostImage = { service: "api", platform: "linux/arm64", ref: "r/api:latest", state: "present" };

/** A clone on a machine: it has a URL, and no number of the repository. */
const { repositoryId: _, ...clone } = ourSource;

let sigstore: PlayedSigstore;
let elsewhere: PlayedSigstore;
let cache: string;
before(async () => {
	[sigstore, elsewhere, cache] = await Promise.all([startSigstore(), startSigstore(), temporaryFolder()]);
});
after(async () => {
	await sigstore[Symbol.asyncDispose]();
	await elsewhere[Symbol.asyncDispose]();
	await rm(cache, { recursive: true, force: true });
});

/** A bundle that lists an index of `api`. */
async function listing(name: string, claims: Claims = {}, by = sigstore): Promise<Uint8Array> {
	const digest = digestOf(name);
	const indexes = [{ service: "api", digest, images: [] }];
	return by.sign(statementOf({ indexes, subjects: [digest] }), { ...ours, ...claims });
}

/** A registry that has nothing but these bundles, by the index that each is attached to. */
function registryWith(bundles: Readonly<Record<string, Uint8Array>>): Registry {
	const all = Object.entries(bundles).map(([name, bytes]) => ({
		subject: digestOf(name),
		bytes,
		digest: sha256(bytes),
	}));
	return {
		...openRegistry(),
		referrers: async (_repository, digest) =>
			all
				.filter(({ subject }) => subject === digest)
				.map(({ digest: blob, bytes }) => ({
					...{ mediaType: bundleType, digest: blob, size: bytes.length },
					annotations: { [bundleAnnotation]: blob },
				})),
		blob: async (_repository, digest) => all.find((one) => one.digest === digest)?.bytes ?? assert.fail(),
	};
}

interface Host {
	readonly reuse?: PlannedReuse["from"];
	readonly requireSigned?: boolean;
	readonly source?: Source;
}

function open(
	{ reuse: from, requireSigned = true, source = clone }: Host,
	bundles: Parameters<typeof registryWith>[0],
) {
	const reuse = from && { from, keys: [], branches: [] };
	return openHostSignatures(
		{ source, ...(reuse && { reuse }) },
		{ requireSigned, trustedRoot: sigstore.trustedRoot },
		{ registry: registryWith(bundles), context: { ...quietWorld("/"), env: { LUCID_CACHE: cache } } },
	);
}

async function judge(host: Host, bundles: Parameters<typeof registryWith>[0], found: Partial<HostImage> = {}) {
	const signatures = (await open(host, bundles)) ?? assert.fail("no signature is required");
	return requireSignature({ ...row, published: image("new"), here: image("new"), ...found }, "r/api", signatures);
}

test("signatures are required by the option, or by the catalog's policy, and the option is not overridden by `any`", async () => {
	assert.equal(await open({ requireSigned: false }, {}), undefined);
	assert.equal(await open({ requireSigned: false, reuse: "any" }, {}), undefined);
	const own = await listing("new");
	const namesake = await listing("new", { repository: "mallory/shop", repository_id: "8" });
	for (const host of [
		{},
		{ reuse: "any" },
		{ reuse: "none", requireSigned: false },
		{ reuse: "same-repository", requireSigned: false },
	] as const) {
		const good = await judge(host, { new: own });
		assert.deepEqual([good.state, good.signer], ["present", "build-signed.yml@v1 of acme/shop on main (push)"]);
		const bad = await judge(host, { new: namesake });
		assert.deepEqual([bad.state, bad.unsigned], ["unsigned", "it was signed for https://github.com/mallory/shop"]);
	}
});

test("with `protected`, the branch that signed must be the clone's default branch or one of `publish_on`", async () => {
	const branch = await listing("new", { ref: "refs/heads/topic" });
	const bad = await judge({ reuse: "protected" }, { new: branch });
	assert.deepEqual(
		[bad.state, bad.unsigned],
		["unsigned", "it was signed on refs/heads/topic, which is not protected"],
	);
	assert.equal((await judge({ reuse: "protected" }, { new: await listing("new") })).state, "present");
	const { defaultBranch: _branch, ...unknown } = clone;
	await assert.rejects(
		open({ reuse: "protected", source: unknown }, {}),
		(error) => error instanceof UserError && /the default branch, .*, is not known here/.test(error.message),
	);
});

test("a clone without a remote and without a key is an error, not a machine on which each repository counts", async () => {
	const { url: _url, ...local } = clone;
	await assert.rejects(
		open({ source: local }, {}),
		(error) => error instanceof UserError && error.problems[0]?.code === "sign/unknown-source",
	);
});

test("an image that is not published is started only if its own index is signed, and a tag must name a signed one", async () => {
	const bundles = { new: await listing("new"), old: await listing("old") };
	const old = { here: image("old"), state: "old" } as const;
	const { published: _published, ...unpublished } = { ...row, ...old, state: "unpublished" } as const;
	const states = async (found: Partial<HostImage>, known: Partial<typeof bundles> = bundles) => {
		const { state, unsigned } = await judge({}, known as typeof bundles, found);
		return unsigned === undefined ? [state] : [state, unsigned];
	};
	assert.deepEqual(await states(old), ["old"]);
	assert.deepEqual(await states(old, { old: bundles.old }), ["unsigned", "it is not signed"]);
	assert.match((await states(old, { new: bundles.new })).join(), /^unsigned,the image here, \w+: it is not signed$/);
	const absent = { state: "absent" as const };
	const { here: _here, ...away } = { ...row, published: image("new"), ...absent };
	const signatures = (await open({}, bundles)) ?? assert.fail();
	assert.equal((await requireSignature(away, "r/api", signatures)).state, "absent");
	assert.equal((await requireSignature(away, "r/api", (await open({}, {})) ?? assert.fail())).state, "unsigned");
	assert.equal((await requireSignature(unpublished, "r/api", signatures)).state, "unpublished");
	assert.equal((await requireSignature(unpublished, "r/api", (await open({}, {})) ?? assert.fail())).state, "unsigned");
	assert.equal((await requireSignature(row, "r/api", signatures)).state, "present", "there is nothing to start");
});

test("an index of another service, and a signature that cannot be verified, do not count", async () => {
	const other = await requireSignature(
		{ ...row, service: "web", published: image("new"), here: image("new") },
		"r/web",
		(await open({}, { new: await listing("new") })) ?? assert.fail(),
	);
	assert.equal(other.unsigned, "its signature does not list it as an index of web");
	const unknown = await judge({}, { new: await listing("new", {}, elsewhere) });
	assert.equal(unknown.state, "unsigned");
	assert.match(unknown.unsigned ?? "", /^its signature cannot be verified: .*; refresh the trusted root: /);
	const host = { name: "pi", engine: "29.0.0", platform: "linux/arm64" };
	const smoke = { kind: "lucid.smoke", version: 1, services: [] } as never;
	const lines = hostLines({ kind: "lucid.verify-host", version: 1, host, images: [unknown], smoke, durationMs: 0 });
	assert.match(lines[1] ?? "", /^✗ Unsigned: r\/api:latest is \w+: its signature cannot be verified: /);
});
