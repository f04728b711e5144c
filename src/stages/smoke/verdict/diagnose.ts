import { formatSeconds } from "../probes/attempt.ts";
import { exitMeaning } from "./exit-meaning.ts";

/** A socket that listens inside the container. */
export interface Listener {
	readonly address: string;
	readonly port: number;
}

/** What is known about a service that failed. */
export interface Symptoms {
	readonly log: readonly string[];
	/** The engine's words when it could not start the container. */
	readonly startError?: string;
	/** What to do about it, where that follows from what it was meant to do. */
	readonly advice?: string;
	readonly exit?: { readonly exitCode: number; readonly outOfMemory: boolean };
	readonly architecture?: { readonly wanted: string; readonly found: string };
	readonly probe?: {
		readonly error: string;
		readonly status?: number;
		readonly path?: string;
		readonly port?: number;
		/** How long it had, from the container's start. */
		readonly afterMs?: number;
	};
	/** Under emulation: it was still busy when its time was up. */
	readonly stillBusy?: true;
	/** Undefined when they cannot be seen, as on a remote engine. */
	readonly listeners?: readonly Listener[];
}

interface Sign {
	readonly pattern: RegExp;
	/** Hardening has no part in it. */
	readonly own?: true;
	readonly say: (match: RegExpMatchArray) => string;
}

