import { posix } from "node:path";
import type { VerifiedFacts } from "../../../model/image-checks/check-config.ts";
import type { StartedProgram } from "../../../model/service/start-command.ts";
import { hasCrlfShebang } from "../../../util/executable-format.ts";
import type { FileEntry, FileTree, ResolvedPath } from "../layers/file-tree.ts";

/** Docker's, where the image sets none. */
const defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/** As many interpreters of interpreters as Linux follows. */
const maxScripts = 5;

/** Who the image runs as, in numbers. */
export interface User {
	readonly uid: number;
	readonly gid: number;
	readonly home?: string;
}

/** What comes of a program's name in an image. */
export type ResolvedProgram =
	| {
			readonly kind: "program";
			/** As it was named, from the root: links not followed. */
			readonly command: string;
			/** The file that the kernel loads in the end: of a script, its interpreter. */
			readonly path: string;
			readonly entry: FileEntry;
			/** Where what was named is a script: then the words behind it are the script's. */
			readonly script?: true;
			/** Of a dynamically linked one. */
			readonly loader?: string;
			readonly machine?: string;
	  }
	| { readonly kind: "wrong"; readonly why: string };

export type StartEnvironment = Pick<VerifiedFacts, "env" | "workingDir">;

const windowsEnds =
	"whose first line ends with \\r (Windows line ends), which the kernel takes for a part of the interpreter's name";

/** What is wrong with the script that an interpreter is told to run; nothing, where it is there. One in a volume may come with the volume. */
export function scriptProblem(
	tree: FileTree,
	{ script, isShell }: StartedProgram,
	{ workingDir = "/", settings }: Pick<VerifiedFacts, "workingDir" | "settings">,
): string | undefined {
	if (script === undefined) return undefined;
	const path = posix.resolve("/", workingDir, script);
	const entry = tree.find(path)?.entry;
	const volumes = Object.keys((settings.Volumes ?? {}) as Readonly<Record<string, unknown>>);
	const isInVolume = volumes.some((volume) => `${path}/`.startsWith(`${posix.resolve("/", volume)}/`));
	if (entry === undefined) return isInVolume ? undefined : `${script} is not in the image`;
	return isShell && entry.kind === "file" && hasCrlfShebang(entry.program)
		? `${script} is a script whose first line ends with \\r (Windows line ends): the shell takes the \\r for a part of what it reads`
		: undefined;
}

/** What runs when a container starts this: found in PATH, links followed, scripts led to their interpreter. */
export function resolveProgram(
	tree: FileTree,
	name: string,
	place: StartEnvironment,
	user: User,
	depth = 0,
): ResolvedProgram {
	const found = locate(tree, name, place);
	if (found === undefined) return { kind: "wrong", why: `${name} is not in the image` };
	const { path, entry, named } = found;
	if (entry.kind !== "file") return { kind: "wrong", why: `${name} is not a file` };
	if (!isExecutableBy(entry, user))
		return { kind: "wrong", why: `${name} is not executable for user ${user.uid}:${user.gid} (mode ${octal(entry)})` };
	const { program } = entry;
	if (program.kind !== "script")
		return {
			kind: "program",
			command: named,
			path,
			entry,
			...(program.kind === "elf" && { machine: program.machine }),
			...(program.kind === "elf" && program.loader !== undefined && { loader: program.loader }),
		};
	if (hasCrlfShebang(program)) return { kind: "wrong", why: `${name} is a script ${windowsEnds}` };
	if (depth >= maxScripts) return { kind: "wrong", why: `${name} is a script whose interpreters go in a circle` };
	const [interpreter = "", ...words] = program.interpreter;
	const run = resolveProgram(tree, interpreter, place, user, depth + 1);
	if (run.kind === "wrong") return { kind: "wrong", why: `${name} is a script, and ${run.why}` };
	const started = words.find((word) => !word.startsWith("-") && !word.includes("="));
	if (posix.basename(interpreter) !== "env" || started === undefined) return { ...run, script: true };
	const behind = resolveProgram(tree, started, place, user, depth + 1);
	if (behind.kind === "wrong") return { kind: "wrong", why: `${name} is a script, and ${behind.why}` };
	return { ...behind, script: true };
}

function locate(
	tree: FileTree,
	name: string,
	{ env, workingDir = "/" }: StartEnvironment,
): (ResolvedPath & { named: string }) | undefined {
	const candidates = name.includes("/")
		? [posix.resolve("/", workingDir, name)]
		: (env.PATH ?? defaultPath).split(":").map((folder) => posix.resolve("/", workingDir, folder, name));
	for (const named of candidates) {
		const found = tree.find(named);
		if (found !== undefined && found.entry.kind !== "folder") return { ...found, named };
	}
	return undefined;
}

const octal = ({ mode }: FileEntry) => `0${mode.toString(8)}`;

/** The kernel's rule: the first class that fits decides. Root may run what anybody may. */
export function isExecutableBy({ mode, uid, gid }: FileEntry, user: User): boolean {
	if (user.uid === 0) return (mode & 0o111) !== 0;
	if (user.uid === uid) return (mode & 0o100) !== 0;
	return ((user.gid === gid ? mode >> 3 : mode) & 0o001) !== 0;
}

/** The image's user by its own /etc/passwd; undefined for a name that is not there. */
export function resolveUser(tree: FileTree, said: string | undefined): User | undefined {
	const [name = "", group] = (said ?? "0").split(":");
	const rows = fileLines(tree, "etc/passwd").map((line) => line.split(":"));
	const row = rows.find(([login, , uid]) => login === name || uid === name);
	const uid = /^\d+$/.test(name) ? Number(name) : Number(row?.[2] ?? Number.NaN);
	const groups = fileLines(tree, "etc/group").map((line) => line.split(":"));
	const named = group === undefined || /^\d+$/.test(group) ? group : groups.find(([one]) => one === group)?.[2];
	const gid = Number(named ?? row?.[3] ?? 0);
	if (Number.isNaN(uid)) return undefined;
	return { uid, gid, ...(row?.[5] && { home: row[5] }) };
}

export function fileLines(tree: FileTree, path: string): readonly string[] {
	const entry = tree.find(path)?.entry;
	return entry?.kind === "file" ? (entry.text ?? "").split("\n") : [];
}
