import { appendFile } from "node:fs/promises";
import { median, type Turn } from "./measure.ts";

/** One line of docs/performance.md. */
export interface Row {
	readonly work: string;
	/** What ours took, with its unit. */
	readonly ours: string;
	/** Each peer of the same run: what it took and how many times as much that is as ours, or why there is no figure. */
	readonly peers: readonly Beside[];
	/** The target, and whether it was reached. */
	readonly reach: string;
	readonly held: boolean;
	/** What the figure leaves out, or is made of. */
	readonly note?: string;
	/** Why a target is missed. */
	readonly why?: string;
}

/** What another took: its figure, and how many times ours that is. */
export interface Measured {
	readonly name: string;
	readonly value: string;
	readonly ratio: number;
}

export type Beside = Measured | { readonly name: string; readonly missing: string };

/** Another by its turns beside ours: the median of what they took, to so many places, and of their ratios. */
export function beside(name: string, turns: readonly Turn[] = [], places = 1): Measured {
	const ratio = median(turns.map(({ theirs, ours }) => theirs / ours));
	return { name, value: `${median(turns.map(({ theirs }) => theirs)).toFixed(places)} s`, ratio };
}

/**
 * Prints a row as Markdown, and adds it to the file that LUCID_BENCH_ROWS names: script/bench gathers what its parts
 * have found there.
 */
export async function report(row: Row): Promise<void> {
	console.log(`\n**${row.work}**: ${row.ours} (target: ${row.reach}; ${row.held ? "reached" : "MISSED"})`);
	for (const peer of row.peers)
		console.log(
			"missing" in peer
				? `- ${peer.name}: not measured, ${peer.missing}`
				: `- ${peer.name}: ${peer.value}, ratio ${peer.ratio.toFixed(2)}`,
		);
	if (row.note !== undefined) console.log(`- ${row.note}`);
	await addToFile({ kind: "row", ...row });
}

/** All that one run of script/bench has found: bench/results.json. */
export interface Results {
	readonly machine: {
		readonly cores: number;
		readonly gigabytes: number;
		readonly node: string;
		readonly docker: string;
		readonly buildx: string;
	};
	readonly found: readonly Found[];
	/** What a second run right after the first has found. */
	readonly again?: readonly Found[];
}

/** What script/bench gathers from its parts: rows, and Markdown as it is. */
export type Found =
	| ({ readonly kind: "row" } & Row)
	| { readonly kind: "simulation"; readonly lines: readonly string[] };

export async function addToFile(found: Found): Promise<void> {
	const file = process.env.LUCID_BENCH_ROWS;
	if (file !== undefined) await appendFile(file, `${JSON.stringify(found)}\n`);
}
