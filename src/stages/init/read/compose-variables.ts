/** Returns the value of a variable; undefined if unknown. */
export type VariableLookup = (name: string) => string | undefined;

/** Expands variables as Compose does, and marks unknown ones. `$$` is a dollar sign. */
export function interpolate(value: unknown, lookup: VariableLookup): unknown {
	if (typeof value === "string") {
		// A dollar sign in a value is not expanded.
		const filled = expand(value.replaceAll("$$", "\0"), (name) => lookup(name)?.replaceAll("$", "\0"));
		return filled.replace(/\$\{[^}]*\}?|\$\w+/g, "\u0001").replaceAll("\0", "$");
	}
	if (Array.isArray(value)) return value.map((item) => interpolate(item, lookup));
	return typeof value !== "object" || value === null
		? value
		: Object.fromEntries(Object.entries(value).map(([key, item]) => [key, interpolate(item, lookup)]));
}

/**
 * `$NAME`, `${NAME}`, with defaults that may be nested. https://docs.docker.com/reference/compose-file/interpolation/
 */
const variable = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])((?:[^{}]|\{[^{}]*\})*))?\})/g;

function expand(text: string, lookup: VariableLookup): string {
	return text.replace(variable, (all, plain?: string, braced?: string, operator = "", rest = "") => {
		const value = lookup(plain ?? braced ?? "");
		const missing = value === undefined || (operator.startsWith(":") && value === "");
		if (operator.endsWith("-")) return missing ? expand(rest, lookup) : value;
		if (operator.endsWith("+")) return missing ? "" : expand(rest, lookup);
		return missing ? all : value;
	});
}

/** Parses an `.env` file; values may use variables above them. */
export function parseEnvFile(text: string): ReadonlyMap<string, string> {
	const variables = new Map<string, string>();
	for (const line of text.split(/\r?\n/)) {
		const [, name, written = ""] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/s.exec(line) ?? [];
		if (name === undefined) continue;
		const rest = written.trim();
		const quoted = /^(["'])(.*)\1$/.exec(rest);
		const bare = quoted?.[2] ?? rest.replace(/(?<!\s)\s+#.*$/, "");
		variables.set(name, quoted?.[1] === "'" ? bare : expand(bare, (variable) => variables.get(variable)));
	}
	return variables;
}
