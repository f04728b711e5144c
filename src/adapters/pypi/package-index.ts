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
	/** Where answers are kept between runs. */
	readonly folder: string;
	/** Ask nobody: what was kept counts, however old it is. */
	readonly mode: "online" | "offline";
	/** For all questions together, milliseconds. */
	readonly totalMs: number;
	/** How long an answer is taken as it is; after that the index is asked whether it still holds. Milliseconds. */
	readonly freshMs?: number;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly signal: AbortSignal;
	/** Milliseconds since 1970. */
	readonly date: () => number;
	/** Login for indexes at the same place as this address. */
	readonly login?: string;
}

/** Package indexes, asked for one package at a time. */
export interface PackageIndexes {
	/** What one index has. Never fails: who does not answer is told of by `troubles`. */
	lookUp(index: string, key: string): Promise<PackageFacts>;
	/** For each index that could not be asked, a sentence. */
	failures(): readonly string[];
}

const accept = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01";
const maxBytes = 64 * 1024 * 1024;
const atOnce = 16;
/** As long as PyPI itself lets its answers be kept. */
const tenMinutes = 600_000;

/** Opens nothing yet: the first question does. */
export function openPackageIndexes(options: PackageIndexOptions): PackageIndexes {
	const asker = new Asker(options);
	return { lookUp: (index, key) => asker.ask(index, key), failures: () => asker.troubles() };
}

interface Trouble {
	readonly shown: string;
	readonly why: string;
	packages: number;
	/** So many of them were answered from what was kept. */
	kept: number;
}

class Asker {
	private readonly options: PackageIndexOptions;
	private readonly http: Http;
	private readonly cache: ResponseCache;
	private readonly limit = pLimit(atOnce);
	private readonly known = new Map<string, Promise<PackageFacts>>();
	private readonly failed = new Map<string, Trouble>();
	/** Why there is no use in asking an index again. */
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
			const old = kept === 0 ? "" : `; ${kept} of them by what it said earlier`;
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
			// One page that is broken says nothing of the next; a server that is away, or wants a login, does.
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
		if (answer.status === 401 || answer.status === 403)
			throw new Failure(`wants a login (it answered ${answer.status})`);
		if (answer.status !== 200) throw new BadPage(`answered ${answer.status}`);
		const releases = parseSimpleIndex(await textOf(answer), answer.headers["content-type"] ?? "", key);
		if (releases === undefined) throw new BadPage("answered with something that is not a list of files");
		return this.keep(url, key, { at, releases, ...headers });
	}

	private async keep(url: IndexUrl, key: string, kept: CachedResponse): Promise<PackageFacts> {
		await this.cache.write(url.id, key, kept);
		return toFacts(kept);
	}

	/** Redirects are followed; a login goes only where it belongs. One that failed in passing is asked once more. */
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
			if (++hops > 5) throw new BadPage("redirects in a circle");
			target = new URL(headers.location, target);
			if (target.protocol !== "https:" && target.protocol !== url.base.protocol)
				throw new BadPage("redirects to an address without TLS");
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

/** What stood in the way, in words of our own. */
class Failure extends Error {}
/** The same for a single package. */
class BadPage extends Failure {}

const lateWords = (totalMs: number) => `did not answer in the ${totalMs / 1000} s there were`;

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
			return "has no address that is known here";
		case "ECONNRESET":
			return "broke the connection off";
		default:
			// The code alone: a message may hold an address with a password in it.
			return `cannot be reached (${code ?? message.replace(/\S+:\/\/\S+/g, "…")})`;
	}
}

function toFacts(kept: CachedResponse | undefined): PackageFacts {
	if (kept === undefined) return { kind: "unknown" };
	return kept.releases === undefined ? { kind: "missing" } : { kind: "known", releases: kept.releases, all: "all" };
}
