/** Why a docker command failed, by what it wrote: its last line, or the one before its advice. */
export function causeIn(stderr: string): string {
	const lines = stderr.split("\n").filter((line) => line.trim() !== "" && !/^Run '.+ --help'/.test(line));
	return (lines.at(-1) ?? "").replace(/^(?:docker|ERROR): /, "");
}
