/** Escapes keys and values for bake, which evaluates `${...}` and `%{...}` in JSON, by doubling as in HCL. */
export function escapeBake<T>(value: T): T {
	return escapeValue(value) as T;
}

function escapeValue(value: unknown): unknown {
	if (typeof value === "string") return value.replace(/[$%](?=\{)/g, (sign) => sign + sign);
	if (Array.isArray(value)) return value.map(escapeValue);
	if (typeof value === "object" && value !== null)
		return Object.fromEntries(Object.entries(value).map(([key, item]) => [escapeValue(key), escapeValue(item)]));
	return value;
}
