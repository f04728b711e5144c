import { z } from "zod";
import type { Finding } from "../../../model/documents/lint.ts";
import { parseJson } from "../../../util/json.ts";
import { fingerprintFindings, type ReadText } from "./fingerprint.ts";

const baselineEntry = z.object({
	rule: z.string(),
	file: z.string(),
	fingerprint: z.string(),
	/** Number of findings with this fingerprint. */
	count: z.int().positive(),
	/** Not compared. */
	message: z.string(),
});

/** The existing findings of a repository. Sorted, so that the file merges well. */
const baselineFile = z.object({
	kind: z.literal("lucid.lint-baseline"),
	version: z.literal(1),
	findings: z.array(baselineEntry),
});

type BaselineEntry = z.infer<typeof baselineEntry>;
export type Baseline = z.infer<typeof baselineFile>;

export interface BaselineComparison {
	/** Findings that are not in the baseline. */
	readonly newFindings: readonly Finding[];
	/** Number of findings in the baseline. */
	readonly old: number;
	/** Number of baseline entries without a finding. */
	readonly gone: number;
}

export function makeBaseline(findings: readonly Finding[], text: ReadText): Baseline {
	const entries = new Map<string, BaselineEntry>();
	for (const { finding, fingerprint, occurrence: count } of fingerprintFindings(findings, text)) {
		const { code: rule, at, message } = finding;
		const entry = entries.get(fingerprint) ?? { rule, file: at?.file ?? "", fingerprint, message };
		entries.set(fingerprint, { ...entry, count });
	}
	const key = ({ file, rule, fingerprint }: BaselineEntry) => `${file}\n${rule}\n${fingerprint}`;
	const sorted = [...entries.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
	return { kind: "lucid.lint-baseline", version: 1, findings: sorted };
}

/** Compares findings with the baseline. Of identical findings, as many are old as the baseline counts. */
export function compareBaseline(findings: readonly Finding[], baseline: Baseline, text: ReadText): BaselineComparison {
	const counts = new Map(baseline.findings.map(({ fingerprint, count }) => [fingerprint, count]));
	const newFindings = fingerprintFindings(findings, text).flatMap(({ finding, fingerprint }) => {
		const count = counts.get(fingerprint) ?? 0;
		if (count > 0) counts.set(fingerprint, count - 1);
		return count > 0 ? [] : [finding];
	});
	const gone = [...counts.values()].reduce((sum, count) => sum + count, 0);
	return { newFindings, old: findings.length - newFindings.length, gone };
}

/** Parses a baseline file; undefined if it is not valid. */
export function parseBaseline(text: string): Baseline | undefined {
	return baselineFile.safeParse(parseJson(text)).data;
}
