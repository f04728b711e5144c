import { healthOf, isGood } from "./headline.ts";
import type { Row } from "./rows.ts";

/** What shields.io shows, from a file it can fetch. https://shields.io/badges/endpoint-badge */
export interface Badge {
	readonly schemaVersion: 1;
	readonly label: string;
	readonly message: string;
	readonly color: string;
	readonly isError?: true;
}

/** `images | 8 of 8 healthy`; of a run that tried none, how many are as they should be. */
export function badge(rows: readonly Row[]): Badge {
	const { healthy, tried } = healthOf(rows);
	const bad = rows.filter(({ outcome }) => outcome === "failed").length;
	const message =
		bad > 0
			? `${bad} of ${rows.length} failed`
			: tried > 0
				? `${healthy} of ${tried} healthy`
				: `${rows.filter((row) => isGood([row])).length} of ${rows.length} built`;
	const good = isGood(rows);
	const color = good ? "brightgreen" : bad > 0 ? "red" : "yellow";
	return { schemaVersion: 1, label: "images", message, color, ...(bad > 0 && { isError: true }) };
}
