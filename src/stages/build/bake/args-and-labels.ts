import type { Plan, PlannedImage } from "../../../model/documents/plan.ts";
import type { Service } from "../../../model/service/service.ts";
import { fillTemplates, sourceDate, standardLabels, templateVars } from "../../../model/tags/labels.ts";
import { volatileValues } from "../../../model/tags/volatile-values.ts";
import { defined } from "../../../util/defined.ts";

/** 1980-02-01 in seconds since 1970: zip files cannot store dates before 1980 in any time zone. */
const fixedDate = "318211200";

/** Build args from the fingerprint, declared volatile ones, and the date; the catalog's values win. */
export function buildArgs(plan: Plan, service: Service, image: PlannedImage): Readonly<Record<string, string>> {
	const { project, source } = plan;
	const volatile = volatileValues(image.volatileArgs, source, service, { project, version: image.version });
	// BuildKit writes it into WORKDIR's folder, so another value changes the cache key of every later step.
	return { SOURCE_DATE_EPOCH: imageDate(plan, service), ...image.args, ...volatile };
}

/** The labels that the builder sets: OCI keys from the commit and the base image, then the catalog's own. */
export function imageLabels(
	{ project, source }: Plan,
	service: Service,
	{ base, args }: Pick<PlannedImage, "base" | "args">,
): Readonly<Record<string, string>> {
	return standardLabels(source, service, {
		project,
		// A version from the catalog is in the fingerprint; a release's is not, because releases may share an image.
		...defined({ version: args.VERSION }),
		...(base && { baseName: base.name, baseDigest: base.digest }),
	});
}

/**
 * The date of an image's files and config, in seconds since 1970: constant, so that the next commit finds each step in
 * the cache. The catalog may ask for the commit's date (`created: commit`) or fix one by the build arg:
 * https://reproducible-builds.org/docs/source-date-epoch/
 */
export function imageDate({ project, source }: Plan, service: Service): string {
	const vars = templateVars(source, service, { project });
	const own = fillTemplates(service.args, vars).SOURCE_DATE_EPOCH;
	const committed = service.created === "commit" ? sourceDate(source) : undefined;
	return own ?? (committed === undefined ? fixedDate : String(Math.floor(Date.parse(committed) / 1000)));
}
