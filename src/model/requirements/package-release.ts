import { defined } from "../../util/defined.ts";

/** One version of a package in an index. */
export interface PackageRelease {
	readonly version: string;
	/** Compatibility tags of its wheels, without duplicates. */
	readonly wheels: readonly string[];
	/** Whether it has a source distribution. */
	readonly source: boolean;
	/** `>=3.8`; undefined if not given. */
	readonly requiresPython?: string;
	/** Reason of a yanked release, possibly empty. */
	readonly yanked?: string;
}

/** The releases of a package in the indexes of a requirement. */
export type PackageFacts =
	/** `some`: an unreachable index may have more. */
	| { readonly kind: "known"; readonly releases: readonly PackageRelease[]; readonly all: "all" | "some" }
	/** No index has the package. */
	| { readonly kind: "missing" }
	/** No index could be reached. */
	| { readonly kind: "unknown" };

/** Merges the results of several indexes. With `links` (`--find-links`), a missing package may be in a folder. */
export function mergePackageFacts(answers: readonly PackageFacts[], links: "links" | "no links"): PackageFacts {
	const releases = new Map<string, PackageRelease>();
	let some = links === "links" || answers.length === 0;
	let isKnown = false;
	for (const answer of answers) {
		if (answer.kind === "unknown") some = true;
		if (answer.kind !== "known") continue;
		isKnown = true;
		some ||= answer.all === "some";
		for (const release of answer.releases) {
			const other = releases.get(release.version);
			releases.set(release.version, other === undefined ? release : mergeReleases(other, release));
		}
	}
	if (isKnown) return { kind: "known", releases: [...releases.values()], all: some ? "some" : "all" };
	return { kind: some ? "unknown" : "missing" };
}

function mergeReleases({ yanked, ...first }: PackageRelease, second: PackageRelease): PackageRelease {
	const wheels = [...new Set([...first.wheels, ...second.wheels])];
	const source = first.source || second.source;
	// A release counts as yanked if both indexes have yanked it.
	return { ...first, wheels, source, ...defined({ yanked: second.yanked === undefined ? undefined : yanked }) };
}
