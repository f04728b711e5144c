import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { defined } from "../../src/util/defined.ts";

/** A file of a package in the simple repository API. */
export interface ServedFile {
	readonly filename: string;
	readonly requires?: string;
	readonly yanked?: string | true;
}

export interface IndexServer extends AsyncDisposable {
	/** `http://127.0.0.1:PORT/simple` */
	readonly url: string;
	/** `GET /simple/x/ 200` in the order of the answers. */
	readonly log: readonly string[];
	/** Headers of the last request. */
	readonly seen: () => IncomingMessage["headers"];
}

export type Served = Readonly<Record<string, readonly ServedFile[] | ((answer: ServerResponse) => void)>>;

/** A package index on loopback that serves JSON or HTML. A function serves its own package. */
export async function serveIndex(
	packages: Served,
	options: { readonly form?: "json" | "html"; readonly login?: string; readonly gzip?: "gzip" } = {},
): Promise<IndexServer> {
	const log: string[] = [];
	let headers: IncomingMessage["headers"] = {};
	const server = createServer((request, answer) => {
		headers = request.headers;
		answer.on("finish", () => log.push(`${request.method} ${request.url} ${answer.statusCode}`));
		const key = /^\/simple\/([^/]+)\/$/.exec(request.url ?? "")?.[1] ?? "";
		const wanted = options.login && `Basic ${Buffer.from(options.login).toString("base64")}`;
		if (wanted !== undefined && request.headers.authorization !== wanted) return void answer.writeHead(401).end();
		const files = packages[key];
		if (files === undefined) return void answer.writeHead(404).end("no such package");
		if (typeof files === "function") return files(answer);
		const etag = `"${key}-${files.length}"`;
		if (request.headers["if-none-match"] === etag) return void answer.writeHead(304, { etag }).end();
		const json = (options.form ?? "json") === "json";
		const body = json ? jsonPage(key, files) : htmlPage(key, files);
		answer.writeHead(200, {
			"content-type": json ? "application/vnd.pypi.simple.v1+json" : "text/html",
			etag,
			...(options.gzip && { "content-encoding": "gzip" }),
		});
		answer.end(options.gzip ? gzipSync(body) : body);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/simple`,
		log,
		seen: () => headers,
		[Symbol.asyncDispose]: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}

function jsonPage(name: string, files: readonly ServedFile[]): string {
	return JSON.stringify({
		meta: { "api-version": "1.1" },
		name,
		files: files.map(({ filename, requires, yanked }) => ({
			filename,
			url: `../../files/${filename}`,
			hashes: {},
			...defined({ "requires-python": requires, yanked }),
		})),
	});
}

function htmlPage(name: string, files: readonly ServedFile[]): string {
	const safe = (text: string) =>
		text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
	const links = files.map(({ filename, requires, yanked }) => {
		const more = [
			...(requires === undefined ? [] : [`data-requires-python="${safe(requires)}"`]),
			...(yanked === undefined ? [] : [yanked === true ? "data-yanked" : `data-yanked="${safe(yanked)}"`]),
		];
		return `<a href="../../files/${encodeURIComponent(filename)}#sha256=00" ${more.join(" ")}>${safe(filename)}</a><br/>`;
	});
	return `<!DOCTYPE html><html><head><title>Links for ${name}</title></head><body>\n${links.join("\n")}\n</body></html>`;
}

/** A wheel for everywhere of each version. */
export const pure = (name: string, ...versions: readonly string[]): readonly ServedFile[] =>
	versions.map((version) => ({ filename: `${name.replaceAll("-", "_")}-${version}-py3-none-any.whl` }));

/** Sources of each version. */
export const sources = (name: string, ...versions: readonly string[]): readonly ServedFile[] =>
	versions.map((version) => ({ filename: `${name}-${version}.tar.gz` }));

/** Wheels of one version for CPython 3.11 on these platforms, and its source. */
export const native = (name: string, version: string, ...platforms: readonly string[]): readonly ServedFile[] => [
	...platforms.map((platform) => ({ filename: `${name.replaceAll("-", "_")}-${version}-cp311-cp311-${platform}.whl` })),
	...sources(name, version),
];
