import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import { type Descriptor, digestBySameAlgorithm, sha256 } from "../../model/oci/manifest.ts";
import type { Reference } from "../../model/oci/reference.ts";
import { Backoff, retryPolicies } from "../../util/retry.ts";
import type { HttpResponse } from "../http/http.ts";
import type { RegistryClient } from "./client.ts";
import {
	type CallName,
	contentMismatch,
	notFound,
	RegistryError,
	readErrorResponse,
	refused,
	unreachable,
} from "./registry-error.ts";
import { isTransientError } from "./transient-errors.ts";

/** Deadline for one blob with all retries; layers are large. */
const streamMs = 3_600_000;

export async function getBlob(
	client: RegistryClient,
	at: Reference,
	digest: string,
	maxBytes: number,
): Promise<Uint8Array> {
	const scope = { host: at.host, repository: at.repository, push: false };
	const name = { host: at.host, call: `GET blobs/${digest} of ${at.repository}` };
	const { status, body } = await client({ scope, method: "GET", path: `blobs/${digest}`, maxBytes });
	if (status === 404) throw notFound(name, "build and push the image again");
	const found = digestBySameAlgorithm(digest, body);
	if (found !== digest) throw contentMismatch(name, `what it sends is ${found}`);
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
	await untilThere(client, at, digest, async () => finish(client, at, await begin(client, at), digest, { body }));
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
	let how: BlobCopyResult = "present";
	await untilThere(client, to, digest, async () => {
		const begun = from.host === to.host ? await mount(client, from, to, digest) : await begin(client, to);
		how = begun === "mounted" ? begun : "streamed";
		if (begun === "mounted") return;
		const open = () => download(client, from, digest, onChunk);
		await finish(client, to, begun, digest, { body: { length: size, open }, noRetry: true, deadlineMs: streamMs });
	});
	return how;
}

/**
 * Uploads until the registry has the blob, from the start each time: broken sessions cannot be resumed, a lost response
 * may have been 201, and concurrent uploads of one blob to a new repository may fail with DIGEST_INVALID or 404.
 */
async function untilThere(
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
			if (!mayBeginAnew(error) || !(await backoff.wait())) throw error;
		}
	}
}

function mayBeginAnew(error: unknown): boolean {
	if (!(error instanceof RegistryError)) return false;
	const { code, status, registryCode = "" } = error;
	if (code === "registry/unreachable" || code === "registry/unavailable" || code === "registry/rate-limited")
		return true;
	return (
		status === 404 || status === 416 || /^(?:DIGEST_INVALID|BLOB_UPLOAD_|SIZE_INVALID|BLOB_UNKNOWN)/.test(registryCode)
	);
}

async function begin(client: RegistryClient, { host, repository }: Reference): Promise<string> {
	const scope = { host, repository, push: true };
	const begun = await client({ scope, method: "POST", path: "blobs/uploads/" });
	return placeOf(begun, { host, repository, call: `POST blobs/uploads/ of ${repository}` });
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
	const begun = await client({ scope, method: "POST", path }).catch((error: unknown) => {
		// Not every registry supports mounting.
		if (error instanceof RegistryError && (error.code === "registry/refused" || error.code === "registry/denied"))
			return undefined;
		throw error;
	});
	if (begun === undefined || begun.status === 404) return begin(client, to);
	return begun.status === 201
		? "mounted"
		: placeOf(begun, { host, repository, call: `POST blobs/uploads/ of ${repository}` });
}

function placeOf({ status, headers, body }: HttpResponse, name: CallName): string {
	if (status === 404) throw refused(name, readErrorResponse(404, body));
	if (headers.location === undefined) throw contentMismatch(name, "the response has no upload location");
	return headers.location;
}

async function finish(
	client: RegistryClient,
	{ host, repository }: Reference,
	location: string,
	digest: string,
	send: Pick<Parameters<RegistryClient>[0], "body" | "noRetry" | "deadlineMs">,
): Promise<void> {
	const scope = { host, repository, push: true };
	const path = `${location}${location.includes("?") ? "&" : "?"}digest=${encodeURIComponent(digest)}`;
	const done = await client({ scope, method: "PUT", path, contentType: "application/octet-stream", ...send });
	if (done.status === 404)
		throw refused({ host, repository, call: `PUT upload of ${repository}` }, readErrorResponse(404, done.body));
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
				if (read > size) throw contentMismatch(name, `it sends more than the ${size} bytes in the manifest`);
				const busy = reader.take(chunk);
				if (busy !== undefined) await busy;
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
			const found = `${algorithm}:${hash.digest("hex")}`;
			next(found === digest ? undefined : contentMismatch(name, `what it sends is ${found}`));
		},
	});
	stream.on("error", (error) => checked.destroy(error));
	checked.on("close", () => stream.destroy());
	return stream.pipe(checked);
}
