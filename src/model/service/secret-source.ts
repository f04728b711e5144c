/** What builds may read besides files of the repository. */
export interface SecretSource {
	/** Values that a workflow handed over, by name. They come before the environment's. */
	readonly values: ReadonlyMap<string, string>;
	/** The only names that builds may read, handed over or from the environment; undefined for all. */
	readonly names?: ReadonlySet<string>;
}
