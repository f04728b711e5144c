import { spawn } from "node:child_process";
import { constants } from "node:os";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

export interface ExecResult {
	/** 128 + n after signal n, as in a shell. */
	readonly exitCode: number;
	readonly stdout: string;
	readonly stderr: string;
}

export interface ExecOptions {
	readonly cwd?: string;
	/** Added to the environment of this process. */
	readonly env?: Readonly<Record<string, string>>;
	readonly input?: string;
	/** On abort the child gets SIGINT, `graceMs` later SIGKILL. Its own children are then not waited for. */
	readonly signal?: AbortSignal;
	readonly graceMs?: number;
	/** Called for each complete line, without its line end. */
	readonly onLine?: (line: string, stream: "stdout" | "stderr") => void;
	/** Keep neither stream: output is only needed line by line. */
	readonly discard?: true;
	/** Keep about the last so many bytes of each stream, for untrusted output of any length. */
	readonly tailBytes?: number;
}

/** Runs a program by argument list, without a shell. Resolves with any exit code; rejects if it cannot start. */
export type Exec = (argv: readonly [string, ...string[]], options?: ExecOptions) => Promise<ExecResult>;

export const exec: Exec = (argv, options = {}) =>
	new Promise((resolve, reject) => {
		const [file, ...args] = argv;
		const { signal, graceMs = 10_000, onLine } = options;
		if (signal?.aborted) {
			resolve({ exitCode: 130, stdout: "", stderr: "" });
			return;
		}
		const child = spawn(file, args, {
			cwd: options.cwd,
			env: { ...process.env, ...options.env },
			stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
		});
		const chunks: Record<"stdout" | "stderr", Buffer[]> = { stdout: [], stderr: [] };
		for (const name of ["stdout", "stderr"] as const) {
			const stream = child[name];
			if (!stream) continue;
			if (!options.discard) stream.on("data", (chunk: Buffer) => append(chunks[name], chunk, options.tailBytes));
			if (onLine)
				createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", (line) =>
					onLine(line, name),
				);
			else if (options.discard) stream.resume();
		}
		// A child that exits before it has read its input closes the pipe (EPIPE); its exit code says why.
		child.stdin?.on("error", () => {});
		child.stdin?.end(options.input);

		let killTimer: NodeJS.Timeout | undefined;
		const stop = () => {
			child.kill("SIGINT");
			killTimer = setTimeout(() => {
				child.kill("SIGKILL");
				// Children of the child may live on and keep the pipes open.
				child.stdout?.destroy();
				child.stderr?.destroy();
			}, graceMs);
		};
		signal?.addEventListener("abort", stop, { once: true });
		const cleanUp = () => {
			clearTimeout(killTimer);
			signal?.removeEventListener("abort", stop);
		};
		child.on("error", (cause) => {
			cleanUp();
			reject(new Error(`cannot run ${file}: ${cause.message}`, { cause }));
		});
		child.on("close", (code, killedBy) => {
			cleanUp();
			resolve({
				exitCode: code ?? 128 + constants.signals[killedBy ?? "SIGKILL"],
				stdout: Buffer.concat(chunks.stdout).toString(),
				stderr: Buffer.concat(chunks.stderr).toString(),
			});
		});
	});

/** Collects the last 2,000 characters of a stream. */
export function tailOf(stream: Readable): () => string {
	let text = "";
	stream.on("data", (chunk: Buffer) => {
		text = (text + chunk.toString()).slice(-2_000);
	});
	return () => text;
}

function append(chunks: Buffer[], chunk: Buffer, tailBytes: number | undefined): void {
	chunks.push(chunk);
	if (tailBytes === undefined) return;
	let excess = chunks.reduce((sum, { length }) => sum + length, -tailBytes);
	while (chunks[0] !== undefined && excess >= chunks[0].length) excess -= chunks.shift()?.length ?? 0;
}
