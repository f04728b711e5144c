import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { type Descriptor, emptyBlob, emptyDescriptor, mediaTypes, sha256 } from "../../src/model/oci/manifest.ts";
import { playFaults } from "../publish/fault-proxy.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("run script/test");
const name = `lucid-test/referrers-${randomBytes(4).toString("hex")}`;
const registry = openRegistry();
const artifactType = "application/x-test";
const program = path.join(import.meta.dirname, "../registry/attach-process.ts");

/** An image and its repository, of a name of its own. */
async function pushSubject(label: string): Promise<{ readonly repository: string; readonly subject: Descriptor }> {
	const repository = `${host}/${name}/${label}`;
	await registry.putBlob(repository, emptyBlob);
	const image = { schemaVersion: 2, mediaType: mediaTypes.manifest, config: emptyDescriptor, layers: [] };
	const bytes = Buffer.from(JSON.stringify({ ...image, annotations: { label } }));
	return { repository, subject: await registry.putManifest(`${repository}:image`, bytes, mediaTypes.manifest) };
}

/** Attaches in a process of its own. */
const attach = (repository: string, { digest, size }: Descriptor, text: string) =>
	promisify(execFile)(process.execPath, [program, repository, digest, `${size}`, text]);

const textsOf = async (repository: string, { digest }: Descriptor) =>
	(await registry.referrers(repository, digest, artifactType)).map(({ annotations }) => annotations?.text).sort();

test("four processes attach to one image at the same time, and nothing is lost", async () => {
	const { repository, subject } = await pushSubject("four");
	await Promise.all(["a", "b", "c", "d"].map((text) => attach(repository, subject, text)));
	assert.deepEqual(await textsOf(repository, subject), ["a", "b", "c", "d"]);
});

test("a writer whose list is held back until another one has read its own back loses nothing", async () => {
	await using proxy = await playFaults(host);
	const { repository, subject } = await pushSubject("held");
	const list = `/v2/${name}/held/manifests/${subject.digest.replace(":", "-")}`;
	const reads = Promise.withResolvers<void>();
	const held = Promise.withResolvers<void>();
	let puts = 0;
	proxy.play(async ({ method, path: at, count }) => {
		if (at !== list) return undefined;
		if (method === "PUT" && ++puts === 1) {
			held.resolve();
			// The other writer wrote its list, and looks for its entry there for the first time.
			await reads.promise;
		}
		// The held writer: what is attached, what is listed. The other: the same, then it reads back.
		if (method === "GET" && count === 5) reads.resolve();
		return undefined;
	});
	const through = repository.replace(host, proxy.host);
	const slow = attach(through, subject, "slow");
	await held.promise;
	await Promise.all([slow, attach(through, subject, "fast")]);
	assert.deepEqual(await textsOf(repository, subject), ["fast", "slow"]);
	const writes = proxy.seen.filter((line) => line === `PUT ${list}`).length;
	assert.ok(writes >= 3, `${writes} writes: no update was lost on the way`);
});

test("the entries of other programs are kept, and those that were deleted are dropped", async () => {
	const { repository, subject } = await pushSubject("others");
	const image = { schemaVersion: 2, mediaType: mediaTypes.manifest, config: emptyDescriptor, layers: [], subject };
	const push = async (by: string) => {
		const bytes = Buffer.from(JSON.stringify({ ...image, artifactType: "application/x-other", annotations: { by } }));
		return registry.putManifest(`${repository}@${sha256(bytes)}`, bytes, mediaTypes.manifest);
	};
	const [kept, deleted] = [await push("kept"), await push("deleted")];
	const list = { schemaVersion: 2, mediaType: mediaTypes.index, manifests: [kept, deleted], annotations: { by: "x" } };
	const ref = `${repository}:${subject.digest.replace(":", "-")}`;
	await registry.putManifest(ref, Buffer.from(JSON.stringify(list)), mediaTypes.index, "referrers");
	const at = `http://${host}/v2/${name}/others/manifests/${deleted.digest}`;
	assert.equal((await fetch(at, { method: "DELETE" })).status, 202);
	const artifact = { artifactType, bytes: Buffer.from("one"), annotations: { text: "one" } };
	const attached = await registry.attach(repository, subject, artifact);
	assert.deepEqual((await registry.manifest(ref))?.json, { ...list, manifests: [kept, attached] });
	assert.deepEqual(await registry.referrers(repository, subject.digest, artifactType), [attached]);
	assert.deepEqual(
		Buffer.from(await registry.blob(repository, (await layerOf(repository, attached)) ?? "")),
		artifact.bytes,
	);
});

async function layerOf(repository: string, { digest }: Descriptor): Promise<string | undefined> {
	const content = (await registry.manifest(`${repository}@${digest}`))?.content;
	return content?.kind === "image" ? content.layers[0]?.digest : undefined;
}
