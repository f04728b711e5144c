import pLimit from "p-limit";
import type { ImageFacts } from "../../model/oci/image-facts.ts";
import type { Descriptor } from "../../model/oci/manifest.ts";
import { formatReference, mirrorReference, parseReference, type Reference } from "../../model/oci/reference.ts";
import { reservedForm, type TagOwner, whyReserved } from "../../model/tags/reserved-tags.ts";
import { type Clock, sleep, systemClock } from "../../util/clock.ts";
import type { Env } from "../../util/env.ts";
import { UserError } from "../../util/errors.ts";
import type { Progress } from "../../util/progress.ts";
import { type RetryPolicy, retryPolicies } from "../../util/retry.ts";
import { WaitReporter } from "../../util/wait-reporter.ts";
import { openHttp } from "../http/http.ts";
import {
	type BlobCopyResult,
	type BlobReader,
	type BlobToCopy,
	checkPush,
	copyBlob,
	getBlob,
	hasBlob,
	putBlob,
	readBlob,
} from "./blobs.ts";
import { openClient, type RegistryClient } from "./client.ts";
import { anonymous, type Credentials } from "./credentials.ts";
import { MemoryCache, type ResolvedImage, readImageFacts, resolveImage } from "./images.ts";
import { headManifest, type Manifest, putManifest } from "./manifests.ts";
import { RateLimiter } from "./rate-limiter.ts";
import { type Artifact, attachArtifact, listReferrers, ReferrersApis } from "./referrers.ts";
import { TimeLimit, type WaitLimit } from "./time-limit.ts";
import { TokenStore } from "./token-store.ts";

export type { BlobCopyResult, BlobReader } from "./blobs.ts";
export { type Credential, type Credentials, dockerCredentials } from "./credentials.ts";
export { platformManifest, type ResolvedImage } from "./images.ts";
export type { Manifest } from "./manifests.ts";
export { readMirrors } from "./mirrors.ts";
export { RegistryError } from "./registry-error.ts";
export { requireTrustedRealm } from "./require-trusted-realm.ts";
export { readTokenHosts } from "./token-realm.ts";

/**
 * The needed part of the OCI distribution API. References are strings. Undefined means 404. Other failures are a
 * RegistryError with host, call and fix; an abort rejects with the signal's reason.
 */
export interface Registry {
	head(ref: string): Promise<Descriptor | undefined>;
	manifest(ref: string): Promise<Manifest | undefined>;
	/** `repository` with its host; at most `maxBytes` (default 16 MiB). */
	blob(repository: string, digest: string, maxBytes?: number): Promise<Uint8Array>;
	/** Streams a large blob through a reader, a new one per try. Rejects also with the errors of the reader. */
	readBlob<T>(repository: string, blob: Pick<Descriptor, "digest" | "size">, open: () => BlobReader<T>): Promise<T>;
	/** Whether the repository has the blob. */
	hasBlob(repository: string, digest: string): Promise<boolean>;
	/** Overwrites tags without a check. A tag of a reserved form is only written by its owner. */
	putManifest(ref: string, bytes: Uint8Array, mediaType: string, owner?: TagOwner): Promise<Descriptor>;
	/** For small blobs: one request, unless it exists. */
	putBlob(repository: string, bytes: Uint8Array): Promise<Descriptor>;
	/** Artifacts of a type that refer to a manifest, newest first, at most 64; by the referrers API or fallback tag. */
	referrers(repository: string, digest: string, artifactType: string): Promise<readonly Descriptor[]>;
	/**
	 * Attaches a blob to a manifest as an OCI artifact with `subject`; keeps the fallback tag where there is no referrers
	 * API. Pushes nothing if it is attached already. `subject` has a mediaType, digest and size.
	 */
	attach(repository: string, subject: Descriptor, artifact: Artifact): Promise<Descriptor>;
	/** Checks push permission for a repository (with its host) by an upload that it cancels. Rejects without it. */
	checkPush(repository: string): Promise<void>;
	/**
	 * Copies a blob between repositories (with their hosts) unless it exists: by mounting within a registry that
	 * allows it, else as a stream with a verified digest.
	 */
	copyBlob(from: string, to: string, blob: BlobToCopy): Promise<BlobCopyResult>;
	/** Uses mirrors; cached. Rejects if the reference, or the platform in its index, does not exist. */
	resolve(ref: string, platform?: string): Promise<ResolvedImage>;
	imageFacts(ref: string, platform: string): Promise<ImageFacts | undefined>;
	/** `docker.io/library/python:3.11` -> `127.0.0.1:5000/docker.io/library/python:3.11`. */
	mirrored(ref: string): string;
	/** Limits how long calls of all objects with these connections wait, until disposed. */
	limit(limit: WaitLimit): Disposable;
	/** The same connections, logins and caches with another signal. */
	withSignal(signal: AbortSignal): Registry;
}

