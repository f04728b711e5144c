import type { Plan, PlannedImage } from "../documents/plan.ts";
import type { Service } from "../documents/service.ts";
import { expandAll, standardLabels, templateVars } from "../tags/labels.ts";

/**
 * Build args of an image: those its fingerprint holds, the volatile ones its Dockerfile declares, and the commit's date.
 * What the catalog says of a volatile one wins.
 */
export function buildArgs(plan: Plan, service: Service, image: PlannedImage): Readonly<Record<string, string>> {
	const { project, source } = plan;
	const vars = templateVars(source, service, { project });
	const catalog = expandAll(service.args, vars);
	const usual: Readonly<Record<string, string | undefined>> = {
		BUILD_DATE: source.date ?? source.committedAt,
		VCS_REF: source.revision,
		GIT_COMMIT: source.revision,
		VERSION: vars.version,
	};
	const volatile = image.volatileArgs.flatMap((name) => {
		const value = catalog[name] ?? usual[name];
		return value === undefined ? [] : [[name, value] as const];
	});
	// Read by BuildKit itself, declared or not: https://reproducible-builds.org/docs/source-date-epoch/
	const date = catalog.SOURCE_DATE_EPOCH ?? String(Math.floor(Date.parse(source.committedAt) / 1000));
	return { SOURCE_DATE_EPOCH: date, ...image.args, ...Object.fromEntries(volatile) };
}

/** Labels the builder sets: the OCI keys from the commit and the image it is FROM, then the catalog's own. */
export function imageLabels(
	{ project, source }: Plan,
	service: Service,
	{ base }: Pick<PlannedImage, "base">,
): Readonly<Record<string, string>> {
	return standardLabels(source, service, { project, ...(base && { baseName: base.name, baseDigest: base.digest }) });
}

/**
 * What config and files carry for a date, seconds since 1970: the same for every commit, so that a layer whose files are the same is the same layer, and
 * is neither pushed nor pulled again. 1980-02-01, since zip files know no time before 1980 in any zone. A catalog may fix another.
 */
export function layerDate({ project, source }: Plan, service: Service): string {
	const vars = templateVars(source, service, { project });
	return expandAll(service.args, vars).SOURCE_DATE_EPOCH ?? "318211200";
}
