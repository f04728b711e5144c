import { z } from "zod";
import type { Location, Problem } from "../../util/errors.ts";
import type { Infer } from "../../util/json.ts";

export const locationSchema = z.object({
	file: z.string(),
	line: z.number().exactOptional(),
	column: z.number().exactOptional(),
	endLine: z.number().exactOptional(),
}) satisfies z.ZodType<Location>;

export const problemSchema = z.object({
	code: z.string(),
	message: z.string(),
	at: locationSchema.exactOptional(),
	why: z.string().exactOptional(),
	fix: z.string().exactOptional(),
}) satisfies z.ZodType<Problem>;

export const severitySchema = z.enum(["error", "warning", "note"]);
export type Severity = Infer<typeof severitySchema>;

/**
 * One change that fixes a finding. Offsets count UTF-16 units from the start of the file; `from` equal to `to` inserts.
 * A replacement that adds a line includes its line break. Edits of one finding are applied all or none.
 */
const editSchema = z.object({
	/** Relative to the catalog's folder. */
	file: z.string(),
	from: z.number(),
	/** Offset of the first unit that stays. */
	to: z.number(),
	replacement: z.string(),
});
export type Edit = Infer<typeof editSchema>;

/** A finding of a lint rule. `code` is the rule's id. */
const findingSchema = z.object({
	...problemSchema.shape,
	severity: severitySchema,
	service: z.string().exactOptional(),
	/** All services that share the finding. */
	services: z.array(z.string()).exactOptional(),
	/** Only safe changes, which keep the intended image. Findings may share an edit, which is then applied once. */
	edits: z.array(editSchema).exactOptional(),
});
export type Finding = Infer<typeof findingSchema>;

/** A requested check that could not run. */
const skippedCheckSchema = z.object({ check: z.enum(["packages", "build-checks"]), why: z.string() });
export type SkippedCheck = Infer<typeof skippedCheckSchema>;

const fixedFilesSchema = z.object({
	/** Number of fixed findings. */
	findings: z.number(),
	/** False: the files were not written. */
	written: z.boolean(),
	files: z.array(
		z.object({
			/** Relative to the catalog's folder. */
			file: z.string(),
			/** Unified diff for `patch -p1` and `git apply`. */
			diff: z.string(),
		}),
	),
});
export type FixedFiles = Infer<typeof fixedFilesSchema>;

export const lintResultSchema = z.object({
	kind: z.literal("lucid.lint"),
	version: z.literal(1),
	findings: z.array(findingSchema),
	/** Number of Dockerfiles. */
	files: z.number(),
	skipped: z.array(skippedCheckSchema).exactOptional(),
	/** Comparison with a baseline file, whose findings are not in `findings`. */
	baseline: z
		.object({
			/** Findings that are in the baseline. */
			old: z.number(),
			/** Baseline entries without a finding. */
			gone: z.number(),
		})
		.exactOptional(),
	/** Result of `--fix`. */
	fixed: fixedFilesSchema.exactOptional(),
});
export type LintResult = Infer<typeof lintResultSchema>;