/** Signs in the log or the engine's words, the surest first. */
const signs: readonly Sign[] = [
	{
		own: true,
		pattern: /exec format error/i,
		say: () => "exec format error: built for another architecture, or a script without a #! line",
	},
	{
		own: true,
		pattern: /ModuleNotFoundError: No module named ['"]([^'"]+)['"]/,
		say: ([, name]) => `ModuleNotFoundError: ${name}: not in the image, or not on PYTHONPATH`,
	},
	{
		own: true,
		pattern: /Cannot find (?:module|package) ['"]([^'"]+)['"]/,
		say: ([, name]) => `cannot find module ${name}: not in the image`,
	},
	{
		own: true,
		pattern: /error while loading shared libraries: (\S+?):/,
		say: ([, name]) => `shared library ${name} is not in the image`,
	},
	{
		own: true,
		pattern: /version [`'](GLIBC\S*?)' not found/,
		say: ([, name]) => `${name} is not in the image: built against a newer C library than it runs on`,
	},
	{
		own: true,
		pattern: /(?:No space left on device|ENOSPC|disk quota exceeded)/i,
		say: () => "no space left on a disk or tmpfs that it writes to",
	},
	{
		pattern: /(?:Read-only file system|EROFS)[^'"/]*(?:['"]?(\/[^'",\s]+))?/i,
		say: ([, path]) =>
			`writes to its read-only file system${path ? `: needs a writable ${path} (hardening.tmpfs)` : ""}`,
	},
	{
		pattern: /(?:can't start new thread|fork: (?:retry: )?Resource temporarily unavailable|pthread_create failed)/i,
		say: () => "cannot start another thread or process: hardening.pids is too low",
	},
	{
		pattern: /(?:bind|listen)[^\n]*permission denied|permission denied[^\n]*(?:bind|listen)/i,
		say: () => "may not bind its port: below 1024 it needs NET_BIND_SERVICE, better take a higher one",
	},
	{
		pattern: /(?:Permission denied|EACCES)[^'"/]*['"]?(\/[^'",\s]+)/i,
		say: ([, path]) => `permission denied on ${path}: not readable or writable for the user the image runs as`,
	},
	{
		own: true,
		pattern: /(?:address already in use|EADDRINUSE)/i,
		say: () => "binds the same port twice: address already in use",
	},
	{
		own: true,
		pattern: /exec: "([^"]+)": [^\n]*(?:no such file|not found)/i,
		say: ([, name]) => `${name} is not in the image: check ENTRYPOINT and CMD`,
	},
	{
		pattern: /(?:exec|\/bin\/sh): ?[^\n]*?([^\s:]+): (?:no such file or directory|not found)/i,
		say: ([, name]) => `${name} is not in the image: check ENTRYPOINT and CMD`,
	},
	{
		own: true,
		pattern:
			/(?:getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (\S+)|Name or service not known|Temporary failure in name resolution|no such host)/i,
		say: ([, host]) => `cannot resolve ${host ?? "a host name"}: is a need missing in the catalog?`,
	},
];

/** One line: the likely cause. From the surest sign to the vaguest; always says something true. */
export function likelyCause(symptoms: Symptoms): string {
	const { architecture, exit, log, startError, probe, listeners, advice } = symptoms;
	if (architecture !== undefined && architecture.wanted !== architecture.found)
		return `wrong architecture: ${architecture.found}, wanted ${architecture.wanted}`;
	if (exit?.outOfMemory) return `out of memory: hardening.memory is too low (exit ${exit.exitCode})`;
	const inward = probe?.port === undefined ? undefined : onlyInward(probe.port, listeners);
	if (inward !== undefined) return inward;
	const lines = [...(startError ? [startError] : []), ...(probe ? [probe.error] : []), ...log.toReversed()];
	// A log full of warnings says little about a service that runs and answers.
	const sign = probe?.status !== undefined && exit === undefined ? undefined : signIn(lines);
	if (sign !== undefined) return sign;
	if (exit !== undefined) {
		const how = `exited with ${exit.exitCode} (${exitMeaning(exit.exitCode, exit)})${lastWords(log)}`;
		return advice === undefined ? how : `${how}; ${advice}`;
	}
	if (startError !== undefined) return `could not be started: ${startError}`;
	if (probe === undefined) return "no sign of the cause in its log";
	return aboutPort(probe, listeners, log) ?? aboutAnswer(probe);
}

function signIn(lines: readonly string[]): string | undefined {
	for (const { pattern, say } of signs)
		for (const line of lines) {
			const match = pattern.exec(line);
			if (match !== null) return say(match);
		}
	return undefined;
}

/** Whether the cause is plain, and one that no hardening brings about. */
export function isServiceFault({ log, startError, exit, probe, listeners }: Symptoms): boolean {
	if (exit?.outOfMemory) return true;
	if (probe?.error.startsWith("flaps")) return true;
	// It answers, and what it answers is a matter of its own, but for faults inside.
	if (probe?.status !== undefined && probe.status < 500) return true;
	if (probe?.port !== undefined) {
		if (onlyInward(probe.port, listeners) !== undefined) return true;
		const others = listeners?.filter(({ address }) => !isLocal(address)) ?? [];
		if (others.length > 0 && others.every(({ port }) => port !== probe.port)) return true;
	}
	const lines = [...(startError ? [startError] : []), ...(probe ? [probe.error] : []), ...log];
	if (lines.some((line) => refusal.test(line))) return false;
	return signs.some(({ own, pattern }) => own && lines.some((line) => pattern.test(line)));
}

/** What a program says that was not let. */
const refusal =
	/read-only file system|EROFS|permission denied|EACCES|operation not permitted|EPERM|temporarily unavailable/i;

const readOnlyPath =
	/(?:Read-only file system|EROFS)[^'"/]*['"]?(\/[^'",\s:]+)|['"]?(\/[^'",\s:]+)['"]?: Read-only file system/gi;

/** Paths that a log says could not be written to. */
export function readOnlyPathsIn(log: readonly string[]): readonly string[] {
	const found = log.flatMap((line) =>
		[...line.matchAll(readOnlyPath)].map(([, after, before]) => after ?? before ?? ""),
	);
	return [...new Set(found.filter((path) => path !== ""))];
}

/** Why what others need is not there for them, in a few words: `cache exited with 3: boom: no db`. */
export function whyNeedFailed(name: string, symptoms: Symptoms, plain?: string): string {
	const { exit, log } = symptoms;
	if (exit === undefined || exit.outOfMemory) return `${name}: ${plain ?? likelyCause(symptoms)}`;
	return `${name} exited with ${exit.exitCode}${lastWords(log)}`;
}

function lastWords(log: readonly string[]): string {
	const last = log.at(-1);
	return last === undefined ? "; it logged nothing" : `: ${last.slice(0, 160)}`;
}

function isLocal(address: string): boolean {
	return address.startsWith("127.") || address === "::1";
}

function onlyInward(port: number, listeners: readonly Listener[] = []): string | undefined {
	const here = listeners.filter((listener) => listener.port === port);
	if (here.length === 0 || !here.every(({ address }) => isLocal(address))) return undefined;
	return `listens on ${here[0]?.address}:${port} only: let it listen on 0.0.0.0`;
}

function aboutPort(
	{ port, status, afterMs }: NonNullable<Symptoms["probe"]>,
	listeners: readonly Listener[] | undefined,
	log: readonly string[],
): string | undefined {
	if (port === undefined || status !== undefined) return undefined;
	if (listeners?.some((listener) => listener.port === port)) return undefined;
	if (listeners !== undefined) {
		const others = [...new Set(listeners.filter(({ address }) => !isLocal(address)).map((other) => other.port))];
		const after = afterMs === undefined ? "" : ` after ${formatSeconds(afterMs)}`;
		return `nothing listens on port ${port}${others.length === 0 ? after : `; it listens on ${others.join(", ")}`}`;
	}
	if (log.some((line) => new RegExp(`(?:127\\.0\\.0\\.1|localhost|\\[::1\\]):${port}\\b`).test(line)))
		return `listens on 127.0.0.1:${port} only, as its log says: let it listen on 0.0.0.0`;
	return undefined;
}

function aboutAnswer({ error, status, path }: NonNullable<Symptoms["probe"]>): string {
	if (status === 404 && path !== undefined) return `answers 404 at ${path}: is the health path right?`;
	if (status !== undefined && status >= 500 && !error.startsWith("flaps"))
		return `${error}: it runs, and says itself that it is not well`;
	if (/^no complete answer/.test(error)) return `takes the connection and gives ${error}`;
	return error;
}
