import { attestationsOf, type ImageFacts, readConfig } from "../../model/oci/image-facts.ts";
import { type Descriptor, isAttestation } from "../../model/oci/manifest.ts";
import { normalPlatform, parsePlatform, samePlatform } from "../../model/oci/platform.ts";
import { formatReference, parseReference, type Reference } from "../../model/oci/reference.ts";
import type { Client } from "./client.ts";
import { getManifest, headManifest } from "./manifests.ts";
import type { Memory } from "./memory-cache.ts";
import { mismatch, notFound, RegistryError } from "./registry-error.ts";

/** A reference, pinned. */
export interface Resolved {
	/** `host/repository@digest`; a mirror is in it. */
	readonly pinned: string;
	/** Of what the reference names: an index or a manifest. */
	readonly digest: string;
	/** Of the wanted platform's manifest, when a platform was asked for. */
	readonly platformDigest?: string;
}

export async function resolve(
	client: Client,
	asked: string,
	reference: Reference,
	platform: string | undefined,
): Promise<Resolved> {
	const { host, repository } = reference;
	const found = platform === undefined ? await headManifest(client, reference) : await getManifest(client, reference);
	if (found === undefined)
		throw notFound({ host, call: formatReference(reference) }, `check the name and tag of ${asked}`);
	const { digest } = "descriptor" in found ? found.descriptor : found;
	const pinned = formatReference({ host, repository, digest });
	if (platform === undefined || !("descriptor" in found)) return { pinned, digest };
	if (found.content.kind === "image") return { pinned, digest, platformDigest: digest };
	const child = childFor(found.content.manifests, platform);
	if (child === undefined) throw noPlatform(formatReference(reference), found.content.manifests, platform);
	return { pinned, digest, platformDigest: child.digest };
}

export async function imageFacts(
	client: Client,
	memory: Memory,
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
		const child = childFor(top.content.manifests, platform);
		if (child === undefined) throw noPlatform(ref, top.content.manifests, platform);
		const found = await memory.manifest(client, { host, repository, digest: child.digest });
		if (found === undefined)
			throw notFound({ host, call: `GET manifests/${child.digest} of ${repository}` }, "build and push it again");
		manifest = found;
		index = { indexDigest: top.descriptor.digest, attestations: attestationsOf(top.content.manifests, child.digest) };
	}
	const { content, descriptor } = manifest;
	const name = { host, call: `GET manifests/${descriptor.digest} of ${repository}` };
	if (content.kind !== "image") throw mismatch(name, "it is an index where an image should be");
	const bytes = await memory.config(client, { host, repository }, content.config.digest);
	let config: unknown;
	try {
		config = JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		throw mismatch(name, "the image's config is not JSON");
	}
	return {
		ref,
		digest: descriptor.digest,
		mediaType: descriptor.mediaType,
		manifestSize: descriptor.size,
		...(index ?? { attestations: [] }),
		annotations: content.annotations,
		layers: content.layers,
		size: content.layers.reduce((sum, { size }) => sum + size, content.config.size),
		...readConfig(config),
	};
}

/** The image of a platform among those of an index. */
export function childFor(manifests: readonly Descriptor[], platform: string): Descriptor | undefined {
	const wanted = parsePlatform(platform);
	return manifests.find((one) => !isAttestation(one) && one.platform && samePlatform(one.platform, wanted));
}

function noPlatform(ref: string, manifests: readonly Descriptor[], platform: string): RegistryError {
	const there = manifests.flatMap((one) => (one.platform && !isAttestation(one) ? normalPlatform(one.platform) : []));
	return new RegistryError({
		code: "registry/no-platform",
		message: `${ref} is not made for ${platform}`,
		why: there.length === 0 ? "its index names no platform" : `it is there for ${there.join(", ")}`,
		fix: "take another image or tag, or another platform",
	});
}
