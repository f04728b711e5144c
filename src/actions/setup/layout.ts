import { createHash } from "node:crypto";
import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
	type BlobReader,
	childFor,
	type Descriptor,
	type Registry,
	readManifest,
	sha256,
} from "../../registry/registry.ts";
import { unpackerFor } from "../../unpack.ts";
import { run } from "../show-exec.ts";

/**
 * One platform's image in a folder, its blobs by digest: https://github.com/opencontainers/image-spec/blob/main/image-layout.md
 * Its layers are unpacked, by the digests that the image's own config has for them (`rootfs.diff_ids`): a cache packs them better, and nobody unpacks them twice.
 */
export interface Layout {
	readonly folder: string;
	readonly config: Descriptor;
	readonly layers: readonly Descriptor[];
}

/** Where a blob is in such a folder. */
export const blobFile = (digest: string) => join("blobs", "sha256", digest.slice("sha256:".length));

/** Brings an image into a folder: the index it is pinned by, and of one platform manifest, config and layers. `ref` names it by digest, `registry` checks what comes. */
export async function fetchLayout(registry: Registry, ref: string, platform: string, folder: string): Promise<void> {
	await mkdir(join(folder, "blobs", "sha256"), { recursive: true });
	const keep = (digest: string, bytes: Uint8Array) => writeFile(join(folder, blobFile(digest)), bytes);
	const repository = ref.slice(0, ref.indexOf("@"));
	const manifestOf = async (digest: string) => {
		const found = await registry.manifest(`${repository}@${digest}`);
		if (found === undefined) throw new Error(`${repository} has no ${digest}`);
		await keep(digest, found.bytes);
		return found.content;
	};
	const top = await manifestOf(ref.slice(ref.indexOf("@") + 1));
	const image = top.kind === "image" ? top : await manifestOf(childOf(top.manifests, platform).digest);
	if (image.kind !== "image") throw new Error(`${ref} holds an index where an image should be`);
	const config = await registry.blob(repository, image.config.digest);
	await keep(image.config.digest, config);
	const ids = diffIds(config);
	if (ids.length !== image.layers.length) throw new Error(`${ref} has other layers than its config says`);
	const layers = new Map(image.layers.map((layer, i) => [ids[i] ?? "", layer]));
	await Promise.all(
		[...layers].map(([id, layer]) =>
			registry.readBlob(repository, layer, () => unpackedTo(join(folder, blobFile(id)))),
		),
	);
}

/** Reads an image from a folder that anybody may have written, checking everything down from the digest. Throws an Error that says what is wrong. */
export async function openLayout(folder: string, digest: string, platform: string): Promise<Layout> {
	const read = async (wanted: string) => {
		await check(folder, wanted);
		return readFile(join(folder, blobFile(wanted)));
	};
	const manifestOf = async (wanted: string) => readManifest(JSON.parse((await read(wanted)).toString()) as unknown);
	const top = await manifestOf(digest);
	const image = top.kind === "image" ? top : await manifestOf(childOf(top.manifests, platform).digest);
	if (image.kind !== "image") throw new Error(`${digest} holds an index where an image should be`);
	const layers = diffIds(await read(image.config.digest)).map(async (id) => ({
		mediaType: "application/vnd.oci.image.layer.v1.tar",
		digest: id,
		size: await check(folder, id),
	}));
	return { folder, config: image.config, layers: await Promise.all(layers) };
}

/** https://github.com/opencontainers/image-spec/blob/main/config.md#properties */
function diffIds(config: Uint8Array): readonly string[] {
	const { rootfs } = JSON.parse(Buffer.from(config).toString()) as { rootfs?: { diff_ids?: unknown } };
	const ids = rootfs?.diff_ids;
	if (!Array.isArray(ids) || !ids.every((id) => typeof id === "string" && digestForm.test(id)))
		throw new Error("the config of the image does not say what its layers are");
	return ids as string[];
}

/** Writes what `docker load` takes, by either of its forms: engines with containerd's image store read the one, others the other. */
export async function packLayout({ folder, config, layers }: Layout, name: string, tar: string): Promise<void> {
	const colon = name.lastIndexOf(":");
	const annotations = { "io.containerd.image.name": name, "org.opencontainers.image.ref.name": name.slice(colon + 1) };
	// The registry's own manifest names the layers as they are packed there.
	const mediaType = "application/vnd.oci.image.manifest.v1+json";
	const image = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, config, layers }));
	const manifest = { mediaType, digest: sha256(image), size: image.length };
	const archive = [
		{ Config: blobFile(config.digest), RepoTags: [name], Layers: layers.map(({ digest }) => blobFile(digest)) },
	];
	const files: Readonly<Record<string, string | Uint8Array>> = {
		"oci-layout": JSON.stringify({ imageLayoutVersion: "1.0.0" }),
		"index.json": JSON.stringify({ schemaVersion: 2, manifests: [{ ...manifest, annotations }] }),
		"manifest.json": JSON.stringify(archive),
		[blobFile(manifest.digest)]: image,
	};
	for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), content);
	const blobs = [config, ...layers].map(({ digest }) => blobFile(digest));
	const members = [...Object.keys(files), ...new Set(blobs)];
	const { exitCode, stderr } = await run(["tar", "--create", `--file=${tar}`, `--directory=${folder}`, ...members]);
	if (exitCode !== 0) throw new Error(`tar failed: ${stderr.trim().split("\n").at(-1)}`);
}

function childOf(manifests: readonly Descriptor[], platform: string): Descriptor {
	const child = childFor(manifests, platform);
	if (child === undefined) throw new Error(`the image is not made for ${platform}`);
	return child;
}

/** Bytes of a blob that is what its digest says. */
async function check(folder: string, digest: string): Promise<number> {
	if (!digestForm.test(digest)) throw new Error(`${digest} is no digest`);
	const hash = createHash("sha256");
	let size = 0;
	try {
		for await (const chunk of createReadStream(join(folder, blobFile(digest)), { highWaterMark: 1 << 20 })) {
			hash.update(chunk as Buffer);
			size += (chunk as Buffer).length;
		}
	} catch (cause) {
		const { code, message } = cause as NodeJS.ErrnoException;
		throw new Error(code === "ENOENT" ? `${digest} is missing` : message, { cause });
	}
	const found = `sha256:${hash.digest("hex")}`;
	if (found !== digest) throw new Error(`what should be ${digest} is ${found}`);
	return size;
}

const digestForm = /^sha256:[0-9a-f]{64}$/;

/** Writes a layer's archive as it comes, unpacked. */
function unpackedTo(path: string): BlobReader<void> {
	const file = openSync(path, "w");
	const unpacker = unpackerFor((bytes) => void writeSync(file, bytes));
	return {
		take: unpacker.take,
		async end() {
			await unpacker.end();
			closeSync(file);
		},
		drop() {
			unpacker.drop();
			closeSync(file);
		},
	};
}
