import {
	acceptedManifests,
	type Descriptor,
	digestBySameAlgorithm,
	isOtherFormat,
	type ManifestContent,
	mediaTypes,
	readManifest,
} from "../../model/oci/manifest.ts";
import { isDigest, type Reference, referenceTarget } from "../../model/oci/reference.ts";
import { defined } from "../../util/defined.ts";
import { readObject, readString } from "../../util/json.ts";
import { parseUntrustedJson } from "../../util/untrusted-json.ts";
import type { RegistryCall, RegistryClient } from "./client.ts";
import { invalidResponse, readErrorResponse, refused, retryInvalid } from "./registry-error.ts";

/** A manifest or index with a verified digest. */
export interface Manifest {
	readonly descriptor: Descriptor;
	readonly bytes: Uint8Array;
	readonly json: unknown;
	/** Parsed. */
	readonly content: ManifestContent;
	/** The entity tag of the answer. */
	readonly etag?: string;
}

export function headManifest(client: RegistryClient, reference: Reference): Promise<Descriptor | undefined> {
	return retryInvalid(() => requestHead(client, reference));
}

async function requestHead(client: RegistryClient, reference: Reference): Promise<Descriptor | undefined> {
	const { host, repository } = reference;
	const path = `manifests/${referenceTarget(reference)}`;
	const scope = { host, repository, push: false };
	const { status, headers } = await client({ scope, method: "HEAD", path, accept: acceptedManifests });
	if (status === 404) return undefined;
	const digest = headers["docker-content-digest"];
	const mediaType = headers["content-type"]?.split(";")[0]?.trim();
	const size = Number(headers["content-length"]);
	if (digest === undefined || !isDigest(digest) || !mediaType || !Number.isInteger(size))
		return (await requestManifest(client, reference))?.descriptor;
	if (reference.digest !== undefined && reference.digest !== digest)
		throw invalidResponse({ host, call: `HEAD ${path} of ${repository}` }, `the response has ${digest}`);
	return { mediaType, digest, size };
}

export function getManifest(client: RegistryClient, reference: Reference): Promise<Manifest | undefined> {
	return retryInvalid(() => requestManifest(client, reference));
}

async function requestManifest(client: RegistryClient, reference: Reference): Promise<Manifest | undefined> {
	const { host, repository } = reference;
	const path = `manifests/${referenceTarget(reference)}`;
	const name = { host, call: `GET ${path} of ${repository}` };
	const scope = { host, repository, push: false };
	const { status, headers, body } = await client({ scope, method: "GET", path, accept: acceptedManifests });
	if (status === 404) return undefined;
	const header = headers["docker-content-digest"];
	const actual = digestBySameAlgorithm(header, body);
	const digest =
		reference.digest === undefined || reference.digest === actual
			? actual
			: digestBySameAlgorithm(reference.digest, body);
	if (header !== undefined && header !== actual)
		throw invalidResponse(name, `its header has ${header}, but the content is ${actual}`);
	if (reference.digest !== undefined && reference.digest !== digest)
		throw invalidResponse(name, `the content has digest ${digest}`);
	const refuse = (why: string) => {
		throw invalidResponse(name, `the content is not an image: ${why}`);
	};
	const json = parseUntrustedJson(body, refuse);
	let content: ManifestContent;
	try {
		content = readManifest(json);
	} catch (error) {
		return refuse((error as Error).message);
	}
	const headerType = headers["content-type"]?.split(";")[0]?.trim();
	const fallback = content.kind === "index" ? mediaTypes.index : mediaTypes.manifest;
	const ownType = readString(readObject(json)?.mediaType);
	const mediaType = ownType ?? (headerType?.includes("+json") ? headerType : fallback);
	if (isOtherFormat(headerType, mediaType)) refuse(`its header has the type ${headerType}, the content ${mediaType}`);
	const { etag } = headers;
	return { descriptor: { mediaType, digest, size: body.length }, bytes: body, json, content, ...defined({ etag }) };
}

export async function putManifest(
	client: RegistryClient,
	reference: Reference,
	body: Uint8Array,
	mediaType: string,
): Promise<Descriptor> {
	return (await uploadManifest(client, reference, body, { mediaType })).descriptor;
}

interface UploadedManifest {
	readonly descriptor: Descriptor;
	/** The subject whose list of referrers the registry keeps itself: the header `OCI-Subject`. */
	readonly subject: string | undefined;
}

export async function uploadManifest(
	client: RegistryClient,
	reference: Reference,
	body: Uint8Array,
	{ mediaType, ...options }: { readonly mediaType: string } & Pick<RegistryCall, "ifMatch">,
): Promise<UploadedManifest> {
	const { host, repository } = reference;
	const path = `manifests/${reference.tag ?? referenceTarget(reference)}`;
	const name = { host, repository, call: `PUT ${path} of ${repository}` };
	const scope = { host, repository, push: true };
	const digest = digestBySameAlgorithm(reference.digest, body);
	const digestHolds = reference.digest === undefined || reference.digest === digest;
	const call = { scope, method: "PUT", path, contentType: mediaType, body, ...options } as const;
	const { status, headers, body: responseBody } = await client({ ...call, ...(digestHolds && { digestHolds }) });
	if (status === 404) throw refused(name, readErrorResponse(status, responseBody));
	const stored = headers["docker-content-digest"] ?? digest;
	if (stored !== digest && stored !== digestBySameAlgorithm(stored, body))
		throw invalidResponse(name, `it stored ${stored} instead of ${digest}`);
	return { descriptor: { mediaType, digest, size: body.length }, subject: headers["oci-subject"] };
}
