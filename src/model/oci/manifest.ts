import { hash } from "node:crypto";
import { defined } from "../../util/defined.ts";
import { readObject, readString, readStrings } from "../../util/json.ts";
import { keysThatDifferInCase } from "../../util/untrusted-json.ts";
import type { PlatformParts } from "./platform.ts";
import { isDigest } from "./reference.ts";

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

/** The content of the empty descriptor of the OCI image spec. */
export const emptyBlob = new TextEncoder().encode("{}");

/** The config of an OCI artifact. */
export const emptyDescriptor: Descriptor = {
	mediaType: mediaTypes.empty,
	digest: sha256(emptyBlob),
	size: emptyBlob.length,
};

/** A digest with the algorithm of another one: SHA-256, unless that is SHA-512. */
export function digestBySameAlgorithm(other: string | undefined, bytes: Uint8Array): string {
	if (!other?.startsWith("sha512:")) return sha256(bytes);
	return `sha512:${hash("sha512", bytes)}`;
}

/**
 * Throws a plain Error if it is neither a manifest nor an index, or could be read as both by different programs
 * (CVE-2021-41190); the caller adds the location.
 */
export function readManifest(json: unknown): ManifestContent {
	const object = readStruct(json, "it");
	const annotations = readStrings(object.annotations);
	const { manifests, mediaType } = object;
	// BuildKit writes null for an image without layers.
	const list = object.layers === null ? [] : object.layers;
	const isImage = Array.isArray(list);
	if (!Array.isArray(manifests) && !isImage) throw new Error("neither an image manifest nor an index of them");
	if (Array.isArray(manifests) && (isImage || object.config !== undefined))
		throw new Error("it has the fields of an image and those of an index");
	const types = isImage ? indexTypes : manifestTypes;
	if (typeof mediaType === "string" && types.has(mediaType))
		throw new Error(`its media type is ${mediaType}, but it has the fields of an ${isImage ? "image" : "index"}`);
	if (Array.isArray(manifests))
		return {
			kind: "index",
			manifests: manifests.map((item, i) => readDescriptor(item, `manifests.${i}`)),
			annotations,
		};
	const artifactType = readString(object.artifactType);
	const config = readDescriptor(object.config, "config");
	const layers = (isImage ? list : []).map((item, i) => readDescriptor(item, `layers.${i}`));
	return { kind: "image", config, layers, annotations, ...defined({ artifactType }) };
}

const indexTypes: ReadonlySet<string> = new Set([mediaTypes.index, mediaTypes.dockerList]);
const manifestTypes: ReadonlySet<string> = new Set([mediaTypes.manifest, mediaTypes.dockerManifest]);

/** Whether both are media types of images, of different formats. */
export const isOtherFormat = (a: string | undefined, b: string): boolean =>
	a !== undefined && a !== b && [a, b].every((type) => indexTypes.has(type) || manifestTypes.has(type));

/** An object that Go decodes into a struct, so that the case of its keys does not count there. */
function readStruct(json: unknown, what: string): Readonly<Record<string, unknown>> {
	const object = readObject(json);
	if (object === undefined) throw new Error(`${what} is not an object`);
	const twins = keysThatDifferInCase(object);
	if (twins !== undefined) throw new Error(`${what} has both \`${twins.join("` and `")}\``);
	return object;
}

/** BuildKit lists attestations in the index with the platform `unknown/unknown`. */
export function isAttestation({ annotations, platform }: Descriptor): boolean {
	return annotations?.["vnd.docker.reference.type"] === "attestation-manifest" || platform?.os === "unknown";
}

function readDescriptor(json: unknown, what: string): Descriptor {
	const object = readStruct(json, what);
	const mediaType = readString(object.mediaType);
	const digest = readString(object.digest);
	const { size } = object;
	if (mediaType === undefined) throw new Error(`${what} lacks its media type`);
	if (digest === undefined || !isDigest(digest)) throw new Error(`${what} lacks its digest`);
	if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) throw new Error(`${what} lacks its size`);
	const platform = readObject(object.platform);
	const os = readString(platform?.os);
	const architecture = readString(platform?.architecture);
	const variant = readString(platform?.variant);
	const artifactType = readString(object.artifactType);
	return {
		mediaType,
		digest,
		size,
		...(os !== undefined && architecture !== undefined && { platform: { os, architecture, ...defined({ variant }) } }),
		...defined({ artifactType }),
		...(object.annotations !== undefined && { annotations: readStrings(object.annotations) }),
	};
}
