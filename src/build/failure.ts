import type { FailedStep } from "./watch.ts";

/** What bake says at the end of a run that failed. */
export interface BakeError {
	/** The target it is about; undefined when bake names none. */
	readonly target?: string;
	readonly message: string;
	/** Line of the Dockerfile that the excerpt before it begins to point at. */
	readonly line?: number;
}

/** What is to be done about a failure. */
export type Cure =
	| { readonly kind: "none" }
	/** The emulator crashed, not the program: once more. */
	| { readonly kind: "emulator" }
	/** The registry was busy or the connection broke: again, after a while. */
	| { readonly kind: "registry" }
	/** Nobody answers any more: the other images need not be tried. */
	| { readonly kind: "engine-gone" };

/** The error among the lines that bake wrote for people. */
export function readError(lines: readonly string[]): BakeError {
	const at = lines.findLastIndex((line) => /^ERROR:/.test(line));
	if (at < 0) {
		const message = lines.findLast((line) => line.trim() !== "") ?? "docker buildx bake ended without a word";
		return { message: message.trim() };
	}
	const rest = lines
		.slice(at)
		.join("\n")
		.replace(/^ERROR:\s*/, "")
		.trim();
	const named = /^target ([a-zA-Z0-9_-]+):\s*/.exec(rest);
	const marked = lines.slice(0, at).findLast((line) => /^\s*\d+ \| >>> /.test(line));
	const excerpt = lines.slice(0, at).findLastIndex((line) => /^\S.*:\d+$/.test(line));
	const line = excerpt < 0 || marked === undefined ? undefined : Number(/:(\d+)$/.exec(lines[excerpt] ?? "")?.[1]);
	return {
		...(named?.[1] !== undefined && { target: named[1] }),
		message: rest.slice(named?.[0].length ?? 0),
		...(line !== undefined && { line }),
	};
}

/** The line the excerpt marks, when it marks more than the header says: Dockerfile:3 is the first of them. */
export function cause(error: BakeError, step: FailedStep | undefined): string {
	const plain = error.message
		.replace(/^failed to solve:\s*/, "")
		.replace(/^(?:failed to compute cache key:\s*)?failed to calculate checksum of ref \S+:\s*/, "")
		.replace(/^rpc error: code = \w+ desc = /, "");
	const exit = /did not complete successfully: exit code: (\d+)/.exec(plain)?.[1];
	if (exit !== undefined) return `${step?.name ?? "a step"} ended with exit code ${exit}${meaning(Number(exit))}`;
	if (/"[^"]+": not found$/.test(plain) && step !== undefined)
		return `${step.name}: ${plain.replace(/: not found$/, "")} is not in the build context, or the ignore file hides it`;
	return plain;
}

function meaning(exit: number): string {
	const known: Readonly<Record<number, string>> = {
		126: " (not executable)",
		127: " (command not found)",
		132: " (illegal instruction)",
		137: " (killed, mostly for want of memory)",
		139: " (segmentation fault)",
	};
	return known[exit] ?? "";
}

/** 429 and passing errors of a registry, or a connection that broke. 4xx else are answers, and so is a refused connection. */
const passing =
	/\b(?:408|429|499|500|502|503|504|522) [A-Z][a-z]+|toomanyrequests|connection reset by peer|broken pipe|unexpected EOF|: EOF\b|i\/o timeout|TLS handshake timeout/;
const gone =
	/Cannot connect to the Docker daemon|error reading from server: EOF|code = Unavailable|transport is closing|no such builder|no builder ".*" found|failed to find driver/;

/** Which failures are worth another try. A program that ended with an exit code of its own never is. */
export function cureFor(error: BakeError, step: FailedStep | undefined): Cure {
	if (/did not complete successfully/.test(error.message)) {
		const crashed =
			/exit code: (?:132|139)\b/.test(error.message) ||
			step?.log.some((line) => /^qemu: uncaught target signal (?:4|11)\b/.test(line.trim()));
		return { kind: crashed === true ? "emulator" : "none" };
	}
	if (gone.test(error.message)) return { kind: "engine-gone" };
	return { kind: passing.test(error.message) ? "registry" : "none" };
}
