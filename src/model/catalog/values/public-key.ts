import { createPublicKey } from "node:crypto";
import type { Fault } from "../problems.ts";
import { invalid, type ParseResult, valid } from "./values.ts";

/** Characters: RSA with 16,384 bits has 2,900. */
const longest = 8_000;
const frame = /^-----BEGIN PUBLIC KEY-----\n(?:[A-Za-z0-9+/=]+\n)+-----END PUBLIC KEY-----\n$/;
const fix = "write the text of `cosign.pub`, or of `openssl pkey -pubout`: it begins with -----BEGIN PUBLIC KEY-----";

/**
 * A public key as PEM text (SubjectPublicKeyInfo, as cosign and OpenSSL write it) with plain line ends. No message
 * repeats the text: it may be a private key.
 */
export function parsePublicKey(text: string): ParseResult<string> {
	const wrong = (fault: Omit<Fault, "code">) => invalid({ code: "catalog/public-key", fix, ...fault });
	if (/PRIVATE KEY/.test(text))
		return wrong({
			message: "this is a private key, and a catalog is public",
			why: "with it, anyone can sign images as this repository",
			fix: "remove it and make a new pair, since it may be in the git history; write the public key here",
		});
	const pem = `${text
		.replaceAll("\r\n", "\n")
		.replace(/[ \t]+$/gm, "")
		.trim()}\n`;
	if (pem.split("-----BEGIN ").length > 2)
		return wrong({ message: "several keys in one text", fix: "write them as a list, one key per item" });
	if (text.length > longest || !frame.test(pem)) return wrong({ message: "this is not a public key as PEM text" });
	try {
		createPublicKey(pem);
		return valid(pem);
	} catch {
		return wrong({ message: "this is not a public key", why: "its content between BEGIN and END cannot be read" });
	}
}
