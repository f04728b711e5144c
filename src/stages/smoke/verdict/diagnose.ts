import { formatSeconds } from "../probes/attempt.ts";

/** A socket that listens inside the container. */
export interface Listener {
	readonly address: string;
	readonly port: number;
}

/** Observations of a failed service. */
export interface Symptoms {
	readonly log: readonly string[];
	/** The engine's error when it could not start the container. */
	readonly startError?: string;
	/** What to do, where the kind of service implies it. */
	readonly advice?: string;
	readonly exit?: { readonly exitCode: number; readonly outOfMemory: boolean };
	readonly architecture?: { readonly wanted: string; readonly found: string };
	readonly probe?: {
		readonly error: string;
		readonly status?: number;
		readonly path?: string;
		readonly port?: number;
		/** Since the container's start. */
		readonly afterMs?: number;
	};
	/** Under emulation: still busy when its time was up. */
	readonly stillBusy?: true;
	/** Undefined when the processes cannot be inspected, as on a remote engine. */
	readonly listeners?: readonly Listener[];
}

interface FailurePattern {
	readonly pattern: RegExp;
	/** Hardening cannot cause it. */
	readonly isServiceFault: boolean;
	readonly describe: (match: RegExpMatchArray) => string;
}

const serviceFault = (pattern: RegExp, describe: FailurePattern["describe"]): FailurePattern => ({
	...{ pattern, isServiceFault: true, describe },
});
const maybeHardening = (pattern: RegExp, describe: FailurePattern["describe"]): FailurePattern => ({
	...{ pattern, isServiceFault: false, describe },
});

const notInImage = ([, name]: RegExpMatchArray) => `${name} is not in the image: check ENTRYPOINT and CMD`;

/** Patterns in the log or the engine's error, the most certain first. */
const failurePatterns: readonly FailurePattern[] = [
	serviceFault(
		/exec format error/i,
		() => "exec format error: built for another architecture, or a script without a #! line",
	),
	serviceFault(
		/ModuleNotFoundError: No module named ['"]([^'"]+)['"]/,
		([, name]) => `ModuleNotFoundError: ${name}: not in the image, or not on PYTHONPATH`,
	),
	serviceFault(
		/Cannot find (?:module|package) ['"]([^'"]+)['"]/,
		([, name]) => `cannot find module ${name}: not in the image`,
	),
	serviceFault(
		/error while loading shared libraries: (\S+?):/,
		([, name]) => `shared library ${name} is not in the image`,
	),
	serviceFault(
		/version [`'](GLIBC\S*?)' not found/,
		([, name]) => `${name} not found: built against a newer C library than the image has`,
	),
	serviceFault(
		/(?:No space left on device|ENOSPC|disk quota exceeded)/i,
		() => "no space left on a disk or tmpfs that it writes to",
	),
	maybeHardening(
		/(?:Read-only file system|EROFS)[^'"/]*(?:['"]?(\/[^'",\s]+))?/i,
		([, path]) => `writes to its read-only file system${path ? `: needs a writable ${path} (hardening.tmpfs)` : ""}`,
	),
	maybeHardening(
		/(?:can't start new thread|fork: (?:retry: )?Resource temporarily unavailable|pthread_create failed)/i,
		() => "cannot start another thread or process: hardening.pids is too low",
	),
	maybeHardening(
		/(?:bind|listen)[^\n]*permission denied|permission denied[^\n]*(?:bind|listen)/i,
		() => "no permission to bind its port: use a port of 1024 or higher, or allow NET_BIND_SERVICE",
	),
	maybeHardening(
		/(?:Permission denied|EACCES)[^'"/]*['"]?(\/[^'",\s]+)/i,
		([, path]) => `permission denied on ${path}: the image's user cannot read or write it`,
	),
	serviceFault(/(?:address already in use|EADDRINUSE)/i, () => "address already in use: it binds the same port twice"),
	serviceFault(/exec: "([^"]+)": [^\n]*(?:no such file|not found)/i, notInImage),
	maybeHardening(/(?:exec|\/bin\/sh): ?[^\n]*?([^\s:]+): (?:no such file or directory|not found)/i, notInImage),
	serviceFault(
		/getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (\S+)|Name or service not known|Temporary failure in name resolution|no such host/i,
		([, host]) => `cannot resolve ${host ?? "a host name"}: check \`needs\` in the catalog`,
	),
];

/** What is read of a line: the patterns take quadratic time. */
const shorten = (line: string): string => line.slice(0, 1000);

/** The likely cause in one line, from the most certain symptom to the vaguest. */
export function likelyCause(symptoms: Symptoms): string {
	const { architecture, exit, log, startError, probe, listeners, advice } = symptoms;
	if (architecture !== undefined && architecture.wanted !== architecture.found)
		return `wrong architecture: ${architecture.found}, expected ${architecture.wanted}`;
	if (exit?.outOfMemory) return `out of memory: hardening.memory is too low (exit ${exit.exitCode})`;
	const loopback = probe?.port === undefined ? undefined : loopbackOnly(probe.port, listeners);
	if (loopback !== undefined) return loopback;
	const lines = [...(startError ? [startError] : []), ...(probe ? [probe.error] : []), ...log.toReversed()];
	// Warnings in the log of a service that runs and answers prove little.
	const matched = probe?.status !== undefined && exit === undefined ? undefined : matchPattern(lines);
	if (matched !== undefined) return matched;
	if (exit !== undefined) {
		const end = `exited with ${exit.exitCode} (${exitMeaning(exit.exitCode, exit)})${lastLogLine(log)}`;
		return advice === undefined ? end : `${end}; ${advice}`;
	}
	if (startError !== undefined) return `could not be started: ${startError}`;
	if (probe === undefined) return "unknown cause: its log shows no known error";
	return portCause(probe, listeners, log) ?? answerCause(probe);
}

