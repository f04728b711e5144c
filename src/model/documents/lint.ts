import type { Problem } from "../../util/errors.ts";

export type Severity = "error" | "warning" | "note";

/**
 * One change that fixes a finding. Offsets count UTF-16 units from the start of the file's text as it was read; `from` equal to `to` inserts.
 * A replacement that adds a line brings that line's end with it. Edits of one finding belong together: all of them or none.
 */
export interface Edit {
	/** Relative to the catalog's folder. */
	readonly file: string;
	readonly from: number;
	/** The first unit that stays. */
	readonly to: number;
	readonly replacement: string;
}

/** What a lint rule found. `code` is the rule's id. */
export interface Finding extends Problem {
	readonly severity: Severity;
	readonly service?: string;
	/** All services that it is about, where several share it. */
	readonly services?: readonly string[];
	/** Only where the change is safe: the image stays what it was meant to be. Findings may share an edit, and then it is made once. */
	readonly edits?: readonly Edit[];
}

/** A check that was wanted and could not be made. */
export interface SkippedCheck {
	readonly check: "packages" | "build-checks";
	readonly why: string;
}

export interface FixedFiles {
	/** How many findings were fixed. */
	readonly findings: number;
	/** Without it, nothing was written. */
	readonly written: boolean;
	readonly files: readonly {
		/** Relative to the catalog's folder. */
		readonly file: string;
		/** In the unified form, as `patch -p1` and `git apply` take it. */
		readonly diff: string;
	}[];
}

export interface LintResult {
	readonly kind: "lucid.lint";
	readonly version: 1;
	readonly findings: readonly Finding[];
	/** Dockerfiles that were read. */
	readonly files: number;
	readonly skipped?: readonly SkippedCheck[];
	/** What a baseline file made of it: its findings are not among `findings`. */
	readonly baseline?: {
		/** How many findings it knew. */
		readonly old: number;
		/** How many it knows that are found no more. */
		readonly gone: number;
	};
	/** What `--fix` did. */
	readonly fixed?: FixedFiles;
}
