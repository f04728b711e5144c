import type { Finding } from "../../../model/documents/lint.ts";
import { fingerprintFindings, type ReadText } from "./fingerprint.ts";

/** The existing findings of a repository. Sorted, so that the file merges well. */
export interface Baseline {
	readonly kind: "lucid.lint-baseline";
	readonly version: 1;
	readonly findings: readonly BaselineEntry[];
}

export interface BaselineEntry {
	readonly rule: string;
	readonly file: string;
	readonly fingerprint: string;
	/** Number of findings with this fingerprint. */
	readonly count: number;
	/** Not compared. */
	readonly message: string;
}

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
	for (const { finding, fingerprint, occurrence } of fingerprintFindings(findings, text)) {
		const { code: rule, at, message } = finding;
		const first = entries.get(fingerprint);
		entries.set(fingerprint, {
			...(first ?? { rule, file: at?.file ?? "", fingerprint, message }),
			count: occurrence,
		});
	}
	const key = ({ file, rule, fingerprint }: BaselineEntry) => `${file}\n${rule}\n${fingerprint}`;
	const sorted = [...entries.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
	return { kind: "lucid.lint-baseline", version: 1, findings: sorted };
}

/** Compares findings with the baseline. Of identical findings, as many are old as the baseline counts. */
export function compareBaseline(findings: readonly Finding[], baseline: Baseline, text: ReadText): BaselineComparison {
	const left = new Map(baseline.findings.map(({ fingerprint, count }) => [fingerprint, count]));
	const fresh = fingerprintFindings(findings, text).flatMap(({ finding, fingerprint }) => {
		const count = left.get(fingerprint) ?? 0;
		if (count > 0) left.set(fingerprint, count - 1);
		return count > 0 ? [] : [finding];
	});
	const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
	return { newFindings: fresh, old: findings.length - fresh.length, gone };
}

/** Parses a baseline file; undefined if it is not valid. */
export function readBaseline(text: string): Baseline | undefined {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (typeof value !== "object" || value === null) return undefined;
	const { kind, version, findings } = value as Partial<Baseline>;
	const sound =
		Array.isArray(findings) &&
		findings.every(
			(one: Partial<BaselineEntry> | null) =>
				typeof one?.fingerprint === "string" && Number.isSafeInteger(one.count) && (one.count ?? 0) > 0,
		);
	return kind === "lucid.lint-baseline" && version === 1 && sound ? (value as Baseline) : undefined;
}
