import { type Clock, sleep } from "../../util/clock.ts";
import { defined } from "../../util/defined.ts";
import type { Env } from "../../util/env.ts";
import type { Countdown } from "../../util/progress.ts";
import { type RetryPolicy, retryDelay, retryPolicies } from "../../util/retry.ts";
import type { ReportedWait, WaitReporter } from "../../util/wait-reporter.ts";
import { type BodySource, failedProxy, type Http, type HttpResponse, isLoopback } from "../http/http.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import {
	type CallName,
	denied,
	invalidResponse,
	isTransientError,
	isTransientStatus,
	outOfTime,
	RegistryError,
	readErrorResponse,
	readRetryAfter,
	refused,
	truncated,
	unavailable,
	unreachable,
} from "./registry-error.ts";
import type { TimeLimit } from "./time-limit.ts";
import {
	type Challenge,
	type RegistryLogin,
	type RepositoryScope,
	type RequestToken,
	readChallenge,
	type TokenStore,
} from "./token-store.ts";

/** One call of the distribution API. */
export interface RegistryCall {
	readonly scope: RepositoryScope;
	readonly method: "GET" | "HEAD" | "PUT" | "POST" | "DELETE";
	/** Relative to `/v2/<repository>/`, or an absolute path or URL from the registry. */
	readonly path: string;
	readonly accept?: string;
	readonly contentType?: string;
	/** Write only if the content still has this entity tag; most registries ignore it. */
	readonly ifMatch?: string;
	readonly body?: Uint8Array | BodySource;
	readonly maxBytes?: number;
	/** Return the body as a stream. */
	readonly stream?: true;
	/**
	 * Registries may lack it: any status that is not transient is returned, and a redirect whose target does not answer.
	 */
	readonly isOptional?: true;
	/** One try only: the caller has to start again. */
	readonly noRetry?: true;
	/**
	 * The body has the digest it is pushed under, so DIGEST_INVALID is retried: Distribution 2 empties the link of a
	 * blob while another client pushes the same blob.
	 */
	readonly digestHolds?: true;
	/** Overrides the client's deadline, milliseconds. */
	readonly deadlineMs?: number;
}

export interface RegistryClientOptions {
	readonly http: Http;
	readonly env: Env;
	readonly tokens: TokenStore;
	readonly retry: RetryPolicy;
	/** For one call with all tries, pauses and logins, milliseconds. */
	readonly deadlineMs: number;
	readonly idleMs: number;
	/** Hosts besides loopback to use without TLS. */
	readonly insecure: ReadonlySet<string>;
	readonly signal: AbortSignal;
	readonly rateLimiter: RateLimiter;
	/** Limits concurrent requests. */
	readonly concurrency: <T>(work: () => Promise<T>) => Promise<T>;
	/** In [0, 1), for jitter. */
	readonly random: () => number;
	readonly waits: WaitReporter;
	readonly limit: TimeLimit;
	readonly clock: Clock;
}

export type RegistryClient = (call: RegistryCall) => Promise<HttpResponse>;

/** Makes calls with login, retries and one deadline. Returns 2xx and 404; anything else is a RegistryError. */
export function openClient(options: RegistryClientOptions): RegistryClient {
	const { insecure, tokens, waits } = options;
	/** Repositories that accepted a write before, so that a 403 may be a rate limit. */
	const written = new Set<string>();
	const bases = new Map<string, URL>();
	return async (call) => {
		const { scope, method, body } = call;
		const { host, repository } = scope;
		const name: CallName = { host, repository, call: callName(call) };
		const time = timeFor(call, options);
		// The sender of a streamed body reports its progress.
		const label = isStream(body) ? undefined : name.call;
		using wait = waits.begin(host, label, time.giveUp);
		const base = bases.get(host) ?? baseUrl(host, insecure);
		bases.set(host, base);
		const isAllowed = (url: URL) =>
			url.protocol === "https:" || (base.protocol === "http:" && (isLoopback(url.hostname) || insecure.has(url.host)));
		const place = `${host} ${repository}`;
		const isWrite = method === "PUT" || method === "POST";
		const send: Send = (request) =>
			sendWithRetries(options, { ...name, time, wait }, { ...request, limit403: isWrite && written.has(place) });
		const requestToken: RequestToken = async (realm, headers, form) => {
			if (!isAllowed(realm)) throw invalidResponse(name, `its token endpoint ${realm.origin} is not https`);
			const common = { url: realm, headers, maxBytes: 1 << 20 };
			const body = form === undefined ? undefined : new TextEncoder().encode(form);
			const response = await send({ ...common, method: body === undefined ? "GET" : "POST", ...defined({ body }) });
			const { location } = response.headers;
			if (response.status < 300 || response.status >= 400 || location === undefined) return response;
			// A login is not sent on.
			const target = URL.parse(location, realm)?.origin ?? "no address";
			throw invalidResponse(name, `its token endpoint ${realm.origin} redirects to ${target}, which is not followed`);
		};
		// A credential helper may wait for an invisible dialog.
		const logIn = async (challenge: Challenge) => {
			if (label !== undefined) wait.update(`${label}: logging in`, time.giveUp);
			const login = await tokens.get(scope, challenge, requestToken);
			if (label !== undefined) wait.update(label, time.giveUp);
			return login;
		};
		const request = (login: RegistryLogin | undefined) =>
			sendToStorage({ send, call, base, authorization: login?.header, isAllowed, name });
		const lastChallenge = tokens.challengeOf(host);
		let login = lastChallenge && (await logIn(lastChallenge));
		let response = await request(login);
		// Once for a missing login, once for an expired one.
		for (let logins = 0; response.status === 401 && logins < 2; logins++) {
			const challenge = readChallenge(response.headers["www-authenticate"]);
			if (challenge === undefined) break;
			const before = login?.header;
			tokens.rememberChallenge(host, challenge);
			if (before !== undefined) await tokens.discard(scope, before);
			login = await logIn(challenge);
			if (login.header === undefined || login.header === before) break;
			response = await request(login);
		}
		const { status } = response;
		const isSuccess = status >= 200 && status < 300;
		if (isWrite && isSuccess) written.add(place);
		if (isSuccess || status === 404 || call.isOptional) return response;
		const error = readErrorResponse(status, response.body);
		// The token endpoint says more than the registry.
		if (status === 401 || status === 403) throw denied(name, login?.refusal ?? error, login?.usesCredentials ?? false);
		throw refused(name, error);
	};
}

