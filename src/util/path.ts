/** Paths are relative to a root, which is the empty string, with `/` as separator. */

export const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** A loop, since a regular expression takes quadratic time over many slashes. */
export function withoutFinalSlashes(path: string): string {
	let end = path.length;
	while (path[end - 1] === "/") end--;
	return path.slice(0, end);
}

/** Compares without making a string: it is called for 100,000 paths, most of them in the same folder. */
export const isDirectChild = (path: string, folder: string): boolean =>
	Math.max(0, path.lastIndexOf("/")) === folder.length && path.startsWith(folder);
