import { type Clock, sleep } from "../../util/clock.ts";
import type { Countdown } from "../../util/progress.ts";
import { type RetryPolicy, retryDelay } from "../../util/retry.ts";
import type { ReportedWait, WaitReporter } from "../../util/wait-reporter.ts";
import { type BodySource, failedProxy, type Http, type HttpResponse, isLoopback } from "../http/http.ts";
import { type Challenge, readChallenge } from "./auth-challenge.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import {
	type CallName,
	contentMismatch,
	denied,
	outOfTime,
	RegistryError,
	readErrorResponse,
	refused,
	unavailable,
	unreachable,
} from "./registry-error.ts";
import type { TimeLimit } from "./time-limit.ts";
import type { RepositoryScope, RequestToken, TokenStore } from "./token-store.ts";
import { isTransientError, isTransientStatus, readRetryAfter } from "./transient-errors.ts";

/** One call of the distribution API. */
export interface RegistryCall {
	readonly scope: RepositoryScope;
	readonly method: "GET" | "HEAD" | "PUT" | "POST" | "DELETE";
	/** Relative to `/v2/<repository>/`, or an absolute path or URL from the registry. */
	readonly path: string;
	readonly accept?: string;
	readonly contentType?: string;
	readonly body?: Uint8Array | BodySource;
	readonly maxBytes?: number;
	/** Return the body as a stream. */
	readonly stream?: true;
	/** One try only: the caller has to start again. */
	readonly noRetry?: true;
	/**
	 * The body has the digest it is pushed under, so DIGEST_INVALID is retried: Distribution 2 empties the link of a blob while
	 * another client pushes the same blob.
	 */
	readonly digestHolds?: true;
	/** Overrides the client's deadline, milliseconds. */
	readonly deadlineMs?: number;
}

export interface RegistryClientOptions {
	readonly http: Http;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly logins: TokenStore;
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
	const written = new Set<string>();
	const bases = new Map<string, URL>();
	return async (call) => {
		const { scope } = call;
		const name: CallName = { host: scope.host, repository: scope.repository, call: callName(call) };
		const time = timeFor(call, options);
		// The sender of a streamed body reports its progress.
		const shown = call.body === undefined || call.body instanceof Uint8Array ? name.call : undefined;
		using wait = options.waits.begin(scope.host, shown, time.giveUp);
		const base = bases.get(scope.host) ?? baseUrl(scope.host, options.insecure);
		bases.set(scope.host, base);
		const mayVisit = (url: URL) =>
			url.protocol === "https:" ||
			(base.protocol === "http:" && (isLoopback(url.hostname) || options.insecure.has(url.host)));
		const place = `${scope.host} ${scope.repository}`;
		const writes = call.method === "PUT" || call.method === "POST";
		const send: Send = (request) =>
			sendWithRetries(options, { ...name, time, wait }, { ...request, limit403: writes && written.has(place) });
		const ask: RequestToken = (realm, headers, form) => {
			if (!mayVisit(realm)) throw contentMismatch(name, `its token endpoint ${realm.origin} is not https`);
			const body = form === undefined ? {} : { body: new TextEncoder().encode(form) };
			return send({ method: form === undefined ? "GET" : "POST", url: realm, headers, ...body, maxBytes: 1 << 20 });
		};

		// A credential helper may wait for a dialog that nobody sees.
		const logIn = async (challenge: Challenge) => {
			if (shown !== undefined) wait.update(`${name.call}: logging in`, time.giveUp);
			const login = await options.logins.get(scope, challenge, ask);
			if (shown !== undefined) wait.update(shown, time.giveUp);
			return login;
		};
		const visit = (authorization: string | undefined) => follow(send, call, base, authorization, mayVisit, name);
		const known = options.logins.challengeOf(scope.host);
		let login = known && (await logIn(known));
		let answer = await visit(login?.header);
		// Once for a missing login, once for an expired one.
		for (let again = 0; answer.status === 401 && again < 2; again++) {
			const challenge = readChallenge(answer.headers["www-authenticate"]);
			if (challenge === undefined) break;
			const before = login?.header;
			options.logins.rememberChallenge(scope.host, challenge);
			if (before !== undefined) await options.logins.discard(scope, before);
			login = await logIn(challenge);
			if (login.header === undefined || login.header === before) break;
			answer = await visit(login.header);
		}
		const { status } = answer;
		if (writes && status >= 200 && status < 300) written.add(place);
		if ((status >= 200 && status < 300) || status === 404) return answer;
		const said = readErrorResponse(status, answer.body);
		// The token endpoint says more than the registry.
		if (status === 401 || status === 403) throw denied(name, login?.refusal ?? said, login?.usesCredentials ?? false);
		throw refused(name, said);
	};
}

interface Request {
	readonly method: RegistryCall["method"];
	readonly url: URL;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: Uint8Array | BodySource;
	readonly maxBytes: number;
	readonly stream?: true;
	readonly noRetry?: true;
	readonly digestHolds?: true;
	/** A 403 may be a rate limit, because the same was allowed before. */
	readonly limit403?: boolean;
}

type Send = (request: Request) => Promise<HttpResponse>;

