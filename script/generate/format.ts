import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Files } from "./dist.ts";

/** Formats Markdown pages, so that formatting the project does not make them stale. */
export async function formatPages(root: string, files: Files): Promise<Files> {
	const entries = await Promise.all(
		[...files].map(
			async ([path, text]) => [path, path.endsWith(".md") ? await format(root, path, text) : text] as const,
		),
	);
	return new Map(entries);
}

function format(root: string, path: string, text: string): Promise<string> {
	const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [biome, "format", `--stdin-file-path=${path}`], {
			cwd: root,
			stdio: ["pipe", "pipe", "ignore"],
		});
		let out = "";
		child.stdout.on("data", (chunk: Buffer) => {
			out += chunk.toString();
		});
		child.on("error", reject);
		// The formatter prints nothing for pages that it ignores.
		child.on("close", () => resolve(out === "" ? text : out));
		child.stdin.end(text);
	});
}
