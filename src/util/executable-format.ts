import { defined } from "./defined.ts";

/** ELF e_machine to the output of `uname -m` (System V ABI, 64-bit unless noted). */
const machineByElfCode: Readonly<Record<number, string>> = {
	3: "i686",
	21: "ppc64le",
	22: "s390x",
	40: "armv7l",
	62: "x86_64",
	183: "aarch64",
	243: "riscv64",
	258: "loongarch64",
};

const machineByArchitecture: Readonly<Record<string, string>> = {
	"386": "i686",
	amd64: "x86_64",
	arm: "armv7l",
	arm64: "aarch64",
	loong64: "loongarch64",
	ppc64le: "ppc64le",
	riscv64: "riscv64",
	s390x: "s390x",
};

/** `linux/arm64` -> `aarch64`; undefined for an unknown platform. */
export function unameMachine(platform: string): string | undefined {
	return machineByArchitecture[platform.split("/")[1] ?? ""];
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
		const machine = bytes[5] === 2 ? bytes.readUInt16BE(18) : bytes.readUInt16LE(18);
		const loader = loaderOf(bytes);
		return { kind: "elf", machine: machineByElfCode[machine] ?? `machine ${machine}`, ...defined({ loader }) };
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
