import type { Problem } from "../errors.ts";

export type Severity = "error" | "warning" | "note";

/** What a lint rule found. `code` is the rule's id. */
export interface Finding extends Problem {
	readonly severity: Severity;
	readonly service?: string;
}

export interface LintResult {
	readonly kind: "lucid.lint";
	readonly version: 1;
	readonly findings: readonly Finding[];
	/** Dockerfiles that were read. */
	readonly files: number;
}