function matchPattern(lines: readonly string[]): string | undefined {
	for (const { pattern, describe } of failurePatterns)
		for (const line of lines.map(shorten)) {
			const match = pattern.exec(line);
			if (match !== null) return describe(match);
		}
	return undefined;
}

/** Whether the cause is clear, and hardening cannot be it. */
export function isServiceFault({ log, startError, exit, probe, listeners }: Symptoms): boolean {
	if (exit?.outOfMemory) return true;
	if (probe?.error.startsWith("flaps")) return true;
	// A wrong answer that is not a server error is the service's own.
	if (probe?.status !== undefined && probe.status < 500) return true;
	if (probe?.port !== undefined) {
		if (loopbackOnly(probe.port, listeners) !== undefined) return true;
		const reachable = listeners?.filter(({ address }) => !isLoopback(address)) ?? [];
		if (reachable.length > 0 && reachable.every(({ port }) => port !== probe.port)) return true;
	}
	const lines = [...(startError ? [startError] : []), ...(probe ? [probe.error] : []), ...log].map(shorten);
	if (lines.some((line) => permissionErrors.test(line))) return false;
	return failurePatterns.some((item) => item.isServiceFault && lines.some((line) => item.pattern.test(line)));
}

const permissionErrors =
	/read-only file system|EROFS|permission denied|EACCES|operation not permitted|EPERM|temporarily unavailable/i;

const readOnlyPath =
	/(?:Read-only file system|EROFS)[^'"/]*['"]?(\/[^'",\s:]+)|['"]?(\/[^'",\s:]+)['"]?: Read-only file system/gi;

/** Paths that a program could not write to, according to its log. */
export function readOnlyPathsIn(log: readonly string[]): readonly string[] {
	const paths = log.flatMap((line) =>
		[...shorten(line).matchAll(readOnlyPath)].map(([, after, before]) => after ?? before ?? ""),
	);
	return [...new Set(paths.filter((path) => path !== ""))];
}

/** Why a need is not available, briefly: `cache exited with 3: boom: no db`. `cause`: if it is certain already. */
export function whyNeedFailed(name: string, symptoms: Symptoms, cause?: string): string {
	const { exit, log } = symptoms;
	if (exit === undefined || exit.outOfMemory) return `${name}: ${cause ?? likelyCause(symptoms)}`;
	return `${name} exited with ${exit.exitCode}${lastLogLine(log)}`;
}

function lastLogLine(log: readonly string[]): string {
	const last = log.at(-1);
	return last === undefined ? "; no log output" : `: ${last.slice(0, 160)}`;
}

const isLoopback = (address: string) => address.startsWith("127.") || address === "::1";

function loopbackOnly(port: number, listeners: readonly Listener[] = []): string | undefined {
	const onPort = listeners.filter((listener) => listener.port === port);
	if (onPort.length === 0 || !onPort.every(({ address }) => isLoopback(address))) return undefined;
	return `listens only on ${onPort[0]?.address}:${port}: make it listen on 0.0.0.0`;
}

function portCause(
	{ port, status, afterMs }: NonNullable<Symptoms["probe"]>,
	listeners: readonly Listener[] | undefined,
	log: readonly string[],
): string | undefined {
	if (port === undefined || status !== undefined) return undefined;
	if (listeners?.some((listener) => listener.port === port)) return undefined;
	if (listeners !== undefined) {
		const reachable = listeners.filter(({ address }) => !isLoopback(address)).map((listener) => listener.port);
		const after = afterMs === undefined ? "" : ` after ${formatSeconds(afterMs)}`;
		const others = reachable.length === 0 ? after : `; it listens on ${[...new Set(reachable)].join(", ")}`;
		return `nothing listens on port ${port}${others}`;
	}
	if (log.some((line) => new RegExp(`(?:127\\.0\\.0\\.1|localhost|\\[::1\\]):${port}\\b`).test(line)))
		return `listens only on 127.0.0.1:${port}, according to its log: make it listen on 0.0.0.0`;
	return undefined;
}

function answerCause({ error, status, path }: NonNullable<Symptoms["probe"]>): string {
	if (status === 404 && path !== undefined) return `answers 404 at ${path}: check the health path in the catalog`;
	if (status !== undefined && status >= 500 && !error.startsWith("flaps"))
		return `${error}: it runs, but reports that it is unhealthy`;
	if (/^no complete answer/.test(error)) return `accepts the connection, but gives ${error}`;
	return error;
}

const exitMeanings: Readonly<Record<number, string>> = {
	0: "ended without an error",
	125: "the engine could not run it",
	126: "found but not executable",
	127: "program not found",
	128: "invalid exit status",
	132: "SIGILL: illegal instruction",
	134: "SIGABRT",
	135: "SIGBUS",
	136: "SIGFPE",
	139: "SIGSEGV: segmentation fault",
	143: "SIGTERM",
};

/** Meaning of an exit code by Docker's and the shell's convention (128 + signal). */
export function exitMeaning(exitCode: number, { outOfMemory }: { readonly outOfMemory: boolean }): string {
	if (outOfMemory) return "killed: out of memory";
	if (exitCode === 137) return "SIGKILL: killed from outside, or out of memory";
	return exitMeanings[exitCode] ?? (exitCode > 128 && exitCode < 165 ? `signal ${exitCode - 128}` : "error");
}
