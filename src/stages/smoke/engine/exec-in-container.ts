import { z } from "zod";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import { EngineUnavailable, engineRequest } from "./call.ts";
import { demultiplex } from "./demultiplex.ts";

export interface ContainerExecResult {
	/** 126 and 127 for a program that cannot be run or is not there, as a shell has it. */
	readonly exitCode: number;
	readonly stdout: string;
	readonly stderr: string;
}

const createdShape = z.object({ Id: z.string() });
const endedShape = z.object({ ExitCode: z.number().nullable() });

/** Of each stream, bytes; the rest is a stranger's output that may have no end. */
const kept = 16_384;

/** Runs a command inside a container, without a shell. When the engine refuses (it does not run any more) that is exit 1 and its words. Throws the signal's reason on abort. */
export async function execInContainer(
	api: EngineApi,
	container: string,
	argv: readonly string[],
	signal: AbortSignal,
): Promise<ContainerExecResult> {
	const post = (path: string, body: object) => ({ method: "POST", path, body, signal }) as const;
	const wanted = { Cmd: argv, AttachStdout: true, AttachStderr: true };
	const created = await engineRequest(api, post(`/containers/${container}/exec`, wanted));
	if (!created.ok) return { exitCode: 1, stdout: "", stderr: created.why };
	const { Id: id } = createdShape.parse(created.value);
	const said = { stdout: "", stderr: "" };
	const read = demultiplex((bytes, stream) => {
		said[stream] = (said[stream] + bytes.toString()).slice(-kept);
	});
	const started = await engineRequest(api, {
		...post(`/exec/${id}/start`, { Detach: false, Tty: false }),
		onData: read,
	});
	if (!started.ok) return { exitCode: 1, stdout: "", stderr: started.why };
	const ended = await engineRequest(api, { method: "GET", path: `/exec/${id}/json`, signal });
	if (!ended.ok) throw new EngineUnavailable(ended.why);
	return { ...said, exitCode: endedShape.parse(ended.value).ExitCode ?? 1 };
}
