import { createHash } from "node:crypto";
import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type BlobReader, platformManifest, type Registry } from "../../../adapters/registry/registry.ts";
import { type ImageFacts, readImageConfig } from "../../../model/oci/image-facts.ts";
import {
	type Descriptor,
	type ManifestContent,
	mediaTypes,
	readManifest,
	sha256,
} from "../../../model/oci/manifest.ts";
import { openDecompressor } from "../../../util/decompress.ts";
import { defined } from "../../../util/defined.ts";
import { execLogged, lastErrorLine } from "../logged-exec.ts";

/**
 * One platform's image as https://github.com/opencontainers/image-spec/blob/main/image-layout.md, with unpacked layers
 * under their `diff_ids`: the cache compresses them better, and they are unpacked once.
 */
export interface ImageLayout extends Pick<ImageFacts, "env" | "entrypoint"> {
	readonly folder: string;
	readonly config: Descriptor;
	readonly layers: readonly Descriptor[];
}

/** Path of a blob in the layout. */
export const blobPath = (digest: string) => join("blobs", "sha256", digest.slice("sha256:".length));

/** Fetches one platform of an image by digest into a folder; `registry` verifies what it returns. */
export async function fetchLayout(registry: Registry, ref: string, platform: string, folder: string): Promise<void> {
	await mkdir(join(folder, "blobs", "sha256"), { recursive: true });
	const keep = (digest: string, bytes: Uint8Array) => writeFile(join(folder, blobPath(digest)), bytes);
	const repository = ref.slice(0, ref.indexOf("@"));
	const { layers } = await contentsOf(ref.slice(ref.indexOf("@") + 1), platform, {
		async manifest(digest) {
			const manifest = await registry.manifest(`${repository}@${digest}`);
			if (manifest === undefined) throw new Error(`${repository} has no ${digest}`);
			await keep(digest, manifest.bytes);
			return manifest.content;
		},
		async config(digest) {
			const bytes = await registry.blob(repository, digest);
			await keep(digest, bytes);
			return bytes;
		},
	});
	await Promise.all(
		[...layers].map(([id, packed]) =>
			registry.readBlob(repository, packed, () => unpackedTo(join(folder, blobPath(id)))),
		),
	);
}

/** Reads an untrusted folder and verifies everything against `digest`. Throws an Error with the reason. */
export async function openLayout(folder: string, digest: string, platform: string): Promise<ImageLayout> {
	const read = async (digest: string) => {
		await check(folder, digest);
		return readFile(join(folder, blobPath(digest)));
	};
	const { config, ids, env, entrypoint } = await contentsOf(digest, platform, {
		manifest: async (digest) => readManifest(JSON.parse((await read(digest)).toString()) as unknown),
		config: read,
	});
	const layers = ids.map(async (id) => ({
		mediaType: "application/vnd.oci.image.layer.v1.tar",
		digest: id,
		size: await check(folder, id),
	}));
	return { folder, config, layers: await Promise.all(layers), env, ...defined({ entrypoint }) };
}

/** Returns manifests and configs by digest. */
interface Source {
	manifest(digest: string): Promise<ManifestContent>;
	config(digest: string): Promise<Uint8Array>;
}

/** One platform's config and layers: `ids` of unpacked layers, `layers` the packed blobs by id. */
async function contentsOf(digest: string, platform: string, source: Source) {
	const top = await source.manifest(digest);
	const image = top.kind === "image" ? top : await source.manifest(childOf(top.manifests, platform).digest);
	if (image.kind !== "image") throw new Error(`${digest} contains an index instead of an image`);
	const bytes = await source.config(image.config.digest);
	const { diffIds: ids, env, entrypoint } = readImageConfig(JSON.parse(Buffer.from(bytes).toString()) as unknown);
	if (ids.length !== image.layers.length || !ids.every((id) => digestPattern.test(id)))
		throw new Error("the image's config does not list its layers");
	const layers = new Map(image.layers.map((packed, i) => [ids[i] ?? "", packed]));
	return { config: image.config, ids, layers, env, entrypoint };
}

/** Writes a tar for `docker load` in both formats: OCI for containerd's image store, and Docker's. */
export async function packLayout({ folder, config, layers }: ImageLayout, name: string, tar: string): Promise<void> {
	const colon = name.lastIndexOf(":");
	const annotations = { "io.containerd.image.name": name, "org.opencontainers.image.ref.name": name.slice(colon + 1) };
	// The registry's manifest has the digests of the packed layers.
	const mediaType = mediaTypes.manifest;
	const image = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, config, layers }));
	const manifest = { mediaType, digest: sha256(image), size: image.length };
	const archive = [
		{ Config: blobPath(config.digest), RepoTags: [name], Layers: layers.map(({ digest }) => blobPath(digest)) },
	];
	const files: Readonly<Record<string, string | Uint8Array>> = {
		"oci-layout": JSON.stringify({ imageLayoutVersion: "1.0.0" }),
		"index.json": JSON.stringify({ schemaVersion: 2, manifests: [{ ...manifest, annotations }] }),
		"manifest.json": JSON.stringify(archive),
		[blobPath(manifest.digest)]: image,
	};
	for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), content);
	const blobs = [config, ...layers].map(({ digest }) => blobPath(digest));
	const members = [...Object.keys(files), ...new Set(blobs)];
	const { exitCode, stderr } = await execLogged([
		"tar",
		"--create",
		`--file=${tar}`,
		`--directory=${folder}`,
		...members,
	]);
	if (exitCode !== 0) throw new Error(`tar failed: ${lastErrorLine(stderr)}`);
}

function childOf(manifests: readonly Descriptor[], platform: string): Descriptor {
	const child = platformManifest(manifests, platform);
	if (child === undefined) throw new Error(`the image has no platform ${platform}`);
	return child;
}

/** Verifies a blob's digest and returns its size in bytes. */
async function check(folder: string, digest: string): Promise<number> {
	if (!digestPattern.test(digest)) throw new Error(`${digest} is not a digest`);
	const hash = createHash("sha256");
	let size = 0;
	try {
		for await (const chunk of createReadStream(join(folder, blobPath(digest)), { highWaterMark: 1 << 20 })) {
			hash.update(chunk as Buffer);
			size += (chunk as Buffer).length;
		}
	} catch (cause) {
		const { code, message } = cause as NodeJS.ErrnoException;
		throw new Error(code === "ENOENT" ? `${digest} is missing` : message, { cause });
	}
	const actual = `sha256:${hash.digest("hex")}`;
	if (actual !== digest) throw new Error(`${digest} has the digest ${actual}`);
	return size;
}

const digestPattern = /^sha256:[0-9a-f]{64}$/;

/** Writes a layer's archive unpacked. */
function unpackedTo(path: string): BlobReader<void> {
	const file = openSync(path, "w");
	const unpacker = openDecompressor((bytes) => void writeSync(file, bytes));
	return {
		take: unpacker.take,
		async end() {
			await unpacker.end();
			closeSync(file);
		},
		cancel() {
			unpacker.cancel();
			closeSync(file);
		},
	};
}
