import type { Row } from "./rows.ts";

/** `1.2 s`, `350 ms`, `2 min 5 s`. */
export function duration(ms: number): string {
	if (ms < 999.5) return `${Math.round(ms)} ms`;
	if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
	const seconds = Math.round(ms / 1000);
	return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Decimal units, as registries and `docker images` show them: `54.3 MB`. */
export function size(bytes: number): string {
	const units = ["B", "kB", "MB", "GB", "TB"];
	let value = bytes;
	let unit = 0;
	while (value >= 999.5 && unit < units.length - 1) {
		value /= 1000;
		unit += 1;
	}
	return `${value >= 100 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** The first 12 digits: what people compare by eye. */
export function shortDigest(digest: string): string {
	return digest.replace(/^sha256:/, "").slice(0, 12);
}

export function plural(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}

/** `8 of 8 healthy, 2 built, 6 unchanged, 41 s`: the run in one line. */
export function headline(rows: readonly Row[], durationMs: number | undefined): string {
	const smoked = rows.filter(({ health }) => health === "healthy" || health === "unhealthy" || health === "unknown");
	const healthy = smoked.filter(({ health }) => health === "healthy").length;
	const count = (test: (row: Row) => boolean, words: string) => {
		const n = rows.filter(test).length;
		return n === 0 ? [] : [`${n} ${words}`];
	};
	const parts = [
		...(rows.length === 0 ? ["nothing selected"] : []),
		...(smoked.length > 0 ? [`${healthy} of ${smoked.length} healthy`] : []),
		...count(({ buildMs }) => buildMs !== undefined, "built"),
		...count(
			({ decision, buildMs, outcome }) => decision === "build" && buildMs === undefined && outcome === "planned",
			"to build",
		),
		...count(({ decision }) => decision === "unchanged", "unchanged"),
		...count(({ outcome }) => outcome === "failed", "failed"),
		...count(({ outcome }) => outcome === "held", "held"),
		...count(({ outcome }) => outcome === "skipped", "skipped"),
		...count(({ outcome }) => outcome === "cancelled", "cancelled"),
		...(durationMs === undefined ? [] : [duration(durationMs)]),
	];
	return parts.join(", ");
}

/** Text from outside, as one line of Markdown: no markup, no link, no table break, no line break. */
export function markdownText(text: string): string {
	return (
		text
			.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g, " ")
			.replace(/&/g, "&amp;")
			.replace(/</g, "&lt;")
			.replace(/[\\`*_{}[\]|~]/g, "\\$&")
			// GitHub makes links of bare addresses.
			.replace(/:\/\//g, "&#58;//")
			.replace(/\bwww\./gi, (all) => `${all.slice(0, -1)}&#46;`)
			.trim()
	);
}
