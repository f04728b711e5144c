import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Asked, Description, type Matched } from "./description.ts";
import { handlers, type Store, storeOf } from "./store.ts";

/** What goes wrong with a request: an answer instead of the real one, or something done to it. */
export type Fault =
	| {
			readonly kind: "answer";
			readonly status: number;
			readonly message: string;
			readonly headers?: Record<string, string>;
	  }
	/** The work is done, and the answer lost. */
	| { readonly kind: "lost" }
	| { readonly kind: "cut" }
	/** Something happens just before. */
	| { readonly kind: "first"; readonly work: () => void };

export interface FakeGitHub extends AsyncDisposable {
	/** What a job has in its environment. */
	readonly env: Readonly<Record<string, string>>;
	/** `METHOD /path?query` of each request, with its body. */
	readonly asked: { readonly line: string; readonly body: unknown }[];
	/**
	 * What the description had against requests. A test that means to send such takes them out; at the end there must be
	 * none.
	 */
	readonly refused: string[];
	readonly store: Store;
	/** What the token may: `issues=write`. Everything at first. */
	permissions: ReadonlySet<string> | "all";
	/** The next requests of an operation meet these, one each. */
	fault(operation: string, ...faults: readonly Fault[]): void;
}

let description: Promise<Description> | undefined;

/**
 * GitHub's API as its own description has it, on loopback: it refuses what that refuses, and answers nothing else than
 * it describes.
 */
export async function fakeGitHub(): Promise<FakeGitHub> {
	description ??= Description.read();
	const described = await description;
	const store = storeOf(described);
	const faults = new Map<string, Fault[]>();
	const api: Omit<FakeGitHub, "env" | typeof Symbol.asyncDispose> = {
		asked: [],
		refused: [],
		store,
		permissions: "all",
		fault: (operation, ...more) => {
			faults.set(operation, [...(faults.get(operation) ?? []), ...more]);
		},
	};

	const serve = async (request: IncomingMessage, response: ServerResponse) => {
		const asked = await readRequest(request);
		const line = `${asked.method} ${asked.path}${[...asked.query].length === 0 ? "" : `?${asked.query}`}`;
		api.asked.push({ line, body: asked.body });
		const send = (status: number, body: unknown, headers: Record<string, string> = {}) => {
			const type = { "content-type": "application/json; charset=utf-8" };
			response.writeHead(status, { ...(body !== undefined && type), ...headers });
			response.end(body === undefined ? undefined : JSON.stringify(body));
		};
		const refuse = (reasons: readonly string[]) => {
			api.refused.push(...reasons.map((reason) => `${line}: ${reason}`));
			send(422, { message: reasons.join("; ") });
		};
		const { authorization = "" } = request.headers;
		if (!/^token gh[sp]_good$/.test(authorization)) return send(401, { message: "Bad credentials" });
		const matched = described.match(asked);
		if (matched === undefined) return refuse(["GitHub has no such operation"]);
		const objections = described.objections(matched, asked);
		if (objections.length > 0) return refuse(objections);
		const fault = faults.get(matched.id)?.shift();
		if (fault?.kind === "first") fault.work();
		if (fault?.kind === "answer") return send(fault.status, { message: fault.message }, fault.headers);
		const needed = neededBy(matched, authorization);
		const may = (way: string) => api.permissions === "all" || api.permissions.has(way);
		if (needed !== undefined && !needed.split("; ").some(may))
			return send(
				403,
				{ message: "Resource not accessible by integration" },
				{ "x-accepted-github-permissions": needed },
			);
		const handler = handlers[matched.id];
		if (handler === undefined) return refuse([`the server has no ${matched.id}`]);
		const base = `http://${request.headers.host}${asked.path}`;
		const { status, body, more } = handler({ ...asked, ...matched.params }, store);
		const misfits = described.misfits(matched, status, body);
		if (misfits.length > 0) return refuse(misfits.map((words) => `the server's own answer: ${words}`));
		if (fault?.kind === "lost") return void request.socket.destroy();
		if (fault?.kind === "cut") {
			response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
			return void response.end(JSON.stringify(body).slice(0, -10));
		}
		const next = new URLSearchParams(asked.query);
		next.set("page", String(Number(asked.query.get("page") ?? 1) + 1));
		send(status, body, more ? { link: `<${base}?${next}>; rel="next"` } : {});
	};

	const server = createServer((request, response) => {
		serve(request, response).catch((error: Error) => {
			api.refused.push(`the server failed: ${error.stack}`);
			response.destroy();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return Object.assign(api, {
		env: {
			GITHUB_REPOSITORY: "octo/lucid",
			GITHUB_SERVER_URL: "https://github.com",
			GITHUB_API_URL: `http://127.0.0.1:${port}`,
			GITHUB_WORKFLOW: "images",
			GITHUB_WORKFLOW_REF: "octo/lucid/.github/workflows/images.yml@refs/heads/main",
			GITHUB_RUN_ID: "7",
			GITHUB_RUN_NUMBER: "3",
			GITHUB_RUN_ATTEMPT: "1",
		},
		[Symbol.asyncDispose]: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			assert.deepEqual(api.refused, [], "GitHub's description refuses nothing that was asked");
		},
	});
}

async function readRequest(request: IncomingMessage): Promise<Asked> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const text = Buffer.concat(chunks).toString();
	const url = new URL(request.url ?? "", "http://x");
	return {
		method: request.method ?? "",
		path: url.pathname,
		query: url.searchParams,
		body: text === "" ? undefined : (JSON.parse(text) as unknown),
	};
}

/** What a token must be allowed, as GitHub's header `x-accepted-github-permissions` has it. */
function neededBy({ id }: Matched, authorization: string): string | undefined {
	// The token of a job is an app's, which is not a user.
	if (id === "users/get-authenticated") return authorization.includes("ghs_") ? "user=read" : undefined;
	if (/comment/.test(id))
		return /list|get/.test(id)
			? "issues=read; pull_requests=read; issues=write; pull_requests=write"
			: "issues=write; pull_requests=write";
	if (id.startsWith("issues/")) return /list|get/.test(id) ? "issues=read; issues=write" : "issues=write";
	if (id.startsWith("actions/")) return "actions=read";
	return /create|update|delete/.test(id) ? "contents=write" : "contents=read; contents=write";
}
