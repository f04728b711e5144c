import { definesCommand } from "../../../model/dockerfile/dockerfile.ts";
import { defined } from "../../../util/defined.ts";
import type { BuildCommand } from "../read/build-commands.ts";
import { hasPlaceholder } from "../read/word-text.ts";
import { collectDrafts, type Draft, type RepositoryContents } from "./drafts.ts";
import { proposeExternals } from "./externals.ts";
import { catalogBasesOf, type ImageNaming, nameImages, namesFromBases } from "./image-names.ts";
import { type MergedDraft, mergeDraft } from "./merge-draft.ts";
import { guessNeeds } from "./needs.ts";
import type { Proposal, ProposedService } from "./proposal.ts";
import { floatingRulesOf, immutableRulesOf } from "./tags.ts";

/** Proposes a catalog for a repository. Does no I/O. */
export function propose(repository: RepositoryContents): Proposal {
	const left: { file: string; why: string }[] = [];
	const settled = collectDrafts(repository).flatMap((draft): MergedDraft[] => {
		const made = mergeDraft(draft, repository);
		if (typeof made !== "string") return [made];
		left.push({ file: draft.dockerfile, why: made });
		return [];
	});
	const first = nameImages(settled, repository);
	const renamed = namesFromBases(settled, first, repository);
	const all = settled.map((one) => withName(one, renamed.get(one.draft.name)));
	const naming = nameImages(all, repository);
	const bases = new Map(all.map((one) => [one.draft.name, catalogBasesOf(one, naming)]));
	const from = new Map([...bases].map(([name, list]) => [name, list.map(({ service }) => service)]));
	const phases = phasesOf(all, from);
	const defaults = defaultsOf(all);
	const needs = guessNeeds(all, repository);
	const { externals, check } = proposeExternals(repository, needs);
	const known = new Set([...all.map(({ draft }) => draft.name), ...externals.map(({ name }) => name)]);
	const planned = new Set(all.filter((one) => one.planned !== undefined).map(({ draft }) => draft.name));
	const services = all.map((one): ProposedService => {
		const { draft } = one;
		const isBase = [...from].some(([name, list]) => name !== draft.name && list.includes(draft.name));
		const contexts = contextsOf(draft, bases.get(draft.name) ?? []);
		const wanted = (needs.get(draft.name) ?? []).filter(({ value }) => known.has(value) && !planned.has(value));
		return toService(one, { naming, phases, defaults, contexts, needs: wanted, isBase });
	});
	const order = phases.list.map(({ id }) => id);
	const rank = ({ phase }: ProposedService) => (phase === undefined ? -1 : order.indexOf(phase));
	const unset = all.flatMap(({ draft: { name, compose } }) => {
		const names = [...new Set(compose.flatMap((one) => one.unset))];
		const shown = `${names.slice(0, 5).join(", ")}${names.length > 5 ? ` and ${names.length - 5} more` : ""}`;
		return names.length === 0
			? []
			: [`${name}: Compose takes ${shown} from its environment; set what it needs under \`env\``];
	});
	return {
		project: repository.project,
		registry: naming.registry,
		...defined({ image: naming.template }),
		defaults,
		phases: phases.list,
		services: services.sort((a, b) => rank(a) - rank(b)),
		externals,
		left,
		check: [...all.flatMap((one) => one.check), ...check, ...unset],
	};
}

function withName(one: MergedDraft, name: { readonly value: string; readonly from: string } | undefined): MergedDraft {
	if (name === undefined) return one;
	return {
		...one,
		draft: { ...one.draft, name: name.value },
		notes: [...one.notes, `named after a base image: ${name.from}`],
	};
}

interface Phases {
	readonly list: readonly { readonly id: string; readonly title: string }[];
	readonly of: ReadonlyMap<string, string>;
}

/** Phases from the headings above commands; otherwise from FROM relations between images. */
function phasesOf(all: readonly MergedDraft[], from: ReadonlyMap<string, readonly string[]>): Phases {
	const said = all.flatMap(({ draft }) => {
		const phase = draft.commands.findLast((one) => one.phase !== undefined)?.phase;
		return phase === undefined ? [] : [[draft.name, phase] as const];
	});
	if (said.length > 0) {
		const titles = new Map<string, string>();
		for (const [, { id, title }] of said) titles.set(id, title ?? titles.get(id) ?? `Phase ${id}`);
		const list = [...titles].map(([id, title]) => ({ id, title })).sort((a, b) => Number(a.id) - Number(b.id));
		return { list, of: new Map(said.map(([name, { id }]) => [name, id])) };
	}
	const level = (name: string, seen: readonly string[]): number =>
		Math.max(
			0,
			...(from.get(name) ?? []).filter((one) => !seen.includes(one)).map((one) => 1 + level(one, [...seen, one])),
		);
	const levels = new Map(all.map(({ draft }) => [draft.name, level(draft.name, [draft.name])]));
	const used = [...new Set(levels.values())].sort((a, b) => a - b);
	if (used.length < 2) return { list: [], of: new Map() };
	const bases = new Set([...from.values()].flat());
	const of = new Map(
		all.map(({ draft }) => [
			draft.name,
			bases.has(draft.name) ? String(used.indexOf(levels.get(draft.name) ?? 0) + 1) : String(used.length),
		]),
	);
	const list = used.map((_, i) => ({
		id: String(i + 1),
		title: i === used.length - 1 ? "Services" : i === 0 ? "Base images" : `Base images ${i + 1}`,
	}));
	return { list, of };
}

