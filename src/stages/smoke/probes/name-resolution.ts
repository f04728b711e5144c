import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import type { ProbeResult } from "../../../model/documents/smoke.ts";
import { sanitizeLogLine } from "../../../util/sanitize.ts";
import { EngineUnavailable, lastLine } from "../engine/call.ts";
import type { Container } from "../engine/containers.ts";
import { execInContainer } from "../engine/exec-in-container.ts";

/** Programs of an image that resolve a host name, the fastest first. Each fails for a name that does not resolve. */
const resolvers: readonly (readonly string[])[] = [
	["getent", "hosts"],
	["python3", "-S", "-E", "-c", "import socket, sys\nfor name in sys.argv[1:]: socket.gethostbyname(name)"],
	[
		"node",
		"-e",
		"for (const name of process.argv.slice(1)) require('node:dns').lookup(name, (e) => { if (e) throw e })",
	],
];

/** Exit codes of Docker and BusyBox for a program that cannot run or does not exist. */
const absent = new Set([126, 127]);

export interface NameResolution {
	readonly api: EngineApi;
	readonly container: Container;
	/** Names that must resolve. */
	readonly names: readonly string[];
	/** Names in the engine's DNS table; undefined if unknown. */
	readonly engineNames: ReadonlySet<string> | undefined;
	readonly timeoutMs: number;
	readonly signal: AbortSignal;
}

/**
 * Whether a container resolves the names of its needs, tested from inside with a program of the image. For an image
 * without one, distroless for example, looks the names up in the engine's table, from which its DNS server answers.
 */
export async function checkNameResolution(input: NameResolution): Promise<ProbeResult> {
	const { api, container, names, engineNames, timeoutMs, signal } = input;
	const target = `names ${names.join(", ")}`;
	for (const [index, argv] of resolvers.entries()) {
		const stop = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
		const result = await execInContainer(api, container.id, [...argv, ...names], stop).catch((error: unknown) => {
			if (error instanceof EngineUnavailable) throw error;
			return undefined;
		});
		signal.throwIfAborted();
		if (result === undefined) break;
		const { exitCode, stdout, stderr } = result;
		const probe = { kind: "discovery", target: `${target} (${argv[0]})`, attempts: index + 1 } as const;
		if (exitCode === 0) return { ...probe, ok: true };
		// A program that crashed (128 + signal) proves nothing about names.
		if (absent.has(exitCode) || exitCode > 128) continue;
		const output = sanitizeLogLine(lastLine(stderr) || lastLine(stdout), 200);
		const error = `cannot resolve ${names.join(", ")}${output === "" ? "" : `: ${output}`}`;
		return { ...probe, ok: false, error };
	}
	const missing = engineNames === undefined ? [] : names.filter((name) => !engineNames.has(name));
	return {
		...{ kind: "discovery", target: `${target} (the engine's table; the image has no resolver)` },
		...{ ok: missing.length === 0, attempts: 1 },
		...(missing.length > 0 && { error: `the engine's DNS does not know ${missing.join(", ")}` }),
	};
}
