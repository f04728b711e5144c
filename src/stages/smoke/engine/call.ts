import type { Docker } from "../../../adapters/docker/docker.ts";
import type { ApiRequest, EngineApi } from "../../../adapters/docker/engine-api.ts";
import type { ExecOptions, ExecResult } from "../../../adapters/process/exec.ts";
import { parseJson } from "../../../util/json.ts";

/** The engine did not answer: nothing is known about any service. */
export class EngineUnavailable extends Error {
	override readonly name = "EngineGone";
}

const full = /no space left on device/i;
const gone = new RegExp(
	`cannot connect to the docker daemon|error during connect|is the docker daemon running|docker daemon is not running|${full.source}`,
	"i",
);

/** `docker <args>`; a non-zero exit is a result, an engine that is gone (or full) is an EngineGone, an abort throws its reason. */
export async function runDocker(
	docker: Docker,
	args: readonly string[],
	options: ExecOptions = {},
): Promise<ExecResult> {
	const env = { COMPOSE_DISABLE_ENV_FILE: "1", ...options.env };
	const result = await docker(args, { ...options, env }).catch((cause: unknown) => {
		throw new EngineUnavailable(cause instanceof Error ? cause.message : String(cause), { cause });
	});
	options.signal?.throwIfAborted();
	if (result.exitCode !== 0 && gone.test(result.stderr)) throw new EngineUnavailable(lastLine(result.stderr));
	return result;
}

/** What the engine says: `ok` with what was asked for, or not with its words. */
export type EngineReply =
	| { readonly ok: true; readonly value: unknown }
	| { readonly ok: false; readonly status: number; readonly why: string };

/** Asks the engine's API; no is a reply, an engine that is gone (or full) is an EngineGone, an abort throws its reason. */
export async function engineRequest(api: EngineApi, request: ApiRequest): Promise<EngineReply> {
	const answer = await api(request).catch((cause: unknown) => {
		request.signal?.throwIfAborted();
		const message = cause instanceof Error ? cause.message : String(cause);
		throw new EngineUnavailable(`the Docker daemon does not answer: ${message}`, { cause });
	});
	const { status, text } = answer;
	// 304: it is so already.
	if (status < 400) return { ok: true, value: parseJson(text) };
	const { message } = (parseJson(text) ?? {}) as { readonly message?: unknown };
	const why = typeof message === "string" ? lastLine(message) : `the engine answered ${status}`;
	throwIfDiskFull(why);
	return { ok: false, status, why };
}

/** A full disk says nothing about any service. */
export function throwIfDiskFull(why: string): void {
	if (full.test(why)) throw new EngineUnavailable(why);
}

/** The line that says what went wrong: the last that is not empty. */
export function lastLine(text: string): string {
	return text.trimEnd().split("\n").at(-1)?.trim() ?? "";
}