const isStream = (body: RegistryCall["body"]): body is BodySource =>
	body !== undefined && !(body instanceof Uint8Array);

interface Request extends Pick<RegistryCall, "method" | "body" | "stream" | "noRetry" | "digestHolds"> {
	readonly url: URL;
	readonly headers: Readonly<Record<string, string>>;
	readonly maxBytes: number;
	/** A 403 may be a rate limit, because the same was allowed before. */
	readonly limit403?: boolean;
}

type Send = (request: Request) => Promise<HttpResponse>;

interface Routing {
	readonly send: Send;
	readonly call: RegistryCall;
	readonly base: URL;
	readonly authorization: string | undefined;
	readonly isAllowed: (url: URL) => boolean;
	readonly name: CallName;
}

/** Follows redirects to the storage of the registry, never without TLS. The login goes to the registry only. */
async function sendToStorage({ send, call, base, isAllowed, name, ...login }: Routing): Promise<HttpResponse> {
	const {
		method,
		accept,
		contentType,
		ifMatch,
		body,
		stream,
		noRetry,
		digestHolds,
		isOptional,
		maxBytes = 4 << 20,
	} = call;
	let redirect: HttpResponse | undefined;
	let from = new URL(`/v2/${call.scope.repository}/`, base);
	let path = call.path;
	for (let hop = 0; hop <= 5; hop++) {
		const url = URL.parse(path, from);
		if (url === null || !isAllowed(url)) {
			if (isOptional && redirect !== undefined) return redirect;
			throw invalidResponse(name, `it redirects to ${url?.origin ?? "no address"}`);
		}
		const authorization = url.origin === base.origin ? login.authorization : undefined;
		const headers = {
			"user-agent": "lucid-build-action",
			...defined({ accept, "content-type": contentType, "if-match": ifMatch, authorization }),
		};
		const options = defined({ body, stream, noRetry, digestHolds });
		const request = { method, url, headers, maxBytes, ...options };
		let response: HttpResponse;
		if (isOptional && redirect !== undefined && url.origin !== base.origin) {
			// A sign-in page, or a place that this machine cannot reach.
			const elsewhere = await send({ ...request, noRetry: true }).catch(() => undefined);
			if (elsewhere === undefined || elsewhere.status >= 400) return redirect;
			response = elsewhere;
		} else response = await send(request);
		const { location } = response.headers;
		if (response.status < 300 || response.status >= 400 || location === undefined) return response;
		redirect = response;
		[from, path] = [url, location];
	}
	if (isOptional && redirect !== undefined) return redirect;
	throw invalidResponse(name, "it redirects more than five times");
}

/** Time limits of a call, milliseconds on the clock. */
interface CallTime {
	readonly began: number;
	/** Extended when another call succeeds. */
	readonly deadline: () => number;
	readonly giveUp: Countdown;
}

function timeFor(call: RegistryCall, { clock, limit, deadlineMs }: RegistryClientOptions): CallTime {
	const began = clock.now();
	const own = began + (call.deadlineMs ?? deadlineMs);
	const deadline = () => Math.min(own, limit.deadlineFor(began));
	const giveUp: Countdown = {
		get until() {
			return deadline();
		},
		next: "give up",
	};
	return { began, deadline, giveUp };
}

