import {
	type Descriptor,
	emptyBlob,
	emptyDescriptor,
	mediaTypes,
	readManifest,
	sha256,
} from "../../model/oci/manifest.ts";
import { formatReference, type Reference } from "../../model/oci/reference.ts";
import { defined } from "../../util/defined.ts";
import { readObject } from "../../util/json.ts";
import { Backoff, retryPolicies } from "../../util/retry.ts";
import { parseUntrustedJson } from "../../util/untrusted-json.ts";
import type { HttpResponse } from "../http/http.ts";
import { putBlob } from "./blobs.ts";
import type { RegistryClient } from "./client.ts";
import { getManifest, headManifest, uploadManifest } from "./manifests.ts";
import { type CallName, invalidResponse, RegistryError, readErrorResponse, retryInvalid } from "./registry-error.ts";

/** Artifacts of one type that a caller gets: each run that signs an image adds one. */
const maxReferrers = 64;
/** For all pages of a list: what registries store as one manifest. */
const maxListBytes = 4 << 20;

export interface Artifact {
	/** Also the media type of its only layer. */
	readonly artifactType: string;
	readonly bytes: Uint8Array;
	readonly annotations: Readonly<Record<string, string>>;
}

/**
 * What is known about the referrers API of registries: docs/architecture.md#referrers has a table. oras-go requires 200
 * with the content type of an index, which Harbor did not always send. go-containerregistry, and so cosign, writes no
 * tag after any 200, also that of a web page.
 */
export class ReferrersApis {
	/** GitHub's API redirects to a web page. */
	readonly #absent = new Set(["ghcr.io"]);
	readonly #first = new Map<string, Promise<unknown>>();

	isAbsent(host: string): boolean {
		return this.#absent.has(host);
	}

	setAbsent(host: string): void {
		this.#absent.add(host);
	}

	/** Requests from the API of a host unless it is absent. All wait for the first answer, which may spare the others. */
	async request<T>(host: string, request: () => Promise<T>): Promise<T | undefined> {
		const first = this.#first.get(host);
		if (first !== undefined) await first;
		if (this.isAbsent(host)) return undefined;
		const answer = request();
		if (first === undefined)
			this.#first.set(
				host,
				answer.catch(() => {}),
			);
		return answer;
	}
}

interface ReferrersContext {
	readonly client: RegistryClient;
	readonly apis: ReferrersApis;
	/** Rejects on abort. */
	readonly pause: (ms: number) => Promise<unknown>;
}

interface Subject extends Reference {
	readonly digest: string;
}

/** See `Registry.referrers`. */
export async function listReferrers(
	context: ReferrersContext,
	subject: Subject,
	artifactType: string,
): Promise<readonly Descriptor[]> {
	return (await readReferrers(context, subject, artifactType)).slice(0, maxReferrers);
}

/** All referrers of a type, newest first. */
async function readReferrers(
	{ client, apis }: ReferrersContext,
	subject: Subject,
	artifactType: string,
): Promise<readonly Descriptor[]> {
	const { host } = subject;
	const fromApi = await apis.request(host, async () => {
		const list = await retryInvalid(() => requestPages(client, subject, artifactType));
		if (list === "absent") apis.setAbsent(host);
		return list;
	});
	if (Array.isArray(fromApi) && fromApi.length > 0) return newestFirst(fromApi);
	// Also where the API lists nothing: the artifact may be older than the API, or pushed by a program that lacks it.
	const tagged = await getManifest(client, tagOf(subject));
	if (fromApi === "denied" && tagged !== undefined) apis.setAbsent(host);
	// The specification: what is not an index lists no referrers.
	if (tagged?.content.kind !== "index") return [];
	return newestFirst(tagged.content.manifests.filter((entry) => entry.artifactType === artifactType));
}

/** `sha256-<hex>`: https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#referrers-tag-schema. */
function tagOf({ host, repository, digest }: Subject): Reference & { readonly tag: string } {
	const [algorithm = "", hex = ""] = digest.split(":");
	return { host, repository, tag: `${algorithm}-${hex.slice(0, 64)}` };
}

