/** Every path of a tar: kind, mode, owner, link and bytes, without times. ustar, with pax headers for long names. */
export function readTar(bytes: Buffer): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	let pax: Readonly<Record<string, string>> = {};
	for (let at = 0; at + 512 <= bytes.length; ) {
		const text = (from: number, length: number) =>
			bytes.toString("utf8", at + from, at + from + length).replace(/\0.*$/s, "");
		if (text(0, 100) === "") break;
		const size = Number.parseInt(pax.size ?? "", 10) || Number.parseInt(text(124, 12).trim() || "0", 8);
		const type = text(156, 1);
		const body = bytes.subarray(at + 512, at + 512 + size);
		if (type === "x") pax = readPax(body.toString("utf8"));
		else {
			const prefix = text(345, 155);
			const name = pax.path ?? (prefix === "" ? text(0, 100) : `${prefix}/${text(0, 100)}`);
			const linked = pax.linkpath ?? text(157, 100);
			found.set(name, [type, text(100, 8), text(108, 8), text(116, 8), linked, body.toString("latin1")].join("\n"));
			pax = {};
		}
		at += 512 + Math.ceil(size / 512) * 512;
	}
	return found;
}

function readPax(text: string): Record<string, string> {
	const found: Record<string, string> = {};
	for (const [, key = "", value = ""] of text.matchAll(/\d+ ([^=]+)=(.*)\n/g)) found[key] = value;
	return found;
}
