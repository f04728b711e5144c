import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import pLimit from "p-limit";
import type { PackageFacts } from "../../model/requirements/package-release.ts";
import { defined } from "../../util/defined.ts";
import { Backoff, retryPolicies } from "../../util/retry.ts";
import type { Http, HttpResponse } from "../http/http.ts";
import { openHttp } from "../http/http.ts";
import { type IndexUrl, parseIndexUrl } from "./index-url.ts";
import { type CachedResponse, openResponseCache, type ResponseCache } from "./response-cache.ts";
import { parseSimpleIndex } from "./simple-api.ts";

export interface PackageIndexOptions {
	/** Folder of the response cache. */
	readonly folder: string;
	/** `offline`: use the cache only, whatever its age. */
	readonly mode: "online" | "offline";
	/** Limit for all requests together, milliseconds. */
	readonly totalMs: number;
	/** Age up to which a cached response is used without revalidation, milliseconds. */
	readonly freshMs?: number;
	readonly env: Readonly<Record<string, string | undefined>>;
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
const atOnce = 16;
/** The max-age of PyPI. */
const tenMinutes = 600_000;

/** Connects on the first request. */
export function openPackageIndexes(options: PackageIndexOptions): PackageIndexes {
	const asker = new Asker(options);
	return { lookUp: (index, key) => asker.ask(index, key), failures: () => asker.troubles() };
}

interface Trouble {
	readonly shown: string;
	readonly why: string;
	packages: number;
	/** Number of packages that the cache answered. */
	kept: number;
}

class Asker {
	private readonly options: PackageIndexOptions;
	private readonly http: Http;
	private readonly cache: ResponseCache;
	private readonly limit = pLimit(atOnce);
	private readonly known = new Map<string, Promise<PackageFacts>>();
	private readonly failed = new Map<string, Trouble>();
	/** Indexes that are not requested again, with the reason. */
	private readonly down = new Map<string, string>();
	private deadline: number | undefined;

	constructor(options: PackageIndexOptions) {
		this.options = options;
		this.http = openHttp(options.env);
		this.cache = openResponseCache(options.folder);
	}

	ask(index: string, key: string): Promise<PackageFacts> {
		const name = `${index} ${key}`;
		const known = this.known.get(name) ?? this.limit(() => this.find(index, key));
		this.known.set(name, known);
		return known;
	}

	troubles(): readonly string[] {
		return [...this.failed.values()].map(({ shown, why, packages, kept }) => {
			const old = kept === 0 ? "" : `; ${kept} checked with cached data`;
			return `${shown} ${why}: ${packages} ${packages === 1 ? "package was" : "packages were"} not checked with it${old}`;
		});
	}

	private async find(index: string, key: string): Promise<PackageFacts> {
		const url = parseIndexUrl(index, this.options.login);
		if (typeof url === "string") return this.trouble(index, "an index", url, undefined);
		const kept = await this.cache.read(url.id, key);
		const { mode, freshMs = tenMinutes, date } = this.options;
		if (mode === "offline") return toFacts(kept);
		if (kept !== undefined && Math.abs(date() - kept.at) < freshMs) return toFacts(kept);
		const down = this.down.get(url.id);
		if (down !== undefined) return this.trouble(url.id, url.label, down, kept);
		try {
			return await this.fetch(url, key, kept);
		} catch (error) {
			this.options.signal.throwIfAborted();
			const why = reason(error);
			// A broken page concerns one package; an unreachable server, or one that requires a login, all of them.
			if (!(error instanceof BadPage)) this.down.set(url.id, why);
			return this.trouble(url.id, url.label, why, kept);
		}
	}

	private trouble(id: string, shown: string, why: string, kept: CachedResponse | undefined): PackageFacts {
		const trouble = this.failed.get(id) ?? { shown, why, packages: 0, kept: 0 };
		trouble.packages++;
		if (kept !== undefined) trouble.kept++;
		this.failed.set(id, trouble);
		return toFacts(kept);
	}

