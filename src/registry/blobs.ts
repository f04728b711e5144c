import type { Client } from "./client.ts";
import { mismatch, notFound, readAnswer, refused } from "./failure.ts";
import { type Descriptor, sha256 } from "./manifest.ts";
import type { Reference } from "./reference.ts";

export async function getBlob(client: Client, at: Reference, digest: string, maxBytes: number): Promise<Uint8Array> {
	const scope = { host: at.host, repository: at.repository, push: false };
	const name = { host: at.host, call: `GET blobs/${digest} of ${at.repository}` };
	const { status, body } = await client({ scope, method: "GET", path: `blobs/${digest}`, maxBytes });
	if (status === 404) throw notFound(name, "build and push the image again");
	if (sha256(body) !== digest) throw mismatch(name, `what it sends is ${sha256(body)}`);
	return body;
}

export async function putBlob(client: Client, at: Reference, body: Uint8Array): Promise<Descriptor> {
	const { host, repository } = at;
	const digest = sha256(body);
	const descriptor = { mediaType: "application/octet-stream", digest, size: body.length };
	const scope = { host, repository, push: true };
	const there = await client({ scope, method: "HEAD", path: `blobs/${digest}` });
	if (there.status !== 404) return descriptor;
	const name = { host, call: `POST blobs/uploads/ of ${repository}` };
	const begun = await client({ scope, method: "POST", path: "blobs/uploads/" });
	const location = begun.headers.location;
	if (begun.status === 404) throw refused(name, readAnswer(404, begun.body));
	if (location === undefined) throw mismatch(name, "it names no place to upload to");
	const path = `${location}${location.includes("?") ? "&" : "?"}digest=${encodeURIComponent(digest)}`;
	const done = await client({ scope, method: "PUT", path, contentType: "application/octet-stream", body });
	if (done.status === 404) throw refused({ ...name, call: `PUT upload of ${repository}` }, readAnswer(404, done.body));
	return descriptor;
}
