import { lstat } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import type { Checkout } from "./checkout.ts";
import type { Git } from "./git.ts";

/**
 * Of these tracked files, those whose bytes on disk may differ from their blob: line-end conversion, filters such as LFS, ident, encodings. The files are only
 * asked for where there are attributes at all.
 */
export async function converted(
	root: string,
	git: Git,
	checkout: Checkout,
	files: () => readonly string[],
	attributesInTree: boolean,
): Promise<readonly string[]> {
	const settings = await checkout.settings();
	if (!/^(?:false|no|off|0|)$/i.test(settings.get("core.autocrlf") ?? "")) return files();
	if (!attributesInTree && !(await attributesElsewhere(root, git, checkout))) return [];
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

/** Whether a folder above, the clone, the user or the machine has attributes: https://git-scm.com/docs/gitattributes */
async function attributesElsewhere(root: string, git: Git, { settings, layout }: Checkout): Promise<boolean> {
	const { attributes: local = "", up = "" } = (await layout()) ?? {};
	const above = up
		.split("/")
		.filter(Boolean)
		.map((_, i, all) => path.join(root, ...all.slice(i), ".gitattributes"));
	const folder = process.env.XDG_CONFIG_HOME || path.join(homedir(), ".config");
	// Only git knows what is meant by `~` and the like.
	const isNamed = (await settings()).has("core.attributesfile");
	const named = isNamed ? (await git(["config", "--type=path", "--get", "core.attributesfile"]))?.trim() : undefined;
	const own = named || path.join(folder, "git/attributes");
	const files = [path.resolve(root, local), own, "/etc/gitattributes", ...above];
	return (await Promise.all(files.map(exists))).includes(true);
}

const exists = (file: string) =>
	lstat(file).then(
		(stats) => stats.isFile(),
		() => false,
	);
