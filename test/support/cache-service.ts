import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Azurite, startAzurite } from "./azurite.ts";

/** An entry that was finalized. */
export interface Entry {
	readonly id: number;
	readonly key: string;
	readonly version: string;
	readonly scope: string;
	/** Its name in the blob service. */
	readonly blob: string;
	readonly size: number;
}

/** What GitHub's results service is to a job: entries in a real blob service, found by key, version and scope. */
export interface CacheService extends AsyncDisposable {
	/** For steps of a job: where the service is, and a token that reads `scopes` and writes the first of them. */
	env(options?: { readonly scopes?: readonly string[]; readonly writes?: "none" }): Readonly<Record<string, string>>;
	readonly entries: readonly Entry[];
	/** Every call in order, `GetCacheEntryDownloadURL lucid-...`. */
	readonly calls: readonly string[];
	/** From now on every call is answered so; undefined ends it. */
	fail(status: number | undefined, headers?: Readonly<Record<string, string>>): void;
	/** What entries are downloaded from is called so, though it is where it was; undefined ends it. */
	nameAs(origin: string | undefined): void;
	readonly azurite: Azurite;
}

interface Scope {
	readonly Scope: string;
	/** 1: read, 2: write, 3: both. */
	readonly Permission: number;
}

/** An answer that is an error of the protocol. */
class Refusal extends Error {
	readonly status: number;
	constructor(status: number, code: string) {
		super(code);
		this.status = status;
	}
}

type Request = Readonly<Record<string, unknown>>;

/**
 * Speaks the calls of `@actions/cache` and BuildKit's gha cache:
 * https://github.com/actions/toolkit/tree/main/packages/cache
 */
export async function startCacheService(): Promise<CacheService> {
	const azurite = await startAzurite();
	const entries: Entry[] = [];
	const begun = new Map<string, Entry>();
	const calls: string[] = [];
	let failure: { readonly status: number; readonly headers: Readonly<Record<string, string>> } | undefined;
	let origin: string | undefined;
	let ids = 0;
	const same = (one: Entry, key: unknown, version: unknown, scope: string) =>
		one.key === key && one.version === version && one.scope === scope;

	const methods: Readonly<Record<string, (request: Request, scopes: readonly Scope[]) => unknown>> = {
		CreateCacheEntry({ key, version }, scopes) {
			const scope = scopes.find(({ Permission }) => (Permission & 2) !== 0)?.Scope;
			if (scope === undefined) return { ok: false, message: "cache write denied: the token only reads" };
			if (entries.some((one) => same(one, key, version, scope))) throw new Refusal(409, "already_exists");
			const id = ++ids;
			const entry = { id, key: String(key), version: String(version), scope, blob: `entry-${id}`, size: 0 };
			begun.set(`${entry.key} ${entry.version} ${scope}`, entry);
			return { ok: true, signed_upload_url: azurite.signed(entry.blob, "cw") };
		},
		FinalizeCacheEntryUpload({ key, version, size_bytes: size }, scopes) {
			const found = scopes.flatMap(({ Scope }) => begun.get(`${key} ${version} ${Scope}`) ?? [])[0];
			if (found === undefined) return { ok: false, message: "nobody began this entry" };
			entries.push({ ...found, size: Number(size) });
			return { ok: true, entry_id: String(found.id) };
		},
		/** In each scope the key itself, then the newest that starts with one of the keys. */
		GetCacheEntryDownloadURL({ key, restore_keys: more, version }, scopes) {
			const prefixes = [String(key), ...(Array.isArray(more) ? more.map(String) : [])];
			for (const { Scope: scope } of scopes.filter(({ Permission }) => (Permission & 1) !== 0)) {
				const mine = entries.filter((one) => one.scope === scope && one.version === version).reverse();
				const found = [
					mine.find((one) => one.key === key),
					...prefixes.map((prefix) => mine.find((one) => one.key.startsWith(prefix))),
				].find((one) => one !== undefined);
				if (found === undefined) continue;
				const signed = new URL(azurite.signed(found.blob, "r"));
				// There the account is in the host's name, here in the path.
				const url = origin && `${origin}${signed.pathname.replace(/^\/[^/]+/, "")}${signed.search}`;
				return { ok: true, matched_key: found.key, signed_download_url: url ?? signed.href };
			}
			return { ok: false };
		},
	};

	const server = createServer(async (request, response) => {
		const name = /^\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/.exec(request.url ?? "")?.[1] ?? "";
		const body = await bodyOf(request);
		calls.push(`${name} ${String(body.key)}`);
		if (failure !== undefined) return answer(response, failure.status, { msg: "as told to" }, failure.headers);
		const method = methods[name];
		const scopes = scopesOf(request.headers.authorization);
		if (scopes === undefined) return answer(response, 401, { code: "unauthenticated", msg: "no token" });
		if (method === undefined) return answer(response, 404, { code: "bad_route", msg: `no method ${name}` });
		try {
			answer(response, 200, method(body, scopes));
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			answer(response, error.status, { code: error.message, msg: error.message });
		}
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	return {
		env: ({ scopes = ["refs/heads/main"], writes } = {}) => ({
			ACTIONS_CACHE_SERVICE_V2: "true",
			ACTIONS_RESULTS_URL: url,
			ACTIONS_CACHE_URL: url,
			ACTIONS_RUNTIME_TOKEN: tokenFor(
				scopes.map((Scope, at) => ({ Scope, Permission: at === 0 && writes !== "none" ? 3 : 1 })),
			),
		}),
		entries,
		calls,
		fail: (status, headers = {}) => {
			failure = status === undefined ? undefined : { status, headers };
		},
		nameAs: (named) => {
			origin = named;
		},
		azurite,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await azurite[Symbol.asyncDispose]();
		},
	};
}

/** As GitHub's runtime tokens are: a JSON Web Token whose `ac` says which refs' entries it reads and writes. */
function tokenFor(scopes: readonly Scope[]): string {
	const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
	const claims = {
		ac: JSON.stringify(scopes),
		exp: Math.floor(Date.now() / 1000) + 86_400,
		scp: "Actions.Results:run:job",
	};
	return `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}.${Buffer.from("unsigned").toString("base64url")}`;
}

function scopesOf(authorization: string | undefined): readonly Scope[] | undefined {
	const claims = /^Bearer [\w-]+\.([\w-]+)\./.exec(authorization ?? "")?.[1];
	if (claims === undefined) return undefined;
	const { ac } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { readonly ac: string };
	return JSON.parse(ac) as readonly Scope[];
}

async function bodyOf(request: IncomingMessage): Promise<Request> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	try {
		return JSON.parse(Buffer.concat(chunks).toString()) as Request;
	} catch {
		return {};
	}
}

function answer(
	response: ServerResponse,
	status: number,
	body: unknown,
	headers: Readonly<Record<string, string>> = {},
): void {
	response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
