/** What `lucid init` made of a repository. */
export interface InitResult {
	readonly kind: "lucid.init";
	readonly version: 1;
	/** In the order they are to be read. */
	readonly files: readonly InitFile[];
	readonly services: readonly InitService[];
	/** What is run beside them, and not built here. */
	readonly externals: readonly string[];
	/** What looked like an image to build and is not proposed. */
	readonly left: readonly { readonly file: string; readonly why: string }[];
	/** What a person should look at, a sentence each. */
	readonly check: readonly string[];
}

export interface InitFile {
	/** From the working directory. */
	readonly path: string;
	/** `kept`: it was there, and was left as it is. `shown`: nothing was to be written. */
	readonly state: "written" | "kept" | "shown";
	/** What would stand in it, where nothing was written. */
	readonly text?: string;
}

export interface InitService {
	readonly name: string;
	readonly dockerfile: string;
	readonly context: string;
	readonly planned: boolean;
	readonly ports: readonly string[];
	/** As the catalog has it, in a word or two: `/health`, `tcp 6379`. */
	readonly health?: string;
	readonly needs: readonly string[];
	readonly phase?: string;
	/** Keys whose value is a guess, and what each was guessed from. */
	readonly guesses: Readonly<Record<string, string>>;
}
