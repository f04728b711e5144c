import type { Plan, PlannedImage } from "../../../model/documents/plan.ts";
import type { Service } from "../../../model/service/service.ts";
import { fillTemplates, sourceDate, standardLabels, templateVars } from "../../../model/tags/labels.ts";
import { volatileValues } from "../../../model/tags/volatile-values.ts";
import { defined } from "../../../util/defined.ts";

/** 1980-02-01 in seconds since 1970: zip files know no time before 1980 in any time zone. */
const fixedDate = "318211200";

/**
 * Build args of an image: those its fingerprint holds, the volatile ones its Dockerfile declares, and the date of its files.
 * What the catalog says of a volatile one wins.
 */
export function buildArgs(plan: Plan, service: Service, image: PlannedImage): Readonly<Record<string, string>> {
	const { project, source } = plan;
	const volatile = volatileValues(image.volatileArgs, source, service, { project, version: image.version });
	// BuildKit reads it, declared or not, and puts it into the directory that WORKDIR makes: another value is another cache key for every later step.
	return { SOURCE_DATE_EPOCH: imageDate(plan, service), ...image.args, ...volatile };
}

/** Labels the builder sets: the OCI keys from the commit and the image it is FROM, then the catalog's own. */
export function imageLabels(
	{ project, source }: Plan,
	service: Service,
	{ base, args }: Pick<PlannedImage, "base" | "args">,
): Readonly<Record<string, string>> {
	return standardLabels(source, service, {
		project,
		// One that the catalog fixes counts in the fingerprint. What a release is called does not: the same image may be in several.
		...defined({ version: args.VERSION }),
		...(base && { baseName: base.name, baseDigest: base.digest }),
	});
}

/**
 * The date of an image's files and config, in seconds since 1970. It is the same for every commit, so that each step of the next commit is found in the
 * cache, and a layer with the same files is neither pushed nor pulled again. The catalog may ask for the commit's date (`created: commit`) or fix one by
 * the build arg: https://reproducible-builds.org/docs/source-date-epoch/
 */
export function imageDate({ project, source }: Plan, service: Service): string {
	const vars = templateVars(source, service, { project });
	const own = fillTemplates(service.args, vars).SOURCE_DATE_EPOCH;
	const committed = service.created === "commit" ? sourceDate(source) : undefined;
	return own ?? (committed === undefined ? fixedDate : String(Math.floor(Date.parse(committed) / 1000)));
}
