import type { FingerprintComponent, Reason } from "../../../model/documents/plan.ts";
import type { LocatedInput, ServiceInputs } from "../../../model/service/service-inputs.ts";
import type { BakedValues } from "../../../model/tags/volatile-values.ts";
import { bakedArgName, bakedDetail } from "./baked-values.ts";
import { isTtlComponent, staleDetail } from "./ttl-window.ts";

/** An image that is not what is expected under its tag, or whose origin is not proven. */
export interface ForeignImage {
	/** `repository:tag` */
	readonly ref: string;
	/** A clause, ready to print. */
	readonly foreign: string;
}

/** What the labels and annotations of the published image say of it. */
export interface PreviousImage {
	/** Hashes, by component name. */
	readonly components: Readonly<Record<string, string>>;
	readonly revision?: string;
	/** Values of volatile build args in its layers. */
	readonly baked?: BakedValues;
	readonly digest?: string;
	/** Compressed, bytes. */
	readonly size?: number;
	/** Content hash of each image of this catalog that it was built on, by service. */
	readonly on?: Readonly<Record<string, string>>;
	/** Undefined if its origin is proven. Absent if it need not be. */
	readonly findUnproven?: () => Promise<ForeignImage | undefined>;
}

/** A new image, to be compared with the previous one. */
export interface NewImage {
	readonly components: readonly FingerprintComponent[];
	readonly baked: BakedValues;
}

/** Git's list of files below the paths that differ from a commit; undefined if it does not know. */
type ChangedSince = (revision: string, paths: readonly string[]) => Promise<readonly string[] | undefined>;

/** Why an image has to be built, down to the changed files if git knows them. */
export async function explainBuild(
	{ selected }: ServiceInputs,
	{ components, baked }: NewImage,
	previous: PreviousImage | undefined,
	changedSince: ChangedSince,
): Promise<readonly Reason[]> {
	const files = new Map<string, readonly string[] | undefined>();
	const { revision } = previous ?? {};
	for (const { kind, name, hash } of components) {
		if (revision === undefined || kind !== "files" || previous?.components[name] === hash) continue;
		const located = selected.filter(({ input }) => input.label === name);
		files.set(name, await changedFiles(located, (paths) => changedSince(revision, paths)));
	}
	return whyBuild(components, previous, (name) => files.get(name), baked);
}

/** The changed files of an instruction. A deleted file counts if it was below one of the sources. */
async function changedFiles(
	inputs: readonly LocatedInput[],
	listChanged: (paths: readonly string[]) => Promise<readonly string[] | undefined>,
): Promise<readonly string[] | undefined> {
	const sources = inputs.flatMap(({ input, root }) =>
		input.sources.map((source) => (root + trimSlashes(source)).replace(/\/\.$|^\.$/, "")),
	);
	// Git compares whole folders, so a wildcard counts as the folder above it.
	const folders = sources.map((source) => source.replace(/(^|\/)[^/]*[*?[].*$/s, "") || ".");
	const copied = new Set(inputs.flatMap(({ entries }) => entries.map(({ path }) => path)));
	const changed = await listChanged([...new Set(folders)]);
	return changed?.filter(
		(path) => copied.has(path) || sources.some((source) => path === source || path.startsWith(`${source}/`)),
	);
}

const trimSlashes = (path: string) => path.replace(/^(\.?\/)+|(?<!\/)\/+$/g, "");

/** A reason names at most this many files, and counts the others. */
const maxNamedFiles = 3;

/** The reasons if no component differs. */
export const sameParts: readonly Reason[] = [{ kind: "changed", detail: "built differently from the published image" }];

/** One reason per component that differs. `changedFiles` lists the files of a component, if git knows them. */
export function whyBuild(
	components: readonly FingerprintComponent[],
	previous: PreviousImage | undefined,
	changedFiles: (component: string) => readonly string[] | undefined,
	baked: BakedValues = {},
): readonly Reason[] {
	if (previous === undefined) return [{ kind: "never-built", detail: "never published" }];
	const current = new Map(components.map((component) => [component.name, component]));
	const reasons: Reason[] = [];
	const detailOf = ({ kind, name }: FingerprintComponent, isNew: boolean): string => {
		if (kind === "age") return staleDetail(name);
		if (kind === "baked") return bakedDetail(bakedArgName(name) ?? name, baked, previous.baked ?? {});
		const subject = kind === "base" || kind === "image" ? `FROM ${name}` : name;
		if (isNew) return `${subject} is new`;
		if (kind === "base") return `${subject} moved`;
		return kind === "files" ? `${name} -> ${describeFiles(changedFiles(name), previous)}` : `${subject} changed`;
	};
	for (const component of components) {
		const { kind, name, hash } = component;
		const previousHash = previous.components[name];
		if (previousHash === hash) continue;
		const detail = detailOf(component, previousHash === undefined);
		reasons.push({ kind: kind === "age" ? "stale" : "changed", component: name, detail });
	}
	for (const name of Object.keys(previous.components)) {
		if (current.has(name) || isTtlComponent(name)) continue;
		const arg = bakedArgName(name);
		const isBaked = arg !== undefined && baked[arg] !== undefined;
		const detail = isBaked ? bakedDetail(arg, baked, previous.baked ?? {}) : `${name} is gone`;
		reasons.push({ kind: "changed", component: name, detail });
	}
	// The same components by another recipe, or an earlier build that was never published.
	return reasons.length === 0 ? sameParts : reasons;
}

function describeFiles(files: readonly string[] | undefined, { revision }: PreviousImage): string {
	if (files === undefined && revision !== undefined)
		return `changed since ${revision.slice(0, 7)} (a commit that this clone does not have: the files are unknown)`;
	if (files === undefined || files.length === 0) return "changed";
	const names = files.slice(0, maxNamedFiles).map((file) => file.slice(file.lastIndexOf("/") + 1));
	const rest = files.length > maxNamedFiles ? `, and ${files.length - maxNamedFiles} more` : "";
	const since = revision === undefined ? "" : ` since ${revision.slice(0, 7)}`;
	return `${files.length} ${files.length === 1 ? "file" : "files"} changed${since} (${names.join(", ")}${rest})`;
}
