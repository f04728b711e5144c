import type { Plan, PlannedImage } from "../documents/plan.ts";
import type { Service } from "../documents/service.ts";
import { noGitRevision, type Source } from "../documents/source.ts";
import { expand, type TemplateVars } from "../template.ts";

/** What the templates of a service's labels and args stand for. */
export function templateVars({ project, source }: Pick<Plan, "project" | "source">, service: Service): TemplateVars {
	return {
		name: service.name,
		project,
		revision: source.revision,
		short_revision: shortRevision(source),
		date: source.committedAt,
		version: versionOf(source),
		...(service.phase !== undefined && { phase: service.phase }),
	};
}

/** Build args of an image: the catalog's, the volatile ones its Dockerfile declares, and the date that layers and config carry. The catalog's win. */
export function buildArgs(plan: Plan, service: Service, image: PlannedImage): Readonly<Record<string, string>> {
	const vars = templateVars(plan, service);
	const volatile: Readonly<Record<string, string>> = {
		BUILD_DATE: plan.source.committedAt,
		VCS_REF: plan.source.revision,
		GIT_COMMIT: plan.source.revision,
		VERSION: versionOf(plan.source),
	};
	const declared = new Set(image.volatileArgs);
	return {
		// Read by BuildKit itself: https://reproducible-builds.org/docs/source-date-epoch/
		SOURCE_DATE_EPOCH: String(Math.floor(Date.parse(plan.source.committedAt) / 1000)),
		...Object.fromEntries(Object.entries(volatile).filter(([name]) => declared.has(name))),
		...Object.fromEntries(Object.entries(service.args).map(([name, value]) => [name, expand(value, vars)])),
	};
}

/** Labels the builder sets: the OCI keys from the commit, then the catalog's own. */
export function imageLabels(plan: Plan, service: Service): Readonly<Record<string, string>> {
	const { source } = plan;
	const vars = templateVars(plan, service);
	const standard: Readonly<Record<string, string | undefined>> = {
		"org.opencontainers.image.created": source.committedAt,
		"org.opencontainers.image.revision": source.revision,
		"org.opencontainers.image.version": versionOf(source),
		"org.opencontainers.image.title": service.title,
		"org.opencontainers.image.description": service.description ?? source.description,
		"org.opencontainers.image.source": source.url,
		"org.opencontainers.image.url": source.url,
		"org.opencontainers.image.licenses": source.licenses,
	};
	const own = Object.entries(service.labels).map(([key, value]) => [key, expand(value, vars)] as const);
	return Object.fromEntries(
		[...Object.entries(standard), ...own].filter((entry): entry is [string, string] => entry[1] !== undefined),
	);
}

function versionOf(source: Source): string {
	return source.event.kind === "tag" ? source.event.tag.replace(/^v(?=\d)/, "") : shortRevision(source);
}

function shortRevision({ revision }: Source): string {
	return revision === noGitRevision ? revision : revision.slice(0, 7);
}