async function sendWithRetries(
	options: RegistryClientOptions,
	{ time, wait, ...name }: CallName & { readonly time: CallTime; readonly wait: ReportedWait },
	request: Request,
): Promise<HttpResponse> {
	const { http, retry, signal, concurrency, rateLimiter, idleMs, random, limit, clock } = options;
	const remainingMs = () => time.deadline() - clock.now();
	const pauseFor = async (ms: number, why: string) => {
		if (ms <= 0) return;
		wait.update(`${name.call}: ${why}`, { until: clock.now() + ms, next: "retry" });
		await sleep(ms, signal, clock);
		wait.update(`${name.call}: ${why}; retrying`, time.giveUp);
	};
	const tries = request.noRetry ? 1 : (retry.tries ?? Number.POSITIVE_INFINITY);
	// A streamed upload waits for a streamed download, so streams bypass the concurrency limit.
	const isStreamed = request.stream || isStream(request.body);
	const sendOnce = () => http({ ...request, signal, idleMs, remainingMs });
	const send = () => (isStreamed ? sendOnce() : concurrency(sendOnce));
	const isWrite = request.method === "PUT" || request.method === "POST";
	for (let tried = 1; ; tried++) {
		let triesLeft = tries - tried;
		await pauseFor(Math.min(rateLimiter.remainingPause(name.host, random()), remainingMs()), "too many requests");
		signal.throwIfAborted();
		let retryAfter: number | undefined;
		let failure: RegistryError;
		try {
			const response = await (isWrite ? rateLimiter.write(name.host, send) : send());
			const { status, headers, body } = response;
			const isLimited = status === 429 || isLimit(response) || (request.limit403 && status === 403 && tried < 3);
			const isRace = request.digestHolds && tried < 4 && isDigestInvalid(response);
			if (!isTransientStatus(status) && !isLimited && !isRace) {
				limit.recordSuccess();
				return response;
			}
			retryAfter = readRetryAfter(headers["retry-after"], headers.date);
			failure = unavailable(name, readErrorResponse(status, body), tried);
			if (isLimited) rateLimiter.pauseHost(name.host, retryDelay(retry, tried, random(), retryAfter));
		} catch (error) {
			signal.throwIfAborted();
			// Of the download that is the body.
			if (error instanceof RegistryError) throw error;
			const { code, message } = error as NodeJS.ErrnoException;
			if (code === "TOO_LARGE") throw invalidResponse(name, message);
			// An answer that breaks off concerns one request; one that never ends is a registry out of reach.
			const isTimeout = code === "DEADLINE" || code === "ETIMEDOUT";
			const { received } = isTimeout ? {} : (error as { readonly received?: number });
			if (received !== undefined) triesLeft = Math.min(triesLeft, retryPolicies.truncatedAnswer.tries - tried);
			failure =
				received === undefined
					? unreachable(name, error, { tries: tried, proxy: failedProxy(error, request.url, options.env) })
					: truncated(name, received, tried);
			if (code === "DEADLINE") throw outOfTime(failure, limit.expiry(time.began));
			if (!isTransientError(error)) throw failure;
		}
		const pause = retryDelay(retry, tried, random(), retryAfter);
		if (triesLeft <= 0) throw failure;
		// With a time limit, a longer Retry-After than the time left fails at once.
		const due = limit.isSet ? Math.max(pause, retryAfter ?? 0) : pause;
		const left = remainingMs();
		if (due >= left)
			throw outOfTime(failure, { why: `the next try would be in ${seconds(due)}, but only ${seconds(left)} are left` });
		await pauseFor(pause, failure.problems[0]?.why ?? "failed");
	}
}

/** GHCR responds with 403 instead of 429: "You have exceeded a secondary rate limit". */
function isLimit({ status, headers, body }: HttpResponse): boolean {
	if (status !== 403) return false;
	const text = () => new TextDecoder().decode(body.subarray(0, 16_384));
	return headers["retry-after"] !== undefined || /rate.?limit|too many requests|toomanyrequests/i.test(text());
}

const seconds = (ms: number) => `${Math.max(0, Math.round(ms / 1000))} s`;

function isDigestInvalid({ status, body }: HttpResponse): boolean {
	return status === 400 && readErrorResponse(status, body).registryCode === "DIGEST_INVALID";
}

function callName({ method, path, scope }: RegistryCall): string {
	return `${method} ${/^(?:\/|https?:)/.test(path) ? "upload" : path.split("?")[0]} of ${scope.repository}`;
}

/** Docker Hub's API has another host. Plain HTTP for loopback and insecure hosts only. */
export function baseUrl(host: string, insecure: ReadonlySet<string>): URL {
	const name = host === "docker.io" ? "registry-1.docker.io" : host;
	const https = new URL(`https://${name}`);
	return isLoopback(https.hostname) || insecure.has(host) ? new URL(`http://${name}`) : https;
}
