const meanings: Readonly<Record<number, string>> = {
	0: "ended by itself, without an error",
	125: "the engine could not run it",
	126: "found, but cannot be executed",
	127: "program not found",
	128: "bad exit status",
	132: "SIGILL: an instruction this processor does not know",
	134: "SIGABRT",
	135: "SIGBUS",
	136: "SIGFPE",
	139: "SIGSEGV: segmentation fault",
	143: "SIGTERM",
};

/** What an exit code tells, in Docker's and the shell's convention (128 + signal). */
export function exitMeaning(exitCode: number, { outOfMemory }: { readonly outOfMemory: boolean }): string {
	if (outOfMemory) return "killed: out of memory";
	if (exitCode === 137) return "SIGKILL: killed from outside, or out of memory";
	return meanings[exitCode] ?? (exitCode > 128 && exitCode < 165 ? `signal ${exitCode - 128}` : "error");
}
