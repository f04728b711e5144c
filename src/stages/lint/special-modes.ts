import { lstatSync } from "node:fs";
import path from "node:path";
import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { AllServiceInputs } from "../../model/service/service-inputs.ts";
import type { LintRequest } from "./linter.ts";

/** Files that are checked before other tasks get a turn. */
const batchSize = 2000;

/**
 * Modes of copied files and folders with the setuid, setgid or sticky bit. Reads each on disk: about 4 s for a million.
 * Ignores a setgid bit that folders inherit from the catalog's folder.
 */
export async function findSpecialModes(
	root: string,
	inputs: AllServiceInputs,
): Promise<NonNullable<LintRequest["specialModes"]>> {
	const modes = new Map<string, number>();
	const inherited = modeOf(root) & 0o2000;
	const copied = inputs.flatMap((input) => ("selected" in input ? input.selected : []));
	// Services may share lists of entries.
	const lists = new Set(copied.filter(({ input }) => !input.oneMode).map(({ entries }) => entries));
	let count = 0;
	for (const entries of lists)
		for (const { path: name, kind } of entries) {
			if (kind !== "file" && kind !== "dir") continue;
			if (++count % batchSize === 0) await yieldToOthers();
			const mode = modeOf(path.join(root, name));
			const own = kind === "dir" ? mode & ~inherited : mode;
			if ((own & 0o7000) !== 0) modes.set(name, own);
		}
	return modes;
}

/** Permission bits; 0 for a missing file. */
function modeOf(file: string): number {
	try {
		return (lstatSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o7777;
	} catch {
		return 0;
	}
}
