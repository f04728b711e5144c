/** Parses JSON; undefined if it is invalid. */
export function parseJson(text: string | Uint8Array): unknown {
	try {
		return JSON.parse(typeof text === "string" ? text : new TextDecoder().decode(text));
	} catch {
		return undefined;
	}
}
