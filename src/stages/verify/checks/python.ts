import { posix } from "node:path";
import { defined } from "../../../util/defined.ts";
import type { EntryFilter, FileTree } from "../layers/file-tree.ts";
import { fileLines, type ResolvedProgram, type StartEnvironment, type User } from "./started-program.ts";

type Program = ResolvedProgram & { readonly kind: "program" };

/** A Python that an image starts. */
export interface Python {
	/** As it is named: a virtual environment's is a link. */
	readonly command: string;
	/** `3.11`; undefined where the file's name does not tell. */
	readonly version?: string;
	/** Folders that its imports are looked up in, in order. */
	readonly path: readonly string[];
}

/** Undefined when the program is another one. */
export function findPython(
	tree: FileTree,
	{ command: named, path }: Program,
	place: StartEnvironment,
	user: User,
): Python | undefined {
	if (!/^python(?:\d+(?:\.\d+)?)?$/.test(posix.basename(named)) && !/^python\d/.test(posix.basename(path)))
		return undefined;
	const version = /python(\d+\.\d+)$/.exec(path)?.[1] ?? libraryVersion(tree, `/${path}`);
	return {
		command: named,
		...defined({ version }),
		path: searchPath(tree, named, `/${path}`, version, place, user),
	};
}

/** The one that has its standard library beside it. */
function libraryVersion(tree: FileTree, program: string): string | undefined {
	const lib = posix.join(posix.dirname(posix.dirname(program)), "lib");
	for (let minor = 6; minor < 30; minor++) if (tree.find(`${lib}/python3.${minor}/os.py`)) return `3.${minor}`;
	return undefined;
}

/**
 * As Python's own site module does it: PYTHONPATH, the standard library, then site-packages of the prefix and of the user. Debian's Python looks in
 * dist-packages instead, of its own and of /usr/local (https://wiki.debian.org/Python#Deviations_from_upstream).
 */
function searchPath(
	tree: FileTree,
	named: string,
	program: string,
	version: string | undefined,
	{ env, workingDir = "/" }: StartEnvironment,
	user: User,
): readonly string[] {
	const given = (env.PYTHONPATH ?? "").split(":").filter((one) => one !== "");
	const home = env.PYTHONUSERBASE ?? posix.join(env.HOME ?? user.home ?? "/", ".local");
	const prefixes = [...new Set([named, program].map((one) => posix.dirname(posix.dirname(one))))];
	const folders = prefixes.flatMap((prefix) => {
		const lib = `${prefix}/lib/python${version ?? "3"}`;
		const own = [lib, `${lib}/lib-dynload`];
		if (prefix !== "/usr") return [...own, `${lib}/site-packages`];
		const locals = `/usr/local/lib/python${version ?? "3"}`;
		return isDebian(tree)
			? [...own, `${locals}/dist-packages`, "/usr/lib/python3/dist-packages"]
			: [
					...own,
					...["lib", "lib64"].map((name) => `/usr/${name}/python${version ?? "3"}/site-packages`),
					`${locals}/site-packages`,
				];
	});
	const users = `${home}/lib/python${version ?? "3"}/site-packages`;
	return [...given.map((one) => posix.resolve("/", workingDir, one)), ...folders, users];
}

/** Distroless images say so too; one that says nothing is taken for it. */
function isDebian(tree: FileTree): boolean {
	const lines = [...fileLines(tree, "etc/os-release"), ...fileLines(tree, "usr/lib/os-release")];
	const said = lines.filter((line) => /^ID(?:_LIKE)?=/.test(line));
	return said.length === 0 || said.some((line) => /\b(?:debian|ubuntu)\b/.test(line));
}

const isPathFile: EntryFilter = (path, { kind }) =>
	kind === "file" && path.endsWith(".pth") && !path.endsWith("/distutils-precedence.pth");

/** Whether a path file, of an editable installation say, adds folders that are not seen here. */
export function hasPathFiles(tree: FileTree, { path }: Python): boolean {
	const folders = new Set(path.map((folder) => tree.find(folder)?.path));
	return tree.filter(isPathFile).some(([name]) => folders.has(posix.dirname(name)));
}

/** Whether `python -m name` finds it. Modules in archives and path files are out of sight: then it is taken as there. */
export function hasModule(tree: FileTree, python: Python, name: string, workingDir = "/"): boolean {
	const place = name.replaceAll(".", "/");
	const folders = [posix.resolve("/", workingDir), ...python.path];
	const has = (path: string) => tree.find(path)?.entry.kind === "file";
	return folders.some(
		(folder) =>
			has(`${folder}/${place}.py`) ||
			has(`${folder}/${place}.pyc`) ||
			has(`${folder}/${place}/__main__.py`) ||
			has(`${folder}/${place}/__main__.pyc`) ||
			folder.endsWith(".zip"),
	);
}

const isPackage: EntryFilter = (path, { kind }) =>
	kind === "file" && /\/[^/]+\.(?:dist|egg)-info\/(?:METADATA|PKG-INFO)$/.test(path);

/** Every Python package that is installed anywhere, with its version: `fastapi 0.110.0`, sorted. The folder's name tells both. */
export function installedPackages(tree: FileTree): readonly string[] {
	const found = new Set<string>();
	for (const [path] of tree.filter(isPackage)) {
		const [, name, version] = /\/([^/]+?)-([^/-]+)(?:-py[\d.]+)?\.(?:dist|egg)-info\/[^/]+$/.exec(path) ?? [];
		if (name !== undefined && version !== undefined) found.add(`${name.replaceAll("_", "-")} ${version}`);
	}
	return [...found].sort();
}

/** Folders of packages that this Python never looks in, with how many packages are in each. */
export function unreachablePackages(tree: FileTree, python: Python): readonly string[] {
	const seen = new Set(
		python.path.map((folder) => tree.find(folder)?.path).filter((path): path is string => path !== undefined),
	);
	const counts = new Map<string, number>();
	for (const [path] of tree.filter(isPackage)) {
		const found = /^(.*\/python\d+(?:\.\d+)?\/(?:site|dist)-packages)\/[^/]+\/[^/]+$/.exec(path);
		if (found?.[1] !== undefined && !seen.has(found[1])) counts.set(found[1], (counts.get(found[1]) ?? 0) + 1);
	}
	const folders = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
	return folders.map(([folder, count]) => `/${folder} (${count} ${count === 1 ? "package" : "packages"})`);
}