	private async fetch(url: IndexUrl, key: string, kept: CachedResponse | undefined): Promise<PackageFacts> {
		const answer = await this.get(url, key, kept);
		const headers = {
			...defined({ etag: answer.headers.etag, modified: answer.headers["last-modified"] }),
		};
		const at = this.options.date();
		if (answer.status === 304 && kept !== undefined) return this.keep(url, key, { ...kept, at });
		if (answer.status === 404 || answer.status === 410) return this.keep(url, key, { at });
		if (answer.status === 401 || answer.status === 403) throw new Failure(`requires a login (status ${answer.status})`);
		if (answer.status !== 200) throw new BadPage(`responded with ${answer.status}`);
		const releases = parseSimpleIndex(await textOf(answer), answer.headers["content-type"] ?? "", key);
		if (releases === undefined) throw new BadPage("responded with something that is not a list of files");
		return this.keep(url, key, { at, releases, ...headers });
	}

	private async keep(url: IndexUrl, key: string, kept: CachedResponse): Promise<PackageFacts> {
		await this.cache.write(url.id, key, kept);
		return toFacts(kept);
	}

	/** Follows redirects; sends the login to the origin of the index only. Retries once after a transient failure. */
	private async get(url: IndexUrl, key: string, kept: CachedResponse | undefined): Promise<HttpResponse> {
		let target = new URL(`${encodeURIComponent(key)}/`, url.base);
		const backoff = new Backoff(retryPolicies.packageIndex);
		for (let hops = 0; ; ) {
			const answer = await this.once(target, url, kept).catch(async (error: unknown) => {
				if ((error as { code?: string }).code !== "ECONNRESET" || !(await backoff.wait())) throw error;
				return undefined;
			});
			if (answer === undefined) continue;
			const { status, headers } = answer;
			if ((status === 429 || status >= 500) && (await backoff.wait())) continue;
			if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) return answer;
			if (++hops > 5) throw new BadPage("redirects more than five times");
			target = new URL(headers.location, target);
			if (target.protocol !== "https:" && target.protocol !== url.base.protocol)
				throw new BadPage("redirects to a URL without TLS");
		}
	}

	private once(target: URL, url: IndexUrl, kept: CachedResponse | undefined): Promise<HttpResponse> {
		const { totalMs, signal } = this.options;
		const deadline = this.deadline ?? performance.now() + totalMs;
		this.deadline = deadline;
		const left = deadline - performance.now();
		if (left <= 0) return Promise.reject(new Failure(lateWords(totalMs)));
		const sameOrigin = target.origin === url.base.origin;
		return this.http({
			method: "GET",
			url: target,
			headers: {
				accept,
				"accept-encoding": "gzip",
				"user-agent": "lucid-build-action",
				...(sameOrigin && url.authorization !== undefined && { authorization: url.authorization }),
				...defined({ "if-none-match": kept?.etag }),
				...(kept?.etag === undefined && kept?.modified !== undefined && { "if-modified-since": kept.modified }),
			},
			signal,
			idleMs: left,
			remainingMs: () => deadline - performance.now(),
			maxBytes,
		}).catch((error: unknown) => {
			const code = (error as { code?: string }).code;
			throw code === "DEADLINE" || code === "ETIMEDOUT" ? new Failure(lateWords(totalMs)) : error;
		});
	}
}

/** A failure whose message is ours. */
class Failure extends Error {}
/** A failure that concerns one package. */
class BadPage extends Failure {}

const lateWords = (totalMs: number) => `did not respond within ${totalMs / 1000} s`;

const gunzipped = promisify(gunzip);

async function textOf({ headers, body }: HttpResponse): Promise<string> {
	if (headers["content-encoding"] !== "gzip") return Buffer.from(body).toString();
	return (await gunzipped(body, { maxOutputLength: maxBytes })).toString();
}

function reason(error: unknown): string {
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

function toFacts(kept: CachedResponse | undefined): PackageFacts {
	if (kept === undefined) return { kind: "unknown" };
	return kept.releases === undefined ? { kind: "missing" } : { kind: "known", releases: kept.releases, all: "all" };
}