/** Follows redirects to the storage of the registry, never without TLS. The login goes to the registry only. */
async function follow(
	send: Send,
	call: RegistryCall,
	base: URL,
	authorization: string | undefined,
	mayVisit: (url: URL) => boolean,
	name: CallName,
): Promise<HttpResponse> {
	let from = new URL(`/v2/${call.scope.repository}/`, base);
	let path = call.path;
	for (let hop = 0; hop <= 5; hop++) {
		const url = URL.parse(path, from);
		if (url === null || !mayVisit(url)) throw contentMismatch(name, `it redirects to ${url?.origin ?? "no address"}`);
		const headers = {
			"user-agent": "lucid-build-action",
			...(call.accept && { accept: call.accept }),
			...(call.contentType && { "content-type": call.contentType }),
			...(authorization && url.origin === base.origin && { authorization }),
		};
		const body = call.body && { body: call.body };
		const { method, stream, noRetry, digestHolds, maxBytes = 4 << 20 } = call;
		const answer = await send({
			method,
			url,
			headers,
			...body,
			maxBytes,
			...(stream && { stream }),
			...(noRetry && { noRetry }),
			...(digestHolds && { digestHolds }),
		});
		const location = answer.headers.location;
		if (answer.status < 300 || answer.status >= 400 || location === undefined) return answer;
		[from, path] = [url, location];
	}
	throw contentMismatch(name, "it redirects more than five times");
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
	const left = () => time.deadline() - clock.now();
	const pauseFor = async (ms: number, why: string) => {
		if (ms <= 0) return;
		wait.update(`${name.call}: ${why}`, { until: clock.now() + ms, next: "retry" });
		await sleep(ms, signal, clock);
		wait.update(`${name.call}: ${why}; retrying`, time.giveUp);
	};
	const tries = request.noRetry ? 1 : (retry.tries ?? Number.POSITIVE_INFINITY);
	// A streamed upload waits for a streamed download, so streams bypass the concurrency limit.
	const streams = request.stream || (request.body !== undefined && !(request.body instanceof Uint8Array));
	const line = <T>(work: () => Promise<T>) => (streams ? work() : concurrency(work));
	const send = () => line(() => http({ ...request, signal, idleMs, remainingMs: left }));
	const write = request.method === "PUT" || request.method === "POST";
	for (let tried = 1; ; tried++) {
		await pauseFor(Math.min(rateLimiter.remainingPause(name.host, random()), left()), "too many requests");
		signal.throwIfAborted();
		let retryAfter: number | undefined;
		let failed: RegistryError;
		try {
			const answer = await (write ? rateLimiter.write(name.host, send) : send());
			const limited =
				answer.status === 429 || isLimit(answer) || (request.limit403 && answer.status === 403 && tried < 3);
			const wronged = request.digestHolds && tried < 4 && isWronged(answer);
			if (!isTransientStatus(answer.status) && !limited && !wronged) {
				limit.recordSuccess();
				return answer;
			}
			retryAfter = readRetryAfter(answer.headers["retry-after"], answer.headers.date);
			failed = unavailable(name, readErrorResponse(answer.status, answer.body), tried);
			if (limited) rateLimiter.pauseHost(name.host, retryDelay(retry, tried, random(), retryAfter));
		} catch (error) {
			signal.throwIfAborted();
			// Of the download that is the body.
			if (error instanceof RegistryError) throw error;
			if ((error as { code?: unknown }).code === "TOO_LARGE") throw contentMismatch(name, (error as Error).message);
			failed = unreachable(name, error, { tries: tried, proxy: failedProxy(error, request.url, options.env) });
			if ((error as { code?: unknown }).code === "DEADLINE") throw outOfTime(failed, limit.expiry(time.began));
			if (!isTransientError(error)) throw failed;
		}
		const pause = retryDelay(retry, tried, random(), retryAfter);
		if (tried >= tries) throw failed;
		// With a time limit, a longer Retry-After than the time left fails at once.
		const asked = limit.isSet ? Math.max(pause, retryAfter ?? 0) : pause;
		if (asked >= left())
			throw outOfTime(failed, {
				why: `the next try would be in ${seconds(asked)}, but only ${seconds(left())} are left`,
			});
		await pauseFor(pause, failed.problems[0]?.why ?? "failed");
	}
}

/** GHCR responds with 403 instead of 429: "You have exceeded a secondary rate limit". */
function isLimit({ status, headers, body }: HttpResponse): boolean {
	if (status !== 403) return false;
	const said = () => new TextDecoder().decode(body.subarray(0, 16_384));
	return headers["retry-after"] !== undefined || /rate.?limit|too many requests|toomanyrequests/i.test(said());
}

const seconds = (ms: number) => `${Math.max(0, Math.round(ms / 1000))} s`;

function isWronged({ status, body }: HttpResponse): boolean {
	return status === 400 && readErrorResponse(status, body).registryCode === "DIGEST_INVALID";
}

function callName({ method, path, scope }: RegistryCall): string {
	return `${method} ${/^(?:\/|https?:)/.test(path) ? "upload" : path.split("?")[0]} of ${scope.repository}`;
}

/** Docker Hub's API has another host. Plain HTTP for loopback and insecure hosts only. */
function baseUrl(host: string, insecure: ReadonlySet<string>): URL {
	const name = host === "docker.io" ? "registry-1.docker.io" : host;
	const https = new URL(`https://${name}`);
	return isLoopback(https.hostname) || insecure.has(host) ? new URL(`http://${name}`) : https;
}
