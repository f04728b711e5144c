import type { ComposeService } from "../read/compose.ts";
import type { Guess } from "./dockerfile-facts.ts";
import type { RepositoryContents } from "./drafts.ts";
import type { MergedDraft } from "./merge-draft.ts";

export type GuessedNeeds = ReadonlyMap<string, readonly Guess<string>[]>;

/**
 * Run-time dependencies: `depends_on`, and environment values with the host name of a service. By catalog name, or by
 * the Compose name of what is not built here. A guess that would close a cycle is dropped.
 */
export function guessNeeds(drafts: readonly MergedDraft[], { compose }: RepositoryContents): GuessedNeeds {
	const catalogNames = new Map(drafts.flatMap(({ draft }) => draft.compose.map((one) => [one, draft.name] as const)));
	const nameOf = (service: ComposeService) => catalogNames.get(service) ?? service.name;
	const needs = new Map<string, Guess<string>[]>();
	const add = (from: string, to: string, source: string) => {
		const existing = needs.get(from) ?? [];
		if (from === to || existing.some(({ value }) => value === to) || leadsTo(needs, to, from)) return;
		needs.set(from, [...existing, { value: to, from: source }]);
	};
	for (const { services, file } of compose)
		for (const service of services)
			for (const need of service.needs) {
				const needed = services.find(({ name }) => name === need);
				if (needed !== undefined) add(nameOf(service), nameOf(needed), `depends_on in ${file}`);
			}
	const isDraft = (name: string) => drafts.some(({ draft }) => draft.name === name);
	for (const { draft, facts } of drafts)
		for (const [name, { value }] of Object.entries(facts?.trace.finalStage.env ?? {}))
			for (const host of addressesIn(value)) if (isDraft(host)) add(draft.name, host, `ENV ${name}`);
	const services = compose.flatMap((file) => file.services);
	for (const service of services.filter(({ build }) => build !== undefined))
		for (const [name, value] of Object.entries(service.env))
			for (const host of hostsIn(value)) {
				const needed = services.find((other) => other.name === host);
				if (needed !== undefined) add(nameOf(service), nameOf(needed), name);
				else if (isDraft(host)) add(nameOf(service), host, name);
			}
	return needs;
}

/** Host names in a value: in URLs, in `host:port`, or the value itself. */
const hostsIn = (value: string): readonly string[] => [
	...new Set([...addressesIn(value), ...(/^[a-z][a-z0-9_-]*$/.test(value) ? [value] : [])]),
];

function addressesIn(value: string): readonly string[] {
	const matches = [
		...value.matchAll(/(?:^|[/@,\s;])([a-z][a-z0-9_-]*)(?=:\d{2,5}\b)/gi),
		...value.matchAll(/\/\/(?:[^/@\s]*@)?([a-z][a-z0-9_-]*)(?=[/:]|$)/gi),
	];
	return matches.map(([, host = ""]) => host);
}

function leadsTo(needs: GuessedNeeds, from: string, to: string, seen = new Set<string>()): boolean {
	if (from === to) return true;
	if (seen.has(from)) return false;
	seen.add(from);
	return (needs.get(from) ?? []).some(({ value }) => leadsTo(needs, value, to, seen));
}
