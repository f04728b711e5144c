import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Registry } from "../../src/adapters/registry/registry.ts";
import type { BuiltImage } from "../../src/model/documents/build.ts";
import { mediaTypes, sha256 } from "../../src/model/oci/manifest.ts";
import type { Service } from "../../src/model/service/service.ts";
import type { LayerContent } from "../../src/stages/verify/layers/layer-content.ts";
import { Verifier, type VerifierOptions } from "../../src/stages/verify/verifier.ts";
import type { Progress, ProgressEvent } from "../../src/util/progress.ts";
import { anImage, aPlan, aSource } from "../build/support.ts";
import { reply, serve } from "../registry/server.ts";
import { aService } from "../support/documents.ts";
import { archive, elf } from "./archive.ts";

/** A registry with blobs and manifests by digest and tag, right or wrong. */
async function store() {
	const held = new Map<string, Buffer>();
	const server = await serve((request, response) => {
		const name =
			decodeURIComponent(request.url ?? "")
				.split("/")
				.at(-1) ?? "";
		const body = held.get(name);
		if (body === undefined) return reply(response, 404);
		const type = /"manifests"/.test(body.toString("latin1")) ? mediaTypes.index : mediaTypes.manifest;
		reply(response, 200, body, request.url?.includes("/manifests/") ? { "content-type": type } : {});
	});
	const put = (bytes: Buffer, name = sha256(bytes)) => {
		held.set(name, bytes);
		return { digest: name, size: bytes.length };
	};
	const json = (value: unknown, name?: string) => put(Buffer.from(JSON.stringify(value)), name);
	return Object.assign(server, {
		put,
		drop: (name: string) => held.delete(name),
		json,
		held: (name: string) => held.get(name)?.toString() ?? "",
		/** An image of these layers, for an architecture. */
		image(layers: readonly { digest: string; size: number }[], architecture = "arm64") {
			const labels = { "org.opencontainers.image.revision": aSource.revision };
			const config = json({ os: "linux", architecture, config: { Entrypoint: ["/run"], User: "1:1", Labels: labels } });
			const mediaType = "application/vnd.oci.image.layer.v1.tar+gzip";
			return json({
				schemaVersion: 2,
				config: { ...config, mediaType: "application/vnd.oci.image.config.v1+json" },
				layers: layers.map((layer) => ({ ...layer, mediaType })),
			});
		},
	});
}

const verify = async (rows: readonly BuiltImage[], options: VerifierOptions) => {
	const verifier = new Verifier(options);
	return verifier.result(await verifier.verify(rows, rows));
};

const program = async (name: string) => gzipSync(await archive({ run: elf(183), [name]: "1" }, ["--mode=a+x"]));

async function verifyDigests(
	host: string,
	registry: Registry,
	digests: Readonly<Record<string, string>>,
	{
		tag,
		progress = () => {},
		...options
	}: { readonly tag?: string; readonly progress?: Progress } & Partial<VerifierOptions> = {},
) {
	const services: readonly Service[] = Object.keys(digests).map((name) => aService({ name, image: `${host}/${name}` }));
	const images = services.map((service) => anImage(service, { contentRef: `${service.image}:${tag ?? "none"}` }));
	const rows = images.map(
		({ service, platform, fingerprint, contentRef }): BuiltImage => ({
			...{ service, platform, fingerprint, contentRef, outcome: "built", checks: [] },
			digest: digests[service] ?? "",
		}),
	);
	return verify(rows, {
		plan: aPlan(services, images),
		registry,
		floatingTag: () => undefined,
		progress,
		signal: new AbortController().signal,
		now: () => performance.now(),
		...options,
	});
}

const failedChecks = ({ images }: Awaited<ReturnType<typeof verifyDigests>>) =>
	images.map(({ service, checks }) => [
		service,
		...checks.filter(({ ok }) => !ok).map(({ id, actual }) => `${id}: ${actual}`),
	]);

test("a layer that images share is requested once", async () => {
	await using server = await store();
	const shared = server.put(await program("shared"));
	const names = ["a", "b", "c", "d", "e"];
	const own = await Promise.all(names.map(async (name) => server.put(await program(name))));
	const digests = Object.fromEntries(
		names.map((name, i) => [name, server.image([shared, ...own.slice(i, i + 1)]).digest]),
	);
	const result = await verifyDigests(server.host, server.registry, digests);
	assert.deepEqual(
		failedChecks(result),
		names.map((name) => [name]),
	);
	assert.deepEqual(result.layers, { read: 6, bytes: shared.size + own.reduce((sum, { size }) => sum + size, 0) });
	assert.equal(server.lines().filter((line) => line.endsWith(shared.digest)).length, 1);
});

