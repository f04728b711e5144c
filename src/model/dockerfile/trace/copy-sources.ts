import type { Instruction } from "../parse/instruction.ts";
import { parseHeredocStart } from "../parse/lines.ts";

/** Kind of a source of ADD. */
export type AddSourceKind = "local" | "http" | "git";

/** As in BuildKit: a URL is a git URL if its path ends in `.git`; `github.com/...` without a scheme is a local path. */
export function addSourceKind(source: string): AddSourceKind {
	const web = /^https?:\/\/[^#?]*/i.exec(source);
	if (web !== null) return web[0].endsWith(".git") ? "git" : "http";
	if (/^(?:git|ssh):\/\//i.test(source)) return "git";
	// SCP syntax: user@host:path.
	return /^[a-zA-Z0-9-_]+@[a-zA-Z0-9-.]+:.+/.test(source) ? "git" : "local";
}

/** Whether the Dockerfile fixes the content of a URL: by a checksum, or by a full commit id. */
export function isPinnedUrl(source: string, kind: AddSourceKind, checksum: string | undefined): boolean {
	if (checksum !== undefined && checksum !== "") return true;
	return kind === "git" && /[#?&](?:[^#]*=)?[0-9a-f]{40}(?:[0-9a-f]{24})?(?:[:&]|$)/.test(source);
}

/** The sources of a COPY or ADD, not expanded: its arguments without destination and heredocs. */
export function writtenSources(instruction: Instruction): readonly string[] {
	return instruction.args.slice(0, -1).filter((arg) => parseHeredocStart(arg) === undefined);
}

export const flagValue = (instruction: Instruction, flag: string): string | undefined =>
	instruction.flags.find(({ name }) => name === flag)?.value;

export const flagValues = (instruction: Instruction, flag: string): readonly string[] =>
	instruction.flags.flatMap(({ name, value }) => (name === flag && value !== undefined ? [value] : []));

/** Whether a boolean flag is on. */
export const isFlagOn = (instruction: Instruction, flag: string): boolean =>
	instruction.flags.some(({ name, value }) => name === flag && value?.toLowerCase() !== "false");
