import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Docker } from "../../../adapters/docker/docker.ts";
import type { Service } from "../../../model/service/service.ts";
import { parseAs } from "../../../util/json.ts";

export interface ImportResult {
	readonly module: string;
	readonly ok: boolean;
	/** Python's error; of the whole run, if it gave no answer. */
	readonly message: string;
}

export interface ImportRun {
	/** `repository@sha256:...`. */
	readonly ref: string;
	readonly platform: string;
	/** Command of the image's Python. */
	readonly python: string;
	readonly service: Service;
	readonly docker: Docker;
	readonly signal: AbortSignal;
}

/** For all modules of an image together: Python is slow under emulation. */
const timeoutMs = 120_000;

/** Imports each module on its own, so that all failures are reported. The mark separates answers from other output. */
const script = `import importlib, json, sys
mark = sys.argv[1]
for name in sys.argv[2:]:
    try:
        importlib.import_module(name)
        error = None
    except BaseException as e:
        error = type(e).__name__ + ": " + str(e)
    print("\\n" + mark + json.dumps([name, error]), flush=True)
`;

/** Imports the declared modules in a container of the image, without network and with the catalog's hardening. */
export async function tryImports(run: ImportRun): Promise<readonly ImportResult[]> {
	const { ref, platform, python, service, docker, signal } = run;
	const modules = service.verify.imports ?? [];
	const id = randomBytes(6).toString("hex");
	const container = `lucid-verify-${id}`;
	const mark = `lucid-${id} `;
	const args = [
		...["run", "--rm", `--name=${container}`, `--platform=${platform}`, "--pull=missing", "--network=none"],
		...hardeningFlags(service),
		...Object.entries(service.env).map(([key, value]) => `--env=${key}=${value}`),
		...["--env=PYTHONDONTWRITEBYTECODE=1", `--entrypoint=${python}`, "--", ref],
		...["-c", script, mark, ...modules],
	];
	const stop = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
	const { exitCode, stdout, stderr } = await docker(args, { signal: stop, tailBytes: 1 << 20, graceMs: 1000 });
	// A stopped client leaves its container behind.
	if (stop.aborted) await docker(["rm", "--force", "--", container], { tailBytes: 1 << 16 });
	signal.throwIfAborted();
	const answers = new Map(
		stdout.split("\n").flatMap((line) => (line.startsWith(mark) ? [parseAnswer(line.slice(mark.length))] : [])),
	);
	const lastError = stderr.trim().split("\n").at(-1);
	const failure = stop.aborted ? `no answer within ${timeoutMs / 1000} s` : lastError || `exited with ${exitCode}`;
	return modules.map((module) => {
		const error = answers.get(module);
		if (error === undefined) return { module, ok: false, message: failure };
		return { module, ok: error === null, message: error ?? "imported" };
	});
}

function parseAnswer(line: string): readonly [string, string | null] {
	return parseAs(z.tuple([z.string(), z.string().nullable()]), line) ?? ["", null];
}

function hardeningFlags({ hardening }: Service): readonly string[] {
	return [
		...(hardening.readOnly ? ["--read-only"] : []),
		...hardening.tmpfs.map((path) => `--tmpfs=${path}`),
		...hardening.capDrop.map((name) => `--cap-drop=${name}`),
		...(hardening.noNewPrivileges ? ["--security-opt=no-new-privileges"] : []),
		...(hardening.memory !== undefined ? [`--memory=${hardening.memory}`] : []),
		`--pids-limit=${hardening.pids ?? 256}`,
	];
}
