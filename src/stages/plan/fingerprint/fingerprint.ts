import { hash } from "node:crypto";
import type { FingerprintComponent, PlannedImage } from "../../../model/documents/plan.ts";
import { buildRecipe } from "../../../model/service/recipe.ts";
import type { ServiceInputs } from "../../../model/service/service-inputs.ts";
import { type FingerprintPart, fingerprintParts, type ResolvedInputs } from "./parts.ts";

/** SHA-256 in hex of a JSON value; equal values in equal order give equal hashes on every machine. */
export function hashJson(value: unknown): string {
	// Nothing said, a checksum say, is a value too.
	return hash("sha256", JSON.stringify(value) ?? "undefined");
}

/** A part of an image, hashed whole: what may be long is only gone through once. */
export interface HashedPart {
	readonly kind: FingerprintComponent["kind"];
	readonly name: string;
	/** 64 hex digits. */
	readonly hash: string;
}

/** A component has its hash cut to 16 digits: enough to see a change, short enough to be kept on the image. */
export function toComponent({ kind, name, hash }: HashedPart): FingerprintComponent {
	return { kind, name, hash: hash.slice(0, 16) };
}

/** The fingerprint of an image: what all its parts come to, whatever their order. 64 hex digits. */
export function fingerprintOf(parts: readonly HashedPart[]): string {
	return hashJson([buildRecipe, ...parts.map(({ kind, name, hash }) => hashJson([kind, name, hash])).sort()]);
}

/** The tag an image is pushed under and found again by: says what is in it, not when or by whom it was made. */
export function contentTag(fingerprint: string, platform: string): string {
	return `content-${fingerprint.slice(0, 32)}-${platform.replaceAll("/", "-")}`;
}

/** What an image is known by: everything it is built from, and the tag made of that. */
export type ImageIdentity = Pick<PlannedImage, "fingerprint" | "contentRef" | "components">;

/** Throws UserError with every file that cannot be read (`dockerfile/unreadable`). */
export async function identifyImage(
	inputs: ServiceInputs,
	outside: ResolvedInputs,
	more: readonly FingerprintPart[],
): Promise<ImageIdentity> {
	const { service, platform } = inputs;
	const parts = [...(await fingerprintParts(inputs, outside)), ...more];
	const hashed = parts.map(({ kind, name, value }) => ({ kind, name, hash: hashJson(value) }));
	const fingerprint = fingerprintOf(hashed);
	const contentRef = `${service.image}:${contentTag(fingerprint, platform)}`;
	return { fingerprint, contentRef, components: hashed.map(toComponent) };
}
