import type { FingerprintComponent, Reason } from "../../../model/documents/plan.ts";
import type { BakedValues } from "../../../model/tags/volatile-values.ts";
import { bakedArgName, bakedDetail } from "./baked-values.ts";
import { isTtlComponent, staleDetail } from "./ttl-window.ts";

/** What is known of the image that was published before: its components by name, and its commit. */
export interface PreviousImage {
	readonly components: Readonly<Record<string, string>>;
	readonly revision?: string;
	/** Values of volatile build args in its layers. */
	readonly baked?: BakedValues;
	readonly digest?: string;
	/** Compressed, bytes. */
	readonly size?: number;
	/** By service: the content of each image of this catalog that it was built on. */
	readonly on?: Readonly<Record<string, string>>;
}

/** Names of files a sentence lists before it only counts. */
const namedFiles = 3;

/**
 * Why an image has to be built: each component that differs from the image published before. `changedFiles` answers, by component name,
 * which files did, where git still knows.
 */
export function whyBuild(
	components: readonly FingerprintComponent[],
	previous: PreviousImage | undefined,
	changedFiles: (component: string) => readonly string[] | undefined,
	baked: BakedValues = {},
): readonly Reason[] {
	if (previous === undefined) return [{ kind: "never-built", detail: "never published" }];
	const now = new Map(components.map((one) => [one.name, one]));
	const reasons: Reason[] = [];
	for (const { kind, name, hash } of components) {
		const before = previous.components[name];
		if (before === hash) continue;
		if (kind === "age") {
			reasons.push({ kind: "stale", component: name, detail: staleDetail(name) });
			continue;
		}
		if (kind === "baked") {
			const detail = bakedDetail(bakedArgName(name) ?? name, baked, previous.baked ?? {});
			reasons.push({ kind: "changed", component: name, detail });
			continue;
		}
		const what = kind === "base" || kind === "image" ? `FROM ${name}` : name;
		if (before === undefined) reasons.push({ kind: "changed", component: name, detail: `${what} is new` });
		else if (kind === "base") reasons.push({ kind: "changed", component: name, detail: `${what} moved` });
		else if (kind === "files")
			reasons.push({
				kind: "changed",
				component: name,
				detail: `${name} -> ${describeFiles(changedFiles(name), previous)}`,
			});
		else reasons.push({ kind: "changed", component: name, detail: `${what} changed` });
	}
	for (const name of Object.keys(previous.components)) {
		if (now.has(name) || isTtlComponent(name)) continue;
		const arg = bakedArgName(name);
		const isBaked = arg !== undefined && baked[arg] !== undefined;
		const detail = isBaked ? bakedDetail(arg, baked, previous.baked ?? {}) : `${name} is gone`;
		reasons.push({ kind: "changed", component: name, detail });
	}
	// The same parts under another recipe, or an earlier run that was built but never published.
	if (reasons.length === 0) return [{ kind: "changed", detail: "built in another way than the published image" }];
	return reasons;
}

function describeFiles(files: readonly string[] | undefined, { revision }: PreviousImage): string {
	if (files === undefined && revision !== undefined)
		return `changed since ${revision.slice(0, 7)} (a commit that this clone does not hold: which files is not known)`;
	if (files === undefined || files.length === 0) return "changed";
	const names = files.slice(0, namedFiles).map((file) => file.slice(file.lastIndexOf("/") + 1));
	const more = files.length > namedFiles ? `, and ${files.length - namedFiles} more` : "";
	const since = revision === undefined ? "" : ` since ${revision.slice(0, 7)}`;
	return `${files.length} ${files.length === 1 ? "file" : "files"} changed${since} (${names.join(", ")}${more})`;
}
