import { createHash } from "node:crypto";

/** 16 hex digits for any JSON value. */
export function shortHash(value: unknown): string {
	return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
}
