import { posix } from "node:path";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import { readExecutable, unameMachine } from "../../../util/executable-format.ts";
import type { CheckContext, ContainerFailure } from "../check-types.ts";
import type { Container } from "../engine/containers.ts";
import { readFileHead } from "../engine/file-head.ts";
import type { Member } from "../select-members.ts";

/** `aarch64`, from the ELF header of what process 1 runs; looked at once for all that run the same. */
export function programMachine(
	{ api, shared: { machines }, signal }: CheckContext,
	{ image }: Member,
	container: Container,
) {
	const key = [image, container.program, container.searchPath, container.workingDir].join("\n");
	const found = machines.get(key) ?? architectureOf(api, container, signal);
	machines.set(key, found);
	return found;
}

/** Needs nothing in the image. */
function architectureOf(api: EngineApi, container: Container, signal: AbortSignal): Promise<string | undefined> {
	const { id, program: path, searchPath, workingDir } = container;
	return entrypointMachine(path, searchPath, (file) => readFileHead(api, id, posix.resolve(workingDir, file), signal));
}

export function machineMismatch({ platform }: Member, found: string | undefined): ContainerFailure | undefined {
	const wanted = platform === undefined ? undefined : unameMachine(platform);
	if (wanted === undefined || found === undefined || wanted === found) return undefined;
	return { phase: "start", symptoms: { architecture: { wanted, found } } };
}

/**
 * The machine whose code process 1 is, found without a shell or tool in the image: `read` gives the first bytes of a file of
 * the container, links followed, or undefined where there is none. Scripts lead to their interpreter, `env` to what it starts.
 */
export async function entrypointMachine(
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
		const program = readExecutable(head);
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
