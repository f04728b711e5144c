import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import { type Descriptor, digestBySameAlgorithm, sha256 } from "../../model/oci/manifest.ts";
import type { Reference } from "../../model/oci/reference.ts";
import { Backoff, retryPolicies } from "../../util/retry.ts";
import type { HttpResponse } from "../http/http.ts";
import type { RegistryCall, RegistryClient } from "./client.ts";
import {
	invalidResponse,
	isTransientError,
	notFound,
	RegistryError,
	readErrorResponse,
	refused,
	retryInvalid,
	unreachable,
} from "./registry-error.ts";

/** Deadline for one blob with all retries; layers are large. */
const streamMs = 3_600_000;

export function getBlob(client: RegistryClient, at: Reference, digest: string, maxBytes: number): Promise<Uint8Array> {
	return retryInvalid(() => requestBlob(client, at, digest, maxBytes));
}

async function requestBlob(
	client: RegistryClient,
	at: Reference,
	digest: string,
	maxBytes: number,
): Promise<Uint8Array> {
	const scope = { host: at.host, repository: at.repository, push: false };
	const name = { host: at.host, call: `GET blobs/${digest} of ${at.repository}` };
	const { status, body } = await client({ scope, method: "GET", path: `blobs/${digest}`, maxBytes });
	if (status === 404) throw notFound(name, "build and push the image again");
	const actual = digestBySameAlgorithm(digest, body);
	if (actual !== digest) throw invalidResponse(name, `the content has digest ${actual}`);
	return body;
}

/** Whether a repository has a blob. `push`: also request push permission. */
export async function hasBlob(
	client: RegistryClient,
	{ host, repository, push }: Reference & { readonly push: boolean },
	digest: string,
): Promise<boolean> {
	const { status } = await client({ scope: { host, repository, push }, method: "HEAD", path: `blobs/${digest}` });
	return status !== 404;
}

export async function putBlob(client: RegistryClient, at: Reference, body: Uint8Array): Promise<Descriptor> {
	const digest = sha256(body);
	const upload = async () => finish(client, at, { location: await begin(client, at), digest, body });
	await uploadUntilPresent(client, at, digest, upload);
	return { mediaType: "application/octet-stream", digest, size: body.length };
}

export interface BlobToCopy extends Pick<Descriptor, "digest" | "size"> {
	/** Called with the size of each streamed chunk, also of failed tries. */
	readonly onChunk?: (bytes: number) => void;
}

/** How a blob got into a repository. */
export type BlobCopyResult = "present" | "mounted" | "streamed";

/** See `Registry.copyBlob`. */
export async function copyBlob(
	client: RegistryClient,
	from: Reference,
	to: Reference,
	{ digest, size, onChunk }: BlobToCopy,
): Promise<BlobCopyResult> {
	let result: BlobCopyResult = "present";
	await uploadUntilPresent(client, to, digest, async () => {
		const location = from.host === to.host ? await mount(client, from, to, digest) : await begin(client, to);
		result = location === "mounted" ? location : "streamed";
		if (location === "mounted") return;
		const body = { length: size, open: () => download(client, from, digest, onChunk) };
		await finish(client, to, { location, digest, body, noRetry: true, deadlineMs: streamMs });
	});
	return result;
}

/**
 * Uploads until the registry has the blob, from the start each time: broken sessions cannot be resumed, a lost response
 * may have been 201, and concurrent uploads of one blob to a new repository may fail with DIGEST_INVALID or 404.
 */
async function uploadUntilPresent(
	client: RegistryClient,
	at: Reference,
	digest: string,
	upload: () => Promise<void>,
): Promise<void> {
	const backoff = new Backoff(retryPolicies.blob);
	for (;;) {
		if (await hasBlob(client, { ...at, push: true }, digest)) return;
		try {
			return await upload();
		} catch (error) {
			if (!canRestartUpload(error) || !(await backoff.wait())) throw error;
		}
	}
}

function canRestartUpload(error: unknown): boolean {
	if (!(error instanceof RegistryError)) return false;
	const { code, status, registryCode = "" } = error;
	if (status === 404 || status === 416) return true;
	if (/^(?:DIGEST_INVALID|BLOB_UPLOAD_|SIZE_INVALID|BLOB_UNKNOWN)/.test(registryCode)) return true;
	return ["registry/unreachable", "registry/unavailable", "registry/rate-limited"].includes(code);
}

async function begin(client: RegistryClient, { host, repository }: Reference): Promise<string> {
	const scope = { host, repository, push: true };
	return uploadLocation(await client({ scope, method: "POST", path: "blobs/uploads/" }), { host, repository });
}

