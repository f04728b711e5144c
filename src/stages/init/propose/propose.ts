import { definesCommand } from "../../../model/dockerfile/dockerfile.ts";
import { defined } from "../../../util/defined.ts";
import type { BuildCommand } from "../read/build-commands.ts";
import { hasPlaceholder } from "../read/word-text.ts";
import type { Guess } from "./dockerfile-facts.ts";
import { collectDrafts, type Draft, type RepositoryContents } from "./drafts.ts";
import { proposeExternals } from "./externals.ts";
import {
	type CatalogBase,
	catalogBasesOf,
	type ImageNaming,
	mostFrequent,
	nameImages,
	namesFromBases,
} from "./image-names.ts";
import { type MergedDraft, mergeDraft } from "./merge-draft.ts";
import { guessNeeds } from "./needs.ts";
import type { Proposal, ProposedService } from "./proposal.ts";
import { floatingRulesOf, immutableRulesOf } from "./tags.ts";

/** Proposes a catalog for a repository. Does no I/O. */
export function propose(repository: RepositoryContents): Proposal {
	const left: { file: string; why: string }[] = [];
	const merged = collectDrafts(repository).flatMap((draft): MergedDraft[] => {
		const result = mergeDraft(draft, repository);
		if (typeof result !== "string") return [result];
		left.push({ file: draft.dockerfile, why: result });
		return [];
	});
	const renamed = namesFromBases(merged, nameImages(merged, repository), repository);
	const drafts = merged.map((draft) => withName(draft, renamed.get(draft.draft.name)));
	const naming = nameImages(drafts, repository);
	const bases = new Map(drafts.map((one) => [one.draft.name, catalogBasesOf(one, naming)]));
	const baseNames = new Map([...bases].map(([name, list]) => [name, list.map(({ service }) => service)]));
	const phases = phasesOf(drafts, baseNames);
	const defaults = defaultsOf(drafts);
	const needs = guessNeeds(drafts, repository);
	const { externals, check } = proposeExternals(repository, needs);
	const runnable = new Set([
		...drafts.flatMap(({ draft, planned }) => (planned === undefined ? [draft.name] : [])),
		...externals.map(({ name }) => name),
	]);
	const services = drafts.map((one): ProposedService => {
		const { name } = one.draft;
		return toService(one, {
			naming,
			phases,
			defaults,
			contexts: contextsOf(one.draft, bases.get(name) ?? []),
			needs: (needs.get(name) ?? []).filter(({ value }) => runnable.has(value)),
			isBase: [...baseNames].some(([other, list]) => other !== name && list.includes(name)),
		});
	});
	const order = phases.list.map(({ id }) => id);
	const rank = ({ phase }: ProposedService) => (phase === undefined ? -1 : order.indexOf(phase));
	return {
		project: repository.project,
		registry: naming.registry,
		...defined({ image: naming.template }),
		defaults,
		phases: phases.list,
		services: services.sort((a, b) => rank(a) - rank(b)),
		externals,
		left,
		check: [...drafts.flatMap((one) => one.check), ...check, ...drafts.flatMap(unsetVariables)],
	};
}

/** Variables of Compose that have no value in the repository. */
function unsetVariables({ draft: { name, compose } }: MergedDraft): readonly string[] {
	const names = [...new Set(compose.flatMap(({ unset }) => unset))];
	if (names.length === 0) return [];
	const listed = `${names.slice(0, 5).join(", ")}${names.length > 5 ? ` and ${names.length - 5} more` : ""}`;
	return [`${name}: Compose takes ${listed} from its environment; set what it needs under \`env\``];
}

function withName(merged: MergedDraft, name: Guess<string> | undefined): MergedDraft {
	if (name === undefined) return merged;
	const notes = [...merged.notes, `named after a base image: ${name.from}`];
	return { ...merged, draft: { ...merged.draft, name: name.value }, notes };
}

interface Phases {
	readonly list: readonly { readonly id: string; readonly title: string }[];
	/** IDs by service. */
	readonly of: ReadonlyMap<string, string>;
}

/** Phases from the headings above commands; otherwise by FROM lines between images. */
function phasesOf(drafts: readonly MergedDraft[], bases: ReadonlyMap<string, readonly string[]>): Phases {
	const headings = drafts.flatMap(({ draft }) => {
		const phase = draft.commands.findLast((command) => command.phase !== undefined)?.phase;
		return phase === undefined ? [] : [[draft.name, phase] as const];
	});
	if (headings.length > 0) {
		const titles = new Map<string, string>();
		for (const [, { id, title }] of headings) titles.set(id, title ?? titles.get(id) ?? `Phase ${id}`);
		const list = [...titles].map(([id, title]) => ({ id, title })).sort((a, b) => Number(a.id) - Number(b.id));
		return { list, of: new Map(headings.map(([name, { id }]) => [name, id])) };
	}
	const levelOf = (name: string, seen: readonly string[]): number =>
		Math.max(
			0,
			...(bases.get(name) ?? [])
				.filter((base) => !seen.includes(base))
				.map((base) => 1 + levelOf(base, [...seen, base])),
		);
	const levels = new Map(drafts.map(({ draft }) => [draft.name, levelOf(draft.name, [draft.name])]));
	const used = [...new Set(levels.values())].sort((a, b) => a - b);
	if (used.length < 2) return { list: [], of: new Map() };
	const baseNames = new Set([...bases.values()].flat());
	const phaseOf = (name: string) => (baseNames.has(name) ? used.indexOf(levels.get(name) ?? 0) + 1 : used.length);
	const titleOf = (i: number) =>
		i === used.length - 1 ? "Services" : i === 0 ? "Base images" : `Base images ${i + 1}`;
	return {
		list: used.map((_, i) => ({ id: String(i + 1), title: titleOf(i) })),
		of: new Map(drafts.map(({ draft: { name } }) => [name, String(phaseOf(name))])),
	};
}

