/** `350 ms`, `1.2 s`, `41 s`, `2 min 5 s`. */
export function formatDuration(ms: number): string {
	if (ms < 999.5) return `${Math.round(ms)} ms`;
	if (ms < 9950) return `${(ms / 1000).toFixed(1)} s`;
	const seconds = Math.round(ms / 1000);
	if (seconds < 60) return `${seconds} s`;
	return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Decimal units, as registries and `docker images` show them: `54.3 MB`. */
export function formatSize(bytes: number): string {
	const units = ["B", "kB", "MB", "GB", "TB"];
	let value = bytes;
	let unit = 0;
	while (value >= 999.5 && unit < units.length - 1) {
		value /= 1000;
		unit += 1;
	}
	return `${value >= 100 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** `+1.2 MB`, `-340 kB`, or `same`. */
export function formatSizeChange(bytes: number): string {
	if (bytes === 0) return "same";
	return `${bytes > 0 ? "+" : "-"}${formatSize(Math.abs(bytes))}`;
}

/** The first 12 digits, for people. */
export function shortDigest(digest: string): string {
	return digest.replace(/^sha256:/, "").slice(0, 12);
}

export function plural(count: number, singular: string, pluralForm = `${singular}s`): string {
	return `${count} ${count === 1 ? singular : pluralForm}`;
}
