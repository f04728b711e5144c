import { refusalAdvice } from "../../model/oci/registry-refusals.ts";
import { defined } from "../../util/defined.ts";
import type { FailedStep } from "./log/bake-log.ts";

/** The error that bake prints at its end. */
export interface BakeError {
	/** The target that failed; undefined if bake names none. */
	readonly target?: string;
	readonly message: string;
	/** Line of the failed instruction in the Dockerfile. */
	readonly line?: number;
}

/** How to recover from a failure. */
export type Recovery =
	| { readonly kind: "none" }
	/** The emulator crashed: retry once. */
	| { readonly kind: "emulator" }
	/** The registry was busy or the connection broke: retry after a delay. */
	| { readonly kind: "registry" }
	/** The engine lost this build or its connection to it: retry after a delay. */
	| { readonly kind: "lost" }
	/** A layer from the cache may be the cause: retry once without the cache. */
	| { readonly kind: "cache" }
	/** The engine does not answer: do not try the other images. */
	| { readonly kind: "engine-gone" };

/** Finds the error after the excerpt of the Dockerfile: `ERROR: target api: failed to solve: ...`. */
export function parseBakeError(lines: readonly string[]): BakeError {
	const at = lines.findLastIndex((line) => line.startsWith("ERROR:"));
	if (at < 0) {
		const message = lines.findLast((line) => line.trim() !== "") ?? "docker buildx bake failed without a message";
		return { message: message.trim() };
	}
	const end = lines.findIndex((line, index) => index > at && line.trim() === "");
	const text = lines.slice(at, end < 0 ? undefined : end).join("\n");
	const rest = text.slice("ERROR:".length).trim();
	const target = /^target ([a-zA-Z0-9_-]+): /.exec(rest)?.[1];
	const header = lines.findLastIndex(
		(line, index) => index < at && /^-{5,}$/.test(lines[index + 1] ?? "") && /:\d+$/.test(line),
	);
	const line = /:(\d+)$/.exec(lines[header] ?? "")?.[1];
	return {
		message: target === undefined ? rest : rest.slice(`target ${target}: `.length),
		...defined({ target }),
		...(line !== undefined && { line: Number(line) }),
	};
}

/** One sentence: the cause, and the fix if it is known. */
export function describeFailure(error: BakeError, step: FailedStep | undefined): string {
	const cause = causeOf(error, step);
	const lines = [error.message, ...(step?.log ?? [])];
	const fix =
		registryAdvice(error.message) ?? fixes.find(({ pattern }) => lines.some((line) => pattern.test(line)))?.fix;
	return fix === undefined ? cause : `${cause}; fix: ${fix}`;
}

/** Advice by the registry's message. A bare 403 means that the login lacks a permission. */
function registryAdvice(message: string): string | undefined {
	const named =
		/(?:failed to push|failed to resolve source metadata for|failed to copy:.{0,2000}) ([^\s/]+)\/([^\s:@]+)/.exec(
			message,
		);
	const [, host = "", repository = ""] = named ?? [];
	return refusalAdvice({ host, repository }, message, /403 Forbidden|denied/.test(message) ? "used" : "unknown");
}

/** Whether BuildKit could not reach the registry. Output of a step's program is not in the message. */
export function isRegistryUnreachable({ message }: BakeError): boolean {
	return !engineGone.test(message) && unreachable.test(message) && !/did not complete successfully/.test(message);
}

const unreachable =
	/failed to do request: .{0,2000}(?:no such host|connection refused|no route to host|network is unreachable|i\/o timeout|proxyconnect|server misbehaving)/s;

function causeOf({ message }: BakeError, step: FailedStep | undefined): string {
	const plain = message
		.replace(/^(?:failed to build: )?failed to solve: /, "")
		.replace(/^(?:failed to compute cache key: )?failed to calculate checksum of ref \S+: /, "")
		.replace(/^rpc error: code = \w+ desc = /, "");
	const exit = /did not complete successfully: exit code: (\d+)/.exec(plain)?.[1];
	if (exit !== undefined) return `${step?.name ?? "a step"} ended with exit code ${exit}${exitMeaning(Number(exit))}`;
	const path = /^("[^"]+"): not found$/.exec(plain)?.[1];
	if (path !== undefined && step !== undefined)
		return `${step.name}: ${path} is not in the build context, or the ignore file hides it`;
	return plain;
}

