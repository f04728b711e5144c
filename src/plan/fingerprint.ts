import { hash } from "node:crypto";
import type { Component } from "../documents/plan.ts";
import { recipe } from "../recipe.ts";

/** SHA-256 in hex of a JSON value; equal values in equal order give equal hashes on every machine. */
export function hashOf(value: unknown): string {
	// Nothing said, a checksum say, is a value too.
	return hash("sha256", JSON.stringify(value) ?? "undefined");
}

/** A part of an image, hashed whole: what may be long is only gone through once. */
export interface HashedPart {
	readonly kind: Component["kind"];
	readonly name: string;
	/** 64 hex digits. */
	readonly hash: string;
}

/** A component has its hash cut to 16 digits: enough to see a change, short enough to be kept on the image. */
export function component({ kind, name, hash }: HashedPart): Component {
	return { kind, name, hash: hash.slice(0, 16) };
}

/** The fingerprint of an image: what all its parts come to, whatever their order. 64 hex digits. */
export function fingerprintOf(parts: readonly HashedPart[]): string {
	return hashOf([recipe, ...parts.map(({ kind, name, hash }) => hashOf([kind, name, hash])).sort()]);
}

/** The tag an image is pushed under and found again by: says what is in it, not when or by whom it was made. */
export function contentTag(fingerprint: string, platform: string): string {
	return `content-${fingerprint.slice(0, 32)}-${platform.replaceAll("/", "-")}`;
}
