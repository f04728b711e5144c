import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { sha256 } from "../../src/model/oci/manifest.ts";
import { identityAnnotations, identityOf } from "../../src/model/service/image-identity.ts";
import { bundleAnnotation } from "../../src/model/signing/bundle-artifact.ts";
import type { BuilderFacts, SignedImage } from "../../src/model/signing/run-statement.ts";
import type { Signer } from "../../src/model/signing/signer.ts";
import { findImage, findPrevious } from "../../src/stages/plan/published-images.ts";
import { writeKeptRecord } from "../../src/stages/shared/records/kept-record.ts";
import { reusePolicy } from "../../src/stages/shared/reuse.ts";
import { openSignatures } from "../../src/stages/shared/signatures.ts";
import type { VerifiedBundles } from "../../src/stages/shared/verified-bundles.ts";
import { UserError } from "../../src/util/errors.ts";
import { holdingRegistry } from "../stages/registry.ts";
import { aService } from "../support/documents.ts";
import {
	type ARun,
	type Authority,
	aSignedImage,
	openAuthority,
	ourSource,
	ourWorkflow,
	statementOf,
	withStatement,
} from "../support/signed-runs.ts";

const platform = "linux/arm64";
const fingerprint = "a".repeat(64);
const catalog = {
	...{ version: 1 as const, project: "shop", file: "lucid.yml", root: "/", registry: "r", network: { name: "n" } },
	...{ phases: [], services: [], planned: [], externals: [] },
} as const;

/** An image of api in a registry, honest in all that it states, and what a plan finds there. */
async function open(remembered?: VerifiedBundles) {
	const held = await holdingRegistry();
	const authority = openAuthority();
	const repository = `${held.host}/acme/api`;
	const contentRef = `${repository}:content-${fingerprint.slice(0, 32)}-linux-arm64`;
	const image = { service: "api", platform, fingerprint, contentRef };
	const put = (ref: string, own: Partial<typeof image> = {}) => {
		held.put(ref, own.platform ?? platform, "api", {
			annotations: identityAnnotations(identityOf({ ...image, ...own }, ourSource)),
		});
		return held.digestOf(ref);
	};
	const digest = put(contentRef);
	const listed = (own: Partial<SignedImage> = {}) => aSignedImage({ service: "api", digest, fingerprint, ...own });
	const plan = { reuse: { from: "same-repository", keys: ["one"], branches: [] }, source: ourSource } as const;
	const newRun = (verifier = authority.verifier) =>
		openSignatures(reusePolicy(plan, true, {}), {
			registry: openRegistry(),
			verifier,
			...(remembered && { remembered }),
		});
	const signatures = newRun();
	const find = async (by = signatures) => {
		const found = await findImage({ registry: openRegistry(), signatures: by }, image, ourSource);
		return found === undefined ? "nothing" : "foreign" in found ? found.foreign : `signed by ${found.signedBy}`;
	};
	const attach = (run: ARun = { images: [listed()] }, signer: Signer = ourWorkflow, by: Authority = authority) =>
		held.attach(repository, digest, by.sign(statementOf(run), signer));
	return {
		...{ held, authority, repository, image, digest, put, listed, newRun, find, attach },
		[Symbol.asyncDispose]: () => held[Symbol.asyncDispose](),
	};
}

const ours = "signed by build-signed.yml@v1 of acme/shop on main (push)";

test("an image that a run of ours signed is reused, and the plan says by whom", async () => {
	await using world = await open();
	world.attach();
	assert.equal(await world.find(), ours);
});

test("an image without a signature is not ours", async () => {
	await using world = await open();
	assert.equal(await world.find(), "it is not signed");
});