function exitMeaning(exit: number): string {
	const meanings: Readonly<Record<number, string>> = {
		126: " (not executable)",
		127: " (command not found)",
		132: " (illegal instruction)",
		137: " (killed, usually out of memory)",
		139: " (segmentation fault)",
	};
	return meanings[exit] ?? "";
}

const fixes: readonly { readonly pattern: RegExp; readonly fix: string }[] = [
	{
		pattern: /exec format error/,
		fix: "use a machine of that platform, or add emulation (the action `setup`, or the package qemu-user-static)",
	},
	{
		pattern: /no space left on device/,
		fix: "free disk space on the engine: `docker system df` shows its use, `docker builder prune` frees the build cache",
	},
	{
		pattern:
			/no basic auth credentials|authentication required|authorization failed|insufficient_scope|denied: |: denied|40[13] (?:Unauthorized|Forbidden)/,
		fix: "log in with `docker login` as a user who may push there; on GitHub the job needs `packages: write` for ghcr.io",
	},
	{
		pattern: /failed to do request: .{0,2000}(?:no such host|connection refused|network is unreachable|proxyconnect)/s,
		fix: "check the registry's name, and that the engine can reach it: it has its own proxy and DNS settings",
	},
	{
		pattern: /no match for platform in manifest/,
		fix: "use a base image that supports this platform, or remove the platform from the catalog",
	},
];

/** Transient registry errors and broken connections. Other 4xx codes and a refused connection are final. */
const transient =
	/\b(?:408|429|499|500|502|503|504|522) [A-Z][a-z]+|toomanyrequests: |unavailable: |connection reset by peer|broken pipe|unexpected EOF|: EOF\b|i\/o timeout|TLS handshake timeout/;
/** Two targets that push the same blob to a new repository at once can get these errors. */
const concurrentPush =
	/failed to push .{0,2000}(?:provided digest did not match uploaded content|blob unknown to registry|blob upload unknown)/s;
const engineGone = /Cannot connect to the Docker daemon|no builder ".{0,200}" found|failed to find driver/;
/**
 * Errors of an overloaded engine (docker/buildx#3486, #3810) and of broken sessions (docker/buildx#4063). If the engine
 * is gone, the next attempt detects it.
 */
const buildLost =
	/no such job\b|no active session|session not found|failed to (?:get|receive) status: |failed to list workers: |error reading from server|code = (?:Unavailable|Canceled)\b|transport is closing|client connection is closing/;

/** Which failures to retry. A program's own exit code is final. */
export function recoveryFor(error: BakeError, step: FailedStep | undefined): Recovery {
	if (error.message.includes("did not complete successfully")) {
		const crashed =
			/exit code: (?:132|139)\b/.test(error.message) ||
			step?.log.some((line) => /^qemu: uncaught target signal (?:4|11)\b/.test(line.trim())) === true;
		return { kind: crashed ? "emulator" : "none" };
	}
	if (engineGone.test(error.message)) return { kind: "engine-gone" };
	// Before the registry: a broken connection to the engine ends with an EOF too.
	if (buildLost.test(error.message)) return { kind: "lost" };
	return { kind: transient.test(error.message) || concurrentPush.test(error.message) ? "registry" : "none" };
}

/** Whether a missing or damaged layer of the cache may be the cause: not if a program ran or a file is missing. */
export function mayBeCausedByCache({ message, line }: BakeError): boolean {
	if (message.includes("did not complete successfully")) return false;
	return line === undefined || /\b(?:blob|layer|content|descriptor|failed to copy|failed to fetch)\b/i.test(message);
}

/** The cache cannot be used, for example with an invalid token; BuildKit then builds nothing. */
export function isCacheConfigError({ message }: BakeError): boolean {
	return /failed to configure \S+ cache (?:importer|exporter)/.test(message);
}