/** See `Registry.checkPush`. */
export async function checkPush(client: RegistryClient, at: Reference): Promise<void> {
	const path = await begin(client, at);
	const { host, repository } = at;
	// The session expires anyway.
	await client({ scope: { host, repository, push: true }, method: "DELETE", path, noRetry: true }).catch(() => {});
}

/** Mounts the blob of another repository. Returns the upload URL if the registry wants an upload instead. */
async function mount(
	client: RegistryClient,
	from: Reference,
	to: Reference,
	digest: string,
): Promise<"mounted" | string> {
	const { host, repository } = to;
	const scope = { host, repository, push: true, from: from.repository };
	const path = `blobs/uploads/?mount=${encodeURIComponent(digest)}&from=${encodeURIComponent(from.repository)}`;
	const response = await client({ scope, method: "POST", path }).catch((error: unknown) => {
		// Not every registry supports mounting.
		if (error instanceof RegistryError && (error.code === "registry/refused" || error.code === "registry/denied"))
			return undefined;
		throw error;
	});
	if (response === undefined || response.status === 404) return begin(client, to);
	return response.status === 201 ? "mounted" : uploadLocation(response, to);
}

function uploadLocation({ status, headers, body }: HttpResponse, { host, repository }: Reference): string {
	const name = { host, repository, call: `POST blobs/uploads/ of ${repository}` };
	if (status === 404) throw refused(name, readErrorResponse(404, body));
	if (headers.location === undefined) throw invalidResponse(name, "the response has no upload location");
	return headers.location;
}

interface Upload extends Pick<RegistryCall, "body" | "noRetry" | "deadlineMs"> {
	readonly location: string;
	readonly digest: string;
}

async function finish(
	client: RegistryClient,
	{ host, repository }: Reference,
	{ location, digest, ...call }: Upload,
): Promise<void> {
	const scope = { host, repository, push: true };
	const path = `${location}${location.includes("?") ? "&" : "?"}digest=${encodeURIComponent(digest)}`;
	const { status, body } = await client({
		scope,
		method: "PUT",
		path,
		contentType: "application/octet-stream",
		...call,
	});
	if (status === 404)
		throw refused({ host, repository, call: `PUT upload of ${repository}` }, readErrorResponse(404, body));
}

/** Reads a blob in chunks. */
export interface BlobReader<T> {
	/** Its promise is backpressure; its errors end the reading. */
	take(chunk: Uint8Array): Promise<void> | undefined;
	/** Called at the end, after the digest was verified. */
	end(): Promise<T>;
	/** Called if reading fails. */
	cancel(): void;
}

/** Streams a blob through a reader. After a broken connection it starts again with a new reader. */
export async function readBlob<T>(
	client: RegistryClient,
	at: Reference,
	{ digest, size }: Pick<Descriptor, "digest" | "size">,
	open: () => BlobReader<T>,
): Promise<T> {
	const name = { host: at.host, call: `GET blobs/${digest} of ${at.repository}` };
	const backoff = new Backoff(retryPolicies.blob);
	for (let tries = 1; ; tries++) {
		const stream = await download(client, at, digest);
		const reader = open();
		let read = 0;
		try {
			for await (const chunk of stream as AsyncIterable<Buffer>) {
				read += chunk.length;
				if (read > size) throw invalidResponse(name, `it sends more than the ${size} bytes in the manifest`);
				const backpressure = reader.take(chunk);
				if (backpressure !== undefined) await backpressure;
			}
			return await reader.end();
		} catch (error) {
			reader.cancel();
			if (!isTransientError(error)) throw error;
			if (!(await backoff.wait())) throw unreachable(name, error, { tries });
		} finally {
			stream.destroy();
		}
	}
}

/** A blob as a stream, which ends with an error if the digest differs. */
async function download(
	client: RegistryClient,
	{ host, repository }: Reference,
	digest: string,
	onChunk?: (bytes: number) => void,
): Promise<Transform> {
	const name = { host, call: `GET blobs/${digest} of ${repository}` };
	const scope = { host, repository, push: false };
	const path = `blobs/${digest}`;
	const { status, stream } = await client({ scope, method: "GET", path, stream: true, deadlineMs: streamMs });
	if (status === 404 || stream === undefined) throw notFound(name, "build and push the image again");
	const algorithm = digest.startsWith("sha512:") ? "sha512" : "sha256";
	const hash = createHash(algorithm);
	const checked = new Transform({
		transform(chunk: Buffer, _, next) {
			hash.update(chunk);
			onChunk?.(chunk.length);
			next(undefined, chunk);
		},
		flush(next) {
			const actual = `${algorithm}:${hash.digest("hex")}`;
			next(actual === digest ? undefined : invalidResponse(name, `the content has digest ${actual}`));
		},
	});
	stream.on("error", (error) => checked.destroy(error));
	checked.on("close", () => stream.destroy());
	return stream.pipe(checked);
}