test("a cached layer is not read again while the registry has it", async () => {
	await using server = await store();
	const layers = [server.put(await program("kept")), server.put(await program("other"))];
	const image = server.image(layers);
	const kept = new Map<string, LayerContent>();
	const layerCache = {
		read: async (digest: string) => kept.get(digest),
		write: async (digest: string, layer: LayerContent) => void kept.set(digest, layer),
	};
	const first = await verifyDigests(server.host, server.registry, { a: image.digest }, { layerCache });
	assert.equal(first.layers.read, 2);
	const second = await verifyDigests(server.host, server.registry, { a: image.digest }, { layerCache });
	assert.deepEqual(second.layers, { read: 0, bytes: 0 });
	assert.deepEqual(second.images, first.images);
	server.drop(layers[0]?.digest ?? "");
	assert.match(
		String(failedChecks(await verifyDigests(server.host, server.registry, { a: image.digest }, { layerCache }))),
		/layers: /,
	);
});

test("the progress reports the received bytes of layers", async () => {
	await using server = await store();
	const layers = [server.put(await program("one")), server.put(await program("two"))];
	const sizes = layers.reduce((sum, { size }) => sum + size, 0);
	const events: ProgressEvent[] = [];
	await verifyDigests(
		server.host,
		server.registry,
		{ a: server.image(layers).digest },
		{
			progress(event) {
				events.push(event);
				if (event.text === "reading layers") assert.deepEqual({ ...event.bytes }, { done: 0, total: sizes });
			},
		},
	);
	const { bytes } = events.find(({ text }) => text === "reading layers") ?? assert.fail("no progress");
	assert.deepEqual({ ...bytes }, { done: sizes, total: sizes });
	assert.equal(events.at(-1)?.state, "done");
});

test("a missing, forged or invalid layer fails its image and no other", async () => {
	await using server = await store();
	const good = server.put(await program("good"));
	const missing = { digest: `sha256:${"0".repeat(64)}`, size: 10 };
	const other = await program("other");
	const forged = { ...server.put(other, sha256(Buffer.from("else"))), size: other.length };
	const garbage = server.put(gzipSync("no archive ".repeat(100)));
	const digests = {
		good: server.image([good]).digest,
		missing: server.image([good, missing]).digest,
		forged: server.image([good, forged]).digest,
		garbage: server.image([good, garbage]).digest,
	};
	const [first, second, third, fourth] = failedChecks(await verifyDigests(server.host, server.registry, digests));
	assert.deepEqual(first, ["good"]);
	assert.match(second?.[1] ?? "", /^layers: not found: /);
	assert.match(third?.[1] ?? "", /^layers: invalid response of .* of forged/);
	assert.match(fourth?.[1] ?? "", /^layers: it is not a valid tar archive/);
});

test("an index entry with an image for another platform is reported", async () => {
	await using server = await store();
	const layer = server.put(await program("x"));
	const arm = server.image([layer]);
	const amd = server.image([layer], "amd64");
	const mediaType = mediaTypes.manifest;
	const entry = (image: typeof arm, architecture: string) => ({
		...image,
		mediaType,
		platform: { os: "linux", architecture },
	});
	const unknown = { ...arm, mediaType, platform: { os: "unknown", architecture: "unknown" } };
	const index = (...manifests: unknown[]) => server.json({ schemaVersion: 2, manifests }, "tag");
	index(entry(arm, "arm64"), entry(amd, "amd64"), unknown);
	assert.deepEqual(failedChecks(await verifyDigests(server.host, server.registry, { a: arm.digest }, { tag: "tag" })), [
		["a"],
	]);
	index(entry(arm, "arm64"), entry(arm, "amd64"));
	assert.deepEqual(failedChecks(await verifyDigests(server.host, server.registry, { a: arm.digest }, { tag: "tag" })), [
		["a", "platform: linux/amd64 holds an image for linux/arm64"],
	]);
});

