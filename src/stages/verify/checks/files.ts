import { unameMachine } from "../../../util/executable-format.ts";
import type { EntryFilter, FileTree } from "../layers/file-tree.ts";
import type { LayerContent, LayerEntry } from "../layers/layer-content.ts";

const shells = new Set(
	"sh bash rbash dash ash zsh ksh ksh93 mksh fish csh tcsh busybox toybox yash elvish nu pwsh".split(" "),
);
const managers = new Set(
	"apt apt-get apt-cache aptitude dpkg apk yum dnf dnf5 microdnf tdnf rpm zypper pacman opkg emerge xbps-install nix-env brew pip pip3 pipx conda mamba npm npx yarn pnpm gem cargo composer".split(
		" ",
	),
);

/** What may be executed by anybody, under one of these names; a link counts by its own name. */
function programNamed(names: ReadonlySet<string>): EntryFilter {
	return (path, entry) => {
		if (entry.kind !== "link" && !(entry.kind === "file" && (entry.mode & 0o111) !== 0)) return false;
		const name = path.slice(path.lastIndexOf("/") + 1);
		// pip3.11 is a pip, python3.11 is none.
		return names.has(name) || names.has(name.replace(/\d*\.\d+$/, ""));
	};
}

const isShell = programNamed(shells);
const isManager = programNamed(managers);

/** Those that are there: what a link leads to may not be. */
const programs = (tree: FileTree, test: EntryFilter): readonly string[] =>
	tree
		.filter(test)
		.filter(([path, { kind }]) => kind === "file" || tree.find(path)?.entry.kind === "file")
		.map(([path]) => `/${path}`)
		.sort();

export const shellsIn = (tree: FileTree): readonly string[] => programs(tree, isShell);
export const packageManagersIn = (tree: FileTree): readonly string[] => programs(tree, isManager);

/** What runs beside the platform's own machine: 32-bit programs on amd64, and code for the kernel's own machine (EM_BPF), or for none. */
const alsoFine: Readonly<Record<string, readonly string[]>> = { x86_64: ["i686"] };
const anywhere = new Set(["machine 0", "machine 247"]);
const isBinary: EntryFilter = (_, entry) => entry.kind === "file" && entry.program.kind === "elf";

/** Programs and libraries for another machine than the platform's; undefined when the platform is not one we know. */
export function foreignBinaries(
	tree: FileTree,
	platform: string,
): readonly { readonly path: string; readonly machine: string }[] | undefined {
	const wanted = unameMachine(platform);
	if (wanted === undefined) return undefined;
	const fine = new Set([wanted, ...(alsoFine[wanted] ?? [])]);
	const foreign = tree.filter(isBinary).flatMap(([path, entry]) => {
		const machine = entry.kind === "file" && entry.program.kind === "elf" ? entry.program.machine : undefined;
		return machine === undefined || fine.has(machine) || anywhere.has(machine) ? [] : { path: `/${path}`, machine };
	});
	return foreign.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Of every layer: what a later one removes can still be taken out of the image. */
export function secretsIn(
	layers: readonly LayerContent[],
	tree: FileTree,
): readonly { readonly path: string; readonly what: string }[] {
	const found = new Map<string, string>();
	const secretOf = (entry: LayerEntry) => (entry.kind === "file" ? entry.secret : undefined);
	for (const { entries } of layers)
		for (const [path, entry] of entries) {
			const secret = secretOf(entry);
			if (secret === undefined) continue;
			const gone = tree.find(path) === undefined;
			found.set(`/${path}`, gone ? `${secret}, removed by a later layer but still there` : secret);
		}
	return [...found].map(([path, what]) => ({ path, what })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** `/opt/firmware/**`: `*` stands for any text without a slash, `**` for any; a folder takes in what is below it. */
export function globMatcher(patterns: readonly string[]): (text: string) => boolean {
	const forms = patterns.map((pattern) => {
		const parts = pattern.replace(/\/+$/, "").split(/(\*\*|\*)/);
		const source = parts.map((part) =>
			part === "**" ? ".*" : part === "*" ? "[^/]*" : part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"),
		);
		return new RegExp(`^${source.join("")}(?:/.*)?$`, "s");
	});
	return (text) => forms.some((form) => form.test(text));
}
