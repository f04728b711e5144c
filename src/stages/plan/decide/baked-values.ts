import type { Source } from "../../../model/documents/source.ts";
import { isVolatile, type ServiceInputs } from "../../../model/service/service-inputs.ts";
import { type BakedValues, shortenCommit, volatileValues } from "../../../model/tags/volatile-values.ts";
import type { FingerprintPart } from "../fingerprint/parts.ts";

/** The versions that a run releases, by service. */
export interface RunVersions {
	readonly source: Source;
	readonly project: string;
	readonly versions: ReadonlyMap<string, string>;
}

/** Keywords that put a value neither into a layer nor into a setting. */
const unbakedKeywords: ReadonlySet<string> = new Set(["LABEL"]);

/**
 * Volatile build args that reach a layer or a setting, with this run's values. Every `RUN` below the ARG counts, as in
 * BuildKit's cache keys: any program may read its environment. SOURCE_DATE_EPOCH only counts if the catalog sets it.
 */
export function bakedValues(
	{ service, trace }: Pick<ServiceInputs, "service" | "trace">,
	{ source, project, versions }: RunVersions,
): BakedValues {
	const uses = trace.volatile.filter(({ keyword }) => !unbakedKeywords.has(keyword));
	const names = [...new Set(uses.map(({ name }) => name))].filter((name) => isVolatile(name, service.args)).sort();
	return volatileValues(names, source, service, { project, version: versions.get(service.name) });
}

const prefix = "ARG ";

/** All baked values of a release; none on branches, so that a new commit or date builds nothing. */
export function bakedParts(baked: BakedValues, version: string | undefined): readonly FingerprintPart[] {
	if (version === undefined) return [];
	return Object.entries(baked).map(([name, value]) => ({ kind: "baked", name: prefix + name, value }));
}

/** The build arg of a component; undefined for another kind of component. */
export const bakedArgName = (component: string): string | undefined =>
	component.startsWith(prefix) ? component.slice(prefix.length) : undefined;

/** `VERSION is baked into a layer: 1.2.0, was 4f1c2aa`. */
export function bakedDetail(name: string, current: BakedValues, previous: BakedValues): string {
	const [value, oldValue] = [current[name], previous[name]].map((value) =>
		value === undefined ? undefined : shortenCommit(value),
	);
	return `${name} is baked into a layer: ${value ?? "none"}${oldValue === undefined ? "" : `, was ${oldValue}`}`;
}
