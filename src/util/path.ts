/** Of paths with `/` between their names, relative to a root, which is blank. */

export const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** Of a hundred thousand paths hardly any has another folder than the one before: no text is made to see that. */
export const isDirectChild = (path: string, folder: string): boolean =>
	Math.max(0, path.lastIndexOf("/")) === folder.length && path.startsWith(folder);