function defaultsOf(drafts: readonly MergedDraft[]): Proposal["defaults"] {
	const platforms = mostFrequent(drafts.flatMap(({ draft }) => platformsOf(draft)?.join(",") ?? []));
	const commanded = drafts.filter(({ draft }) => draft.commands.length > 0);
	const floating = mostFrequent(commanded.map(({ draft }) => floatingRulesOf(decisive(draft.commands)).join("\n")));
	return {
		platforms: (platforms ?? "linux/arm64").split(","),
		tags: immutableRulesOf(decisive(drafts.flatMap(({ draft }) => draft.commands))),
		floating: floating ? floating.split("\n") : [],
	};
}

/** If some commands push, only they count: the others tag local images. */
function decisive(commands: readonly BuildCommand[]): readonly BuildCommand[] {
	const pushing = commands.filter(({ pushes }) => pushes);
	return pushing.length > 0 ? pushing : commands;
}

const platformsOf = ({ commands, compose }: Draft): readonly string[] | undefined =>
	[...compose.map(({ build }) => build?.platforms ?? []), ...commands.map(({ platforms }) => platforms)].findLast(
		(platforms) => platforms.length > 0,
	);

/** Entries of all commands whose values are known. */
function knownEntries(records: readonly Readonly<Record<string, string>>[]): readonly (readonly [string, string])[] {
	const all = Object.assign({}, ...records) as Record<string, string>;
	return Object.entries(all).filter(([, value]) => !hasPlaceholder(value));
}

/** Named contexts of commands, and catalog images that are FROM under another name. */
function contextsOf({ commands }: Draft, bases: readonly CatalogBase[]): Readonly<Record<string, string>> {
	const named = knownEntries(commands.map(({ contexts }) => contexts)).filter(
		([, value]) => !value.startsWith("oci-layout:"),
	);
	const aliases = bases.filter(({ known }) => known === "by alias");
	return Object.fromEntries([...named, ...aliases.map(({ ref, service }) => [ref, `target:${service}`])]);
}

interface ServiceContext {
	readonly naming: ImageNaming;
	readonly phases: Phases;
	readonly defaults: Proposal["defaults"];
	readonly contexts: Readonly<Record<string, string>>;
	readonly needs: ProposedService["needs"];
	readonly isBase: boolean;
}

function toService(
	{ draft, facts, planned, context, ports, health, args, notes }: MergedDraft,
	{ naming, phases, defaults, contexts, needs, isBase }: ServiceContext,
): ProposedService {
	const { name, dockerfile, target, job, commands, compose } = draft;
	const platforms = platformsOf(draft) ?? defaults.platforms;
	const floating = commands.length === 0 ? defaults.floating : floatingRulesOf(decisive(commands));
	const runs = compose.length > 0 || !isBase || ports !== undefined;
	const isIdleBase = !runs && facts !== undefined && definesCommand(facts.trace.finalStage);
	const more = compose.slice(1).map((service) => service.name);
	return {
		name,
		...defined({
			title: commands.findLast(({ title }) => title !== undefined)?.title,
			phase: phases.of.get(name),
			planned,
		}),
		dockerfile,
		context,
		...defined({
			target,
			image: naming.own.get(name),
			platforms: platforms.join() === defaults.platforms.join() ? undefined : platforms,
			floating: floating.join() === defaults.floating.join() ? undefined : floating,
			run: isIdleBase ? "never" : job && "job",
			command: job && compose[0]?.command,
			ports: job ? undefined : ports,
			health: runs && !job ? health : undefined,
		}),
		needs,
		args,
		labels: Object.fromEntries(knownEntries(commands.map(({ labels }) => labels))),
		contexts,
		secrets: [...new Set([...(facts?.secrets ?? []), ...commands.flatMap(({ secrets }) => secrets)])],
		ssh: [...new Set([...(facts?.ssh ?? []), ...commands.flatMap(({ ssh }) => ssh)])],
		env: compose[0]?.env ?? {},
		notes: [
			...notes,
			...(more.length > 0 ? [`Compose also runs it as ${more.join(", ")}`] : []),
			...(isBase && !runs ? ["other images are FROM it; it does not run"] : []),
		],
	};
}