/** By date of creation; without one by place, as lists are appended to. */
function newestFirst(list: readonly Descriptor[]): readonly Descriptor[] {
	const created = ({ annotations }: Descriptor) =>
		Date.parse(annotations?.["org.opencontainers.image.created"] ?? "") || 0;
	return list.toReversed().sort((a, b) => created(b) - created(a));
}

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers */
async function requestPages(
	client: RegistryClient,
	{ host, repository, digest }: Subject,
	artifactType: string,
): Promise<readonly Descriptor[] | "absent" | "denied"> {
	const root = `/v2/${repository}/`;
	const scope = { host, repository, push: false };
	const name = { host, call: `GET referrers/${digest} of ${repository}` };
	const found: Descriptor[] = [];
	const seen = new Set<string>();
	let bytes = 0;
	let path = `referrers/${digest}?artifactType=${encodeURIComponent(artifactType)}`;
	for (;;) {
		seen.add(path);
		const maxBytes = maxListBytes - bytes;
		const response = await client({
			...{ scope, method: "GET", path, accept: mediaTypes.index, isOptional: true, maxBytes },
		});
		const page = readPage(response, name);
		if (page === undefined) {
			if (seen.size > 1) throw invalidResponse(name, `page ${seen.size} is not a list of referrers`);
			return isDenied(response) ? "denied" : "absent";
		}
		const isFiltered = response.headers["oci-filters-applied"]?.split(/\s*,\s*/).includes("artifactType");
		found.push(
			...page.filter((entry) => (entry.artifactType ?? (isFiltered ? artifactType : undefined)) === artifactType),
		);
		bytes += response.body.length;
		const next = nextPage(response.headers.link, `${root}${path}`);
		if (next === undefined) return found;
		// Only its path counts, so that no list comes from another host.
		if (!next.startsWith(root)) throw invalidResponse(name, `its next page is ${next}`);
		path = next.slice(root.length);
		if (seen.has(path)) throw invalidResponse(name, "its pages form a loop");
		if (seen.size >= maxPages) throw invalidResponse(name, `it has more than ${maxPages} pages`);
	}
}

/** So that a registry that makes up pages ends too. */
const maxPages = 64;

/** Whether the answer may concern only this repository: whether there is an API shows when the tag is read. */
function isDenied({ status, body }: HttpResponse): boolean {
	if (status === 404) return readErrorResponse(status, body).registryCode === "NAME_UNKNOWN";
	return status === 401 || status === 403;
}

/** The entries of a page; undefined if it is not an index. Throws RegistryError for a damaged one. */
function readPage({ status, body }: HttpResponse, name: CallName): readonly Descriptor[] | undefined {
	const json = status === 200 ? readObject(parseUntrustedJson(body, () => {})) : undefined;
	if (json === undefined) return undefined;
	// Go writes null for an empty list.
	const { manifests = null } = json;
	if (json.mediaType === mediaTypes.index && manifests === null) return [];
	if (!Array.isArray(manifests)) return undefined;
	try {
		const index = readManifest(json);
		return index.kind === "index" ? index.manifests : undefined;
	} catch (error) {
		throw invalidResponse(name, `it is not a list of referrers: ${(error as Error).message}`);
	}
}

/** Path and query of the next page, from a header of RFC 8288: `</v2/...>; rel="next"`. */
function nextPage(link: string | undefined, from: string): string | undefined {
	for (const [, target = "", parameters = ""] of (link ?? "").matchAll(/<([^>]*)>([^<]*)/g)) {
		if (!/;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?![^\s;,]))/i.test(parameters)) continue;
		const url = URL.parse(target, new URL(from, "https://registry.invalid"));
		if (url !== null) return url.pathname + url.search;
	}
	return undefined;
}

