/** What an index has of one version. */
export interface PackageRelease {
	readonly version: string;
	/** Tags of its wheels, as their names have them, each once. */
	readonly wheels: readonly string[];
	/** Its source can be had. */
	readonly source: boolean;
	/** `>=3.8`; undefined where it says nothing. */
	readonly requiresPython?: string;
	/** Taken back by whoever made it; the text says why, perhaps nothing. */
	readonly yanked?: string;
}

/** What the indexes of a requirement know of a package. */
export type PackageFacts =
	/** `some`: another index, which nobody could ask, may have more. */
	| { readonly kind: "known"; readonly releases: readonly PackageRelease[]; readonly all: "all" | "some" }
	/** None of them has it. */
	| { readonly kind: "missing" }
	/** Nobody could be asked. */
	| { readonly kind: "unknown" };

/** What several indexes know together. Where packages may also lie in a folder (`links`), what none of them has may still be there. */
export function mergePackageFacts(answers: readonly PackageFacts[], links: "links" | "no links"): PackageFacts {
	const releases = new Map<string, PackageRelease>();
	let some = links === "links" || answers.length === 0;
	let found = false;
	for (const answer of answers) {
		if (answer.kind === "unknown") some = true;
		if (answer.kind !== "known") continue;
		found = true;
		some ||= answer.all === "some";
		for (const release of answer.releases) {
			const other = releases.get(release.version);
			releases.set(release.version, other === undefined ? release : joined(other, release));
		}
	}
	if (found) return { kind: "known", releases: [...releases.values()], all: some ? "some" : "all" };
	return { kind: some ? "unknown" : "missing" };
}

function joined(one: PackageRelease, other: PackageRelease): PackageRelease {
	const { yanked: _, ...rest } = one;
	const wheels = [...new Set([...one.wheels, ...other.wheels])];
	const both = one.yanked !== undefined && other.yanked !== undefined;
	return { ...rest, wheels, source: one.source || other.source, ...(both && { yanked: one.yanked }) };
}
