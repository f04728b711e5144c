import {
	type Instruction,
	isPredefined,
	namedContextKey,
	type TreeEntry,
} from "../../../model/dockerfile/dockerfile.ts";
import type { FingerprintComponent, PinnedBase } from "../../../model/documents/plan.ts";
import type { NamedContext, Service } from "../../../model/service/service.ts";
import type { LocatedInput, ServiceInputs } from "../../../model/service/service-inputs.ts";
import { type Problem, UserError } from "../../../util/errors.ts";

/** One part of what an image is made of, whole: hashed, it is a component. */
export interface FingerprintPart {
	readonly kind: FingerprintComponent["kind"];
	readonly name: string;
	readonly value: unknown;
}

/** What only the outside knows about an image's parts. */
export interface ResolvedInputs {
	/** Content of a file or link, as one id. */
	hash(entry: TreeEntry): string | Promise<string>;
	/** Fingerprints of this catalog's images, by service. */
	readonly fingerprints: ReadonlyMap<string, string>;
	/** The base images of this service, and the digest that counts for its platform. */
	readonly bases: readonly (PinnedBase & { readonly digest: string })[];
}

/**
 * Everything an image is made of, in parts a person can tell apart. Labels, volatile args, names of tags and where it is pushed are not in it. Throws
 * UserError with every file that cannot be read.
 */
export async function fingerprintParts(
	inputs: ServiceInputs,
	outside: ResolvedInputs,
): Promise<readonly FingerprintPart[]> {
	const { service, platform, trace } = inputs;
	return [
		{ kind: "dockerfile", name: "Dockerfile", value: dockerfileValue(inputs) },
		...(await fileParts(inputs, outside)),
		{ kind: "args", name: "args", value: fingerprintArgs(inputs) },
		{
			kind: "settings",
			name: "settings",
			value: { platform, secrets: [...trace.secrets].sort(), ssh: [...trace.ssh].sort() },
		},
		...outside.bases.map(({ ref, digest }) => ({ kind: "base", name: ref, value: digest }) as const),
		...imageParts(inputs, outside),
		...trace.urls.map(({ url, checksum }) => ({ kind: "url", name: url, value: checksum }) as const),
		...urlContexts(service),
	];
}

