/** Escapes keys and values for bake, which evaluates `${...}` and `%{...}` in JSON: doubled, as in HCL, they are text. */
export function escapeBake<T>(value: T): T {
	return literal(value) as T;
}

function literal(value: unknown): unknown {
	if (typeof value === "string") return value.replace(/[$%](?=\{)/g, (sign) => sign + sign);
	if (Array.isArray(value)) return value.map(literal);
	if (typeof value === "object" && value !== null)
		return Object.fromEntries(Object.entries(value).map(([key, one]) => [literal(key), literal(one)]));
	return value;
}
