import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type EntryName, entryNames } from "../../src/main.ts";

interface Ended {
	readonly exitCode: number;
	readonly text: string;
}

/** Starts every entry of a dist folder in an empty folder. Returns what is wrong, by entry. */
export async function brokenEntries(dist: string): Promise<readonly string[]> {
	const folder = await mkdtemp(join(tmpdir(), "lucid-entries-"));
	try {
		const broken = await Promise.all(entryNames.map((name) => tryEntry(join(dist, `${name}.js`), name, folder)));
		return broken.filter((one) => one !== undefined);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** The expected result in an empty folder without Docker; a broken bundle gives another one. */
function expected(name: EntryName): { readonly exitCode: number; readonly says: RegExp; readonly args: string[] } {
	if (name === "lucid") return { exitCode: 0, says: /^\d+\.\d+\.\d+\s*$/, args: ["--version"] };
	if (name === "setup-post") return { exitCode: 0, says: /nothing to clean up/, args: [] };
	if (name === "setup") return { exitCode: 3, says: /::error title=engine\//, args: [] };
	return { exitCode: 2, says: /::error title=catalog\//, args: [] };
}

async function tryEntry(file: string, name: EntryName, folder: string): Promise<string | undefined> {
	const { exitCode, says, args } = expected(name);
	const ended = await new Promise<Ended>((resolve) => {
		const env = { GITHUB_ACTIONS: "true", RUNNER_TEMP: folder, HOME: folder, PATH: "" };
		execFile(process.execPath, [file, ...args], { cwd: folder, env }, (error, stdout, stderr) =>
			resolve({ exitCode: typeof error?.code === "number" ? error.code : error ? -1 : 0, text: stdout + stderr }),
		);
	});
	if (ended.exitCode === exitCode && says.test(ended.text)) return undefined;
	return `${name}.js ended with ${ended.exitCode}, expected ${exitCode} and ${says}:\n${ended.text.slice(-2000)}`;
}

/** Loads every lazily imported chunk, because a broken one would only fail in use. */
export async function brokenChunks(dist: string): Promise<string | undefined> {
	const script = `const { loadAll } = await import(${JSON.stringify(join(dist, "index.js"))}); await loadAll();`;
	return promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script]).then(
		() => undefined,
		(error: Error) => `a lazily loaded part of the bundle does not load:\n${error.message}`,
	);
}