export interface RegistryOptions {
	readonly auth?: Credentials;
	/** Host -> `host/prefix`, for base images only. */
	readonly mirrors?: ReadonlyMap<string, string>;
	/** Hosts (`name:port`) to use without TLS, besides loopback. */
	readonly insecure?: readonly string[];
	/** With the proxy variables. */
	readonly env?: Env;
	/** Hosts of token servers, besides those of the registries' own domains, that may get logins. */
	readonly tokenHosts?: ReadonlySet<string>;
	readonly signal?: AbortSignal;
	/** Concurrent requests. */
	readonly concurrency?: number;
	/** Concurrent writes per registry: GHCR limits a dozen. */
	readonly writes?: number;
	readonly retry?: RetryPolicy;
	/** For one call with all retries, milliseconds. */
	readonly deadlineMs?: number;
	readonly idleMs?: number;
	/** Reports calls that take longer than `slowMs`, retries included. */
	readonly progress?: Progress;
	readonly slowMs?: number;
	readonly clock?: Clock;
}

export function openRegistry(options: RegistryOptions = {}): Registry {
	const { auth = anonymous, concurrency = 16, clock = systemClock } = options;
	const limit = new TimeLimit(clock);
	const shared = {
		http: openHttp(options.env ?? {}, clock),
		env: options.env ?? {},
		tokens: new TokenStore(auth, options.tokenHosts ?? new Set(), clock.now),
		retry: options.retry ?? retryPolicies.registryCall,
		deadlineMs: options.deadlineMs ?? 300_000,
		idleMs: options.idleMs ?? 30_000,
		insecure: new Set(options.insecure),
		concurrency: pLimit(concurrency),
		rateLimiter: new RateLimiter(options.writes ?? 6, clock),
		random: Math.random,
		waits: new WaitReporter(options.progress, options.slowMs, clock),
		limit,
		clock,
	};
	const memory = new MemoryCache();
	const mirrors = options.mirrors ?? new Map();
	const apis = new ReferrersApis();
	const open = (signal: AbortSignal): Registry => {
		const client = openClient({ ...shared, signal });
		const lists = { client, apis, pause: (ms: number) => sleep(ms, signal, clock) };
		return {
			...registryOver(client, memory, mirrors),
			referrers: async (repository, digest, artifactType) =>
				listReferrers(lists, { ...parseReference(repository), digest }, artifactType),
			attach: async (repository, subject, artifact) =>
				attachArtifact(lists, parseReference(repository), subject, artifact),
			limit: (given) => limit.begin(given),
			withSignal: open,
		};
	};
	return open(options.signal ?? new AbortController().signal);
}

function registryOver(
	client: RegistryClient,
	memory: MemoryCache,
	mirrors: ReadonlyMap<string, string>,
): Omit<Registry, "referrers" | "attach" | "limit" | "withSignal"> {
	const resolved = new Map<string, Promise<ResolvedImage>>();
	return {
		head: async (ref) => headManifest(client, parseReference(ref)),
		manifest: async (ref) => memory.manifest(client, parseReference(ref)),
		blob: async (repository, digest, maxBytes = 16 << 20) =>
			getBlob(client, parseReference(repository), digest, maxBytes),
		readBlob: async (repository, blob, open) => readBlob(client, parseReference(repository), blob, open),
		hasBlob: async (repository, digest) => hasBlob(client, { ...parseReference(repository), push: false }, digest),
		async putManifest(ref, bytes, mediaType, owner) {
			const reference = parseReference(ref);
			checkTagOwner(reference, owner);
			return putManifest(client, reference, bytes, mediaType);
		},
		putBlob: async (repository, bytes) => putBlob(client, parseReference(repository), bytes),
		checkPush: async (repository) => checkPush(client, parseReference(repository)),
		copyBlob: async (from, to, blob) => copyBlob(client, parseReference(from), parseReference(to), blob),
		async resolve(ref, platform) {
			const reference = mirrorReference(parseReference(ref), mirrors);
			const key = `${formatReference(reference)} ${platform ?? ""}`;
			const image = resolved.get(key) ?? resolveImage(client, ref, reference, platform);
			resolved.set(key, image);
			return image;
		},
		imageFacts: async (ref, platform) => readImageFacts(client, memory, ref, platform),
		mirrored: (ref) => formatReference(mirrorReference(parseReference(ref), mirrors)),
	};
}

/** Throws UserError `registry/reserved` for a tag that belongs to another part of this program. */
function checkTagOwner(reference: Reference, owner: TagOwner | undefined): void {
	const reserved = reference.tag === undefined ? undefined : reservedForm(reference.tag);
	if (reserved === undefined || reserved.owner === owner) return;
	throw new UserError({
		code: "registry/reserved",
		message: `${formatReference(reference)} is not written`,
		why: whyReserved(reserved),
		fix: "choose another tag",
	});
}
