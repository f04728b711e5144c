import type { RunColor, ServiceRow } from "../../model/documents/report.ts";
import { healthCounts } from "./headline.ts";
import type { Run } from "./run.ts";
import { colorOf, runVerdict } from "./run-verdict.ts";

/** The JSON of a shields.io endpoint badge: https://shields.io/badges/endpoint-badge */
export interface Badge {
	readonly schemaVersion: 1;
	readonly label: string;
	readonly message: string;
	readonly color: string;
	readonly isError?: true;
}

const shields: Readonly<Record<RunColor, string>> = { green: "brightgreen", yellow: "yellow", red: "red" };

/** `images | 8 of 8 healthy`; without smoke, how many are built. The colour is the run's verdict. */
export function badge(run: Run, rows: readonly ServiceRow[]): Badge {
	const { color } = runVerdict(run, rows);
	return {
		...{ schemaVersion: 1, label: "images", message: message(run, rows), color: shields[color] },
		...(color === "red" && { isError: true }),
	};
}

function message(run: Run, rows: readonly ServiceRow[]): string {
	const bad = rows.filter((row) => colorOf(row) === "red");
	const [outcome = "failed", ...others] = new Set(bad.map((row) => row.outcome));
	if (bad.length > 0) return `${bad.length} of ${rows.length} ${others.length === 0 ? outcome : "failed"}`;
	const { kind, color } = runVerdict(run, rows);
	if (color === "red") return kind === "cancelled" ? "cancelled" : "a job failed";
	const held = rows.filter(({ outcome }) => outcome === "held").length;
	if (held > 0) return `${held} of ${rows.length} held`;
	const { healthy, tried } = healthCounts(rows);
	return tried > 0 ? `${healthy} of ${tried} healthy` : `${rows.length} of ${rows.length} built`;
}
