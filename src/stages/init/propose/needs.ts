import type { ComposeService } from "../read/compose.ts";
import type { Guess } from "./dockerfile-facts.ts";
import type { RepositoryContents } from "./drafts.ts";
import type { MergedDraft } from "./merge-draft.ts";

export type GuessedNeeds = ReadonlyMap<string, readonly Guess<string>[]>;

/**
 * Run-time dependencies: `depends_on`, and environment values with the host name of a service. By catalog name, or by the
 * Compose name of what is not built here. A guess that would close a cycle is dropped.
 */
export function guessNeeds(all: readonly MergedDraft[], { compose }: RepositoryContents): GuessedNeeds {
	const names = new Map(all.flatMap(({ draft }) => draft.compose.map((one) => [one, draft.name] as const)));
	const services = compose.flatMap((file) => file.services);
	const found = new Map<string, Guess<string>[]>();
	const add = (from: string, to: Guess<string>) => {
		if (from === to.value || found.get(from)?.some(({ value }) => value === to.value) || leadsTo(found, to.value, from))
			return;
		found.set(from, [...(found.get(from) ?? []), to]);
	};
	for (const { services: inFile, file } of compose) {
		const named = (name: string) => {
			const service = inFile.find((one) => one.name === name);
			return service === undefined ? undefined : (names.get(service) ?? service.name);
		};
		for (const service of inFile) {
			const own = names.get(service) ?? service.name;
			for (const need of service.needs) {
				const to = named(need);
				if (to !== undefined) add(own, { value: to, from: `depends_on in ${file}` });
			}
		}
	}
	// The environment in the Dockerfile.
	for (const { draft, facts } of all)
		for (const [name, { value }] of Object.entries(facts?.trace.finalStage.env ?? {}))
			for (const host of addressesIn(value)) {
				const other = all.find((one) => one.draft.name === host);
				if (other !== undefined) add(draft.name, { value: host, from: `ENV ${name}` });
			}
	for (const service of services)
		for (const [name, value] of Object.entries(service.env))
			for (const host of hostsIn(value)) {
				const other = services.find((one) => one.name === host);
				const to =
					other === undefined
						? all.find(({ draft }) => draft.name === host)?.draft.name
						: (names.get(other) ?? other.name);
				if (to !== undefined && speaks(service)) add(names.get(service) ?? service.name, { value: to, from: name });
			}
	return found;
}

const speaks = ({ build }: ComposeService) => build !== undefined;

/** Host names in a value: in URLs, in `host:port`, or the value itself. */
function hostsIn(value: string): readonly string[] {
	const whole = /^[a-z][a-z0-9_-]*$/.test(value) ? [value] : [];
	return [...new Set([...addressesIn(value), ...whole])];
}

function addressesIn(value: string): readonly string[] {
	const found = [
		...value.matchAll(/(?:^|[/@,\s;])([a-z][a-z0-9_-]*)(?=:\d{2,5}\b)/gi),
		...value.matchAll(/\/\/(?:[^/@\s]*@)?([a-z][a-z0-9_-]*)(?=[/:]|$)/gi),
	];
	return found.map(([, host = ""]) => host);
}

function leadsTo(
	needs: ReadonlyMap<string, readonly Guess<string>[]>,
	from: string,
	to: string,
	seen = new Set<string>(),
): boolean {
	if (from === to) return true;
	if (seen.has(from)) return false;
	seen.add(from);
	return (needs.get(from) ?? []).some(({ value }) => leadsTo(needs, value, to, seen));
}
