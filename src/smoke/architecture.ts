import { posix } from "node:path";
import { programOf } from "../program.ts";

/**
 * The machine whose code process 1 is, found without a shell or tool in the image: `read` gives the first bytes of a file of
 * the container, links followed, or undefined where there is none. Scripts lead to their interpreter, `env` to what it starts.
 */
export async function machineOfEntry(
	path: string,
	searchPath: string,
	read: (path: string) => Promise<Uint8Array | undefined>,
): Promise<string | undefined> {
	let name: string | undefined = path;
	for (let hop = 0; hop < 5 && name !== undefined; hop++) {
		const head = await firstOf(
			name.includes("/") ? [name] : searchPath.split(":").map((dir) => posix.join(dir, name ?? "")),
			read,
		);
		if (head === undefined) return undefined;
		const program = programOf(head);
		if (program.kind !== "script") return program.kind === "elf" ? program.machine : undefined;
		const [interpreter, ...rest]: readonly string[] = program.interpreter;
		const started = rest.find((word) => !word.startsWith("-") && !word.includes("="));
		name = interpreter !== undefined && posix.basename(interpreter) === "env" ? started : interpreter;
	}
	return undefined;
}

async function firstOf(paths: readonly string[], read: (path: string) => Promise<Uint8Array | undefined>) {
	for (const path of paths) {
		const head = await read(path);
		if (head !== undefined) return head;
	}
	return undefined;
}
