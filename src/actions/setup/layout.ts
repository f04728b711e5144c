import { createHash } from "node:crypto";
import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type BlobReader, childFor, type Descriptor, type Registry, readManifest } from "../../registry/registry.ts";
import { run } from "../show-exec.ts";

/** One platform's image in a folder, its blobs by digest: https://github.com/opencontainers/image-spec/blob/main/image-layout.md */
export interface Layout {
	readonly folder: string;
	readonly manifest: Descriptor;
	readonly config: Descriptor;
	readonly layers: readonly Descriptor[];
}

const hex = (digest: string) => digest.slice("sha256:".length);
const blobPath = (digest: string) => join("blobs", "sha256", hex(digest));

/** Brings an image into a folder: the index it is pinned by, and of one platform manifest, config and layers. `ref` names it by digest, `registry` checks what comes. */
export async function fetchLayout(registry: Registry, ref: string, platform: string, folder: string): Promise<void> {
	await mkdir(join(folder, "blobs", "sha256"), { recursive: true });
	const keep = (digest: string, bytes: Uint8Array) => writeFile(join(folder, blobPath(digest)), bytes);
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
	await keep(image.config.digest, await registry.blob(repository, image.config.digest));
	await Promise.all(
		image.layers.map((layer) =>
			registry.readBlob(repository, layer, () => toFile(join(folder, blobPath(layer.digest)))),
		),
	);
}

/** Reads an image from a folder that anybody may have written, checking everything down from the digest. Throws an Error that says what is wrong. */
export async function openLayout(folder: string, digest: string, platform: string): Promise<Layout> {
	const read = async (wanted: string) => {
		await check(folder, wanted);
		const bytes = await readFile(join(folder, blobPath(wanted)));
		return { bytes, content: readManifest(JSON.parse(bytes.toString()) as unknown) };
	};
	const top = await read(digest);
	const child = top.content.kind === "index" ? childOf(top.content.manifests, platform) : undefined;
	const { bytes, content } = child === undefined ? top : await read(child.digest);
	if (content.kind !== "image") throw new Error(`${digest} holds an index where an image should be`);
	await Promise.all([content.config, ...content.layers].map((blob) => check(folder, blob.digest)));
	const { mediaType = "application/vnd.oci.image.manifest.v1+json" } = JSON.parse(bytes.toString()) as {
		mediaType?: string;
	};
	const manifest = { mediaType, digest: child?.digest ?? digest, size: bytes.length };
	return { folder, manifest, config: content.config, layers: content.layers };
}

/** Writes what `docker load` takes, by either of its forms: engines with containerd's image store read the one, others the other. */
export async function packLayout(
	{ folder, manifest, config, layers }: Layout,
	name: string,
	tar: string,
): Promise<void> {
	const colon = name.lastIndexOf(":");
	const annotations = { "io.containerd.image.name": name, "org.opencontainers.image.ref.name": name.slice(colon + 1) };
	const archive = [
		{ Config: blobPath(config.digest), RepoTags: [name], Layers: layers.map(({ digest }) => blobPath(digest)) },
	];
	const files: Readonly<Record<string, unknown>> = {
		"oci-layout": { imageLayoutVersion: "1.0.0" },
		"index.json": { schemaVersion: 2, manifests: [{ ...manifest, annotations }] },
		"manifest.json": archive,
	};
	for (const [file, json] of Object.entries(files)) await writeFile(join(folder, file), JSON.stringify(json));
	const blobs = [manifest, config, ...layers].map(({ digest }) => blobPath(digest));
	const members = [...Object.keys(files), ...new Set(blobs)];
	const { exitCode, stderr } = await run(["tar", "--create", `--file=${tar}`, `--directory=${folder}`, ...members]);
	if (exitCode !== 0) throw new Error(`tar failed: ${stderr.trim().split("\n").at(-1)}`);
}

function childOf(manifests: readonly Descriptor[], platform: string): Descriptor {
	const child = childFor(manifests, platform);
	if (child === undefined) throw new Error(`the image is not made for ${platform}`);
	return child;
}

async function check(folder: string, digest: string): Promise<void> {
	if (!/^sha256:[0-9a-f]{64}$/.test(digest)) throw new Error(`${digest} is no digest`);
	const hash = createHash("sha256");
	await pipeline(createReadStream(join(folder, blobPath(digest))), hash).catch((cause: NodeJS.ErrnoException) => {
		throw new Error(cause.code === "ENOENT" ? `${digest} is missing` : cause.message, { cause });
	});
	const found = hash.digest("hex");
	if (found !== hex(digest)) throw new Error(`what should be ${digest} is sha256:${found}`);
}

function toFile(path: string): BlobReader<void> {
	const file = openSync(path, "w");
	return {
		take(chunk) {
			writeSync(file, chunk);
			return undefined;
		},
		end: async () => closeSync(file),
		drop: () => closeSync(file),
	};
}