describe("an image is not ours if the statement of a run of ours lists", () => {
	const other = `sha256:${"9".repeat(64)}`;
	const attacks: (readonly [string, Partial<SignedImage>, RegExp, Signer?])[] = [
		["another digest", { digest: other }, /^its signature does not say what it was built from$/],
		["another service", { service: "web" }, /^it was signed as an image of web$/],
		["another platform", { platform: "linux/amd64" }, /^it was signed as an image for linux\/amd64$/],
		["another recipe", { recipe: "lucid-0" }, /^it was signed for another version of this program$/],
		["another fingerprint", { fingerprint: "b".repeat(64) }, /^it was signed for other inputs$/],
		[
			"a build on a self-hosted runner",
			{ builder: { runner: "self-hosted" } },
			/^it was built on a self-hosted runner$/,
		],
		["a build on a laptop", { builder: { runner: "local" } }, /^it was built on a local runner$/],
		[
			"a build by a builder on another machine",
			{ builder: { runner: "github-hosted", remote: true } },
			/on another machine$/,
		],
		["a build with bases from a mirror", { builder: { runner: "github-hosted", mirror: true } }, /came from a mirror$/],
		[
			"a key's build with bases from a mirror",
			{ builder: { runner: "local", mirror: true } },
			/came from a mirror$/,
			{ kind: "key", key: "one" },
		],
	];
	const hosted = (facts: Partial<BuilderFacts>) => ({ builder: { runner: "github-hosted", ...facts } }) as const;
	const pull = { ...ourWorkflow, ref: "refs/pull/7/merge", event: "pull_request" };
	attacks.push(
		["layers of a cache in the registry", hosted({ cache: "registry" }), /may come from a registry cache/],
		["layers that a pull request's jobs can write", hosted({ cache: "gha" }), /can write$/, pull],
		["a pull request's build with secrets", hosted({ secrets: true }), /with secrets in a run that is not/, pull],
		["a branch's build with secrets", hosted({ secrets: true }), /is not/, { ...ourWorkflow, ref: "refs/heads/x" }],
	);
	for (const [name, claims, why, signer] of attacks)
		test(name, async () => {
			await using world = await open();
			// It is a subject of the statement each time.
			world.attach({ images: [world.listed(claims)], subjects: [world.digest] }, signer);
			assert.match(await world.find(), why);
		});
	test("no image at all", async () => {
		await using world = await open();
		world.attach({ subjects: [world.digest] });
		assert.equal(await world.find(), "its signature does not say what it was built from");
	});
});

test("an image is not ours if it is listed, but is not a subject of the statement", async () => {
	await using world = await open();
	world.attach({ images: [world.listed()], subjects: [`sha256:${"9".repeat(64)}`] });
	assert.equal(await world.find(), "its signature is about other images");
});

test("a build of the default branch counts with secrets and GitHub's cache", async () => {
	await using world = await open();
	world.attach({ images: [world.listed({ builder: { runner: "github-hosted", cache: "gha", secrets: true } })] });
	assert.equal(await world.find(), ours);
});

test("a local build that a key of the catalog signed is ours", async () => {
	await using world = await open();
	world.attach({ images: [world.listed({ builder: { runner: "local" } })] }, { kind: "key", key: "one" });
	assert.equal(await world.find(), "signed by a key");
});

test("a kept image is ours only if a run signed that it kept it for these inputs", async () => {
	await using world = await open();
	const { held, image, repository } = world;
	const before = "c".repeat(64);
	const digest = world.put(image.contentRef, { fingerprint: before });
	const written = new Map<string, { readonly annotations: Record<string, string> }>();
	await writeKeptRecord(
		{
			putBlob: async () => ({ mediaType: "", digest: "", size: 0 }),
			putManifest: async (ref, bytes) => {
				written.set(ref, JSON.parse(new TextDecoder().decode(bytes)));
				return { mediaType: "", digest: "", size: 0 };
			},
		},
		image.contentRef,
		identityOf(image, ourSource),
		{ digest, reason: "same content" },
	);
	const [[ref, record] = ["", undefined]] = [...written];
	held.putManifest(ref, record);
	const attach = (own: Partial<SignedImage>) => {
		const images = [aSignedImage({ service: "api", digest, fingerprint, ...own })];
		held.attach(repository, digest, world.authority.sign(statementOf({ images })));
	};
	attach({ fingerprint: before });
	assert.equal(await world.find(world.newRun()), "it was signed for other inputs", "only the run that built it");
	attach({ outcome: "built" });
	assert.equal(await world.find(world.newRun()), "no run kept it");
	attach({ outcome: "kept" });
	assert.equal(await world.find(world.newRun()), ours);
});

test("the published image counts as proven for any inputs, if a run of ours built it as this service", async () => {
	await using world = await open();
	const { held, repository, newRun, put } = world;
	put(`${repository}:latest`, { fingerprint: "c".repeat(64) });
	const digest = held.digestOf(`${repository}:latest`);
	const service = aService({ name: "api", image: repository, floating: ["type=raw,value=latest"] });
	const unproven = async () => {
		const sources = { registry: openRegistry(), signatures: newRun() };
		const found = await findPrevious(sources, service, platform, { source: ourSource, catalog });
		assert.ok(found !== undefined && "findUnproven" in found);
		return found.findUnproven?.();
	};
	const attach = (own: Partial<SignedImage>) =>
		held.attach(
			repository,
			digest,
			world.authority.sign(statementOf({ images: [aSignedImage({ service: "api", digest, ...own })] })),
		);
	const ref = `${repository}:latest`;
	assert.deepEqual(await unproven(), { ref, foreign: "it is not signed" });
	attach({ service: "web" });
	assert.deepEqual(await unproven(), { ref, foreign: "it was signed as an image of web" });
	attach({ fingerprint: "e".repeat(64), recipe: "lucid-0" });
	assert.equal(await unproven(), undefined);
});

