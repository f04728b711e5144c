import { posix } from "node:path";
import { defined } from "../../../util/defined.ts";
import type { EntryFilter, FileTree } from "../layers/file-tree.ts";
import { fileLines, type ResolvedProgram, type StartContext } from "./started-program.ts";

type Program = Extract<ResolvedProgram, { readonly kind: "program" }>;

/** The Python interpreter that an image starts. */
export interface Python {
	/** Path as named: in a virtual environment it is a link. */
	readonly command: string;
	/** `3.11`; undefined if unknown. */
	readonly version?: string;
	/** Folders that it searches for imports, in order. */
	readonly path: readonly string[];
}

/** Undefined when the program is not Python. */
export function findPython({ command, path }: Program, context: StartContext): Python | undefined {
	if (!/^python(?:\d+(?:\.\d+)?)?$/.test(posix.basename(command)) && !/^python\d/.test(posix.basename(path)))
		return undefined;
	const version = /python(\d+\.\d+)$/.exec(path)?.[1] ?? libraryVersion(context.tree, `/${path}`);
	return {
		...{ command, ...defined({ version }) },
		path: searchPath([command, `/${path}`], version ?? "3", context),
	};
}

/** Version by the standard library beside the program. */
function libraryVersion(tree: FileTree, program: string): string | undefined {
	const lib = posix.join(posix.dirname(posix.dirname(program)), "lib");
	for (let minor = 6; minor < 30; minor++) if (tree.find(`${lib}/python3.${minor}/os.py`)) return `3.${minor}`;
	return undefined;
}

/**
 * As Python's site module does: PYTHONPATH, standard library, site-packages of the prefix and of the user. Debian's
 * Python uses dist-packages of its own and of /usr/local (https://wiki.debian.org/Python#Deviations_from_upstream).
 */
function searchPath(programs: readonly string[], version: string, { tree, facts, user }: StartContext) {
	const { env, workingDir = "/" } = facts;
	const pythonPath = (env.PYTHONPATH ?? "").split(":").filter((folder) => folder !== "");
	const userBase = env.PYTHONUSERBASE ?? posix.join(env.HOME ?? user.home ?? "/", ".local");
	const prefixes = [...new Set(programs.map((program) => posix.dirname(posix.dirname(program))))];
	const folders = prefixes.flatMap((prefix) => {
		const lib = `${prefix}/lib/python${version}`;
		const standard = [lib, `${lib}/lib-dynload`];
		if (prefix !== "/usr") return [...standard, `${lib}/site-packages`];
		const local = `/usr/local/lib/python${version}`;
		if (isDebian(tree)) return [...standard, `${local}/dist-packages`, "/usr/lib/python3/dist-packages"];
		const site = ["lib", "lib64"].map((name) => `/usr/${name}/python${version}/site-packages`);
		return [...standard, ...site, `${local}/site-packages`];
	});
	const userFolder = `${userBase}/lib/python${version}/site-packages`;
	return [...pythonPath.map((folder) => posix.resolve("/", workingDir, folder)), ...folders, userFolder];
}

/** By os-release, which distroless images have too. Without one it is taken for Debian. */
function isDebian(tree: FileTree): boolean {
	const lines = [...fileLines(tree, "etc/os-release"), ...fileLines(tree, "usr/lib/os-release")];
	const ids = lines.filter((line) => /^ID(?:_LIKE)?=/.test(line));
	return ids.length === 0 || ids.some((line) => /\b(?:debian|ubuntu)\b/.test(line));
}

const isPathFile: EntryFilter = (path, { kind }) =>
	kind === "file" && path.endsWith(".pth") && !path.endsWith("/distutils-precedence.pth");

/** Whether a path file, of an editable installation for example, may add folders that are not visible here. */
export function hasPathFiles(tree: FileTree, { path }: Python): boolean {
	const folders = new Set(path.map((folder) => tree.find(folder)?.path));
	return tree.filter(isPathFile).some(([name]) => folders.has(posix.dirname(name)));
}

/** Whether `python -m name` finds the module. A zip archive on the path is not read: any module may be in it. */
export function hasModule(tree: FileTree, python: Python, name: string, workingDir = "/"): boolean {
	const module = name.replaceAll(".", "/");
	const suffixes = [".py", ".pyc", "/__main__.py", "/__main__.pyc"];
	return [posix.resolve("/", workingDir), ...python.path].some(
		(folder) =>
			folder.endsWith(".zip") ||
			suffixes.some((suffix) => tree.find(`${folder}/${module}${suffix}`)?.entry.kind === "file"),
	);
}

const isPackage: EntryFilter = (path, { kind }) =>
	kind === "file" && /\/[^/]+\.(?:dist|egg)-info\/(?:METADATA|PKG-INFO)$/.test(path);

/** All installed Python packages by their folders' names, sorted: `fastapi 0.110.0`. */
export function installedPackages(tree: FileTree): readonly string[] {
	const packages = new Set<string>();
	for (const [path] of tree.filter(isPackage)) {
		const [, name, version] = /\/([^/]+?)-([^/-]+)(?:-py[\d.]+)?\.(?:dist|egg)-info\/[^/]+$/.exec(path) ?? [];
		if (name !== undefined && version !== undefined) packages.add(`${name.replaceAll("_", "-")} ${version}`);
	}
	return [...packages].sort();
}

/** Package folders that this Python does not search, with the number of packages in each. */
export function unreachablePackages(tree: FileTree, python: Python): readonly string[] {
	const searched = new Set(python.path.map((folder) => tree.find(folder)?.path));
	const counts = new Map<string, number>();
	for (const [path] of tree.filter(isPackage)) {
		const folder = /^(.*\/python\d+(?:\.\d+)?\/(?:site|dist)-packages)\/[^/]+\/[^/]+$/.exec(path)?.[1];
		if (folder !== undefined && !searched.has(folder)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
	}
	const folders = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
	return folders.map(([folder, count]) => `/${folder} (${count} ${count === 1 ? "package" : "packages"})`);
}
