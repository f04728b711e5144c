declare module "@vercel/ncc" {
	interface Result {
		readonly code: string;
		readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>;
	}
	/** The part of ncc's API that is used here; the package has no types. */
	export default function ncc(
		entry: string,
		options: {
			readonly cache: false;
			readonly minify: boolean;
			readonly sourceMap: boolean;
			readonly license: string;
			readonly quiet: boolean;
			readonly esm: boolean;
			readonly target: string;
			/** Modules that are not bundled, and the import that replaces them. */
			readonly externals?: Readonly<Record<string, string>>;
		},
	): Promise<Result>;
}
