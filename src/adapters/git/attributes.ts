import { lstat } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import type { Checkout } from "./checkout.ts";
import type { Git } from "./git.ts";
import type { Index } from "./index-file.ts";

/** Effects of attributes and settings on tracked files. */
export interface Attributes {
	/** Files whose bytes may differ from their blob: line-end conversion, filters such as LFS, ident, encodings. */
	readonly converted: readonly string[];
	/** Skipped files (sparse checkout) that a checkout would write with other bytes than their blob. */
	readonly rewritten: ReadonlySet<string>;
	/** Files of Git LFS. */
	readonly lfs: ReadonlySet<string>;
}

/** Runs git only if there are any attributes. `others` are untracked files. */
export async function attributesOf(
	root: string,
	git: Git,
	checkout: Checkout,
	{ clean, skipped, unsure }: Pick<Index, "clean" | "skipped" | "unsure">,
	others: readonly string[],
): Promise<Attributes> {
	const settings = await checkout.settings();
	const always = !/^(?:false|no|off|0|)$/i.test(settings.get("core.autocrlf") ?? "");
	const names = (list: readonly { readonly path: string }[]) => list.map(({ path: name }) => name);
	const isTextRewritten = /^(?:true|yes|on|1)$/i.test(settings.get("core.autocrlf") ?? "");
	const all = { converted: names(clean), rewritten: new Set(names(skipped)), lfs: new Set<string>() };
	const none = {
		converted: always ? all.converted : [],
		rewritten: isTextRewritten ? all.rewritten : new Set<string>(),
		lfs: all.lfs,
	};
	const inTree = [clean, skipped].some((list) => list.some((one) => isAttributes(one.path)));
	if (!inTree && ![...others, ...unsure].some(isAttributes) && !(await attributesElsewhere(root, git, checkout)))
		return none;
	const asked = [...all.converted, ...all.rewritten];
	const answer = await git(["check-attr", "-z", "--stdin", ...attributes], asked.map((name) => `${name}\0`).join(""));
	if (answer === undefined) return all;
	const converted = new Set(none.converted);
	const rewritten = new Set(none.rewritten);
	const lfs = new Set<string>();
	const isCrlf = settings.get("core.eol")?.toLowerCase() === "crlf";
	const fields = answer.split("\0");
	for (let i = 0; i + 2 < fields.length; i += 3) {
		const value = fields[i + 2];
		if (value === "unspecified" || value === "unset") continue;
		const [name = "", attribute = ""] = [fields[i], fields[i + 1]];
		if (all.rewritten.has(name)) {
			// Git stores text with LF and writes it with LF unless configured otherwise.
			const asStored = attribute === "eol" ? value === "lf" : (attribute === "text" || attribute === "crlf") && !isCrlf;
			if (!asStored) rewritten.add(name);
		} else converted.add(name);
		if (attribute === "filter" && value === "lfs") lfs.add(name);
	}
	return { converted: [...converted], rewritten, lfs };
}

const attributes = ["text", "eol", "crlf", "filter", "ident", "working-tree-encoding"];

const isAttributes = (name: string) => name.endsWith(".gitattributes") && /(?:^|\/)\.gitattributes$/.test(name);

/** Whether a parent folder, the clone, the user or the system has attributes: https://git-scm.com/docs/gitattributes */
async function attributesElsewhere(root: string, git: Git, { settings, layout }: Checkout): Promise<boolean> {
	const { attributes: local = "", up = "" } = (await layout()) ?? {};
	const above = up
		.split("/")
		.filter(Boolean)
		.map((_, i, all) => path.join(root, ...all.slice(i), ".gitattributes"));
	const folder = process.env.XDG_CONFIG_HOME || path.join(homedir(), ".config");
	// Git expands `~` and the like.
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