/** See `Registry.attach`. */
export async function attachArtifact(
	context: ReferrersContext,
	at: Reference,
	subject: Descriptor,
	{ artifactType, bytes, annotations }: Artifact,
): Promise<Descriptor> {
	const { client, apis } = context;
	const place = { host: at.host, repository: at.repository };
	const layer = { mediaType: artifactType, digest: sha256(bytes), size: bytes.length };
	const manifest = new TextEncoder().encode(
		JSON.stringify({
			...{ schemaVersion: 2, mediaType: mediaTypes.manifest, artifactType },
			...{ config: emptyDescriptor, layers: [layer] },
			subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
			annotations,
		}),
	);
	const digest = sha256(manifest);
	const entry = { mediaType: mediaTypes.manifest, digest, size: manifest.length, artifactType, annotations };
	const artifact = { ...place, digest };
	const subjectAt = { ...place, digest: subject.digest };
	const listed = await readReferrers(context, subjectAt, artifactType);
	if (listed.some((one) => one.digest === digest) && (await headManifest(client, artifact)) !== undefined) return entry;
	await Promise.all([putBlob(client, place, emptyBlob), putBlob(client, place, bytes)]);
	const uploaded = await uploadManifest(client, artifact, manifest, { mediaType: mediaTypes.manifest });
	// Amazon's registry has sent the header without having the API, so both must say that it keeps the list.
	if (uploaded.subject !== subject.digest || apis.isAbsent(at.host)) await addToTag(context, subjectAt, entry);
	return entry;
}

/**
 * Adds an entry to the fallback tag. Registries cannot compare and swap: another writer may replace the list between
 * our read and our write, or after it. So it is read back until the entry was there twice in a row.
 */
async function addToTag({ client, pause }: ReferrersContext, subject: Subject, entry: Descriptor): Promise<void> {
	const tag = tagOf(subject);
	const backoff = new Backoff(retryPolicies.referrersList, pause);
	let writes = 0;
	for (let seen = 0; seen < 2; ) {
		const list = await readTaggedList(client, tag);
		if (list.entries.some(({ digest }) => digest === entry.digest)) seen++;
		else {
			seen = 0;
			writes++;
			await writeTaggedList(client, tag, list, entry);
		}
		if (seen < 2 && !(await backoff.wait())) throw lost(tag, writes);
	}
}

interface TaggedList {
	/** The whole index, with what other programs wrote into it. */
	readonly index: Readonly<Record<string, unknown>>;
	readonly entries: readonly Descriptor[];
	/** The entries as they are in the index, in the same order. */
	readonly raw: readonly unknown[];
	readonly ifMatch?: string;
}

async function readTaggedList(client: RegistryClient, tag: Reference): Promise<TaggedList> {
	const tagged = await getManifest(client, tag);
	if (tagged === undefined) return { index: { schemaVersion: 2, mediaType: mediaTypes.index }, entries: [], raw: [] };
	const { content, descriptor, json } = tagged;
	const index = readObject(json) ?? {};
	if (content.kind !== "index" || descriptor.mediaType !== mediaTypes.index)
		throw new RegistryError({
			code: "registry/referrers-tag",
			message: `nothing is added to the referrers in ${formatReference(tag)}`,
			why: `it holds a manifest of the type ${descriptor.mediaType}, not a list of referrers`,
			fix: "check who pushed it, and delete the tag",
		});
	const raw: readonly unknown[] = Array.isArray(index.manifests) ? index.manifests : [];
	return { index, entries: content.manifests, raw, ...defined({ ifMatch: tagged.etag }) };
}

async function writeTaggedList(
	client: RegistryClient,
	tag: Reference,
	{ index, entries, raw, ...options }: TaggedList,
	entry: Descriptor,
): Promise<void> {
	const put = (kept: readonly unknown[]) => {
		const bytes = new TextEncoder().encode(JSON.stringify({ ...index, manifests: [...kept, entry] }));
		return uploadManifest(client, tag, bytes, { mediaType: mediaTypes.index, ...options });
	};
	try {
		await put(raw);
	} catch (error) {
		if (!(error instanceof RegistryError)) throw error;
		// The list has changed since, and the registry knows: it is read again.
		if (error.status === 412) return;
		if (!/_UNKNOWN$/.test(error.registryCode ?? "")) throw error;
		// A registry takes no list with an entry that was deleted since.
		const { host, repository } = tag;
		const found = await Promise.all(entries.map(({ digest }) => headManifest(client, { host, repository, digest })));
		if (found.every((one) => one !== undefined)) throw error;
		await put(raw.filter((_, i) => found[i] !== undefined));
	}
}

function lost(tag: Reference, writes: number): RegistryError {
	return new RegistryError({
		code: "registry/referrers-lost",
		message: `the referrers in ${formatReference(tag)} are incomplete`,
		why: `the entry was written ${writes} times, and another writer replaced the list each time`,
		fix: "run the job again, and attach to an image in one job at a time",
	});
}
