import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { exec } from "../../src/adapters/process/exec.ts";
import { makeRepo, type Repo, temporaryFolder } from "../support/repo.ts";

/** The machine's own platform: samples are about workflows, not about emulation. */
const platform = process.arch === "arm64" ? "linux/arm64" : "linux/amd64";

const server = `import http.server
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/health" else 404)
        self.end_headers()
http.server.HTTPServer(("", 8080), Handler).serve_forever()
`;
const service = (registry: string) => `FROM ${registry}/base
COPY name /app/name
EXPOSE 8080
STOPSIGNAL SIGKILL
HEALTHCHECK CMD ["python3", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/health')"]
`;
const head = (project: string, registry: string) => `version: 1
project: ${project}
registry: ${registry}
defaults: { platforms: [${platform}], tags: ["type=sha,prefix="], floating: ["type=raw,value=latest"] }
`;

/**
 * Reads both secrets and writes them to the log; asks the agent for its keys and for a signature.
 * https://datatracker.ietf.org/doc/html/draft-miller-ssh-agent
 */
const needy = `import base64, hashlib, os, socket, struct, sys
for name in ("token", "config"):
    text = open("/run/secrets/" + name).read()
    assert hashlib.sha256(text.encode()).hexdigest() in open("/expected").read(), name
    print("the secret is " + text, flush=True)
agent = socket.socket(socket.AF_UNIX)
agent.connect(os.environ["SSH_AUTH_SOCK"])
answers = agent.makefile("rb")
def ask(message):
    agent.sendall(struct.pack(">I", len(message)) + message)
    return answers.read(struct.unpack(">I", answers.read(4))[0])
def text(data):
    return struct.pack(">I", len(data)) + data
assert ask(bytes([11]))[:5] == bytes([12, 0, 0, 0, 1]), "one key"
key = base64.b64decode(open("/expected").read().split()[-1])
assert ask(bytes([13]) + text(key) + text(b"data") + bytes(4))[0] == 14, "it signs"
open("/done", "w").close()
`;

/** A repository with what the samples of the pages need. Gone at the end of the scope. */
export interface Callers extends AsyncDisposable {
	readonly repo: Repo;
	readonly registry: string;
	/** What its private catalog needs. */
	readonly secrets: { readonly TOKEN: string; readonly CONFIG: string; readonly SSH_KEY: string };
}

export async function openCallers(): Promise<Callers> {
	const host = process.env.LUCID_REGISTRY;
	if (!host) throw new Error("LUCID_REGISTRY is not set: run this by script/e2e, which starts one");
	const registry = `${host}/samples-${randomBytes(4).toString("hex")}`;
	const key = await makeKey();
	const token = `token-${randomBytes(8).toString("hex")}`;
	const config = `[global]\n}\nindex = https://user:${randomBytes(8).toString("hex")}@example.invalid/\n`;
	const sums = [token, config].map((value) => createHash("sha256").update(value).digest("hex"));
	const files = (name: string) => ({ [`${name}/Dockerfile`]: service(registry), [`${name}/name`]: `${name}\n` });
	const gateway = `api-gateway: { context: api, ports: ["8080"], health: /health }`;
	const repo = await makeRepo({
		"lucid.yml": `${head("shop", registry)}services:\n  base: { context: base, run: never }\n  ${gateway}\n`,
		"base/Dockerfile": `FROM python:3.11-slim\nCOPY server.py /\nUSER 65532:65532\nENTRYPOINT ["python3", "/server.py"]\n`,
		"base/server.py": server,
		...files("api"),
		"blog/lucid.yml": `${head("blog", registry)}services:\n  blog: { context: ., run: never }\n`,
		"blog/Dockerfile": "FROM scratch\nCOPY page /\nUSER 65532:65532\n",
		"blog/page": "Hello.\n",
		"private/lucid.yml": `${head("private", registry)}services:
  vault:
    context: .
    run: never
    secrets: [{ id: token, env: TOKEN }, { id: config, env: CONFIG }]
    ssh: [default]
  nosy: { context: ., run: never, secrets: [{ id: token, env: GITHUB_TOKEN }] }
`,
		"private/Dockerfile": `FROM python:3.11-slim AS needy
COPY needy.py expected /
RUN --mount=type=secret,id=token --mount=type=secret,id=config --mount=type=ssh python3 /needy.py
FROM scratch
COPY --from=needy /done /
USER 65532:65532
`,
		"private/needy.py": needy,
		"private/expected": `${sums.join(" ")} ${key.public}\n`,
		Makefile: "generated:\n\techo made > api/generated\n",
		".gitignore": "api/generated\n",
	});
	return {
		...{ repo, registry },
		secrets: { TOKEN: token, CONFIG: config, SSH_KEY: key.private },
		[Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
	};
}

async function makeKey(): Promise<{ readonly private: string; readonly public: string }> {
	const file = path.join(await temporaryFolder(), "key");
	const { exitCode, stderr } = await exec(["ssh-keygen", "-q", "-t", "ed25519", "-C", "", "-N", "", "-f", file]);
	if (exitCode !== 0) throw new Error(`ssh-keygen: ${stderr}`);
	const [, base64 = ""] = (await readFile(`${file}.pub`, "utf8")).trim().split(" ");
	return { private: await readFile(file, "utf8"), public: base64 };
}
