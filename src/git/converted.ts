import { lstat } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import type { Git } from "./git.ts";

/**
 * Of these tracked files, those whose bytes on disk may differ from their blob: line-end conversion, filters such as LFS, ident, encodings. The files are only
 * asked for where there are attributes at all.
 */
export async function converted(
	root: string,
	git: Git,
	files: () => readonly string[],
	attributesInTree: boolean,
): Promise<readonly string[]> {
	const settings = await readSettings(git);
	if (!/^(?:false|no|off|0|)$/i.test(settings.get("core.autocrlf") ?? "")) return files();
	if (!attributesInTree && !(await attributesElsewhere(root, git, settings.get("core.attributesfile")))) return [];
	const names = ["text", "eol", "crlf", "filter", "ident", "working-tree-encoding"];
	const answer = await git(
		["check-attr", "-z", "--stdin", ...names],
		files()
			.map((name) => `${name}\0`)
			.join(""),
	);
	if (answer === undefined) return files();
	const fields = answer.split("\0");
	const found = new Set<string>();
	for (let i = 0; i + 2 < fields.length; i += 3) {
		const [name, value] = [fields[i] ?? "", fields[i + 2] ?? ""];
		if (value !== "unspecified" && value !== "unset") found.add(name);
	}
	return [...found];
}

/** Git's settings that change what is on disk, by their names in small letters; paths as git expands them. */
async function readSettings(git: Git): Promise<ReadonlyMap<string, string>> {
	const text = await git(["config", "-z", "--type=path", "--get-regexp", "^core\\.(autocrlf|attributesfile)$"]);
	// Of several values the last one counts. One without a value is true.
	return new Map(
		(text ?? "").split("\0").flatMap((record) => {
			const [name = "", value = "true"] = record.split("\n", 2);
			return name === "" ? [] : [[name, value] as const];
		}),
	);
}

/** Whether a folder above, the clone, the user or the machine has attributes: https://git-scm.com/docs/gitattributes */
async function attributesElsewhere(root: string, git: Git, configured: string | undefined): Promise<boolean> {
	const told = await git(["rev-parse", "--git-path", "info/attributes", "--show-cdup"]);
	const [local = "", up = ""] = told?.split("\n") ?? [];
	const above = up
		.split("/")
		.filter(Boolean)
		.map((_, i, all) => path.join(root, ...all.slice(i), ".gitattributes"));
	const settings = process.env.XDG_CONFIG_HOME || path.join(homedir(), ".config");
	const own = configured || path.join(settings, "git/attributes");
	const files = [path.resolve(root, local), own, "/etc/gitattributes", ...above];
	return (await Promise.all(files.map(exists))).includes(true);
}

const exists = (file: string) =>
	lstat(file).then(
		(stats) => stats.isFile(),
		() => false,
	);