test("without an engine imports are unchecked, and so is an image that was not built", async () => {
	await using server = await store();
	const digest = server.image([server.put(await program("x"))]).digest;
	const service = aService({ name: "a", image: `${server.host}/a`, verify: { labels: [], imports: ["a.b"] } });
	const image = anImage(service);
	const { platform, fingerprint, contentRef } = image;
	const row: BuiltImage = { service: "a", platform, fingerprint, contentRef, outcome: "built", checks: [], digest };
	const { digest: _, ...absent } = { ...row, outcome: "skipped" as const, error: { message: "its base failed" } };
	for (const [one, reason] of [
		[row, /imports need an engine/],
		[absent, /its base failed/],
	] as const) {
		const { images } = await verify([one], {
			plan: aPlan([service], [image]),
			registry: server.registry,
			floatingTag: () => undefined,
			progress: () => undefined,
			signal: new AbortController().signal,
			now: () => performance.now(),
		});
		assert.ok(images[0]?.unchecked.some((found) => reason.test(found.reason)));
	}
});

/** One service with an external base, published with one layer of its own and rebuilt with another. */
async function following(server: Awaited<ReturnType<typeof store>>, changed: string) {
	const [base, old, fresh] = await Promise.all(
		["base", "old", "new"].map(async (name) => server.put(await program(name))),
	);
	assert.ok(base && old && fresh);
	const before = server.image([base, old]);
	server.json(JSON.parse(server.held(before.digest)), "latest");
	const { digest } = server.image([base, fresh]);
	const service = aService({ name: "a", image: `${server.host}/a` });
	const image = anImage(service, {
		components: [
			{ kind: "base", name: "debian:12", hash: "1" },
			{ kind: "files", name: "COPY app/", hash: "2" },
		],
		decision: { kind: "build", reasons: [{ kind: "changed", component: changed, detail: "" }], before },
	});
	const { platform, fingerprint, contentRef } = image;
	const row: BuiltImage = { service: "a", platform, fingerprint, contentRef, outcome: "built", checks: [], digest };
	const options = (registry: VerifierOptions["registry"]): VerifierOptions => ({
		plan: aPlan([service], [image]),
		registry,
		floatingTag: () => "latest",
		progress: () => undefined,
		signal: new AbortController().signal,
		now: () => performance.now(),
	});
	const requests = (layer: { digest: string }) => server.lines().filter((line) => line.endsWith(layer.digest)).length;
	return { base, old, fresh, row, options, requests };
}

async function untilRequested(requests: () => number): Promise<void> {
	while (requests() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

test("a prefetch reads the published layers once", async () => {
	await using server = await store();
	const { base, old, fresh, row, options, requests } = await following(server, "COPY app/");
	const verifier = new Verifier(options(server.registry));
	verifier.prefetch();
	await untilRequested(() => requests(old));
	assert.equal(requests(base), 1);
	const [image] = await verifier.verify([row], []);
	assert.deepEqual(
		image?.checks.filter(({ ok }) => !ok),
		[],
	);
	assert.deepEqual([requests(base), requests(fresh)], [1, 1]);
});

test("the prefetch is cancelled when no image is to come", async () => {
	await using server = await store();
	const { old, options } = await following(server, "COPY app/");
	const ended = Promise.withResolvers<unknown>();
	const verifier = new Verifier(
		options({
			...server.registry,
			readBlob: async (repository, blob, open) => {
				if (blob.digest === old.digest) verifier[Symbol.dispose]();
				const reading = server.registry.readBlob(repository, blob, open);
				if (blob.digest === old.digest) reading.then(() => ended.resolve("read"), ended.resolve);
				return reading;
			},
		}),
	);
	verifier.prefetch();
	assert.match(String(await ended.promise), /the prefetch was cancelled/);
});

test("nothing is prefetched when the base has changed", async () => {
	await using server = await store();
	const { base, old, row, options, requests } = await following(server, "debian:12");
	const verifier = new Verifier(options(server.registry));
	verifier.prefetch();
	await verifier.verify([row], []);
	assert.deepEqual([requests(base), requests(old)], [1, 0]);
});

test("a layer whose prefetch failed is read on demand", async () => {
	await using server = await store();
	const { base, row, options, requests } = await following(server, "COPY app/");
	let failed = 0;
	const verifier = new Verifier(
		options({
			...server.registry,
			readBlob: (repository, blob, open) => {
				if (blob.digest !== base.digest || failed++ > 0) return server.registry.readBlob(repository, blob, open);
				return Promise.reject(new Error("gone for now"));
			},
		}),
	);
	verifier.prefetch();
	await untilRequested(() => failed);
	const [image] = await verifier.verify([row], []);
	assert.deepEqual(
		image?.checks.filter(({ ok }) => !ok),
		[],
	);
	assert.equal(requests(base), 1);
});
