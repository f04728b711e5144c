import { RE2JS } from "re2js";
import { type CheckResults, shortList } from "../../../model/image-checks/check-results.ts";
import type { VerifyCheckId } from "../../../model/service/verify-checks.ts";
import { unameMachine } from "../../../util/executable-format.ts";
import { withoutFinalSlashes } from "../../../util/path.ts";
import { starPatternSource } from "../../../util/star-pattern.ts";
import type { EntryFilter, FileTree } from "../layers/file-tree.ts";
import type { LayerContent } from "../layers/layer-content.ts";

const shells = new Set(
	"sh bash rbash dash ash zsh ksh ksh93 mksh fish csh tcsh busybox toybox yash elvish nu pwsh".split(" "),
);
const packageManagers = new Set(
	[
		"apt apt-get apt-cache aptitude dpkg apk yum dnf dnf5 microdnf tdnf rpm zypper pacman opkg emerge xbps-install",
		"nix-env brew pip pip3 pipx conda mamba npm npx yarn pnpm gem cargo composer",
	].flatMap((line) => line.split(" ")),
);

/** An executable file with one of these names; a link counts by its own name. */
function programNamed(names: ReadonlySet<string>): EntryFilter {
	return (path, entry) => {
		if (entry.kind !== "link" && !(entry.kind === "file" && (entry.mode & 0o111) !== 0)) return false;
		const name = path.slice(path.lastIndexOf("/") + 1);
		// pip3.11 is pip.
		return names.has(name) || names.has(name.replace(/(?<!\d)\d*\.\d+$/, ""));
	};
}

const isShell = programNamed(shells);
const isPackageManager = programNamed(packageManagers);

/** Without links to files that do not exist. */
const programs = (tree: FileTree, filter: EntryFilter): readonly string[] =>
	tree
		.filter(filter)
		.filter(([path, { kind }]) => kind === "file" || tree.find(path)?.entry.kind === "file")
		.map(([path]) => `/${path}`)
		.sort();

export const shellsIn = (tree: FileTree): readonly string[] => programs(tree, isShell);
export const packageManagersIn = (tree: FileTree): readonly string[] => programs(tree, isPackageManager);

/** Machines whose programs also run: 32-bit x86 on amd64, the kernel's own code (EM_BPF), and files for no machine. */
const compatible: Readonly<Record<string, readonly string[]>> = { x86_64: ["i686"] };
const anywhere = ["machine 0", "machine 247"];
const isBinary: EntryFilter = (_, entry) => entry.kind === "file" && entry.program.kind === "elf";

/** Programs and libraries for another machine than the platform's; undefined for an unknown platform. */
export function foreignBinaries(
	tree: FileTree,
	platform: string,
): readonly { readonly path: string; readonly machine: string }[] | undefined {
	const wanted = unameMachine(platform);
	if (wanted === undefined) return undefined;
	const allowed = new Set([wanted, ...(compatible[wanted] ?? []), ...anywhere]);
	const foreign = tree.filter(isBinary).flatMap(([path, entry]) => {
		const machine = entry.kind === "file" && entry.program.kind === "elf" ? entry.program.machine : undefined;
		return machine === undefined || allowed.has(machine) ? [] : { path: `/${path}`, machine };
	});
	return foreign.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Secrets in all layers: a file that a later layer removes can still be extracted. */
export function secretsIn(
	layers: readonly LayerContent[],
	tree: FileTree,
): readonly { readonly path: string; readonly what: string }[] {
	const secrets = new Map<string, string>();
	for (const { entries } of layers)
		for (const [path, entry] of entries) {
			if (entry.kind !== "file" || entry.secret === undefined) continue;
			const removed = tree.find(path) === undefined ? ", removed by a later layer but still there" : "";
			secrets.set(`/${path}`, `${entry.secret}${removed}`);
		}
	return [...secrets].map(([path, what]) => ({ path, what })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Adds a check that passes when nothing is found. */
export function expectNone(
	results: CheckResults,
	id: VerifyCheckId,
	found: readonly string[],
	name: string = id,
): void {
	results.add(id, { name, ok: found.length === 0, expected: "none", actual: shortList(found) });
}

/** `/opt/firmware/**`: `*` matches text without a slash, `**` any text; a folder matches everything below it. */
export function globMatcher(patterns: readonly string[]): (text: string) => boolean {
	const expressions = patterns.map((pattern) =>
		RE2JS.compile(`^${starPatternSource(withoutFinalSlashes(pattern))}(?:/.*)?$`, RE2JS.DOTALL),
	);
	return (text) => expressions.some((expression) => expression.test(text));
}
