import type { Instruction } from "../parse/instruction.ts";
import { parseHeredocStart } from "../parse/lines.ts";

/** What one source of an ADD is. */
export type AddSourceKind = "local" | "http" | "git";

/** As BuildKit tells them apart: a URL is git's when its path ends in `.git`; `github.com/...` without a scheme is a local path. */
export function addSourceKind(source: string): AddSourceKind {
	const web = /^https?:\/\/[^#?]*/i.exec(source);
	if (web !== null) return web[0].endsWith(".git") ? "git" : "http";
	if (/^(?:git|ssh):\/\//i.test(source)) return "git";
	// The short form of ssh: user@host:path.
	return /^[a-zA-Z0-9-_]+@[a-zA-Z0-9-.]+:.+/.test(source) ? "git" : "local";
}

/** Whether what a URL brings is fixed by the Dockerfile itself: by a checksum, or by a whole commit id. */
export function isPinnedUrl(source: string, kind: AddSourceKind, checksum: string | undefined): boolean {
	if (checksum !== undefined && checksum !== "") return true;
	return kind === "git" && /[#?&](?:[^#]*=)?[0-9a-f]{40}(?:[0-9a-f]{24})?(?:[:&]|$)/.test(source);
}

/** The sources of a COPY or ADD: its arguments without destination and heredocs, not expanded. */
export function writtenSources(instruction: Instruction): readonly string[] {
	return instruction.args.slice(0, -1).filter((arg) => parseHeredocStart(arg) === undefined);
}

export const flagValue = (instruction: Instruction, flag: string): string | undefined =>
	instruction.flags.find(({ name }) => name === flag)?.value;

export const flagValues = (instruction: Instruction, flag: string): readonly string[] =>
	instruction.flags.flatMap(({ name, value }) => (name === flag && value !== undefined ? [value] : []));

/** Whether a flag that needs no value is on. */
export const isFlagOn = (instruction: Instruction, flag: string): boolean =>
	instruction.flags.some(({ name, value }) => name === flag && value?.toLowerCase() !== "false");
