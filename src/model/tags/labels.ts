import { defined } from "../../util/defined.ts";
import { noGitRevision, type Source } from "../documents/source.ts";
import type { Service } from "../service/service.ts";
import { fillTemplate, type TemplateVars } from "./template.ts";

/** Values of labels besides the commit and the service. */
export interface LabelExtras {
	readonly project?: string;
	/** The released version of the service. */
	readonly version?: string;
	/** The base image as in the Dockerfile, and its digest. */
	readonly baseName?: string;
	readonly baseDigest?: string;
}

/**
 * The labels of an image: the OCI annotation keys, overridden by the catalog's own. Empty labels are left out.
 * Keys: https://github.com/opencontainers/image-spec/blob/main/annotations.md
 */
export function standardLabels(
	source: Source,
	service: Service,
	extra: LabelExtras = {},
): Readonly<Record<string, string>> {
	const vars = templateVars(source, service, extra);
	const standard = {
		created: sourceDate(source),
		revision: source.revision,
		version: extra.version,
		source: source.url,
		url: source.url,
		title: service.title,
		description: service.description ?? source.description,
		licenses: source.licenses,
		"base.name": extra.baseName,
		"base.digest": extra.baseDigest,
	};
	const named = Object.entries(standard).map(([key, value]) => [`org.opencontainers.image.${key}`, value] as const);
	const own = Object.entries(fillTemplates(service.labels, vars));
	// Sorted, so that equal labels give equal bytes.
	return Object.fromEntries(
		[...new Map([...named, ...own])]
			.filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "")
			.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
	);
}

/** The values of the catalog's templates for one service and commit. */
export function templateVars(source: Source, service: Service, extra: LabelExtras = {}): TemplateVars {
	const { revision } = source;
	const date = sourceDate(source);
	const short = revision === noGitRevision ? revision : revision.slice(0, 7);
	return {
		name: service.name,
		revision,
		short_revision: short,
		...defined({ version: extra.version, date, phase: service.phase, project: extra.project }),
	};
}

/** Fills in every value of a map: build args, labels. */
export function fillTemplates(
	map: Readonly<Record<string, string>>,
	vars: TemplateVars,
): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, fillTemplate(value, vars)]));
}

/** The date option, else the commit's date. Undefined without git. */
export function sourceDate({ revision, committedAt, date }: Source): string | undefined {
	return date ?? (revision === noGitRevision ? undefined : committedAt);
}
