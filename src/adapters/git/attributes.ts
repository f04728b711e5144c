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

/** The files of a working tree, by what git knows of them. */
interface KnownFiles extends Pick<Index, "clean" | "skipped" | "unsure"> {
	readonly untracked: readonly string[];
}

/** Runs git only if there are any attributes. */
export async function attributesOf(
	root: string,
	git: Git,
	checkout: Checkout,
	{ clean, skipped, unsure, untracked }: KnownFiles,
): Promise<Attributes> {
	const settings = await checkout.settings();
	const autoCrlf = settings.get("core.autocrlf") ?? "";
	const isConverted = !/^(?:false|no|off|0|)$/i.test(autoCrlf);
	const isTextRewritten = /^(?:true|yes|on|1)$/i.test(autoCrlf);
	const names = (list: readonly { readonly path: string }[]) => list.map(({ path: name }) => name);
	const all = { converted: names(clean), rewritten: new Set(names(skipped)), lfs: new Set<string>() };
	const none = {
		converted: isConverted ? all.converted : [],
		rewritten: isTextRewritten ? all.rewritten : new Set<string>(),
		lfs: all.lfs,
	};
	const inTree =
		[clean, skipped].some((list) => list.some((entry) => isAttributesFile(entry.path))) ||
		[untracked, unsure].some((list) => list.some(isAttributesFile));
	if (!inTree && !(await hasAttributesElsewhere(root, git, checkout))) return none;
	const input = [...all.converted, ...all.rewritten].map((name) => `${name}\0`).join("");
	const output = await git(["check-attr", "-z", "--stdin", ...attributes], input);
	if (output === undefined) return all;
	const converted = new Set(none.converted);
	const rewritten = new Set(none.rewritten);
	const lfs = new Set<string>();
	const isCrlf = settings.get("core.eol")?.toLowerCase() === "crlf";
	const fields = output.split("\0");
	for (let i = 0; i + 2 < fields.length; i += 3) {
		const value = fields[i + 2];
		if (value === "unspecified" || value === "unset") continue;
		const [name = "", attribute = ""] = [fields[i], fields[i + 1]];
		if (all.rewritten.has(name)) {
			// Git stores text with LF and writes it with LF unless configured otherwise.
			const isAsStored =
				attribute === "eol" ? value === "lf" : (attribute === "text" || attribute === "crlf") && !isCrlf;
			if (!isAsStored) rewritten.add(name);
		} else converted.add(name);
		if (attribute === "filter" && value === "lfs") lfs.add(name);
	}
	return { converted: [...converted], rewritten, lfs };
}

const attributes = ["text", "eol", "crlf", "filter", "ident", "working-tree-encoding"];

const isAttributesFile = (name: string) => name.endsWith(".gitattributes") && /(?:^|\/)\.gitattributes$/.test(name);

/** Whether a parent folder, the clone, the user or the system has attributes: https://git-scm.com/docs/gitattributes */
async function hasAttributesElsewhere(root: string, git: Git, { settings, layout }: Checkout): Promise<boolean> {
	const { attributes: local = "", up = "" } = (await layout()) ?? {};
	const parents = up
		.split("/")
		.filter(Boolean)
		.map((_, i, all) => path.join(root, ...all.slice(i), ".gitattributes"));
	const configFolder = process.env.XDG_CONFIG_HOME || path.join(homedir(), ".config");
	// Git expands `~` and the like.
	const isSet = (await settings()).has("core.attributesfile");
	const setting = isSet ? (await git(["config", "--type=path", "--get", "core.attributesfile"]))?.trim() : undefined;
	const user = setting || path.join(configFolder, "git/attributes");
	const files = [path.resolve(root, local), user, "/etc/gitattributes", ...parents];
	return (await Promise.all(files.map(isFile))).includes(true);
}

const isFile = (file: string) =>
	lstat(file).then(
		(stats) => stats.isFile(),
		() => false,
	);
