import { hash } from "node:crypto";
import { defined } from "../../util/defined.ts";
import { readObject, readString, readStrings } from "../../util/json.ts";
import type { PlatformParts } from "./platform.ts";

export const mediaTypes = {
	index: "application/vnd.oci.image.index.v1+json",
	manifest: "application/vnd.oci.image.manifest.v1+json",
	dockerList: "application/vnd.docker.distribution.manifest.list.v2+json",
	dockerManifest: "application/vnd.docker.distribution.manifest.v2+json",
	empty: "application/vnd.oci.empty.v1+json",
} as const;

/** The `Accept` header of a manifest request: all image media types. */
export const acceptedManifests = [
	mediaTypes.index,
	mediaTypes.manifest,
	mediaTypes.dockerList,
	mediaTypes.dockerManifest,
].join(", ");

/** OCI content descriptor. `size` in bytes. */
export interface Descriptor {
	readonly mediaType: string;
	readonly digest: string;
	readonly size: number;
	readonly platform?: PlatformParts;
	readonly artifactType?: string;
	readonly annotations?: Readonly<Record<string, string>>;
}

/** A parsed manifest or index, OCI's or Docker's. */
export type ManifestContent =
	| {
			readonly kind: "index";
			readonly manifests: readonly Descriptor[];
			readonly annotations: Readonly<Record<string, string>>;
	  }
	| {
			readonly kind: "image";
			readonly config: Descriptor;
			readonly layers: readonly Descriptor[];
			readonly artifactType?: string;
			readonly annotations: Readonly<Record<string, string>>;
	  };

export function sha256(bytes: Uint8Array): string {
	return `sha256:${hash("sha256", bytes)}`;
}

/** A digest with the algorithm of another one: SHA-256, unless that is SHA-512. */
export function digestBySameAlgorithm(other: string | undefined, bytes: Uint8Array): string {
	if (!other?.startsWith("sha512:")) return sha256(bytes);
	return `sha512:${hash("sha512", bytes)}`;
}

/** Throws a plain Error if it is neither a manifest nor an index; the caller adds the location. */
export function readManifest(json: unknown): ManifestContent {
	const object = readObject(json);
	const annotations = readStrings(object?.annotations);
	if (object !== undefined && Array.isArray(object.manifests))
		return { kind: "index", manifests: object.manifests.map(readDescriptor), annotations };
	// BuildKit writes null for an image without layers.
	const list = object?.layers === null ? [] : object?.layers;
	if (object !== undefined && Array.isArray(list)) {
		const artifactType = readString(object.artifactType);
		const config = readDescriptor(object.config);
		const layers = list.map(readDescriptor);
		return { kind: "image", config, layers, annotations, ...defined({ artifactType }) };
	}
	throw new Error("neither an image manifest nor an index of them");
}

/** BuildKit lists attestations in the index with the platform `unknown/unknown`. */
export function isAttestation({ annotations, platform }: Descriptor): boolean {
	return annotations?.["vnd.docker.reference.type"] === "attestation-manifest" || platform?.os === "unknown";
}

function readDescriptor(json: unknown): Descriptor {
	const object = readObject(json);
	const mediaType = readString(object?.mediaType);
	const digest = readString(object?.digest);
	const size = object?.size;
	if (mediaType === undefined || digest === undefined || typeof size !== "number")
		throw new Error("a descriptor lacks its media type, digest or size");
	const platform = readObject(object?.platform);
	const os = readString(platform?.os);
	const architecture = readString(platform?.architecture);
	const variant = readString(platform?.variant);
	const artifactType = readString(object?.artifactType);
	return {
		mediaType,
		digest,
		size,
		...(os !== undefined && architecture !== undefined && { platform: { os, architecture, ...defined({ variant }) } }),
		...defined({ artifactType }),
		...(object?.annotations !== undefined && { annotations: readStrings(object.annotations) }),
	};
}
