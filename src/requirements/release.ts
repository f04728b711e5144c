/** What an index has of one version. */
export interface Release {
	readonly version: string;
	/** Tags of its wheels, as their names have them, each once. */
	readonly wheels: readonly string[];
	/** Its source can be had. */
	readonly source: boolean;
	/** `>=3.8`; undefined where it says nothing. */
	readonly requiresPython?: string;
	/** Taken back by whoever made it; the text says why, perhaps nothing. */
	readonly yanked?: string;
}

/** What the indexes of a requirement know of a package. */
export type PackageFacts =
	| { readonly kind: "known"; readonly releases: readonly Release[] }
	/** None of them has it. */
	| { readonly kind: "missing" }
	/** Nobody could be asked. */
	| { readonly kind: "unknown" };
