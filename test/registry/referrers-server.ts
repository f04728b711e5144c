import type { ServerResponse } from "node:http";
import type { RegistryOptions } from "../../src/adapters/registry/registry.ts";
import { type Descriptor, mediaTypes, sha256 } from "../../src/model/oci/manifest.ts";
import { systemClock } from "../../src/util/clock.ts";
import { errorBody, reply, type Seen, serve } from "./server.ts";

interface Stored {
	readonly type: string;
	readonly bytes: Buffer;
}

/** The content of a registry, by repository and then digest or tag. */
export interface Content {
	readonly manifests: Map<string, Stored>;
	readonly blobs: Set<string>;
	/** Puts a manifest at a digest and, if there is one, a tag. */
	put(repository: string, manifest: unknown, tag?: string, type?: string): Descriptor;
	/** The list at the fallback tag of a digest. */
	list(repository: string, digest: string): { readonly manifests: readonly Descriptor[] } & Record<string, unknown>;
}

export interface ApiOptions {
	/** The referrers API of the specification; without it, 404. */
	readonly api?: boolean;
	/** Whether a push with a subject is answered with `OCI-Subject`: as `api`, unless it is given. */
	readonly subjectHeader?: boolean;
	/** Descriptors in one page of the API. */
	readonly pageSize?: number;
	/** Whether a write with `If-Match` is compared. */
	readonly entityTags?: boolean;
	/** Whether the API filters by type. */
	readonly filters?: boolean;
}

/** Status, body and headers; undefined leaves the answer to the registry. */
export type Intercept = (
	seen: Seen,
	content: Content,
) => readonly [number, (string | undefined)?, Record<string, string>?] | undefined;

/** Pauses take a hundredth of their time, and are recorded. */
export function fastClock() {
	const pauses: number[] = [];
	const after: typeof systemClock.after = (ms, call) => {
		pauses.push(ms);
		return systemClock.after(ms / 100, call);
	};
	return { pauses, now: systemClock.now, after };
}

/** A registry in memory that keeps manifests and lists referrers by the specification, over real HTTP. */
export async function serveReferrers(
	api: ApiOptions = {},
	intercept: Intercept = () => undefined,
	options: RegistryOptions = {},
) {
	const manifests = new Map<string, Stored>();
	const blobs = new Set<string>();
	const content: Content = {
		manifests,
		blobs,
		put(repository, manifest, tag, type = mediaTypes.manifest) {
			const bytes = Buffer.from(JSON.stringify(manifest));
			const digest = sha256(bytes);
			for (const name of tag === undefined ? [digest] : [digest, tag])
				manifests.set(`${repository} ${name}`, { type, bytes });
			return { mediaType: type, digest, size: bytes.length };
		},
		list(repository, digest) {
			const stored = manifests.get(`${repository} ${digest.replace(":", "-")}`);
			return stored === undefined ? { manifests: [] } : JSON.parse(stored.bytes.toString());
		},
	};
	const server = await serve(
		(request, response, seen) => {
			const answer = intercept(seen, content);
			if (answer !== undefined) return reply(response, answer[0], answer[1] ?? "", answer[2]);
			const url = new URL(request.url ?? "", "http://registry");
			const [, repository = "", kind, name = ""] =
				/^\/v2\/(.+?)\/(manifests|blobs|referrers)\/(.*)$/.exec(url.pathname) ?? [];
			if (kind === "referrers") return answerList(response, url, { repository, digest: name, ...api }, content);
			if (kind === "blobs") return answerBlob(request.method, response, { name, url }, content);
			const key = `${repository} ${name}`;
			if (request.method === "PUT") {
				const current = manifests.get(key);
				if (api.entityTags && seen.ifMatch !== undefined && (!current || etagOf(current) !== seen.ifMatch))
					return reply(response, 412);
				const bytes = Buffer.from(seen.body);
				const stored = { type: request.headers["content-type"] ?? "", bytes };
				manifests.set(key, stored).set(`${repository} ${sha256(bytes)}`, stored);
				const { subject } = JSON.parse(seen.body);
				const shows = subject !== undefined && (api.subjectHeader ?? api.api);
				return reply(response, 201, "", {
					"docker-content-digest": sha256(bytes),
					...(shows && { "oci-subject": subject.digest }),
				});
			}
			const stored = manifests.get(key);
			if (stored === undefined) return reply(response, 404, errorBody("MANIFEST_UNKNOWN", "unknown"));
			reply(response, 200, stored.bytes, {
				"content-type": stored.type,
				"docker-content-digest": sha256(stored.bytes),
				...(api.entityTags && { etag: etagOf(stored) }),
			});
		},
		{ clock: fastClock(), ...options },
	);
	return { ...server, content };
}

const etagOf = ({ bytes }: Stored) => `"${sha256(bytes)}"`;

function answerList(
	response: ServerResponse,
	url: URL,
	{ repository, digest, api, pageSize = 1000, filters }: ApiOptions & { repository: string; digest: string },
	{ manifests }: Content,
): void {
	if (!api) return void reply(response, 404, "404 page not found\n");
	const wanted = filters === false ? null : url.searchParams.get("artifactType");
	const all = [...manifests].flatMap(([key, { bytes, type }]) => {
		const manifest = JSON.parse(bytes.toString());
		if (!key.startsWith(`${repository} sha256:`) || manifest.subject?.digest !== digest) return [];
		const { artifactType, annotations } = manifest;
		if (wanted !== null && wanted !== artifactType) return [];
		return [{ mediaType: type, digest: sha256(bytes), size: bytes.length, artifactType, annotations }];
	});
	const start = Number(url.searchParams.get("last") ?? 0);
	const list = { schemaVersion: 2, mediaType: mediaTypes.index, manifests: all.slice(start, start + pageSize) };
	url.searchParams.set("last", String(start + pageSize));
	reply(response, 200, JSON.stringify(list), {
		"content-type": mediaTypes.index,
		...(wanted !== null && { "oci-filters-applied": "artifactType" }),
		...(start + pageSize < all.length && { link: `<${url.pathname}${url.search}>; rel="next"` }),
	});
}

function answerBlob(
	method: string | undefined,
	response: ServerResponse,
	{ name, url }: { name: string; url: URL },
	{ blobs }: Content,
): void {
	if (method === "POST") return void reply(response, 202, "", { location: `${url.pathname}1` });
	const digest = url.searchParams.get("digest") ?? name;
	if (method === "PUT") blobs.add(digest);
	reply(response, method === "PUT" ? 201 : blobs.has(digest) ? 200 : 404);
}