describe("a forged signature", () => {
	test("under another statement is not valid", async () => {
		await using world = await open();
		const { held, repository, digest, authority, listed } = world;
		const honest = authority.sign(
			statementOf({ images: [aSignedImage({ service: "web", digest: `sha256:${"9".repeat(64)}` })] }),
		);
		held.attach(repository, digest, withStatement(honest, statementOf({ images: [listed()] })));
		assert.equal(await world.find(), "its signature is not valid: its signature does not fit its content");
	});

	test("that is not a bundle, lacks its content, or is endless, makes the image foreign and stops nothing", async () => {
		await using world = await open();
		const { held, repository, digest } = world;
		held.attach(repository, digest, Buffer.from("hello"));
		assert.equal(await world.find(world.newRun()), "its signature is not valid: it is not JSON");
		held.attach(repository, digest, Buffer.from("gone"), "annotated");
		held.forget(Buffer.from("gone"));
		assert.match(await world.find(world.newRun()), /^its signature/);
		held.attach(repository, digest, Buffer.alloc(17 << 20, " "));
		assert.match(await world.find(world.newRun()), /^its signature/);
		world.attach();
		assert.equal(await world.find(world.newRun()), ours, "the honest one beside them counts");
	});

	test("about no run is not ours, although its signer is", async () => {
		await using world = await open();
		const { held, repository, digest, authority } = world;
		held.attach(repository, digest, authority.sign(Buffer.from('{"_type":"https://in-toto.io/Statement/v1"}')));
		assert.equal(await world.find(), "its signature is not about a run of this action");
	});

	test("hides no honest one, unless there are more than seven of them", async () => {
		await using world = await open();
		world.attach();
		const mallory = { ...ourWorkflow, repository: "https://github.com/mallory/shop", repositoryId: "8" };
		const forge = (n: number) => world.attach({ images: [world.listed()], source: { revision: String(n) } }, mallory);
		for (let n = 0; n < 7; n++) forge(n);
		assert.equal(await world.find(world.newRun()), ours);
		forge(8);
		assert.equal(await world.find(world.newRun()), "it was signed for https://github.com/mallory/shop");
	});
});

test("any number of our own statements that only have verdicts hides no image", async () => {
	await using world = await open();
	world.attach();
	for (let n = 0; n < 12; n++) world.attach({ subjects: [world.digest], source: { revision: String(n) } });
	assert.equal(await world.find(), ours);
});

test("the reason is that of the signature which came furthest", async () => {
	await using world = await open();
	world.attach({ images: [world.listed({ service: "web" })] });
	world.attach({ images: [world.listed()] }, { ...ourWorkflow, runner: "self-hosted" });
	world.held.attach(world.repository, world.digest, Buffer.from("hello"));
	assert.equal(await world.find(), "it was signed as an image of web");
});

describe("a signature by an unknown authority", () => {
	test("is neither accepted nor forged: an error that names the refresh of the trusted root", async () => {
		await using world = await open();
		world.attach(undefined, ourWorkflow, openAuthority());
		await assert.rejects(world.find(), (error) => {
			assert.ok(error instanceof UserError);
			const [problem] = error.problems;
			assert.equal(problem?.code, "sign/cannot-verify");
			assert.match(
				problem.message,
				new RegExp(`the signature of ${world.repository}@${world.digest} cannot be verified`),
			);
			assert.match(problem.why ?? "", /^the trusted root has no such authority: the signature may be good$/);
			assert.match(problem.fix ?? "", /refresh the trusted root: .*tuf-repo-cdn\.sigstore\.dev.*`trusted-root`/);
			return true;
		});
	});

	test("beside one that counts changes nothing", async () => {
		await using world = await open();
		world.attach();
		world.attach(undefined, ourWorkflow, openAuthority());
		assert.equal(await world.find(), ours);
	});

	test("that would not count anyway, of another program for example, is not waited for", async () => {
		await using world = await open();
		const { held, repository, digest, listed } = world;
		const stranger = openAuthority();
		held.attach(repository, digest, stranger.sign(Buffer.from('{"predicateType":"https://spdx.dev/Document"}')));
		assert.equal(await world.find(world.newRun()), "the trusted root has no such authority");
		world.attach({ images: [listed({ service: "web" })] }, ourWorkflow, stranger);
		world.attach({ images: [listed()], subjects: [] }, ourWorkflow, stranger);
		assert.equal(await world.find(world.newRun()), "the trusted root has no such authority");
	});
});

