import type { Docker } from "../../../adapters/docker/docker.ts";
import type { ApiRequest, EngineApi } from "../../../adapters/docker/engine-api.ts";
import type { ExecOptions, ExecResult } from "../../../adapters/process/exec.ts";
import { parseJson, readObject } from "../../../util/json.ts";

/** The engine did not answer or its disk is full: nothing is known about any service. */
export class EngineUnavailable extends Error {
	override readonly name = "EngineUnavailable";
}

const diskFull = /no space left on device/i;
const unavailable = new RegExp(
	[
		...["cannot connect to the docker daemon", "error during connect", "is the docker daemon running"],
		...["docker daemon is not running", diskFull.source],
	].join("|"),
	"i",
);

/** Runs `docker <args>`. A non-zero exit is a result; throws EngineUnavailable, or the signal's reason on abort. */
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
	if (result.exitCode !== 0 && unavailable.test(result.stderr)) throw new EngineUnavailable(lastLine(result.stderr));
	return result;
}

export type EngineReply =
	| { readonly ok: true; readonly value: unknown }
	| { readonly ok: false; readonly status: number; readonly why: string };

/** Sends a request to the engine. An error is a reply; throws EngineUnavailable, or the signal's reason on abort. */
export async function engineRequest(api: EngineApi, request: ApiRequest): Promise<EngineReply> {
	const response = await api(request).catch((cause: unknown) => {
		request.signal?.throwIfAborted();
		const message = cause instanceof Error ? cause.message : String(cause);
		throw new EngineUnavailable(`the Docker daemon does not answer: ${message}`, { cause });
	});
	const { status, text } = response;
	// 304: already in that state.
	if (status < 400) return { ok: true, value: parseJson(text) };
	const message = readObject(parseJson(text))?.message;
	const why = typeof message === "string" ? lastLine(message) : `the engine answered ${status}`;
	throwIfDiskFull(why);
	return { ok: false, status, why };
}

/** A full disk allows no verdict about any service. */
export function throwIfDiskFull(why: string): void {
	if (diskFull.test(why)) throw new EngineUnavailable(why);
}

/** The last line that is not empty, which usually says what went wrong. */
export function lastLine(text: string): string {
	return text.trimEnd().split("\n").at(-1)?.trim() ?? "";
}
