import { posix } from "node:path";
import type { ApiRequest, EngineApi } from "../../../adapters/docker/engine-api.ts";
import { readExecutable, unameMachine } from "../../../util/executable-format.ts";
import { parseJson, readObject, readString } from "../../../util/json.ts";
import type { CheckContext, ContainerFailure } from "../check-types.ts";
import { engineRequest } from "../engine/call.ts";
import type { Container } from "../engine/containers.ts";
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

const headBytes = 256;

/** First bytes of a file in a container, links followed; undefined without such a file. Needs no tool in the image. */
async function readFileHead(
	api: EngineApi,
	container: string,
	file: string,
	signal: AbortSignal,
): Promise<Uint8Array | undefined> {
	const request = (method: "GET" | "HEAD", path: string): ApiRequest => ({
		...{ method, path: `/containers/${container}/archive`, query: { path }, signal },
	});
	const response = await api(request("HEAD", file)).catch(() => undefined);
	const header = response?.headers["x-docker-container-path-stat"];
	if (response === undefined || response.status >= 300 || typeof header !== "string") return undefined;
	// The engine has followed all links.
	const target = readString(readObject(parseJson(Buffer.from(header, "base64")))?.linkTarget) ?? file;
	let head: Uint8Array | undefined;
	let archive: Buffer = Buffer.alloc(0);
	const onData = (chunk: Buffer, stop: () => void) => {
		archive = Buffer.concat([archive, chunk]);
		head = firstFileHead(archive);
		if (head !== undefined) stop();
	};
	const reply = await engineRequest(api, { ...request("GET", target), onData });
	return reply.ok ? head : undefined;
}

const block = 512;

/**
 * Head of the first file in the beginning of a tar archive (POSIX.1, pax). Undefined while it is incomplete, and for an
 * entry that is not a file.
 */
export function firstFileHead(archive: Buffer): Uint8Array | undefined {
	for (let at = 0; archive.length >= at + block; ) {
		const size = Number.parseInt(archive.toString("latin1", at + 124, at + 136), 8) || 0;
		const kind = archive.toString("latin1", at + 156, at + 157);
		const content = at + block;
		// Extended headers come before their file.
		if (kind === "x" || kind === "g") {
			at = content + Math.ceil(size / block) * block;
			continue;
		}
		if (kind !== "0" && kind !== "\0") return undefined;
		const end = content + Math.min(size, headBytes);
		return archive.length >= end ? archive.subarray(content, end) : undefined;
	}
	return undefined;
}
