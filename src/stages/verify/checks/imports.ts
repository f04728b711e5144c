import { randomBytes } from "node:crypto";
import type { Docker } from "../../../adapters/docker/docker.ts";
import type { Service } from "../../../model/service/service.ts";

/** How one import went. */
export interface ImportResult {
	readonly module: string;
	readonly ok: boolean;
	/** The last line of what Python said; of the whole run when it gave no answer. */
	readonly message: string;
}

export interface ImportRun {
	/** `repository@sha256:...`. */
	readonly ref: string;
	readonly platform: string;
	/** The image's Python, as it is to be called. */
	readonly python: string;
	readonly service: Service;
	readonly docker: Docker;
	readonly signal: AbortSignal;
}

/** For all modules of an image together: under emulation Python takes its time. */
const limitMs = 120_000;

/** Each on its own, so that all that fail are told. The mark keeps what modules print apart. */
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

/** Imports the declared modules in a container of the image: no network, nothing it may write to but what the catalog grants, no rights. */
export async function tryImports(run: ImportRun): Promise<readonly ImportResult[]> {
	const { ref, platform, python, service, docker, signal } = run;
	const modules = service.verify.imports ?? [];
	const id = randomBytes(6).toString("hex");
	const container = `lucid-verify-${id}`;
	const mark = `lucid-${id} `;
	const args = [
		...["run", "--rm", `--name=${container}`, `--platform=${platform}`, "--pull=missing", "--network=none"],
		...hardening(service),
		...Object.entries(service.env).map(([key, value]) => `--env=${key}=${value}`),
		...["--env=PYTHONDONTWRITEBYTECODE=1", `--entrypoint=${python}`, "--", ref],
		...["-c", script, mark, ...modules],
	];
	const inTime = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
	const { exitCode, stdout, stderr } = await docker(args, { signal: inTime, tailBytes: 1 << 20, graceMs: 1000 });
	// A client that is stopped leaves its container behind.
	if (inTime.aborted) await docker(["rm", "--force", "--", container], { tailBytes: 1 << 16 });
	signal.throwIfAborted();
	const told = new Map(
		stdout.split("\n").flatMap((line) => (line.startsWith(mark) ? [answer(line.slice(mark.length))] : [])),
	);
	const last = inTime.aborted
		? `no answer within ${limitMs / 1000} s`
		: (stderr.trim().split("\n").at(-1) ?? `it ended with ${exitCode}`);
	return modules.map((module) => {
		const error = told.get(module);
		if (error === undefined) return { module, ok: false, message: last === "" ? `it ended with ${exitCode}` : last };
		return { module, ok: error === null, message: error ?? "imported" };
	});
}

function answer(line: string): readonly [string, string | null] {
	try {
		const [name, error] = JSON.parse(line) as [unknown, unknown];
		return [String(name), error === null ? null : String(error)];
	} catch {
		return ["", null];
	}
}

/** As smoke holds it. */
function hardening({ hardening: held }: Service): readonly string[] {
	return [
		...(held.readOnly ? ["--read-only"] : []),
		...held.tmpfs.map((path) => `--tmpfs=${path}`),
		...held.capDrop.map((name) => `--cap-drop=${name}`),
		...(held.noNewPrivileges ? ["--security-opt=no-new-privileges"] : []),
		...(held.memory !== undefined ? [`--memory=${held.memory}`] : []),
		`--pids-limit=${held.pids ?? 256}`,
	];
}