/** Of the build args that are the same on every run, those that the Dockerfile declares or BuildKit reads by itself; sorted. */
export function fingerprintArgs({ args, trace }: ServiceInputs): Readonly<Record<string, string>> {
	const known = new Set(trace.declaredArgs);
	const used = Object.entries(args).filter(([name]) => known.has(name) || isPredefined(name));
	return Object.fromEntries(used.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Instructions that only say how a container of the image is run: in a stage that others just copy from they change nothing. */
const ofContainers: ReadonlySet<string> = new Set([
	"CMD",
	"ENTRYPOINT",
	"EXPOSE",
	"HEALTHCHECK",
	"LABEL",
	"MAINTAINER",
	"STOPSIGNAL",
	"VOLUME",
]);

/**
 * The instructions that take part, without comments, blank lines and stages that the target does not need. Where one names another stage, that stage's
 * place among those that take part stands for it: what it is called, and how many unused stages come before it, does not count, but which one it is does.
 */
function dockerfileValue({ dockerfile, trace, args }: ServiceInputs): unknown {
	const places = new Map(trace.stages.map(({ index }, place) => [index, place]));
	const named = new Map(trace.stages.map(({ index, name }) => [name, places.get(index)]));
	const place = (from: string, numbers: boolean): number | undefined =>
		numbers && /^[+-]?\d+$/.test(from) ? places.get(Number(from)) : named.get(from.toLowerCase());
	const value = (instruction: Instruction): unknown => {
		const { keyword, rest, heredocs } = instruction;
		// What it leaves out of the context is not among its files.
		const told =
			keyword === "COPY" && trace.wholeContext.length === 0 && !instruction.flags.some(({ name }) => name === "from");
		const counted = told ? instruction.flags.filter(({ name }) => name !== "exclude") : instruction.flags;
		const flags = counted.map((flag) => withPlace(keyword, flag, place));
		// What a trigger names is looked up in the stage that is built on this one.
		const all =
			keyword === "ONBUILD" && /from=/i.test(rest) ? trace.stages.map(({ index, name }) => [index, name]) : [];
		// A default that a build arg takes the place of does not count.
		const text =
			keyword === "ARG" && instruction.pairs.some(({ key }) => Object.hasOwn(args, key))
				? instruction.pairs.map(({ key, value }) => (Object.hasOwn(args, key) ? [key] : [key, value]))
				: rest;
		return [keyword, flags, text, heredocs.map(({ name, content, expand }) => [name, content, expand]), all];
	};
	const stages = trace.stages.map(({ index, base }) => {
		const { instruction, from, instructions } = dockerfile.stages[index] ?? missingStage(index);
		const counts = trace.finalStage.chain.includes(index)
			? instructions
			: instructions.filter(({ keyword }) => !ofContainers.has(keyword));
		return [
			instruction.flags,
			base.kind === "stage" ? places.get(base.stage) : base.kind === "named" ? [from, base.name] : from,
			counts.map(value),
		];
	});
	// A variable that is the name of the last stage.
	const last = dockerfile.text.includes("TARGETSTAGE") ? (trace.stages.at(-1)?.name ?? "default") : undefined;
	return [dockerfile.escape, dockerfile.globals.map(value), stages, last];
}

function missingStage(index: number): never {
	throw new Error(`no stage ${index}`);
}

/** `--from=builder` and `--mount=from=builder,...` with a place for the name. */
function withPlace(
	keyword: string,
	{ name, value }: Instruction["flags"][number],
	place: (from: string, numbers: boolean) => number | undefined,
): unknown {
	if (value === undefined) return [name];
	if (keyword === "COPY" && name === "from") return [name, place(value, true) ?? value];
	if (keyword !== "RUN" || name !== "mount") return [name, value];
	const from = /(?:^|,)from=([^,]*)/i.exec(value)?.[1];
	const found = from === undefined ? undefined : place(from, false);
	return found === undefined ? [name, value] : [name, value.replace(/(^|,)from=[^,]*/i, "$1"), found];
}

/**
 * Two instructions that read alike are one part. Of the entries, which are sorted, names and contents count; names are those within the context, so that a
 * context can be moved as a whole. Throws UserError with every file that cannot be read (`dockerfile/unreadable`).
 */
async function fileParts(
	{ selected, trace }: ServiceInputs,
	{ hash }: ResolvedInputs,
): Promise<readonly FingerprintPart[]> {
	const problems = new Map<string, Problem>();
	const unread = (entry: TreeEntry, line: number, error: unknown): string => {
		// Deleted since the tree was read, say, or not ours to read.
		const why = error instanceof Error ? error.message : String(error);
		const message = `${entry.path} cannot be read`;
		problems.set(entry.path, { code: "dockerfile/unreadable", message, why, at: { file: trace.file, line } });
		return "";
	};
	const rows = async ({ input, entries, root }: LocatedInput): Promise<unknown> => {
		const value: unknown[][] = [];
		const waiting: Promise<void>[] = [];
		for (const entry of entries) {
			const content = entry.kind === "dir" ? "" : hash(entry);
			const row: unknown[] = [entry.path.slice(root.length), entry.kind, entry.executable && !input.oneMode, content];
			value.push(row);
			// Most are known without waiting, and there may be a hundred thousand.
			if (typeof content === "string") continue;
			const put = (id: string) => {
				row[3] = id;
			};
			waiting.push(content.then(put, (error) => put(unread(entry, input.line, error))));
		}
		await Promise.all(waiting);
		return value;
	};
	const byName = Map.groupBy(selected, ({ input }) =>
		input.context === "" ? input.label : `${input.label} (${input.context})`,
	);
	const parts: FingerprintPart[] = [];
	for (const [name, alike] of byName) {
		// Each for itself: of two that read alike, one may leave out more (`--exclude`).
		const value: unknown[] = [];
		for (const one of alike) value.push(await rows(one));
		parts.push({ kind: "files", name, value });
	}
	if (problems.size > 0) throw new UserError([...problems.values()]);
	return parts;
}

/** One part for each service it is built from, under however many names. */
function imageParts({ from }: ServiceInputs, { fingerprints }: ResolvedInputs): readonly FingerprintPart[] {
	return [...new Set(Object.values(from))].map((service) => {
		const names = Object.keys(from).filter((name) => from[name] === service);
		return { kind: "image", name: service, value: [names.sort(), fingerprints.get(service)] };
	});
}

function urlContexts({ contexts }: Service): readonly FingerprintPart[] {
	return Object.entries(contexts).flatMap(([name, context]: [string, NamedContext]) =>
		context.kind === "url" ? [{ kind: "url", name: namedContextKey(name), value: context.url } as const] : [],
	);
}
