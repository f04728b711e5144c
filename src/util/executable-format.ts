import { defined } from "./defined.ts";

/** Architecture in Docker, ELF e_machine (System V ABI), and the output of `uname -m`. */
const machines = [
	["386", 3, "i686"],
	["ppc64le", 21, "ppc64le"],
	["s390x", 22, "s390x"],
	["arm", 40, "armv7l"],
	["amd64", 62, "x86_64"],
	["arm64", 183, "aarch64"],
	["riscv64", 243, "riscv64"],
	["loong64", 258, "loongarch64"],
] as const;

/** `linux/arm64` -> `aarch64`; undefined for an unknown platform. */
export function unameMachine(platform: string): string | undefined {
	const architecture = platform.split("/")[1];
	return machines.find(([name]) => name === architecture)?.[2];
}

export type Executable =
	| {
			readonly kind: "elf";
			readonly machine: string;
			/** The dynamic loader, `/lib/ld-linux-aarch64.so.1`, if its path is in the given bytes. */
			readonly loader?: string;
	  }
	| { readonly kind: "script"; readonly interpreter: readonly string[] }
	| { readonly kind: "other" };

/** Whether a script's first line ends with CRLF. */
export const hasCrlfShebang = (program: Executable): boolean =>
	program.kind === "script" && program.interpreter.at(-1)?.endsWith("\r") === true;

/** Detects the format of a program by its first bytes. */
export function readExecutable(head: Uint8Array): Executable {
	const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
	if (bytes.length >= 20 && bytes.readUInt32BE(0) === 0x7f454c46) {
		const code = bytes[5] === 2 ? bytes.readUInt16BE(18) : bytes.readUInt16LE(18);
		const machine = machines.find(([, elfCode]) => elfCode === code)?.[2] ?? `machine ${code}`;
		return { kind: "elf", machine, ...defined({ loader: loaderOf(bytes) }) };
	}
	if (bytes.subarray(0, 2).toString("latin1") === "#!") {
		const line = bytes.subarray(2, 256).toString("utf8").split("\n", 1)[0] ?? "";
		// The kernel strips blanks and tabs only: the \r of CRLF stays.
		return { kind: "script", interpreter: line.replace(/^[ \t]+|[ \t]+$/g, "").split(/[ \t]+/) };
	}
	return { kind: "other" };
}

/** PT_INTERP of a 64-bit little-endian file; undefined for the two platforms that are neither. */
function loaderOf(bytes: Buffer): string | undefined {
	if (bytes.length < 64 || bytes[4] !== 2 || bytes[5] !== 1) return undefined;
	const table = Number(bytes.readBigUInt64LE(32));
	const size = bytes.readUInt16LE(54);
	const count = bytes.readUInt16LE(56);
	for (let i = 0; i < count && size >= 56; i++) {
		const at = table + i * size;
		if (at + 56 > bytes.length) return undefined;
		if (bytes.readUInt32LE(at) !== 3) continue;
		const from = Number(bytes.readBigUInt64LE(at + 8));
		const length = Number(bytes.readBigUInt64LE(at + 32));
		if (length < 2 || length > 256 || from + length > bytes.length) return undefined;
		return bytes.toString("utf8", from, from + length).replace(/\0.*$/s, "");
	}
	return undefined;
}
