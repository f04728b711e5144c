import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import type { ProbeResult } from "../../../model/documents/smoke.ts";
import { EngineUnavailable, lastLine } from "../engine/call.ts";
import type { Container } from "../engine/containers.ts";
import { execInContainer } from "../engine/exec-in-container.ts";
import { sanitizeLogLine } from "../sanitize-log.ts";

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

export interface NameResolution {
	readonly api: EngineApi;
	readonly container: Container;
	/** Names that must lead somewhere. */
	readonly names: readonly string[];
	/** Names that the engine's own table holds. */
	readonly engineNames: ReadonlySet<string> | undefined;
	readonly timeoutMs: number;
	readonly signal: AbortSignal;
}

/**
 * Whether a container finds those that it needs by their names: asked from inside, by what the image has for it, and where it has nothing
 * (distroless images), of the engine's table, which is what its name server answers from.
 */
export async function checkNameResolution({
	api,
	container,
	names,
	engineNames: known,
	timeoutMs,
	signal,
}: NameResolution): Promise<ProbeResult> {
	const target = `names ${names.join(", ")}`;
	for (const [index, argv] of resolvers.entries()) {
		const late = AbortSignal.timeout(timeoutMs);
		// One name at a time where the program gives up at the first, so that the error names it.
		const ran = await execInContainer(api, container.id, [...argv, ...names], AbortSignal.any([signal, late])).catch(
			(error: unknown) => {
				if (error instanceof EngineUnavailable) throw error;
				return undefined;
			},
		);
		signal.throwIfAborted();
		if (ran === undefined) break;
		const { exitCode, stdout, stderr } = ran;
		if (exitCode === 0) return { kind: "discovery", target: `${target} (${argv[0]})`, ok: true, attempts: index + 1 };
		// A program that crashed (128 and its signal) says nothing about names.
		if (absent.has(exitCode) || exitCode > 128) continue;
		const said = sanitizeLogLine(lastLine(stderr) || lastLine(stdout), 200);
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
