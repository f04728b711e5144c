import { posix } from "node:path";
import type { VerifiedFacts } from "../../../model/image-checks/check-config.ts";
import type { StartedProgram } from "../../../model/service/start-command.ts";
import { defined } from "../../../util/defined.ts";
import { hasCrlfShebang } from "../../../util/executable-format.ts";
import type { FileEntry, FileTree, ResolvedEntry } from "../layers/file-tree.ts";

/** Docker's, for an image that sets none. */
const defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/** Interpreters of interpreters that Linux follows. */
const maxScripts = 5;

/** The user that the image runs as. */
export interface User {
	readonly uid: number;
	readonly gid: number;
	readonly home?: string;
}

/** The program that a name in an image stands for. */
export type ResolvedProgram =
	| {
			readonly kind: "program";
			/** Absolute path as named, links not followed. */
			readonly command: string;
			/** The file that the kernel loads in the end: for a script, its interpreter. */
			readonly path: string;
			readonly entry: FileEntry;
			/** The name is a script: the words after it are the script's. */
			readonly script?: true;
			/** Of a dynamically linked program. */
			readonly loader?: string;
			readonly machine?: string;
	  }
	| { readonly kind: "wrong"; readonly why: string };

/** Where a program starts. */
export interface StartContext {
	readonly tree: FileTree;
	readonly facts: Pick<VerifiedFacts, "env" | "workingDir">;
	readonly user: User;
}

const crlf = "whose first line ends with \\r (Windows line ends)";

/** What is wrong with the script that an interpreter runs, if anything. A volume may bring a missing script. */
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
		? `${script} is a script ${crlf}: the shell reads the \\r as part of each command`
		: undefined;
}

/** What runs when a container starts `name`: found in PATH, links followed, scripts followed to their interpreter. */
export function resolveProgram(name: string, context: StartContext, depth = 0): ResolvedProgram {
	const { user } = context;
	const wrong = (why: string) => ({ kind: "wrong", why: `${name} ${why}` }) as const;
	const located = locate(name, context);
	if (located === undefined) return wrong("is not in the image");
	const { path, entry, command } = located;
	if (entry.kind !== "file") return wrong("is not a file");
	if (!isExecutableBy(entry, user))
		return wrong(`is not executable for user ${user.uid}:${user.gid} (mode 0${entry.mode.toString(8)})`);
	const { program } = entry;
	if (program.kind !== "script") {
		const elf = program.kind === "elf" ? defined({ machine: program.machine, loader: program.loader }) : {};
		return { kind: "program", command, path, entry, ...elf };
	}
	if (hasCrlfShebang(program))
		return wrong(`is a script ${crlf}, which the kernel reads as part of the interpreter's name`);
	if (depth >= maxScripts) return wrong("is a script whose interpreters form a cycle");
	const [interpreter = "", ...args] = program.interpreter;
	const outer = resolveProgram(interpreter, context, depth + 1);
	if (outer.kind === "wrong") return wrong(`is a script, and ${outer.why}`);
	const started = args.find((arg) => !arg.startsWith("-") && !arg.includes("="));
	if (posix.basename(interpreter) !== "env" || started === undefined) return { ...outer, script: true };
	const inner = resolveProgram(started, context, depth + 1);
	return inner.kind === "wrong" ? wrong(`is a script, and ${inner.why}`) : { ...inner, script: true };
}

function locate(
	name: string,
	{ tree, facts: { env, workingDir = "/" } }: StartContext,
): (ResolvedEntry & { readonly command: string }) | undefined {
	const candidates = name.includes("/")
		? [posix.resolve("/", workingDir, name)]
		: (env.PATH ?? defaultPath).split(":").map((folder) => posix.resolve("/", workingDir, folder, name));
	for (const command of candidates) {
		const file = tree.find(command);
		if (file !== undefined && file.entry.kind !== "folder") return { ...file, command };
	}
	return undefined;
}

/** The kernel's rule: the first matching class decides. Root may run what anyone may. */
function isExecutableBy({ mode, uid, gid }: FileEntry, user: User): boolean {
	if (user.uid === 0) return (mode & 0o111) !== 0;
	if (user.uid === uid) return (mode & 0o100) !== 0;
	return ((user.gid === gid ? mode >> 3 : mode) & 0o001) !== 0;
}

/** The image's user by its own /etc/passwd; undefined for an unknown name. */
export function resolveUser(tree: FileTree, configured = "0"): User | undefined {
	const [name = "", group] = configured.split(":");
	const users = fileLines(tree, "etc/passwd").map((line) => line.split(":"));
	const row = users.find(([login, , uid]) => login === name || uid === name);
	const uid = /^\d+$/.test(name) ? Number(name) : Number(row?.[2] ?? Number.NaN);
	const groups = fileLines(tree, "etc/group").map((line) => line.split(":"));
	const groupId = group === undefined || /^\d+$/.test(group) ? group : groups.find(([item]) => item === group)?.[2];
	const gid = Number(groupId ?? row?.[3] ?? 0);
	if (Number.isNaN(uid)) return undefined;
	return { uid, gid, ...(row?.[5] && { home: row[5] }) };
}

export function fileLines(tree: FileTree, path: string): readonly string[] {
	const entry = tree.find(path)?.entry;
	return entry?.kind === "file" ? (entry.text ?? "").split("\n") : [];
}
