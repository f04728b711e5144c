import { hash } from "node:crypto";
import type { FingerprintComponent, PlannedImage } from "../../../model/documents/plan.ts";
import { buildRecipe } from "../../../model/service/recipe.ts";
import type { ServiceInputs } from "../../../model/service/service-inputs.ts";
import { type FingerprintPart, fingerprintParts, type ResolvedInputs } from "./parts.ts";

/** SHA-256 in hex of a JSON value, the same on every machine for the same order of keys. */
export function hashJson(value: unknown): string {
	// Undefined, a missing checksum for example, is a value too.
	return hash("sha256", JSON.stringify(value) ?? "undefined");
}

/** A part of an image with its full hash. */
export interface HashedPart {
	readonly kind: FingerprintComponent["kind"];
	readonly name: string;
	/** 64 hex digits. */
	readonly hash: string;
}

/** A component has 16 digits of the hash: enough to see a change, short enough for an annotation. */
export function toComponent({ kind, name, hash }: HashedPart): FingerprintComponent {
	return { kind, name, hash: hash.slice(0, 16) };
}

/** The fingerprint of an image, 64 hex digits. The order of parts does not matter. */
export function fingerprintOf(parts: readonly HashedPart[]): string {
	return hashJson([buildRecipe, ...parts.map(({ kind, name, hash }) => hashJson([kind, name, hash])).sort()]);
}

/** The tag that an image is pushed under, made of what it is built from. */
export function contentTag(fingerprint: string, platform: string): string {
	return `content-${fingerprint.slice(0, 32)}-${platform.replaceAll("/", "-")}`;
}

export type ImageFingerprint = Pick<PlannedImage, "fingerprint" | "contentRef" | "components">;

/** Throws UserError `dockerfile/unreadable` with every file that cannot be read. */
export async function identifyImage(
	inputs: ServiceInputs,
	resolved: ResolvedInputs,
	extraParts: readonly FingerprintPart[],
): Promise<ImageFingerprint> {
	const { service, platform } = inputs;
	const parts = [...(await fingerprintParts(inputs, resolved)), ...extraParts];
	const hashed = parts.map(({ kind, name, value }) => ({ kind, name, hash: hashJson(value) }));
	const fingerprint = fingerprintOf(hashed);
	const contentRef = `${service.image}:${contentTag(fingerprint, platform)}`;
	return { fingerprint, contentRef, components: hashed.map(toComponent) };
}
