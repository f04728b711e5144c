import { lstatSync } from "node:fs";
import path from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import type { AllServiceInputs } from "../../model/service/service-inputs.ts";
import type { LintRequest } from "./linter.ts";

/** Files looked at between two looks at what has come in. */
const turnAfter = 2000;

/**
 * The modes of files and folders that are taken from a context and have the setuid, setgid or sticky bit. Looks at each on disk: about 4 s for a
 * million. A setgid bit that a folder has from the catalog's folder, as all folders that are made in one with that bit have, is none of the repository's.
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

/** Permission bits; none for what is not there. */
function modeOf(file: string): number {
	try {
		return (lstatSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o7777;
	} catch {
		return 0;
	}
}
