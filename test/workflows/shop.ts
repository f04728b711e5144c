import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { makeRepo, type Repo } from "../support/repo.ts";
import { exampleWorkflows } from "./examples.ts";

const server = `import http.server, os, signal, sys, time
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        well = self.path == "/health" and "SICK" not in os.environ
        self.send_response(200 if well else 404)
        self.end_headers()
        self.wfile.write(b"healthy" if well else b"")
    def log_message(self, *args):
        pass
time.sleep(int(os.environ.get("SLOW", "0")))
http.server.ThreadingHTTPServer(("0.0.0.0", 8080), Handler).serve_forever()
`;

const service = (registry: string) => `FROM ${registry}/base
COPY name /app/name
EXPOSE 8080
HEALTHCHECK CMD ["python3", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/health')"]
`;

export const services = ["base", "api", "web"] as const;

export const short = (revision: string): string => revision.slice(0, 7);

/** What a tag of each service names. */
export async function allOf(shop: Shop, tag: string): Promise<Readonly<Record<string, string | undefined>>> {
	return Object.fromEntries(await Promise.all(services.map(async (name) => [name, await shop.digest(name, tag)])));
}

/** A repository of three images, two of them FROM the first, with the example workflows. */
export interface Shop extends AsyncDisposable {
	readonly repo: Repo;
	readonly registry: string;
	/** What a tag of a service names now; undefined where there is none. */
	digest(service: string, tag: string): Promise<string | undefined>;
	tags(service: string): Promise<readonly string[]>;
	dockerfile(service: string): Promise<string>;
	/**
	 * Gives the tag of the base image to an image of the same content with another digest, until the end of the scope.
	 */
	moveBase(): Promise<AsyncDisposable>;
}

export async function openShop(): Promise<Shop> {
	const host = process.env.LUCID_REGISTRY;
	if (!host) throw new Error("LUCID_REGISTRY is not set: run this by script/e2e, which starts one");
	const registry = `${host}/e2e-${randomBytes(4).toString("hex")}`;
	const repo = await makeRepo({
		"lucid.yml": `version: 1
project: shop
registry: ${registry}
defaults:
  platforms: [linux/arm64]
  tags: ["type=sha,prefix=", "type=semver,pattern={{version}}"]
  floating: ["type=raw,value=latest", "type=ref,event=pr"]
  # Of what never gets well, a run is to say so soon.
  health: { start_period: 25s }
services:
  # The others inherit its command. By itself it is not run.
  base: { context: base, run: never }
  api: { context: api, ports: ["8080"], health: /health }
  web: { context: web, ports: ["8080"], health: /health, needs: [api] }
`,
		"base/Dockerfile": `FROM python:3.11-slim
COPY server.py /app/server.py
USER 65532:65532
ENTRYPOINT ["python3", "/app/server.py"]
`,
		"base/server.py": server,
		"api/Dockerfile": service(registry),
		"api/name": "api\n",
		"web/Dockerfile": service(registry),
		"web/name": "web\n",
		...(await exampleWorkflows(registry)),
	});
	return {
		repo,
		registry,
		digest: async (service, tag) => (await openRegistry().head(`${registry}/${service}:${tag}`))?.digest,
		async tags(service) {
			const answer = await fetch(`http://${host}/v2/${registry.slice(host.length + 1)}/${service}/tags/list`);
			const { tags } = (await answer.json()) as { tags?: readonly string[] };
			return tags ?? [];
		},
		dockerfile: (service) => readFile(path.join(repo.root, service, "Dockerfile"), "utf8"),
		moveBase: () => moveBase(`http://${host}/v2/docker.io/library/python`, "3.11-slim"),
		[Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
	};
}

interface Descriptor {
	readonly digest: string;
	readonly size: number;
	readonly mediaType: string;
}

/** Each platform's manifest gets an annotation, and so another digest, and the index names those. */
async function moveBase(repository: string, tag: string) {
	const indexType = "application/vnd.oci.image.index.v1+json";
	const get = async (reference: string, accept: string) =>
		(await fetch(`${repository}/manifests/${reference}`, { headers: { accept } })).text();
	const put = async (reference: string, type: string, body: string) => {
		const headers = { "content-type": type };
		const answer = await fetch(`${repository}/manifests/${reference}`, { method: "PUT", headers, body });
		if (!answer.ok) throw new Error(`the base could not be moved: ${answer.status} ${await answer.text()}`);
	};
	const annotations = { moved: randomBytes(4).toString("hex") };
	const was = await get(tag, indexType);
	const index = JSON.parse(was) as { readonly manifests: readonly Descriptor[] };
	const manifests = await Promise.all(
		index.manifests.map(async (one) => {
			const content = JSON.parse(await get(one.digest, one.mediaType)) as object;
			const body = JSON.stringify({ ...content, annotations });
			const digest = `sha256:${createHash("sha256").update(body).digest("hex")}`;
			await put(digest, one.mediaType, body);
			return { ...one, digest, size: Buffer.byteLength(body) };
		}),
	);
	await put(tag, indexType, JSON.stringify({ ...index, manifests }));
	return { [Symbol.asyncDispose]: () => put(tag, indexType, was) };
}
