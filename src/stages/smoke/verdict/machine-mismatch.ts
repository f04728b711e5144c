import { posix } from "node:path";
import { readExecutable, unameMachine } from "../../../util/executable-format.ts";
import type { CheckContext, ContainerFailure } from "../check-types.ts";
import type { Container } from "../engine/containers.ts";
import { readFileHead } from "../engine/file-head.ts";
import type { Member } from "../select-members.ts";

/** Machine of the program of process 1, by its ELF header: `aarch64`. Reads it once for equal programs of an image. */
export function programMachine(
	{ api, shared: { machines }, signal }: CheckContext,
	{ image }: Member,
	{ id, program, searchPath, workingDir }: Container,
): Promise<string | undefined> {
	const key = [image, program, searchPath, workingDir].join("\n");
	const machine =
		machines.get(key) ??
		entrypointMachine(program, searchPath, (file) => readFileHead(api, id, posix.resolve(workingDir, file), signal));
	machines.set(key, machine);
	return machine;
}

export function machineMismatch({ platform }: Member, found: string | undefined): ContainerFailure | undefined {
	const wanted = platform === undefined ? undefined : unameMachine(platform);
	if (wanted === undefined || found === undefined || wanted === found) return undefined;
	return { phase: "start", symptoms: { architecture: { wanted, found } } };
}

/**
 * Machine of a program, found without any tool in the image. `read` returns the first bytes of a file of the container,
 * links followed, or undefined. Follows scripts to their interpreter, and `env` to the program that it starts.
 */
export async function entrypointMachine(
	program: string,
	searchPath: string,
	read: (path: string) => Promise<Uint8Array | undefined>,
): Promise<string | undefined> {
	let name: string | undefined = program;
	for (let hop = 0; hop < 5 && name !== undefined; hop++) {
		const file: string = name;
		const paths = file.includes("/") ? [file] : searchPath.split(":").map((folder) => posix.join(folder, file));
		const head = await readFirst(paths, read);
		if (head === undefined) return undefined;
		const executable = readExecutable(head);
		if (executable.kind !== "script") return executable.kind === "elf" ? executable.machine : undefined;
		const [interpreter, ...args]: readonly string[] = executable.interpreter;
		const started = args.find((arg) => !arg.startsWith("-") && !arg.includes("="));
		name = interpreter !== undefined && posix.basename(interpreter) === "env" ? started : interpreter;
	}
	return undefined;
}

async function readFirst(paths: readonly string[], read: (path: string) => Promise<Uint8Array | undefined>) {
	for (const path of paths) {
		const head = await read(path);
		if (head !== undefined) return head;
	}
	return undefined;
}
