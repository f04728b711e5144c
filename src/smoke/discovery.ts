import type { Docker } from "../docker/docker.ts";
import type { ProbeResult } from "../documents/smoke.ts";
import { ask, type Container, lastLine } from "./engine.ts";
import { harmless } from "./harmless.ts";

/** Programs that images may have and that look up a host name, the quickest first. Each ends with an error when a name leads nowhere. */
const resolvers: readonly (readonly string[])[] = [
	["getent", "hosts"],
	["python3", "-S", "-E", "-c", "import socket, sys\nfor name in sys.argv[1:]: socket.gethostbyname(name)"],
	[
		"node",
		"-e",
		"for (const name of process.argv.slice(1)) require('node:dns').lookup(name, (e) => { if (e) throw e })",
	],
];

/** Docker's exit codes for a program that cannot be run or is not there; busybox' shell has the same. */
const absent = new Set([126, 127]);

export interface Discovery {
	readonly docker: Docker;
	readonly container: Container;
	/** Names that must lead somewhere. */
	readonly names: readonly string[];
	/** Names that the engine's own table holds. */
	readonly known: ReadonlySet<string> | undefined;
	readonly timeoutMs: number;
	readonly signal: AbortSignal;
}

/**
 * Whether a container finds those that it needs by their names: asked from inside, by what the image has for it, and where it has nothing
 * (distroless images), of the engine's table, which is what its name server answers from.
 */
export async function discover({
	docker,
	container,
	names,
	known,
	timeoutMs,
	signal,
}: Discovery): Promise<ProbeResult> {
	const target = `names ${names.join(", ")}`;
	for (const [index, argv] of resolvers.entries()) {
		const late = AbortSignal.timeout(timeoutMs);
		const options = { signal: AbortSignal.any([signal, late]), graceMs: 500, keep: 16_384 };
		// One name at a time where the program gives up at the first, so that the error names it.
		const { exitCode, stdout, stderr } = await ask(docker, ["exec", container.id, ...argv, ...names], options);
		signal.throwIfAborted();
		if (late.aborted) break;
		if (exitCode === 0) return { kind: "discovery", target: `${target} (${argv[0]})`, ok: true, attempts: index + 1 };
		if (absent.has(exitCode) || exitCode === 125) continue;
		const said = harmless(lastLine(stderr) || lastLine(stdout), 200);
		const error = `cannot find ${names.join(", ")} by name${said === "" ? "" : `: ${said}`}`;
		return { kind: "discovery", target: `${target} (${argv[0]})`, ok: false, attempts: index + 1, error };
	}
	const table = `${target} (the engine's table; the image has nothing to ask with)`;
	const missing = known === undefined ? [] : names.filter((name) => !known.has(name));
	return {
		...{ kind: "discovery", target: table, ok: missing.length === 0, attempts: 1 },
		...(missing.length > 0 && { error: `the engine's name server does not know ${missing.join(", ")}` }),
	};
}
