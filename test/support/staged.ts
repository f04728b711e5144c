import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { type RunnableStage, runStage, type StageRun } from "../../src/entrypoints/run-stage.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import type { PublishResult } from "../../src/model/documents/publish.ts";
import type { SmokedService, SmokeResult } from "../../src/model/documents/smoke.ts";
import { parseOptions } from "../../src/options/parse-options.ts";
import { makeRepo, type Repo, temporaryFolder } from "./repo.ts";

/** Where this machine's programs run natively. */
export const native = `linux/${process.arch === "x64" ? "amd64" : process.arch}`;

export interface Staged extends AsyncDisposable {
	readonly repo: Repo;
	readonly out: string;
	/** Of every image: registry and a namespace of its own. */
	readonly prefix: string;
	/** Runs a stage as on a push to main. `env` is added to this process's environment. */
	start(
		stage: RunnableStage,
		raw?: Readonly<Record<string, string>>,
		env?: Readonly<Record<string, string>>,
	): Promise<StageRun>;
	/** `run`, and its smoke by service. */
	run(raw?: Readonly<Record<string, string>>): Promise<Ran>;
}

export interface Ran {
	readonly exitCode: number;
	readonly plan: Plan;
	readonly smoke: SmokeResult;
	readonly publish: PublishResult;
	readonly rows: Readonly<Record<string, SmokedService>>;
}

/** A repository whose images go to the tests' registry, by the stages themselves. Gone at the end. */
export async function openStaged(name: string, files: Readonly<Record<string, string>>): Promise<Staged> {
	const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
	const prefix = `${host}/lucid-test/${name}-${randomBytes(4).toString("hex")}`;
	const repo = await makeRepo(files);
	const out = await temporaryFolder();
	const start: Staged["start"] = (stage, raw = {}, env = {}) => {
		const world = {
			...{ exec, docker: dockerWith(exec), env: { ...process.env, ...env }, cwd: repo.root, progress: () => undefined },
			...{ signal: new AbortController().signal, log: () => undefined, now: () => performance.now() },
		};
		const options = parseOptions({ out, registry: prefix, event: "push:main", ...raw }, world);
		return runStage(stage, options, world);
	};
	return {
		...{ repo, out, prefix, start },
		async run(raw = {}) {
			await repo.commit();
			const { exitCode, documents } = await start("run", raw);
			const { plan, smoke, publish } = documents;
			assert.ok(plan !== undefined && smoke !== undefined && publish !== undefined);
			return {
				...{ exitCode, plan, smoke, publish },
				rows: Object.fromEntries(smoke.services.map((row) => [row.service, row])),
			};
		},
		async [Symbol.asyncDispose]() {
			await repo[Symbol.asyncDispose]();
			await rm(out, { recursive: true, force: true });
		},
	};
}

/** Programs for an image that is FROM distroless Python. */
export const programs = {
	"base/app/server.py": `import os, signal, socket
signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
server = socket.create_server(("0.0.0.0", 8080))
while True:
    connection, _ = server.accept()
    connection.settimeout(1)
    try:
        status = "200 OK" if connection.recv(4096).split(b" ")[1:2] == [b"/health"] else "404 Not Found"
        connection.sendall(f"HTTP/1.1 {status}\\r\\nContent-Length: 0\\r\\nConnection: close\\r\\n\\r\\n".encode())
    except OSError:
        pass
    connection.close()
`,
	"base/app/worker.py": "import signal, sys\nsignal.signal(signal.SIGTERM, lambda *_: sys.exit(0))\nsignal.pause()\n",
	"base/app/short.py": "import time\nprint('nothing to do', flush=True)\ntime.sleep(0.5)\n",
	"base/app/done.py": "print('migrated')\n",
	"base/app/boom.py": "import sys\nprint('boom: no db', flush=True)\nsys.exit(3)\n",
	// Ends its cache, and falls over when it is gone.
	"base/app/client.py": `import socket
with socket.create_connection(("cache", 6379)) as connection:
    connection.sendall(b"die")
    connection.recv(1)
socket.create_connection(("cache", 6379), 2)
`,
};

/** Listens until it reads `die`. */
export const cache = `import socket, sys
server = socket.create_server(("0.0.0.0", 6379))
while True:
    connection, _ = server.accept()
    connection.settimeout(0.3)
    try:
        if connection.recv(16) == b"die":
            print("boom: no db", flush=True)
            sys.exit(3)
    except OSError:
        pass
`;

export const python = "FROM gcr.io/distroless/python3-debian12\nCOPY app /app\nUSER 65532:65532\n";
