import { rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { exec } from "../../../src/adapters/process/exec.ts";
import { openStatementSigner } from "../../../src/adapters/sigstore/sign-statement.ts";
import { defined } from "../../../src/util/defined.ts";
import { temporaryFolder } from "../repo.ts";
import { type Claims, tokenOf } from "./claims.ts";
import { type Clocks, type Instance, makeInstance, type TrustedRootJson } from "./instance.ts";

export type InstanceName = "public" | "github";

/**
 * Sigstore for any process of a test: GitHub's identity tokens, and two instances of Fulcio with Rekor or a timestamp
 * authority, over HTTP. Each start has keys of its own, so a second one is an authority that the first does not know.
 */
export interface PlayedSigstore extends AsyncDisposable {
	/** What a job with `id-token: write` and this identity gets, and where the services of that instance are. */
	env(claims?: Claims, instance?: InstanceName): Readonly<Record<string, string>>;
	/** A file with the trusted roots of both instances. */
	readonly trustedRoot: string;
	/** The trusted roots, to be changed and written by `writeRoots`. */
	roots(): Record<InstanceName, TrustedRootJson>;
	writeRoots(...roots: readonly TrustedRootJson[]): Promise<string>;
	/** Signs a statement as the product does: a bundle. */
	sign(statement: object | Uint8Array, claims?: Claims, instance?: InstanceName): Promise<Uint8Array>;
	/** Every request: `POST /public/api/v1/log/entries`. */
	readonly requests: readonly string[];
	/** From now on requests whose path contains a text get this status; undefined ends it. */
	fail(part: string, status: number | undefined): void;
}

export async function startSigstore(clocks: Clocks = {}): Promise<PlayedSigstore> {
	const instances = new Map<string, Instance>();
	const failures = new Map<string, number>();
	const requests: string[] = [];
	const server = createServer((request, response) => {
		answer(request).then(
			({ status, body, type, etag }) =>
				response.writeHead(status, { "content-type": type, ...defined({ etag }) }).end(body),
			(error: unknown) => response.writeHead(500, { "content-type": "text/plain" }).end(String(error)),
		);
	});
	const answer = async (request: IncomingMessage) => {
		const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
		requests.push(`${request.method} ${pathname}`);
		const json = (status: number, body: object) => ({
			status,
			body: JSON.stringify(body),
			type: "application/json",
			etag: undefined,
		});
		for (const [part, status] of failures)
			if (pathname.includes(part)) return json(status, { message: `${part} is out of order` });
		if (pathname === "/token") {
			const isJob = request.headers.authorization === "Bearer job" && searchParams.get("audience") === "sigstore";
			if (!isJob) return json(401, { message: "this is not the token of the job" });
			const claims = JSON.parse(searchParams.get("claims") ?? "{}") as Claims;
			return json(200, { value: tokenOf(claims) });
		}
		const [, name = "", service = ""] = /^\/(public|github)(\/.*)$/.exec(pathname) ?? [];
		const handle = instances.get(name)?.services[service];
		if (handle === undefined) return json(404, { message: "there is no such service" });
		const { statusCode, response, contentType = "text/plain" } = await handle(await readBody(request));
		const body = typeof response === "string" ? response : new Uint8Array(response.buffer);
		// Rekor names the entry in a header, too, which cosign reads.
		const etag = service.endsWith("/entries") ? Object.keys(JSON.parse(String(response)) as object)[0] : undefined;
		return { status: statusCode, body, type: contentType, etag };
	};
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	for (const name of ["public", "github"] as const)
		instances.set(name, await makeInstance(name, `${url}/${name}`, clocks));
	const folder = await temporaryFolder();
	let files = 0;
	const writeRoots = async (...roots: readonly TrustedRootJson[]) => {
		const file = path.join(folder, `trusted-root-${++files}.jsonl`);
		await writeFile(file, roots.map((root) => `${JSON.stringify(root)}\n`).join(""));
		return file;
	};
	const rootOf = (name: InstanceName) => structuredClone(instances.get(name)?.trustedRoot) as TrustedRootJson;
	const roots = () => ({ public: rootOf("public"), github: rootOf("github") });
	const env = (claims: Claims = {}, instance: InstanceName = "public") => ({
		ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?api-version=2.0&claims=${encodeURIComponent(JSON.stringify(claims))}`,
		ACTIONS_ID_TOKEN_REQUEST_TOKEN: "job",
		SIGSTORE_FULCIO_URL: `${url}/${instance}`,
		...(instance === "public"
			? { SIGSTORE_REKOR_URL: `${url}/public` }
			: { SIGSTORE_TSA_URL: `${url}/github/api/v1/timestamp` }),
	});
	return {
		env,
		roots,
		writeRoots,
		requests,
		trustedRoot: await writeRoots(...Object.values(roots())),
		async sign(statement, claims, instance = "public") {
			const bytes = statement instanceof Uint8Array ? statement : Buffer.from(JSON.stringify(statement));
			const context = { exec, env: env(claims, instance), retryMs: 1 };
			const signer = await openStatementSigner({ kind: "keyless", log: instance }, context);
			return signer.sign(bytes);
		},
		fail(part, status) {
			if (status === undefined) failures.delete(part);
			else failures.set(part, status);
		},
		async [Symbol.asyncDispose]() {
			server.close();
			server.closeAllConnections();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
}
