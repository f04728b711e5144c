import { imageKey, type TreeEntry } from "../dockerfile/dockerfile.ts";
import type { Base, Component } from "../documents/plan.ts";
import type { NamedContext, Service } from "../documents/service.ts";
import type { LocatedInput, ServiceInputs } from "../inputs/inputs.ts";

/** One part of what an image is made of, whole: hashed, it is a component. */
export interface Part {
	readonly kind: Component["kind"];
	readonly name: string;
	readonly value: unknown;
}

/** What only the outside knows about an image's parts. */
export interface Outside {
	/** Content of a file or link, as one id. */
	hash(entry: TreeEntry): Promise<string>;
	/** Fingerprints of this catalog's images, by service. */
	readonly fingerprints: ReadonlyMap<string, string>;
	/** The base images of this service, and the digest that counts for its platform. */
	readonly bases: readonly (Base & { readonly digest: string })[];
}

/** Everything an image is made of, in parts a person can tell apart. Labels, volatile args, names of tags and where it is pushed are not in it. */
export async function partsOf(inputs: ServiceInputs, outside: Outside): Promise<readonly Part[]> {
	const { service, platform, trace } = inputs;
	return [
		{ kind: "dockerfile", name: "Dockerfile", value: dockerfileValue(inputs) },
		...(await fileParts(inputs.selected, outside)),
		{ kind: "args", name: "args", value: argsOf(inputs) },
		{
			kind: "settings",
			name: "settings",
			value: { platform, target: service.target, secrets: [...trace.secrets].sort(), ssh: [...trace.ssh].sort() },
		},
		...outside.bases.map(({ ref, digest }) => ({ kind: "base", name: ref, value: digest }) as const),
		...imageParts(inputs, outside),
		...trace.urls.map(({ url, checksum }) => ({ kind: "url", name: url, value: checksum }) as const),
		...urlContexts(service),
	];
}

/** Of the build args that are the same on every run, those that the Dockerfile declares; sorted. */
export function argsOf({ args, trace }: ServiceInputs): Readonly<Record<string, string>> {
	return Object.fromEntries(
		trace.declaredArgs.flatMap((name) => {
			const value = args[name];
			return value === undefined ? [] : [[name, value]];
		}),
	);
}

/** The instructions that take part, without comments, blank lines and stages that the target does not need. */
function dockerfileValue({ dockerfile, trace }: ServiceInputs): unknown {
	const stages = trace.stages.flatMap(({ index }) => dockerfile.stages[index] ?? []);
	const used = [
		...dockerfile.globals,
		...stages.flatMap(({ instruction, instructions }) => [instruction, ...instructions]),
	];
	return [dockerfile.escape, used.map(({ keyword, flags, rest, heredocs }) => [keyword, flags, rest, heredocs])];
}

/**
 * Two instructions that read alike are one part. Order and repetition of entries do not count, their names and contents do; names are those within the
 * context, so that a context can be moved as a whole.
 */
async function fileParts(selected: readonly LocatedInput[], { hash }: Outside): Promise<readonly Part[]> {
	const byName = new Map<string, Map<string, TreeEntry>>();
	for (const { input, entries, root } of selected) {
		const name = input.context === "" ? input.label : `${input.label} (${input.context})`;
		const known = byName.get(name) ?? new Map<string, TreeEntry>();
		for (const entry of entries) known.set(entry.path.slice(root.length), entry);
		byName.set(name, known);
	}
	return Promise.all(
		[...byName].map(async ([name, entries]) => {
			const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
			const value = await Promise.all(
				sorted.map(async ([path, entry]) => [
					path,
					entry.kind,
					entry.executable,
					entry.kind === "dir" ? "" : await hash(entry),
				]),
			);
			return { kind: "files", name, value } as const;
		}),
	);
}

/** One part for each service it is built from, under however many names. */
function imageParts({ from }: ServiceInputs, { fingerprints }: Outside): readonly Part[] {
	return [...new Set(Object.values(from))].map((service) => {
		const names = Object.keys(from).filter((name) => from[name] === service);
		return { kind: "image", name: service, value: [names.sort(), fingerprints.get(service)] };
	});
}

function urlContexts({ contexts }: Service): readonly Part[] {
	return Object.entries(contexts).flatMap(([name, context]: [string, NamedContext]) =>
		context.kind === "url" ? [{ kind: "url", name: imageKey(name), value: context.url } as const] : [],
	);
}
