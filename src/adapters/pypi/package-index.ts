import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import pLimit from "p-limit";
import type { PackageFacts } from "../../model/requirements/package-release.ts";
import { defined } from "../../util/defined.ts";
import type { Env } from "../../util/env.ts";
import { Backoff, retryPolicies } from "../../util/retry.ts";
import { type Http, type HttpResponse, openHttp } from "../http/http.ts";
import { type IndexUrl, parseIndexUrl } from "./index-url.ts";
import { type CachedResponse, openResponseCache, type ResponseCache } from "./response-cache.ts";
import { parseSimpleIndex } from "./simple-api.ts";

export interface PackageIndexOptions {
	/** Folder of the response cache. */
	readonly folder: string;
	/** `offline`: use the cache only, of any age. */
	readonly mode: "online" | "offline";
	/** Limit for all requests together, milliseconds. */
	readonly totalMs: number;
	/** Age up to which a cached response is used without revalidation, milliseconds. */
	readonly freshMs?: number;
	readonly env: Env;
	readonly signal: AbortSignal;
	/** Milliseconds since 1970. */
	readonly date: () => number;
	/** A URL whose login applies to indexes of the same origin. */
	readonly login?: string;
}

/** Package indexes, requested one package at a time. */
export interface PackageIndexes {
	/** The releases of a package in one index. Never fails: see `failures`. */
	lookUp(index: string, key: string): Promise<PackageFacts>;
	/** One sentence per index that failed. */
	failures(): readonly string[];
}

const accept = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01";
const maxBytes = 64 * 1024 * 1024;
const maxConcurrent = 16;
/** The max-age of PyPI. */
const tenMinutes = 600_000;

/** Connects on the first request. */
export function openPackageIndexes(options: PackageIndexOptions): PackageIndexes {
	return new IndexClient(options);
}

interface IndexFailure {
	readonly label: string;
	readonly why: string;
	packages: number;
	/** Number of packages that the cache answered. */
	cached: number;
}

class IndexClient implements PackageIndexes {
	private readonly options: PackageIndexOptions;
	private readonly http: Http;
	private readonly cache: ResponseCache;
	private readonly limit = pLimit(maxConcurrent);
	private readonly lookups = new Map<string, Promise<PackageFacts>>();
	private readonly failed = new Map<string, IndexFailure>();
	/** Indexes that are not requested again, with the reason. */
	private readonly down = new Map<string, string>();
	private deadline: number | undefined;

	constructor(options: PackageIndexOptions) {
		this.options = options;
		this.http = openHttp(options.env);
		this.cache = openResponseCache(options.folder);
	}

	lookUp(index: string, key: string): Promise<PackageFacts> {
		const name = `${index} ${key}`;
		const lookup = this.lookups.get(name) ?? this.limit(() => this.find(index, key));
		this.lookups.set(name, lookup);
		return lookup;
	}

	failures(): readonly string[] {
		return [...this.failed.values()].map(({ label, why, packages, cached }) => {
			const note = cached === 0 ? "" : `; ${cached} checked with cached data`;
			return `${label} ${why}: ${packages} ${packages === 1 ? "package was" : "packages were"} not checked with it${note}`;
		});
	}

	private async find(index: string, key: string): Promise<PackageFacts> {
		const url = parseIndexUrl(index, this.options.login);
		if (typeof url === "string") return this.fail({ id: index, label: "an index" }, url, undefined);
		const cached = await this.cache.read(url.id, key);
		const { mode, freshMs = tenMinutes, date } = this.options;
		if (mode === "offline") return toFacts(cached);
		if (cached !== undefined && Math.abs(date() - cached.at) < freshMs) return toFacts(cached);
		const down = this.down.get(url.id);
		if (down !== undefined) return this.fail(url, down, cached);
		try {
			return await this.fetch(url, key, cached);
		} catch (error) {
			this.options.signal.throwIfAborted();
			const why = reasonOf(error);
			// A broken page concerns one package; an unreachable server, or one that requires a login, all of them.
			if (!(error instanceof BadPage)) this.down.set(url.id, why);
			return this.fail(url, why, cached);
		}
	}

	private fail(
		{ id, label }: Pick<IndexUrl, "id" | "label">,
		why: string,
		cached: CachedResponse | undefined,
	): PackageFacts {
		const failure = this.failed.get(id) ?? { label, why, packages: 0, cached: 0 };
		failure.packages++;
		if (cached !== undefined) failure.cached++;
		this.failed.set(id, failure);
		return toFacts(cached);
	}

