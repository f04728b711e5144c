import { formatReference, type Reference } from "../../model/oci/reference.ts";
import { getBlob } from "./blobs.ts";
import type { RegistryClient } from "./client.ts";
import { getManifest, type Manifest } from "./manifests.ts";

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
