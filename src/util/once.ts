/** Loads at the first call; all calls share the result, also a rejection. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
	let result: Promise<T> | undefined;
	return () => {
		result ??= load();
		return result;
	};
}