	private async fetch(url: IndexUrl, key: string, cached: CachedResponse | undefined): Promise<PackageFacts> {
		const response = await this.get(url, key, cached);
		const { status, headers } = response;
		const at = this.options.date();
		if (status === 304 && cached !== undefined) return this.save(url, key, { ...cached, at });
		if (status === 404 || status === 410) return this.save(url, key, { at });
		if (status === 401 || status === 403) throw new Failure(`requires a login (status ${status})`);
		if (status !== 200) throw new BadPage(`responded with ${status}`);
		const releases = parseSimpleIndex(await textOf(response), headers["content-type"] ?? "", key);
		if (releases === undefined) throw new BadPage("responded with something that is not a list of files");
		const validators = defined({ etag: headers.etag, modified: headers["last-modified"] });
		return this.save(url, key, { at, releases, ...validators });
	}

	private async save(url: IndexUrl, key: string, response: CachedResponse): Promise<PackageFacts> {
		await this.cache.write(url.id, key, response);
		return toFacts(response);
	}

	/** Follows redirects; sends the login to the origin of the index only. Retries once after a transient failure. */
	private async get(url: IndexUrl, key: string, cached: CachedResponse | undefined): Promise<HttpResponse> {
		let target = new URL(`${encodeURIComponent(key)}/`, url.base);
		const backoff = new Backoff(retryPolicies.packageIndex);
		for (let hops = 0; ; ) {
			const response = await this.send(target, url, cached).catch(async (error: unknown) => {
				if ((error as { code?: string }).code !== "ECONNRESET" || !(await backoff.wait())) throw error;
				return undefined;
			});
			if (response === undefined) continue;
			const { status, headers } = response;
			if ((status === 429 || status >= 500) && (await backoff.wait())) continue;
			if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) return response;
			if (++hops > 5) throw new BadPage("redirects more than five times");
			target = new URL(headers.location, target);
			if (target.protocol !== "https:" && target.protocol !== url.base.protocol)
				throw new BadPage("redirects to a URL without TLS");
		}
	}

	private async send(target: URL, url: IndexUrl, cached: CachedResponse | undefined): Promise<HttpResponse> {
		const { totalMs, signal } = this.options;
		this.deadline ??= performance.now() + totalMs;
		const { deadline } = this;
		const remainingMs = () => deadline - performance.now();
		const late = new Failure(`did not respond within ${totalMs / 1000} s`);
		if (remainingMs() <= 0) throw late;
		const authorization = target.origin === url.base.origin ? url.authorization : undefined;
		const validator =
			cached?.etag === undefined ? { "if-modified-since": cached?.modified } : { "if-none-match": cached.etag };
		const common = { accept, "accept-encoding": "gzip", "user-agent": "lucid-build-action" };
		const headers = { ...common, ...defined({ authorization, ...validator }) };
		try {
			const idleMs = remainingMs();
			return await this.http({ method: "GET", url: target, headers, signal, idleMs, remainingMs, maxBytes });
		} catch (error) {
			const { code } = error as { code?: string };
			throw code === "DEADLINE" || code === "ETIMEDOUT" ? late : error;
		}
	}
}

/** A failure whose message is ours. */
class Failure extends Error {}
/** A failure that concerns one package. */
class BadPage extends Failure {}

async function textOf({ headers, body }: HttpResponse): Promise<string> {
	if (headers["content-encoding"] !== "gzip") return Buffer.from(body).toString();
	return (await promisify(gunzip)(body, { maxOutputLength: maxBytes })).toString();
}

function reasonOf(error: unknown): string {
	if (error instanceof Failure) return error.message;
	const { code, message } = error as NodeJS.ErrnoException;
	switch (code) {
		case "ECONNREFUSED":
			return "refused the connection";
		case "ENOTFOUND":
		case "EAI_AGAIN":
			return "has an unknown host name";
		case "ECONNRESET":
			return "closed the connection";
		default:
			// Not the message: it may contain a URL with a password.
			return `is unreachable (${code ?? message.replace(/\S+:\/\/\S+/g, "…")})`;
	}
}

function toFacts(response: CachedResponse | undefined): PackageFacts {
	if (response === undefined) return { kind: "unknown" };
	const { releases } = response;
	return releases === undefined ? { kind: "missing" } : { kind: "known", releases, all: "all" };
}
