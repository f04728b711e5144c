import type { Source } from "../../../model/documents/source.ts";
import { isVolatile, type ServiceInputs } from "../../../model/service/service-inputs.ts";
import { type BakedValues, shortenCommit, volatileValues } from "../../../model/tags/volatile-values.ts";
import type { FingerprintPart } from "../fingerprint/parts.ts";

/** What a run releases: versions by service. */
export interface RunVersions {
	readonly source: Source;
	readonly project: string;
	readonly versions: ReadonlyMap<string, string>;
}

/** Where a value ends up without being in a layer or a setting of the image. */
const outside: ReadonlySet<string> = new Set(["LABEL"]);

/**
 * Volatile build args that reach a layer or a setting, with this run's values. A `RUN` below the ARG counts whether it names it or not, as in BuildKit's
 * cache keys: any program may read its environment. SOURCE_DATE_EPOCH counts only where the catalog gives it: otherwise it is the files' date.
 */
export function bakedValues(
	{ service, trace }: Pick<ServiceInputs, "service" | "trace">,
	{ source, project, versions }: RunVersions,
): BakedValues {
	const uses = trace.volatile.filter(({ keyword }) => !outside.has(keyword));
	const names = [...new Set(uses.map(({ name }) => name))].filter((name) => isVolatile(name, service.args)).sort();
	return volatileValues(names, source, service, { project, version: versions.get(service.name) });
}

const prefix = "ARG ";

/** Of a release every baked value counts; on branches none does, so that a commit or a date builds nothing. */
export function bakedParts(baked: BakedValues, version: string | undefined): readonly FingerprintPart[] {
	if (version === undefined) return [];
	return Object.entries(baked).map(([name, value]) => ({ kind: "baked", name: prefix + name, value }));
}

/** The build arg of a component's name; undefined for any other. */
export const bakedArgName = (component: string): string | undefined =>
	component.startsWith(prefix) ? component.slice(prefix.length) : undefined;

/** `VERSION is baked into a layer: 1.2.0, was 4f1c2aa`. */
export function bakedDetail(name: string, now: BakedValues, before: BakedValues): string {
	const [value, was] = [now[name], before[name]].map((one) => (one === undefined ? undefined : shortenCommit(one)));
	return `${name} is baked into a layer: ${value ?? "none"}${was === undefined ? "" : `, was ${was}`}`;
}
