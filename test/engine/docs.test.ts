import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { type Block, blocks, root } from "../docs/blocks.ts";
import { makeRepo, type Repo } from "../support/repo.ts";

/**
 * Runs the commands of the pages: each block of `console` (what follows `$ `) and of `sh`, in order, in a
 * repository made for it, beside a real engine and registry. A page that begins with `lucid init` begins without a
 * catalog. A block that cannot run has a comment above it: `not run: why`.
 */

const registry = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run this by script/test");

/** Quick to build and to start: the machine's own platform, and Python from the stand-in of the public image. */
const server = `import http.server, os, signal, sys
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/health" else 404)
        self.end_headers()
http.server.HTTPServer(("", int(os.environ["PORT"])), Handler).serve_forever()
`;
const dockerfile = (port: number) => `FROM gcr.io/distroless/python3-debian12
COPY main.py /main.py
ENV PORT=${port}
EXPOSE ${port}
USER 65532:65532
HEALTHCHECK CMD ["/usr/bin/python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:${port}/health')"]
ENTRYPOINT ["/usr/bin/python3", "/main.py"]
`;
const platform = process.arch === "arm64" ? "linux/arm64" : "linux/amd64";
const catalog = `version: 1
project: shop
registry: ${registry}
defaults: { platforms: [${platform}], floating: ["type=raw,value=latest"] }
phases: { "3": { title: Core } }
services:
  api-gateway: { phase: "3", context: api, ports: [8080], health: /health }
  session-api: { context: session, ports: [8081], health: /health }
`;
const commands = `docker build --platform ${platform} --push -t ${registry}/shop-api-gateway:latest api\n`;

/** A commit with all that the pages speak of, and a place that they call the default branch. */
async function prepared(withCatalog: "with a catalog" | "without"): Promise<Repo> {
	const repo = await makeRepo({
		"api/Dockerfile": dockerfile(8080),
		"api/main.py": server,
		"session/Dockerfile": dockerfile(8081),
		"session/main.py": server,
		"docs/build-commands.md": `# Commands\n\n\`\`\`sh\n${commands}\`\`\`\n`,
		"scripts/build.sh": `#!/bin/sh\n${commands}`,
		...(withCatalog === "with a catalog" && { "lucid.yml": catalog }),
	});
	await repo.git("config", "user.name", "Test");
	await repo.git("config", "user.email", "test@example.invalid");
	await repo.commit();
	await repo.git("update-ref", "refs/remotes/origin/main", "HEAD");
	const bin = path.join(repo.root, ".git/bin");
	await mkdir(bin, { recursive: true });
	const start = path.join(bin, "lucid.ts");
	await writeFile(
		start,
		`const { start } = await import(${JSON.stringify(path.join(root, "src/main.ts"))});\nawait start("lucid");\n`,
	);
	await writeFile(path.join(bin, "lucid"), `#!/bin/sh\nexec "${process.execPath}" "${start}" "$@"\n`);
	await chmod(path.join(bin, "lucid"), 0o755);
	return repo;
}

/** The commands that are typed, one by one: what follows a prompt, or each line of a script. */
function typed({ language, text }: Block): readonly string[] {
	const lines = text.replaceAll("\\\n", " ").split("\n");
	if (language === "console") return lines.flatMap((line) => (line.startsWith("$ ") ? [line.slice(2)] : []));
	return lines.filter((line) => line.trim() !== "" && !line.startsWith("#"));
}

function run(script: string, cwd: string): Promise<{ readonly code: number | null; readonly output: string }> {
	const env = {
		...process.env,
		PATH: `${path.join(cwd, ".git/bin")}:${process.env.PATH}`,
		LUCID_CACHE: path.join(cwd, ".git/cache"),
		CI: "true",
	};
	const child = spawn("bash", ["-euo", "pipefail", "-c", script], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
	let output = "";
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", (code) => resolve({ code, output }));
	});
}

const scripts = blocks.filter(({ language }) => /^(?:console|sh|bash|shell)$/.test(language));
const pagesWith = [...new Set(scripts.map(({ page }) => page))];

for (const page of pagesWith)
	test(`the commands of ${page} work`, async () => {
		const own = scripts.filter((one) => one.page === page);
		const begins = own.find(({ note }) => !note?.startsWith("not run: "));
		await using repo = await prepared(
			begins !== undefined && /^lucid init\b/.test(typed(begins)[0] ?? "") ? "without" : "with a catalog",
		);
		for (const block of own) {
			if (block.note?.startsWith("not run: ")) continue;
			for (const line of typed(block)) {
				// The pages name the registry of a person's own machine; here it listens elsewhere.
				const script = line
					.replaceAll("127.0.0.1:5000", registry)
					.replaceAll("mirror.example/docker.io", `${registry}/docker.io --mirror gcr.io=${registry}/gcr.io`);
				if (/\blucid init\b/.test(script)) await rm(path.join(repo.root, "lucid.yml"), { force: true });
				const { code, output } = await run(script, repo.root);
				assert.equal(code, 0, `${page}:${block.line}\n${script}\n${output}`);
				// From here on images go where this test has a registry, for a platform that starts at once.
				if (/\blucid init\b/.test(script)) await repo.write({ "lucid.yml": catalog });
			}
		}
	});

test("there is something to type at all, and what is not run says why", () => {
	assert.ok(scripts.filter(({ note }) => !note?.startsWith("not run: ")).length >= 8);
	for (const { note, page, line } of scripts)
		if (note?.startsWith("not run")) assert.match(note, /^not run: .{10,}/, `${page}:${line}`);
});
