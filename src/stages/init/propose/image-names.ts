import { catalogNames, isRegistryHost, parseRegistry } from "../../../model/catalog/values/names.ts";
import { namedContextKey } from "../../../model/dockerfile/dockerfile.ts";
import { hasPlaceholder, withoutTag } from "../read/word-text.ts";
import type { Guess } from "./dockerfile-facts.ts";
import type { Draft, RepositoryContents } from "./drafts.ts";
import type { MergedDraft } from "./merge-draft.ts";
import { toKebabCase } from "./service-names.ts";

/** How the catalog names its images. */
export interface ImageNaming {
	readonly registry: Guess<string>;
	/** `acme/shop-{{name}}`; undefined: the name alone. */
	readonly template?: string;
	/** By service, if it differs from the template. */
	readonly own: ReadonlyMap<string, string>;
	/** By service: the name below the registry, the full name, and other names that sources use. */
	readonly names: ReadonlyMap<string, readonly string[]>;
}

/** Derives registry and template from image names in commands and Compose; without any, from the git remote. */
export function nameImages(drafts: readonly MergedDraft[], { project, home }: RepositoryContents): ImageNaming {
	const images = new Map(
		drafts.flatMap(({ draft }) => {
			const image = sourceImages(draft)
				.filter((one) => !hasPlaceholder(one) && /^[a-z0-9][a-z0-9._/:-]*$/.test(one))
				.findLast((one) => one.includes("/"));
			return image === undefined ? [] : [[draft.name, splitHost(image)] as const];
		}),
	);
	// Several images share one name and differ by tag: each gets its own name below it.
	const groups = Map.groupBy(images, ([, { host, path }]) => `${host}/${path}`);
	for (const [name, { host, path }] of [...groups.values()].filter((group) => group.length > 1).flat())
		images.set(name, { host, path: `${path}/${name}` });
	const hosts = [...images.values()].map(({ host }) => host);
	const registry = guessRegistry(mostFrequent(hosts), home, project);
	const prefixes = [...images].flatMap(([name, { host, path }]) =>
		host === registry.value && path.endsWith(name) ? [path.slice(0, path.length - name.length)] : [],
	);
	const prefix = mostFrequent(prefixes);
	const nameOf = (service: string) => `${prefix ?? ""}${service}`;
	const own = new Map(
		[...images].flatMap(([name, { host, path }]) => {
			if (host === registry.value) return path === nameOf(name) ? [] : [[name, path] as const];
			return [[name, `${host}/${path}`] as const];
		}),
	);
	const names = new Map(
		drafts.map(({ draft }) => {
			const main = own.get(draft.name) ?? nameOf(draft.name);
			const all = [main, `${registry.value}/${main}`, ...sourceImages(draft)];
			return [draft.name, all.map(namedContextKey)] as const;
		}),
	);
	return { registry, ...(prefix && { template: nameOf("{{name}}") }), own, names };
}

/** The image names in Compose and commands, without tags. */
const sourceImages = ({ compose, commands }: Draft): readonly string[] => [
	...compose.flatMap(({ image }) => (image === undefined ? [] : [withoutTag(image)])),
	...commands.flatMap(({ tags }) => tags.map(({ image }) => image)),
];

function guessRegistry(host: string | undefined, home: string | undefined, project: string): Guess<string> {
	if (host !== undefined) return { value: host, from: "" };
	if (home !== undefined && parseRegistry(home).ok) return { value: home, from: "the remote of this repository" };
	return { value: `ghcr.io/your-name/${project}`, from: "nothing: set your registry" };
}

function splitHost(image: string): { readonly host: string; readonly path: string } {
	const first = image.split("/", 1)[0] ?? "";
	return isRegistryHost(first)
		? { host: first, path: image.slice(first.length + 1) }
		: { host: "docker.io", path: image };
}

/** The most frequent item, of several the first; undefined for an empty list. */
export function mostFrequent(list: readonly string[]): string | undefined {
	const groups = [...Map.groupBy(list, (item) => item)];
	return groups.sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

/**
 * New service names, by old name, that FROM lines suggest: if an image is FROM `acme/shop-python-base` and only
 * `base/Dockerfile` fits, that service becomes `python-base`.
 */
export function namesFromBases(
	drafts: readonly MergedDraft[],
	naming: ImageNaming,
	{ project }: RepositoryContents,
): ReadonlyMap<string, Guess<string>> {
	const start = (naming.template ?? "").replace(`{{${catalogNames[0]}}}`, "");
	const prefixes = [`${naming.registry.value}/${start}`, start, `${project}-`].filter(Boolean);
	const existing = new Set([...naming.names.values()].flat());
	const refs = new Set(
		drafts.flatMap(({ facts }) => facts?.images ?? []).map((ref) => namedContextKey(withoutTag(ref))),
	);
	const renamed = new Map<string, Guess<string>>();
	for (const ref of refs) {
		const prefix = prefixes.find((one) => ref.startsWith(one));
		if (existing.has(ref) || prefix === undefined) continue;
		const name = toKebabCase(ref.slice(prefix.length));
		const words = name.split("-");
		const [match, ...others] = drafts.filter(
			({ draft }) =>
				draft.commands.length === 0 &&
				draft.compose.length === 0 &&
				!renamed.has(draft.name) &&
				draft.name.split("-").every((word) => words.includes(word)),
		);
		if (name !== "" && match !== undefined && others.length === 0)
			renamed.set(match.draft.name, { value: name, from: `others are FROM ${ref}` });
	}
	return renamed;
}

/** A catalog image that another one is FROM, and whether the reference is its name in the catalog. */
export interface CatalogBase {
	readonly ref: string;
	readonly service: string;
	readonly known: "by name" | "by alias";
}

/** The catalog images that a service is FROM or copies from. */
export function catalogBasesOf({ draft, facts }: MergedDraft, naming: ImageNaming): readonly CatalogBase[] {
	return (facts?.images ?? []).flatMap((ref): CatalogBase[] => {
		const key = namedContextKey(withoutTag(ref));
		for (const [service, [main, full, ...others]] of naming.names) {
			if (service === draft.name) continue;
			if (key === main || key === full) return [{ ref, service, known: "by name" }];
			if (others.includes(key)) return [{ ref, service, known: "by alias" }];
		}
		return [];
	});
}
