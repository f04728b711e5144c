import { posix } from "node:path";
import { machineOf } from "../program.ts";
import type { Entry, Layer } from "./layers/entry.ts";
import type { FileTree } from "./layers/tree.ts";

const shells = new Set(
	"sh bash rbash dash ash zsh ksh ksh93 mksh fish csh tcsh busybox toybox yash elvish nu pwsh".split(" "),
);
const managers = new Set(
	"apt apt-get apt-cache aptitude dpkg apk yum dnf dnf5 microdnf tdnf rpm zypper pacman opkg emerge xbps-install nix-env brew pip pip3 pipx conda mamba npm npx yarn pnpm gem cargo composer".split(
		" ",
	),
);

/** What may be executed by anybody, under one of these names; a link counts by its own name. */
function programsNamed(tree: FileTree, names: ReadonlySet<string>): readonly string[] {
	const found: string[] = [];
	for (const [path, entry] of tree.all()) {
		const name = posix.basename(path);
		// pip3.11 is a pip, python3.11 is none.
		if (!names.has(name) && !names.has(name.replace(/\d*\.\d+$/, ""))) continue;
		if (entry.kind === "file" && (entry.mode & 0o111) === 0) continue;
		if (entry.kind === "link" && tree.find(path)?.entry.kind !== "file") continue;
		if (entry.kind === "file" || entry.kind === "link") found.push(`/${path}`);
	}
	return found.sort();
}

export const shellsIn = (tree: FileTree): readonly string[] => programsNamed(tree, shells);
export const managersIn = (tree: FileTree): readonly string[] => programsNamed(tree, managers);

/** What runs beside the platform's own machine: 32-bit programs on amd64, and code for the kernel's own machine (EM_BPF), or for none. */
const alsoFine: Readonly<Record<string, readonly string[]>> = { x86_64: ["i686"] };
const anywhere = new Set(["machine 0", "machine 247"]);

/** Programs and libraries for another machine than the platform's; undefined when the platform is not one we know. */
export function foreignBinaries(
	tree: FileTree,
	platform: string,
): readonly { readonly path: string; readonly machine: string }[] | undefined {
	const wanted = machineOf(platform);
	if (wanted === undefined) return undefined;
	const fine = new Set([wanted, ...(alsoFine[wanted] ?? [])]);
	const foreign: { path: string; machine: string }[] = [];
	for (const [path, { program }] of tree.files())
		if (program.kind === "elf" && !fine.has(program.machine) && !anywhere.has(program.machine))
			foreign.push({ path: `/${path}`, machine: program.machine });
	return foreign.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Of every layer: what a later one removes can still be taken out of the image. */
export function secretsIn(
	layers: readonly Layer[],
	tree: FileTree,
): readonly { readonly path: string; readonly what: string }[] {
	const found = new Map<string, string>();
	const secretOf = (entry: Entry) => (entry.kind === "file" ? entry.secret : undefined);
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
export function matcher(patterns: readonly string[]): (text: string) => boolean {
	const forms = patterns.map((pattern) => {
		const parts = pattern.replace(/\/+$/, "").split(/(\*\*|\*)/);
		const source = parts.map((part) =>
			part === "**" ? ".*" : part === "*" ? "[^/]*" : part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"),
		);
		return new RegExp(`^${source.join("")}(?:/.*)?$`, "s");
	});
	return (text) => forms.some((form) => form.test(text));
}
