/** The fields of `T`; those that can be undefined are optional. */
type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
	[K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/**
 * Drops fields whose value is undefined, for types with optional fields (`exactOptionalPropertyTypes`):
 * `{ name, ...defined({ version, date }) }`.
 */
export function defined<const T extends object>(fields: T): Defined<T> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
