import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface ExecResult {
	/** 128 + n when signal n ended it, as a shell has it. */
	readonly exitCode: number;
	readonly stdout: string;
	readonly stderr: string;
}

export interface ExecOptions {
	readonly cwd?: string;
	/** Added to the environment of this process. */
	readonly env?: Readonly<Record<string, string>>;
	readonly input?: string;
	/** On abort the child gets SIGINT; `graceMs` later SIGKILL, and what it started is no longer waited for. */
	readonly signal?: AbortSignal;
	readonly graceMs?: number;
	/** Called for each whole line as it comes, without its line end. */
	readonly onLine?: (line: string, stream: "stdout" | "stderr") => void;
	/** Keep neither stream, for output that is only watched line by line. */
	readonly discard?: true;
	/** Keep only about the last so many bytes of each stream, for a stranger's output, which may have no end. */
	readonly tailBytes?: number;
}

/** Runs a program by its argument list, never through a shell. A non-zero exit is a result, not an exception; a program that is not there is. */
export type Exec = (argv: readonly [string, ...string[]], options?: ExecOptions) => Promise<ExecResult>;

const signalNumbers: Readonly<Record<string, number>> = {
	SIGHUP: 1,
	SIGINT: 2,
	SIGQUIT: 3,
	SIGABRT: 6,
	SIGKILL: 9,
	SIGSEGV: 11,
	SIGPIPE: 13,
	SIGTERM: 15,
};

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
		// A child that ends before it has read its input closes the pipe; its exit code tells why.
		child.stdin?.on("error", () => {});
		child.stdin?.end(options.input);

		let killer: NodeJS.Timeout | undefined;
		const stop = () => {
			child.kill("SIGINT");
			killer = setTimeout(() => {
				child.kill("SIGKILL");
				// What the child started may live on and hold its end of the pipes; nobody waits for that.
				child.stdout?.destroy();
				child.stderr?.destroy();
			}, graceMs);
		};
		signal?.addEventListener("abort", stop, { once: true });
		const settle = () => {
			clearTimeout(killer);
			signal?.removeEventListener("abort", stop);
		};
		child.on("error", (cause) => {
			settle();
			reject(new Error(`cannot run ${file}: ${cause.message}`, { cause }));
		});
		child.on("close", (code, killedBy) => {
			settle();
			resolve({
				exitCode: code ?? 128 + (signalNumbers[killedBy ?? "SIGKILL"] ?? 9),
				stdout: Buffer.concat(chunks.stdout).toString(),
				stderr: Buffer.concat(chunks.stderr).toString(),
			});
		});
	});

function append(chunks: Buffer[], chunk: Buffer, keep: number | undefined): void {
	chunks.push(chunk);
	if (keep === undefined) return;
	let spare = chunks.reduce((sum, { length }) => sum + length, -keep);
	while (chunks[0] !== undefined && spare >= chunks[0].length) spare -= chunks.shift()?.length ?? 0;
}
