import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";

/** ELF e_machine to what `uname -m` says there (System V ABI, 64-bit unless noted). */
const machines: Readonly<Record<number, string>> = {
	3: "i686",
	21: "ppc64le",
	22: "s390x",
	40: "armv7l",
	62: "x86_64",
	183: "aarch64",
	243: "riscv64",
	258: "loongarch64",
};

const wantedMachines: Readonly<Record<string, string>> = {
	"386": "i686",
	amd64: "x86_64",
	arm: "armv7l",
	arm64: "aarch64",
	loong64: "loongarch64",
	ppc64le: "ppc64le",
	riscv64: "riscv64",
	s390x: "s390x",
};

/** `linux/arm64` -> `aarch64`; undefined for a platform we know no machine of. */
export function machineOf(platform: string): string | undefined {
	return wantedMachines[platform.split("/")[1] ?? ""];
}

export type Program =
	| { readonly kind: "elf"; readonly machine: string }
	| { readonly kind: "script"; readonly interpreter: readonly string[] }
	| { readonly kind: "other" };

/** What the first bytes of a program say it is. */
export function programOf(head: Uint8Array): Program {
	const bytes = Buffer.from(head);
	if (bytes.length >= 20 && bytes.readUInt32BE(0) === 0x7f454c46) {
		const machine = bytes[5] === 2 ? bytes.readUInt16BE(18) : bytes.readUInt16LE(18);
		return { kind: "elf", machine: machines[machine] ?? `machine ${machine}` };
	}
	if (bytes.subarray(0, 2).toString("latin1") === "#!") {
		const line = bytes.subarray(2, 256).toString("utf8").split("\n", 1)[0] ?? "";
		return { kind: "script", interpreter: line.trim().split(/\s+/) };
	}
	return { kind: "other" };
}

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

/** Reads a file's first bytes through `copy`, which writes the container's file to a path here and says whether it could. */
export async function headOf(copy: (to: string) => Promise<boolean>): Promise<Uint8Array | undefined> {
	const folder = await mkdtemp(join(tmpdir(), "lucid-smoke-"));
	try {
		const target = join(folder, "program");
		if (!(await copy(target))) return undefined;
		await using file = await open(target).catch(() => undefined);
		if (file === undefined) return undefined;
		const { buffer, bytesRead } = await file
			.read(Buffer.alloc(256), 0, 256, 0)
			.catch(() => ({ buffer: Buffer.alloc(0), bytesRead: 0 }));
		return buffer.subarray(0, bytesRead);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