test("a bundle that another program attached is found by its manifest", async () => {
	await using world = await open();
	const { held, repository, digest, authority, listed } = world;
	held.attach(repository, digest, authority.sign(statementOf({ images: [listed()] })), "unannotated");
	assert.equal(await world.find(), ours);
});

test("one bundle is read and verified once for all images of a run, from any repository that has it", async () => {
	await using world = await open();
	const { held, authority, newRun } = world;
	const names = Array.from({ length: 35 }, (_, i) => `service-${i}`);
	const images = names.map((service) => {
		const contentRef = `${held.host}/acme/${service}:content-${fingerprint.slice(0, 32)}-linux-arm64`;
		const image = { service, platform, fingerprint, contentRef };
		held.put(contentRef, platform, service, { annotations: identityAnnotations(identityOf(image, ourSource)) });
		return image;
	});
	const bundle = authority.sign(
		statementOf({
			images: images.map(({ service, contentRef }) =>
				aSignedImage({ service, fingerprint, digest: held.digestOf(contentRef) }),
			),
		}),
	);
	for (const { service, contentRef } of images)
		held.attach(`${held.host}/acme/${service}`, held.digestOf(contentRef), bundle);
	const plan = async (signatures: ReturnType<typeof newRun>) => {
		const start = held.lines().length;
		const registry = openRegistry();
		const found = await Promise.all(images.map((image) => findImage({ registry, signatures }, image, ourSource)));
		assert.ok(found.every((one) => one !== undefined && !("foreign" in one)));
		return held.lines().slice(start);
	};
	const without = (await plan(undefined)).length;
	assert.equal(without, 35);
	const registry = openRegistry();
	const signatures = openSignatures(
		reusePolicy({ reuse: { from: "same-repository", keys: [], branches: [] }, source: ourSource }, false, {}),
		{ registry, verifier: authority.verifier },
	);
	const lines = await plan(signatures);
	const blobs = lines.filter((line) => line.includes("/blobs/"));
	assert.equal(blobs.length, 1, "the bundle");
	assert.equal(authority.verifier.verified(), 1);
	// One probe for the API, which this registry lacks, then one request each.
	assert.ok(lines.length - without <= 35 + 1 + 1, `${lines.length - without} requests more`);
	assert.equal((await plan(signatures)).length, 35, "what was read once is remembered");
});

test("a repository that lost a bundle makes only its own image foreign", async () => {
	const authority = openAuthority();
	const digests = ["1", "2"].map((digit) => `sha256:${digit.repeat(64)}`);
	const [one = "", two = ""] = digests;
	const bundle = authority.sign(
		statementOf({ images: digests.map((digest) => aSignedImage({ service: "api", digest })) }),
	);
	const reads: string[] = [];
	let lose = () => {};
	const registry = {
		referrers: async (_: string, digest: string) => {
			// The image of `two` waits for the bundle that is being read from `one`.
			while (digest === two && reads.length === 0) await new Promise(setImmediate);
			return [{ mediaType: "", digest, size: 1, annotations: { [bundleAnnotation]: sha256(bundle) } }];
		},
		manifest: async () => undefined,
		blob: (repository: string) => {
			reads.push(repository);
			if (repository === "two") return Promise.resolve(bundle);
			setImmediate(() => setImmediate(() => setImmediate(() => lose())));
			return new Promise<Uint8Array>((_, reject) => {
				lose = () => reject(new UserError({ code: "registry/not-found", message: "not found: the bundle" }));
			});
		},
	};
	const plan = { reuse: { from: "same-repository", keys: [], branches: [] }, source: ourSource } as const;
	const signatures = openSignatures(reusePolicy(plan, true, {}), { registry, verifier: authority.verifier });
	const find = (repository: string, digest: string) => signatures?.find({ repository, digest }, () => undefined);
	const [lost, found] = await Promise.all([find("one", one), find("two", two)]);
	assert.deepEqual(lost, { came: 1, why: "its signature cannot be read: not found: the bundle" });
	assert.ok(found !== undefined && "signer" in found, JSON.stringify(found));
	assert.deepEqual(reads, ["one", "two"]);
});