function defaultsOf(all: readonly MergedDraft[]): Proposal["defaults"] {
	const platforms = mostCommon(all.flatMap(({ draft }) => platformsOf(draft)?.join(",") ?? [])) || "linux/arm64";
	const commands = all.flatMap(({ draft }) => draft.commands);
	const floating = mostCommon(
		all
			.filter(({ draft }) => draft.commands.length > 0)
			.map(({ draft }) => floatingRulesOf(counting(draft)).join("\n")),
	);
	return {
		platforms: platforms.split(","),
		tags: immutableRulesOf(commands.filter((one) => one.pushes || commands.every(({ pushes }) => !pushes))),
		floating: floating === "" ? [] : floating.split("\n"),
	};
}

/** If some commands push, only they count: the others tag local images. */
function counting({ commands }: Draft): readonly BuildCommand[] {
	const pushing = commands.filter((one) => one.pushes);
	return pushing.length > 0 ? pushing : commands;
}

function platformsOf({ commands, compose }: Draft): readonly string[] | undefined {
	const said = [...compose.map(({ build }) => build?.platforms ?? []), ...commands.map((one) => one.platforms)].filter(
		(list) => list.length > 0,
	);
	return said.at(-1);
}

function mostCommon(list: readonly string[]): string {
	const counts = new Map<string, number>();
	for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}

/** Named contexts of commands, and catalog images that are FROM under another name. */
function contextsOf(
	{ commands }: Draft,
	bases: readonly { readonly ref: string; readonly service: string; readonly known: string }[],
): Readonly<Record<string, string>> {
	const said = Object.assign({}, ...commands.map((one) => one.contexts)) as Record<string, string>;
	const plain = Object.entries(said).filter(([, value]) => !hasPlaceholder(value) && !value.startsWith("oci-layout:"));
	const ours = bases.filter(({ known }) => known === "by alias").map(({ ref, service }) => [ref, `target:${service}`]);
	return Object.fromEntries([...plain, ...ours]);
}

interface Together {
	readonly naming: ImageNaming;
	readonly phases: Phases;
	readonly defaults: Proposal["defaults"];
	readonly contexts: Readonly<Record<string, string>>;
	readonly needs: ProposedService["needs"];
	readonly isBase: boolean;
}

function toService(one: MergedDraft, { naming, phases, defaults, contexts, needs, isBase }: Together): ProposedService {
	const { draft, facts, planned, context, ports, health, args, notes } = one;
	const title = draft.commands.findLast((command) => command.title !== undefined)?.title;
	const phase = phases.of.get(draft.name);
	const image = naming.own.get(draft.name);
	const platforms = platformsOf(draft) ?? defaults.platforms;
	const floating = draft.commands.length === 0 ? undefined : floatingRulesOf(counting(draft));
	const labels = Object.fromEntries(
		Object.entries(
			Object.assign({}, ...draft.commands.map((command) => command.labels)) as Record<string, string>,
		).filter(([, value]) => !hasPlaceholder(value)),
	);
	const runs = draft.compose.length > 0 || !isBase || ports !== undefined;
	const more = draft.compose.slice(1).map(({ name }) => name);
	return {
		name: draft.name,
		...defined({ title, phase, planned }),
		dockerfile: draft.dockerfile,
		context,
		...defined({ target: draft.target, image }),
		...(platforms.join() !== defaults.platforms.join() && { platforms }),
		...(floating !== undefined && floating.join() !== defaults.floating.join() && { floating }),
		...(draft.job && { run: "job" }),
		...(!runs && facts !== undefined && definesCommand(facts.trace.finalStage) && { run: "never" }),
		...(draft.job && draft.compose[0]?.command && { command: draft.compose[0].command }),
		...(ports !== undefined && !draft.job && { ports }),
		...(runs && !draft.job && health !== undefined && { health }),
		needs,
		args,
		labels,
		contexts,
		secrets: [...new Set([...(facts?.secrets ?? []), ...draft.commands.flatMap((command) => command.secrets)])],
		ssh: [...new Set([...(facts?.ssh ?? []), ...draft.commands.flatMap((command) => command.ssh)])],
		env: draft.compose[0]?.env ?? {},
		notes: [
			...notes,
			...(more.length > 0 ? [`Compose also runs it as ${more.join(", ")}`] : []),
			...(isBase && !runs ? ["other images are FROM it; it does not run"] : []),
		],
	};
}
