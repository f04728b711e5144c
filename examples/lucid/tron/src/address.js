import { createHash } from "node:crypto";

const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const MAINNET = 0x41;

const sha256 = (bytes) => createHash("sha256").update(bytes).digest();

/** Is it an address of TRON's main network? Base58 of a prefix, 20 bytes and a checksum of 4. */
export function isAddress(text) {
	if (!/^T[1-9A-HJ-NP-Za-km-z]{33}$/.test(text)) return false;
	let number = 0n;
	for (const letter of text) number = number * 58n + BigInt(ALPHABET.indexOf(letter));
	const bytes = Buffer.from(number.toString(16).padStart(50, "0"), "hex");
	const [body, checksum] = [bytes.subarray(0, 21), bytes.subarray(21)];
	return bytes.length === 25 && bytes[0] === MAINNET && sha256(sha256(body)).subarray(0, 4).equals(checksum);
}
