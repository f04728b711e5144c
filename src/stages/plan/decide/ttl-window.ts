import type { FingerprintPart } from "../fingerprint/parts.ts";

/**
 * The start of the ttl window that is part of the fingerprint. Windows are as long as the ttl (milliseconds) and begin
 * in 1970. A run with `stale` uses the current window, any other run that of the published image. So an image is
 * rebuilt once per window, and only by such a run.
 */
export function ttlWindow(
	ttl: number | undefined,
	staleAt: number | undefined,
	published: string | undefined,
): string | undefined {
	if (ttl === undefined) return undefined;
	if (staleAt === undefined) return published;
	const due = new Date(Math.floor(staleAt / ttl) * ttl).toISOString().replace(".000Z", "Z");
	// Both are RFC 3339 in UTC, so they sort as text.
	return published !== undefined && published >= due ? published : due;
}

const prefix = "since ";
const stamp = /^since (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/;

/**
 * The window as a part of the fingerprint. Its name contains the window, so that it can be read from a published image.
 */
export function ttlPart(window: string | undefined): readonly FingerprintPart[] {
	return window === undefined ? [] : [{ kind: "age", name: prefix + window, value: window }];
}

/** The window in the components of a published image. */
export function publishedWindow(components: Readonly<Record<string, string>> | undefined): string | undefined {
	return Object.keys(components ?? {})
		.flatMap((name) => stamp.exec(name)?.[1] ?? [])
		.sort()
		.at(-1);
}

export const isTtlComponent = (component: string): boolean => stamp.test(component);

/** `stale: due for a new build since 2026-11-19 (ttl)`. */
export function staleDetail(component: string): string {
	const since = publishedWindow({ [component]: "" }) ?? "";
	return `stale: due for a new build since ${since.replace("T00:00:00Z", "")} (ttl)`;
}
