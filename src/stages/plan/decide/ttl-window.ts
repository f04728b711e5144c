import type { FingerprintPart } from "../fingerprint/parts.ts";

/**
 * A time-to-live without a clock in the comparison. Time is cut into windows as long as the ttl, from 1970 on. A run that asks for what
 * is stale puts the start of the window it is in into the fingerprint; every other run puts in the one that the published image has. So an image
 * is rebuilt once a window, what is found by its fingerprint stays found, and only the run that asks looks at a clock.
 */
export function ttlWindow(
	ttl: number | undefined,
	staleAt: number | undefined,
	published: string | undefined,
): string | undefined {
	if (ttl === undefined) return undefined;
	if (staleAt === undefined) return published;
	const due = new Date(Math.floor(staleAt / ttl) * ttl).toISOString().replace(".000Z", "Z");
	// Both are RFC 3339 in UTC: they sort as texts.
	return published !== undefined && published >= due ? published : due;
}

const prefix = "since ";
const stamp = /^since (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/;

/** The part that makes an image of another window another image. Its name says which, so that it can be read off what is published. */
export function ttlPart(age: string | undefined): readonly FingerprintPart[] {
	return age === undefined ? [] : [{ kind: "age", name: prefix + age, value: age }];
}

/** The window that an image was built for, by its components. */
export function publishedWindow(components: Readonly<Record<string, string>> | undefined): string | undefined {
	return Object.keys(components ?? {})
		.flatMap((name) => stamp.exec(name)?.[1] ?? [])
		.sort()
		.at(-1);
}

export const isTtlComponent = (component: string): boolean => stamp.test(component);

/** `due for a new build since 2026-11-19 (ttl)`. */
export function staleDetail(component: string): string {
	const since = publishedWindow({ [component]: "" }) ?? "";
	return `stale: due for a new build since ${since.replace("T00:00:00Z", "")} (ttl)`;
}
