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

/** One part of what an image is built from. Hashed, it is a component. */
export interface FingerprintPart {
	readonly kind: FingerprintComponent["kind"];
	readonly name: string;
	readonly value: unknown;
}

/** Parts that come from the tree and the registry. */
export interface ResolvedInputs {
	/** Id of the content of a file or link. */
	hash(entry: TreeEntry): string | Promise<string>;
	/** Fingerprints of this catalog's images, by service. */
	readonly fingerprints: ReadonlyMap<string, string>;
	/** The base images of this service, with the digest for its platform. */
	readonly bases: readonly (PinnedBase & { readonly digest: string })[];
}

/** Everything that an image is built from. Throws UserError with every file that cannot be read. */
export async function fingerprintParts(
	inputs: ServiceInputs,
	resolved: ResolvedInputs,
): Promise<readonly FingerprintPart[]> {
	const { service, platform, trace } = inputs;
	return [
		{ kind: "dockerfile", name: "Dockerfile", value: dockerfileValue(inputs) },
		...(await fileParts(inputs, resolved)),
		{ kind: "args", name: "args", value: fingerprintArgs(inputs) },
		{
			kind: "settings",
			name: "settings",
			value: { platform, secrets: [...trace.secrets].sort(), ssh: [...trace.ssh].sort() },
		},
		...resolved.bases.map(({ ref, digest }) => ({ kind: "base", name: ref, value: digest }) as const),
		...imageParts(inputs, resolved),
		...trace.urls.map(({ url, checksum }) => ({ kind: "url", name: url, value: checksum }) as const),
		...urlContexts(service),
	];
}

/** The build args, except volatile ones, that the Dockerfile declares or BuildKit reads by itself; sorted. */
export function fingerprintArgs({ args, trace }: ServiceInputs): Readonly<Record<string, string>> {
	const declared = new Set(trace.declaredArgs);
	const used = Object.entries(args).filter(([name]) => declared.has(name) || isPredefined(name));
	return Object.fromEntries(used.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Instructions that only configure containers: they have no effect in a stage that others only copy from. */
const containerKeywords: ReadonlySet<string> = new Set([
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
 * The instructions of the stages that the target needs, without comments and blank lines. A reference to a stage is
 * replaced by its position among the used stages, so that stage names and unused stages do not count.
 */
function dockerfileValue({ dockerfile, trace, args }: ServiceInputs): unknown {
	const places = new Map(trace.stages.map(({ index }, place) => [index, place]));
	const named = new Map(trace.stages.map(({ index, name }) => [name, places.get(index)]));
	const place = (from: string, numbers: boolean): number | undefined =>
		numbers && /^[+-]?\d+$/.test(from) ? places.get(Number(from)) : named.get(from.toLowerCase());
	const value = (instruction: Instruction): unknown => {
		const { keyword, rest, heredocs } = instruction;
		// The effect of `--exclude` is in the list of files.
		const isFiltered =
			keyword === "COPY" && trace.wholeContext.length === 0 && !instruction.flags.some(({ name }) => name === "from");
		const countedFlags = isFiltered ? instruction.flags.filter(({ name }) => name !== "exclude") : instruction.flags;
		const flags = countedFlags.map((flag) => withPlace(keyword, flag, place));
		// A trigger is resolved in the stage that is FROM this one.
		const stageNames =
			keyword === "ONBUILD" && /from=/i.test(rest) ? trace.stages.map(({ index, name }) => [index, name]) : [];
		// A default that a build arg overrides does not count.
		const text =
			keyword === "ARG" && instruction.pairs.some(({ key }) => Object.hasOwn(args, key))
				? instruction.pairs.map(({ key, value }) => (Object.hasOwn(args, key) ? [key] : [key, value]))
				: rest;
		return [keyword, flags, text, heredocs.map(({ name, content, expand }) => [name, content, expand]), stageNames];
	};
	const stages = trace.stages.map(({ index, base }) => {
		const { instruction, from, instructions } = dockerfile.stages[index] ?? missingStage(index);
		const counts = trace.finalStage.chain.includes(index)
			? instructions
			: instructions.filter(({ keyword }) => !containerKeywords.has(keyword));
		return [
			instruction.flags,
			base.kind === "stage" ? places.get(base.stage) : base.kind === "named" ? [from, base.name] : from,
			counts.map(value),
		];
	});
	// BuildKit sets the variable TARGETSTAGE to the name of the last stage.
	const targetStage = dockerfile.text.includes("TARGETSTAGE") ? (trace.stages.at(-1)?.name ?? "default") : undefined;
	return [dockerfile.escape, dockerfile.globals.map(value), stages, targetStage];
}

function missingStage(index: number): never {
	throw new Error(`no stage ${index}`);
}

/** Replaces the name in `--from=builder` and `--mount=from=builder,...` by the position. */
function withPlace(
	keyword: string,
	{ name, value }: Instruction["flags"][number],
	place: (from: string, numbers: boolean) => number | undefined,
): unknown {
	if (value === undefined) return [name];
	if (keyword === "COPY" && name === "from") return [name, place(value, true) ?? value];
	if (keyword !== "RUN" || name !== "mount") return [name, value];
	const from = /(?:^|,)from=([^,]*)/i.exec(value)?.[1];
	const stageIndex = from === undefined ? undefined : place(from, false);
	return stageIndex === undefined ? [name, value] : [name, value.replace(/(^|,)from=[^,]*/i, "$1"), stageIndex];
}

/**
 * One part per instruction text, with the names and contents of its files in order. Names are relative to the context,
 * so that a context may move. Throws UserError `dockerfile/unreadable` with every file that cannot be read.
 */
async function fileParts(
	{ selected, trace }: ServiceInputs,
	{ hash }: ResolvedInputs,
): Promise<readonly FingerprintPart[]> {
	const problems = new Map<string, Problem>();
	const reportUnreadable = (entry: TreeEntry, line: number, error: unknown): string => {
		// Deleted since the tree was read, for example.
		const why = error instanceof Error ? error.message : String(error);
		const message = `${entry.path} cannot be read`;
		problems.set(entry.path, { code: "dockerfile/unreadable", message, why, at: { file: trace.file, line } });
		return "";
	};
	const rows = async ({ input, entries, root }: LocatedInput): Promise<unknown> => {
		const value: unknown[][] = [];
		const pending: Promise<void>[] = [];
		for (const entry of entries) {
			const content = entry.kind === "dir" ? "" : hash(entry);
			const row: unknown[] = [entry.path.slice(root.length), entry.kind, entry.executable && !input.oneMode, content];
			value.push(row);
			// Most ids are known; a promise for each of 100,000 files would be slow.
			if (typeof content === "string") continue;
			const setContent = (id: string) => {
				row[3] = id;
			};
			pending.push(content.then(setContent, (error) => setContent(reportUnreadable(entry, input.line, error))));
		}
		await Promise.all(pending);
		return value;
	};
	const byName = Map.groupBy(selected, ({ input }) =>
		input.context === "" ? input.label : `${input.label} (${input.context})`,
	);
	const parts: FingerprintPart[] = [];
	for (const [name, sameLabel] of byName) {
		// Separately: of two instructions with the same text, one may exclude more files (`--exclude`).
		const value: unknown[] = [];
		for (const located of sameLabel) value.push(await rows(located));
		parts.push({ kind: "files", name, value });
	}
	if (problems.size > 0) throw new UserError([...problems.values()]);
	return parts;
}

/** One part per service that it is built from, also if several names stand for it. */
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
