import type { Source } from "../documents/source.ts";
import type { Service } from "../service/service.ts";
import { fillTemplates, templateVars } from "./labels.ts";

/** VERSION where nothing is released: the same on every branch and commit, so that it makes no image another one. */
export const unreleasedVersion = "0.0.0";

/** Of one service in one run. */
export interface ServiceRelease {
	readonly project: string;
	/** Undefined where the run gives the service no version tag. */
	readonly version?: string | undefined;
}

/**
 * The values of volatile build args. What the catalog says of one wins; one that nobody has a value for is left out. The catalog's own VERSION stands for
 * `{{version}}` where nothing is released.
 */
export function volatileValues(
	names: readonly string[],
	source: Source,
	service: Service,
	{ project, version }: ServiceRelease,
): Readonly<Record<string, string>> {
	const vars = templateVars(source, service, {
		project,
		version: version ?? fixedVersion(service) ?? unreleasedVersion,
	});
	const catalog = fillTemplates(service.args, vars);
	const usual: Readonly<Record<string, string | undefined>> = {
		BUILD_DATE: source.date ?? source.committedAt,
		VCS_REF: source.revision,
		GIT_COMMIT: source.revision,
		REVISION: source.revision,
		VERSION: version ?? unreleasedVersion,
	};
	return Object.fromEntries(
		names.flatMap((name) => {
			const value = Object.hasOwn(catalog, name) ? catalog[name] : usual[name];
			return value === undefined ? [] : [[name, value] as const];
		}),
	);
}

/** The build arg VERSION of the catalog, unless it is made of something else itself. */
function fixedVersion({ args }: Service): string | undefined {
	const version = Object.hasOwn(args, "VERSION") ? args.VERSION : undefined;
	return version === undefined || version === "" || version.includes("{{") ? undefined : version;
}

/** Values of volatile build args that are part of an image's layers or settings, by name. */
export type BakedValues = Readonly<Record<string, string>>;

/** The annotation of a manifest that keeps them. */
export const bakedAnnotation = "com.lucid.baked";

/** Those of a manifest's annotations. What is not an annotation of ours holds none. */
export function readBaked(annotations: Readonly<Record<string, string>>): BakedValues {
	try {
		const found: unknown = JSON.parse(annotations[bakedAnnotation] ?? "{}");
		return typeof found === "object" && found !== null ? (found as BakedValues) : {};
	} catch {
		return {};
	}
}

/** An image that is there with other values than this run's, in words: a sentence part for each. */
export function describeStaleValues(there: BakedValues, now: BakedValues): readonly string[] {
	return Object.entries(now).flatMap(([name, value]) =>
		there[name] === undefined || there[name] === value
			? []
			: [`${name} is baked into a layer: it stays ${shortenCommit(there[name])}, this run has ${shortenCommit(value)}`],
	);
}

/** A commit's id is cut to 7 digits. */
export const shortenCommit = (value: string): string => (/^[0-9a-f]{40,64}$/.test(value) ? value.slice(0, 7) : value);
