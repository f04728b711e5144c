/** An object from JSON or YAML. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
