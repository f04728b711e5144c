import { lstatSync } from "node:fs";
import path from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import type { AllServiceInputs } from "../../model/service/service-inputs.ts";
import type { LintRequest } from "./linter.ts";

/** Files that are checked before other tasks get a turn. */
const turnAfter = 2000;

/**
 * Modes of copied files and folders with the setuid, setgid or sticky bit. Reads each on disk: about 4 s for a million.
 * Ignores a setgid bit that folders inherit from the catalog's folder.
 */
export async function findSpecialModes(
	root: string,
	inputs: AllServiceInputs,
): Promise<NonNullable<LintRequest["special"]>> {
	const found = new Map<string, number>();
	const inherited = modeOf(root) & 0o2000;
	const looked = new Set<readonly unknown[]>();
	let count = 0;
	for (const { selected = [] } of inputs.flatMap((one) => ("selected" in one ? one : [])))
		for (const { input, entries } of selected) {
			if (input.oneMode || looked.has(entries)) continue;
			looked.add(entries);
			for (const { path: name, kind } of entries) {
				if (kind !== "file" && kind !== "dir") continue;
				if (++count % turnAfter === 0) await turn();
				const mode = modeOf(path.join(root, name));
				const own = kind === "dir" ? mode & ~inherited : mode;
				if ((own & 0o7000) !== 0) found.set(name, own);
			}
		}
	return found;
}

/** Permission bits; 0 for a missing file. */
function modeOf(file: string): number {
	try {
		return (lstatSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o7777;
	} catch {
		return 0;
	}
}
