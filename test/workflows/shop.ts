import { randomBytes } from "node:crypto";
import { openRegistry } from "../../src/registry/registry.ts";
import { makeRepo, type Repo } from "../support/repo.ts";

const server = `import http.server, signal, sys
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        well = self.path == "/health"
        self.send_response(200 if well else 404)
        self.end_headers()
        self.wfile.write(b"healthy" if well else b"")
    def log_message(self, *args):
        pass
http.server.ThreadingHTTPServer(("0.0.0.0", 8080), Handler).serve_forever()
`;

const service = `FROM ghcr.io/acme/base
COPY name /app/name
EXPOSE 8080
HEALTHCHECK CMD ["python3", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/health')"]
`;

/** What a user has in a workflow file, on the registry of this test. */
export const workflow = (registry: string, on: string, extra = "") => `name: images
on: ${on}
permissions: {}
jobs:
  images:
    permissions:
      contents: read
      packages: write
      pull-requests: write # the one comment
    uses: lucid/build-action/.github/workflows/build.yml@v1
    with:
      registry: ${registry}
      login: ""
${extra}`;

/** A repository of three images, two of them FROM the first, that asks for the reusable workflow. */
export interface Shop extends AsyncDisposable {
	readonly repo: Repo;
	readonly registry: string;
	/** What a tag of a service names now; undefined where there is none. */
	digest(service: string, tag: string): Promise<string | undefined>;
	tags(service: string): Promise<readonly string[]>;
}

export async function openShop(): Promise<Shop> {
	const host = process.env.LUCID_REGISTRY;
	if (!host) throw new Error("LUCID_REGISTRY is not set: run this by script/e2e, which starts one");
	const registry = `${host}/e2e-${randomBytes(4).toString("hex")}`;
	const repo = await makeRepo({
		"lucid.yml": `version: 1
project: shop
registry: ghcr.io/acme
defaults:
  platforms: [linux/arm64]
  tags: ["type=sha,prefix=", "type=ref,event=pr"]
  floating: ["type=raw,value=latest"]
services:
  base: { context: base }
  api: { context: api, ports: ["8080"], health: /health }
  web: { context: web, ports: ["8080"], health: /health, needs: [api] }
`,
		"base/Dockerfile": `FROM python:3.11-slim
COPY server.py /app/server.py
USER 65532:65532
ENTRYPOINT ["python3", "/app/server.py"]
`,
		"base/server.py": server,
		"api/Dockerfile": service,
		"api/name": "api\n",
		"web/Dockerfile": service,
		"web/name": "web\n",
		".github/workflows/images.yml": workflow(registry, "[push, pull_request]"),
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
		[Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
	};
}
