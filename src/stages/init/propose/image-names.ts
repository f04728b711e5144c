import { catalogNames, isRegistryHost, parseRegistry } from "../../../model/catalog/values/names.ts";
import { namedContextKey } from "../../../model/dockerfile/dockerfile.ts";
import { hasPlaceholder } from "../read/word-text.ts";
import type { Guess } from "./dockerfile-facts.ts";
import type { RepositoryContents } from "./drafts.ts";
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
export function nameImages(settled: readonly MergedDraft[], { project, home }: RepositoryContents): ImageNaming {
	const said = new Map(
		settled.flatMap(({ draft }): [string, { readonly host: string; readonly path: string }][] => {
			const image = [
				...draft.compose.flatMap(({ image: one }) => (one === undefined ? [] : [withoutTag(one)])),
				...draft.commands.flatMap(({ tags }) => tags.map((tag) => tag.image)),
			]
				.filter((one) => !hasPlaceholder(one) && /^[a-z0-9][a-z0-9._/:-]*$/.test(one))
				.findLast((one) => one.includes("/"));
			return image === undefined ? [] : [[draft.name, split(image)]];
		}),
	);
	// Several images share one name and differ by tag: each gets its own name below it.
	const counts = new Map<string, number>();
	for (const { host, path } of said.values()) counts.set(`${host}/${path}`, (counts.get(`${host}/${path}`) ?? 0) + 1);
	for (const [name, { host, path }] of said)
		if ((counts.get(`${host}/${path}`) ?? 0) > 1) said.set(name, { host, path: `${path}/${name}` });
	const known = [...said.values()];
	const registry = registryOf(known, home, project);
	const ours = [...said].filter(([, { host }]) => host === registry.value);
	const starts = ours.flatMap(([name, { path }]) =>
		path.endsWith(name) ? [path.slice(0, path.length - name.length)] : [],
	);
	const start = mostFrequent(starts);
	const template = start === undefined ? undefined : `${start}{{name}}`;
	const own = new Map(
		[...said].flatMap(([name, { host, path }]) => {
			if (host === registry.value && path === `${start ?? ""}${name}`) return [];
			return [[name, host === registry.value ? path : `${host}/${path}`] as const];
		}),
	);
	const names = new Map(
		settled.map(({ draft }) => {
			const { name, compose, commands } = draft;
			const main = own.get(name) ?? `${start ?? ""}${name}`;
			const more = [
				...compose.flatMap(({ image }) => image ?? []),
				...commands.flatMap(({ tags }) => tags.map(({ image }) => image)),
			];
			return [
				name,
				[main, `${registry.value}/${main}`, ...more.map(withoutTag)].map((one) => namedContextKey(one)),
			] as const;
		}),
	);
	return { registry, ...(template !== undefined && template !== "{{name}}" && { template }), own, names };
}

function registryOf(
	known: readonly { readonly host: string }[],
	home: string | undefined,
	project: string,
): Guess<string> {
	const said = mostFrequent(known.map(({ host }) => host));
	if (said !== undefined) return { value: said, from: "" };
	if (home !== undefined && parseRegistry(home).ok) return { value: home, from: "the remote of this repository" };
	return { value: `ghcr.io/your-name/${project}`, from: "nothing: set your registry" };
}

function split(image: string): { readonly host: string; readonly path: string } {
	const first = image.split("/", 1)[0] ?? "";
	return isRegistryHost(first)
		? { host: first, path: image.slice(first.length + 1) }
		: { host: "docker.io", path: image };
}

export const withoutTag = (image: string): string => image.replace(/@.*$/, "").replace(/:[^/:]*$/, "");

function mostFrequent(list: readonly string[]): string | undefined {
	const counts = new Map<string, number>();
	for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/**
 * New service names, by old name, from FROM lines: if an image is FROM `acme/shop-python-base` and only `base/Dockerfile`
 * fits, that service becomes `python-base`.
 */
export function namesFromBases(
	settled: readonly MergedDraft[],
	naming: ImageNaming,
	{ project }: RepositoryContents,
): ReadonlyMap<string, Guess<string>> {
	const start = (naming.template ?? "").replace(`{{${catalogNames[0]}}}`, "");
	const made = new Set([...naming.names.values()].flat());
	const wanted = new Set(
		settled.flatMap(({ facts }) => facts?.images ?? []).map((ref) => namedContextKey(withoutTag(ref))),
	);
	const found = new Map<string, Guess<string>>();
	for (const ref of wanted) {
		if (made.has(ref)) continue;
		const prefix = [`${naming.registry.value}/${start}`, start, `${project}-`].find(
			(one) => one !== "" && ref.startsWith(one),
		);
		if (prefix === undefined) continue;
		const name = toKebabCase(ref.slice(prefix.length));
		const words = name.split("-");
		const free = settled.filter(
			({ draft }) => draft.commands.length === 0 && draft.compose.length === 0 && !found.has(draft.name),
		);
		const fits = free.filter(({ draft }) => draft.name.split("-").every((word) => words.includes(word)));
		if (name !== "" && fits.length === 1 && fits[0] !== undefined)
			found.set(fits[0].draft.name, { value: name, from: `others are FROM ${ref}` });
	}
	return found;
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
