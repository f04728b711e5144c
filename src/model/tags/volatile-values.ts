import { parseJson, readStrings } from "../../util/json.ts";
import type { Source } from "../documents/source.ts";
import type { Service } from "../service/service.ts";
import { fillTemplates, templateVars } from "./labels.ts";

/** VERSION without a release: the same on every branch and commit, so that it changes no image. */
const unreleasedVersion = "0.0.0";

/** Release of one service in one run. */
export interface ServiceRelease {
	readonly project: string;
	/** Undefined if the run gives the service no version tag. */
	readonly version?: string | undefined;
}

/**
 * The values of volatile build args. The catalog's values win; args without a value are left out. Without a release,
 * `{{version}}` is the catalog's own VERSION.
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
	const defaults: Readonly<Record<string, string | undefined>> = {
		BUILD_DATE: source.date ?? source.committedAt,
		VCS_REF: source.revision,
		GIT_COMMIT: source.revision,
		REVISION: source.revision,
		VERSION: version ?? unreleasedVersion,
	};
	return Object.fromEntries(
		names.flatMap((name) => {
			const value = Object.hasOwn(catalog, name) ? catalog[name] : defaults[name];
			return value === undefined ? [] : [[name, value] as const];
		}),
	);
}

/** The build arg VERSION of the catalog, unless it is a template itself. */
function fixedVersion({ args }: Service): string | undefined {
	const version = Object.hasOwn(args, "VERSION") ? args.VERSION : undefined;
	return version === undefined || version === "" || version.includes("{{") ? undefined : version;
}

/** Values of volatile build args in an image's layers or settings, by name. */
export type BakedValues = Readonly<Record<string, string>>;

/** The manifest annotation with these values. */
export const bakedAnnotation = "com.lucid.baked";

/** Reads the values from a manifest's annotations; empty if the annotation is missing or invalid. */
export function readBaked(annotations: Readonly<Record<string, string>>): BakedValues {
	return readStrings(parseJson(annotations[bakedAnnotation] ?? ""));
}

/** Describes the values of an existing image that differ from this run's, one text each. */
export function describeStaleValues(existing: BakedValues, current: BakedValues): readonly string[] {
	return Object.entries(current).flatMap(([name, value]) =>
		existing[name] === undefined || existing[name] === value
			? []
			: [
					`${name} is baked into a layer: it stays ${shortenCommit(existing[name])}, this run has ${shortenCommit(value)}`,
				],
	);
}

/** Shortens a commit id to 7 digits; other values stay. */
export const shortenCommit = (value: string): string => (/^[0-9a-f]{40,64}$/.test(value) ? value.slice(0, 7) : value);
