import { attestationsOf, type ImageFacts, readImageConfig } from "../../model/oci/image-facts.ts";
import { type Descriptor, isAttestation } from "../../model/oci/manifest.ts";
import { normalizePlatform, samePlatform, splitPlatform } from "../../model/oci/platform.ts";
import { formatReference, parseReference, type Reference } from "../../model/oci/reference.ts";
import { parseUntrustedJson } from "../../util/untrusted-json.ts";
import { getBlob } from "./blobs.ts";
import type { RegistryClient } from "./client.ts";
import { getManifest, headManifest, type Manifest } from "./manifests.ts";
import { invalidResponse, notFound, RegistryError } from "./registry-error.ts";

/** A reference pinned to a digest. */
export interface ResolvedImage {
	/** `host/repository@digest`, of the mirror if there is one. */
	readonly pinned: string;
	/** Digest of the index or manifest. */
	readonly digest: string;
	/** Digest of the platform's manifest, if a platform was given. */
	readonly platformDigest?: string;
}

export async function resolveImage(
	client: RegistryClient,
	text: string,
	reference: Reference,
	platform: string | undefined,
): Promise<ResolvedImage> {
	const { host, repository } = reference;
	const target = platform === undefined ? await headManifest(client, reference) : await getManifest(client, reference);
	if (target === undefined)
		throw notFound({ host, call: formatReference(reference) }, `check the name and tag of ${text}`);
	const { digest } = "descriptor" in target ? target.descriptor : target;
	const pinned = formatReference({ host, repository, digest });
	if (platform === undefined || !("descriptor" in target)) return { pinned, digest };
	if (target.content.kind === "image") return { pinned, digest, platformDigest: digest };
	const child = platformManifest(target.content.manifests, platform);
	if (child === undefined) throw noPlatform(formatReference(reference), target.content.manifests, platform);
	return { pinned, digest, platformDigest: child.digest };
}

export async function readImageFacts(
	client: RegistryClient,
	memory: MemoryCache,
	ref: string,
	platform: string,
): Promise<ImageFacts | undefined> {
	const reference = parseReference(ref);
	const { host, repository } = reference;
	const top = await memory.manifest(client, reference);
	if (top === undefined) return undefined;
	let manifest = top;
	let index: { indexDigest: string; attestations: readonly Descriptor[] } | undefined;
	if (top.content.kind === "index") {
		const child = platformManifest(top.content.manifests, platform);
		if (child === undefined) throw noPlatform(ref, top.content.manifests, platform);
		const image = await memory.manifest(client, { host, repository, digest: child.digest });
		if (image === undefined)
			throw notFound({ host, call: `GET manifests/${child.digest} of ${repository}` }, "build and push it again");
		manifest = image;
		index = { indexDigest: top.descriptor.digest, attestations: attestationsOf(top.content.manifests, child.digest) };
	}
	const { content, descriptor } = manifest;
	const name = { host, call: `GET manifests/${descriptor.digest} of ${repository}` };
	if (content.kind !== "image") throw invalidResponse(name, "an index where an image is expected");
	const bytes = await memory.config(client, { host, repository }, content.config.digest);
	const config = parseUntrustedJson(bytes, (why) => {
		throw invalidResponse(name, `the config of the image is not one: ${why}`);
	});
	return {
		ref,
		digest: descriptor.digest,
		mediaType: descriptor.mediaType,
		manifestSize: descriptor.size,
		...(index ?? { attestations: [] }),
		annotations: content.annotations,
		layers: content.layers,
		size: content.layers.reduce((sum, { size }) => sum + size, content.config.size),
		...readImageConfig(config),
	};
}

/** The entry of an index for a platform. */
export function platformManifest(manifests: readonly Descriptor[], platform: string): Descriptor | undefined {
	const wanted = splitPlatform(platform);
	return manifests.find((entry) => !isAttestation(entry) && entry.platform && samePlatform(entry.platform, wanted));
}

function noPlatform(ref: string, manifests: readonly Descriptor[], platform: string): RegistryError {
	const existing = manifests.flatMap((entry) =>
		entry.platform && !isAttestation(entry) ? normalizePlatform(entry.platform) : [],
	);
	return new RegistryError({
		code: "registry/no-platform",
		message: `${ref} has no image for ${platform}`,
		why: existing.length === 0 ? "its index has no platforms" : `it has ${existing.join(", ")}`,
		fix: "use another image, tag or platform",
	});
}

/** Manifests and configs by digest, which never change. Missing ones are requested again. */
export class MemoryCache {
	readonly #manifests = new Map<string, Manifest>();
	readonly #configs = new Map<string, Uint8Array>();

	/** Tags are always requested. */
	async manifest(client: RegistryClient, reference: Reference): Promise<Manifest | undefined> {
		const cached = reference.digest && this.#manifests.get(keyOf(reference, reference.digest));
		if (cached) return cached;
		const manifest = await getManifest(client, reference);
		if (manifest !== undefined) this.#manifests.set(keyOf(reference, manifest.descriptor.digest), manifest);
		return manifest;
	}

	async config(client: RegistryClient, reference: Reference, digest: string): Promise<Uint8Array> {
		const key = keyOf(reference, digest);
		const bytes = this.#configs.get(key) ?? (await getBlob(client, reference, digest, 16 << 20));
		this.#configs.set(key, bytes);
		return bytes;
	}
}

/** Per repository, because another one may lack the manifest. */
function keyOf({ host, repository }: Reference, digest: string): string {
	return formatReference({ host, repository, digest });
}
