import { hash } from "node:crypto";
import { suffixBits, wildcardTopLevel } from "./public-suffix-data.ts";

let bits: Buffer | undefined;

/**
 * Whether a domain is a public suffix: its subdomains belong to different owners, as those of `co.uk` and `github.io`.
 * By the list of https://publicsuffix.org/, as a Bloom filter: of the domains that are not in it, one in some hundred
 * counts as one too, so a login is withheld, never sent, by mistake.
 */
export function isPublicSuffix(domain: string): boolean {
	const [, ...above] = domain.split(".");
	const [parent] = above;
	if (parent === undefined) return true;
	if (above.length === 1) return wildcardTopLevel.split(" ").includes(parent) || isListed(domain);
	return isListed(domain) || isListed(`*.${above.join(".")}`);
}

function isListed(rule: string): boolean {
	bits ??= Buffer.from(suffixBits, "base64");
	const filter = bits;
	return bitsOf(rule, filter.length * 8).every((bit) => ((filter[bit >> 3] ?? 0) >> (bit & 7)) & 1);
}

/** The bits of a rule in a filter of `size` bits: one per word of its SHA-256. */
export function bitsOf(rule: string, size: number): readonly number[] {
	const words = Buffer.from(hash("sha256", rule, "hex"), "hex");
	return Array.from({ length: 8 }, (_, i) => words.readUInt32BE(4 * i) % size);
}
