import { defined } from "../../util/defined.ts";

/** The challenge of a 401 response: `WWW-Authenticate`, RFC 9110. */
export type Challenge =
	| { readonly kind: "bearer"; readonly realm: URL; readonly service?: string; readonly scope?: string }
	| { readonly kind: "basic" };

/** Parses a challenge, Bearer before Basic. Undefined for other schemes. */
export function readChallenge(header: string | undefined): Challenge | undefined {
	const text = header ?? "";
	const bearer = /(?:^|,\s*|\s)Bearer\s+(.*)$/i.exec(text)?.[1];
	if (bearer !== undefined) {
		const values = new Map<string, string>();
		for (const [, name, quoted, plain] of bearer.matchAll(/([a-zA-Z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/g)) {
			const key = name?.toLowerCase() ?? "";
			if (!values.has(key)) values.set(key, quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "");
		}
		const realm = values.get("realm") ?? "";
		const service = values.get("service") || undefined;
		const scope = values.get("scope") || undefined;
		if (URL.canParse(realm)) return { kind: "bearer", realm: new URL(realm), ...defined({ service, scope }) };
	}
	return /(?:^|,\s*)Basic(?:\s|$|,)/i.test(text) ? { kind: "basic" } : undefined;
}
