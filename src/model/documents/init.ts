/** The result of `lucid init`. */
export interface InitResult {
	readonly kind: "lucid.init";
	readonly version: 1;
	/** In reading order. */
	readonly files: readonly InitFile[];
	readonly services: readonly InitService[];
	/** Services that run beside them and are not built here. */
	readonly externals: readonly string[];
	/** Candidates that are not proposed. */
	readonly left: readonly { readonly file: string; readonly why: string }[];
	/** What the user should check, one sentence each. */
	readonly check: readonly string[];
}

export interface InitFile {
	/** Relative to the working directory. */
	readonly path: string;
	/** `kept`: the file existed and is unchanged. `shown`: only shown (`--dry-run`). */
	readonly state: "written" | "kept" | "shown";
	/** The content, if the file was not written. */
	readonly text?: string;
}

export interface InitService {
	readonly name: string;
	readonly dockerfile: string;
	readonly context: string;
	readonly planned: boolean;
	readonly ports: readonly string[];
	/** `/health`, `tcp 6379`. */
	readonly health?: string;
	readonly needs: readonly string[];
	readonly phase?: string;
	/** Guessed keys, and the source of each guess. */
	readonly guesses: Readonly<Record<string, string>>;
}
