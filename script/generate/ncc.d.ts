declare module "@vercel/ncc" {
	interface Result {
		readonly code: string;
		readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>;
	}
	/** The part of ncc's programmatic interface that is used here; the package brings no types. */
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
			/** What is not bundled, and what is imported in its place when the bundle runs. */
			readonly externals?: Readonly<Record<string, string>>;
		},
	): Promise<Result>;
}
