import { z } from "zod";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import { EngineUnavailable, engineRequest } from "./call.ts";

export interface ContainerExecResult {
	/** As in a shell: 126 for a program that cannot run, 127 for one that does not exist. */
	readonly exitCode: number;
	readonly stdout: string;
	readonly stderr: string;
}

const createdShape = z.object({ Id: z.string() });
const endedShape = z.object({ ExitCode: z.number().nullable() });

/** Bytes kept of the end of each stream: output is untrusted and may be endless. */
const keptBytes = 16_384;

/**
 * Runs a command in a container, without a shell. If the engine refuses, because the container has exited for example,
 * the result is exit 1 with the engine's error. Throws the signal's reason on abort.
 */
export async function execInContainer(
	api: EngineApi,
	container: string,
	argv: readonly string[],
	signal: AbortSignal,
): Promise<ContainerExecResult> {
	const post = (path: string, body: object) => ({ method: "POST", path, body, signal }) as const;
	const command = { Cmd: argv, AttachStdout: true, AttachStderr: true };
	const created = await engineRequest(api, post(`/containers/${container}/exec`, command));
	if (!created.ok) return { exitCode: 1, stdout: "", stderr: created.why };
	const { Id: id } = createdShape.parse(created.value);
	const output = { stdout: "", stderr: "" };
	const onData = demultiplex((bytes, stream) => {
		output[stream] = (output[stream] + bytes.toString()).slice(-keptBytes);
	});
	const started = await engineRequest(api, { ...post(`/exec/${id}/start`, { Detach: false, Tty: false }), onData });
	if (!started.ok) return { exitCode: 1, stdout: "", stderr: started.why };
	const ended = await engineRequest(api, { method: "GET", path: `/exec/${id}/json`, signal });
	if (!ended.ok) throw new EngineUnavailable(ended.why);
	return { ...output, exitCode: endedShape.parse(ended.value).ExitCode ?? 1 };
}

const frameHeaderBytes = 8;

/**
 * Splits Docker's multiplexed stream into stdout and stderr. A frame has its stream in byte 0 (2 is stderr) and its
 * length in bytes 4 to 7, big-endian (https://docs.docker.com/reference/api/engine/, "Stream format"). Chunks may end
 * anywhere.
 */
export function demultiplex(onBytes: (bytes: Buffer, stream: "stdout" | "stderr") => void): (chunk: Buffer) => void {
	let rest: Buffer = Buffer.alloc(0);
	let stream: "stdout" | "stderr" = "stdout";
	let left = 0;
	return (chunk) => {
		rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		for (;;) {
			if (left > 0) {
				const bytes = rest.subarray(0, left);
				if (bytes.length > 0) onBytes(bytes, stream);
				left -= bytes.length;
				rest = rest.subarray(bytes.length);
			}
			if (left > 0 || rest.length < frameHeaderBytes) return;
			stream = rest[0] === 2 ? "stderr" : "stdout";
			left = rest.readUInt32BE(4);
			rest = rest.subarray(frameHeaderBytes);
		}
	};
}
