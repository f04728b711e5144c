import type { ImageFacts } from "../../model/oci/image-facts.ts";
import type { Descriptor } from "../../model/oci/manifest.ts";
import { formatReference, mirrorReference, parseReference } from "../../model/oci/reference.ts";
import { type Clock, systemClock } from "../../util/clock.ts";
import type { Progress } from "../../util/progress.ts";
import { Waits } from "../../util/waits.ts";
import { openHttp } from "../http/http.ts";
import {
	type BlobReader,
	type Copied,
	type CopiedBlob,
	checkPush,
	copyBlob,
	getBlob,
	hasBlob,
	putBlob,
	readBlob,
} from "./blobs.ts";
import { type Client, openClient } from "./client.ts";
import { anonymous, type Credentials } from "./credentials.ts";
import { imageFacts, type Resolved, resolve } from "./images.ts";
import { Logins } from "./login.ts";
import { headManifest, type Manifest, putManifest } from "./manifests.ts";
import { Memory } from "./memory-cache.ts";
import { Pace } from "./rate-limiter.ts";
import { defaultRetry, gate, type RetryPolicy } from "./retry-policy.ts";
import { type Limit, TimeLimit } from "./time-limit.ts";

export type { BlobReader, Copied } from "./blobs.ts";
export { type Credential, type Credentials, dockerCredentials } from "./credentials.ts";
export { childFor, type Resolved } from "./images.ts";
export type { Manifest } from "./manifests.ts";
export { readMirrors } from "./mirrors.ts";
export { RegistryError } from "./registry-error.ts";

/**
 * The OCI distribution API, as far as it is needed. References are strings as a person writes them.
 * Undefined means a true 404. All else that goes wrong is a RegistryError that names host, call and fix; an abort rejects with the signal's reason.
 */
export interface Registry {
	head(ref: string): Promise<Descriptor | undefined>;
	manifest(ref: string): Promise<Manifest | undefined>;
	/** `repository` with its host; at most `maxBytes` (default 16 MiB). */
	blob(repository: string, digest: string, maxBytes?: number): Promise<Uint8Array>;
	/** The same as a stream, for what is large: handed to a reader that is opened again for each try. Rejects with what the reader throws, too. */
	readBlob<T>(repository: string, blob: Pick<Descriptor, "digest" | "size">, open: () => BlobReader<T>): Promise<T>;
	/** Whether the repository has the blob. */
	hasBlob(repository: string, digest: string): Promise<boolean>;
	/** Overwrites a tag: whoever calls decides that it may. */
	putManifest(ref: string, bytes: Uint8Array, mediaType: string): Promise<Descriptor>;
	/** Small blobs: in one piece, and only if not there already. */
	putBlob(repository: string, bytes: Uint8Array): Promise<Descriptor>;
	/** Whether the login may push to a repository (with its host): begins an upload and cancels it. Rejects where it may not. */
	checkPush(repository: string): Promise<void>;
	/**
	 * Brings a blob from one repository (with its host) to another: not at all where it is there, by mounting it where both are of one registry
	 * that allows it, else as a stream. Its digest is checked on the way.
	 */
	copyBlob(from: string, to: string, blob: CopiedBlob): Promise<Copied>;
	/** Through the mirrors, once per reference and registry object. Not there, or an index without this platform, is an error; an image without an index is taken as it is. */
	resolve(ref: string, platform?: string): Promise<Resolved>;
	imageFacts(ref: string, platform: string): Promise<ImageFacts | undefined>;
	/** The reference in its mirror: `docker.io/library/python:3.11` -> `127.0.0.1:5000/docker.io/library/python:3.11`. */
	mirrored(ref: string): string;
	/** Limits how long calls wait, until it is disposed: those of this object and of all that share its connections. */
	limit(limit: Limit): Disposable;
	/** The same with its connections, logins and all it has read, stopped by another signal. */
	stoppedBy(signal: AbortSignal): Registry;
}

export interface RegistryOptions {
	readonly auth?: Credentials;
	/** Host -> `host/prefix`, for base images only. */
	readonly mirrors?: ReadonlyMap<string, string>;
	/** Hosts (`name:port`) to speak to without TLS; loopback always is. */
	readonly insecure?: readonly string[];
	/** Its proxy variables are honoured. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly signal?: AbortSignal;
	/** Requests at once. */
	readonly concurrency?: number;
	/** Writes to one registry at once: GHCR takes a dozen at a time for too many. */
	readonly writes?: number;
	readonly retry?: RetryPolicy;
	/** For one call with all its retries, milliseconds. */
	readonly deadlineMs?: number;
	readonly idleMs?: number;
	/** Reports a call that takes longer than `slowMs`, with all its tries. */
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
		logins: new Logins(auth, clock.now),
		retry: options.retry ?? defaultRetry,
		deadlineMs: options.deadlineMs ?? 300_000,
		idleMs: options.idleMs ?? 30_000,
		insecure: new Set(options.insecure),
		gate: gate(concurrency),
		pace: new Pace(options.writes ?? 6, clock),
		random: Math.random,
		waits: new Waits(options.progress, options.slowMs, clock),
		limit,
		clock,
	};
	const memory = new Memory();
	const mirrors = options.mirrors ?? new Map();
	const open = (signal: AbortSignal) =>
		registryOver(openClient({ ...shared, signal }), memory, mirrors, {
			limit: (given) => limit.begin(given),
			stoppedBy: open,
		});
	return open(options.signal ?? new AbortController().signal);
}

function registryOver(
	client: Client,
	memory: Memory,
	mirrors: ReadonlyMap<string, string>,
	shared: Pick<Registry, "limit" | "stoppedBy">,
): Registry {
	const resolved = new Map<string, Promise<Resolved>>();
	return {
		head: async (ref) => headManifest(client, parseReference(ref)),
		manifest: async (ref) => memory.manifest(client, parseReference(ref)),
		blob: async (repository, digest, maxBytes = 16 << 20) =>
			getBlob(client, parseReference(repository), digest, maxBytes),
		readBlob: async (repository, blob, open) => readBlob(client, parseReference(repository), blob, open),
		hasBlob: async (repository, digest) => hasBlob(client, { ...parseReference(repository), push: false }, digest),
		putManifest: async (ref, bytes, mediaType) => putManifest(client, parseReference(ref), bytes, mediaType),
		putBlob: async (repository, bytes) => putBlob(client, parseReference(repository), bytes),
		checkPush: async (repository) => checkPush(client, parseReference(repository)),
		copyBlob: async (from, to, blob) => copyBlob(client, parseReference(from), parseReference(to), blob),
		async resolve(ref, platform) {
			const reference = mirrorReference(parseReference(ref), mirrors);
			const key = `${formatReference(reference)} ${platform ?? ""}`;
			const answer = resolved.get(key) ?? resolve(client, ref, reference, platform);
			resolved.set(key, answer);
			return answer;
		},
		imageFacts: async (ref, platform) => imageFacts(client, memory, ref, platform),
		mirrored: (ref) => formatReference(mirrorReference(parseReference(ref), mirrors)),
		...shared,
	};
}
