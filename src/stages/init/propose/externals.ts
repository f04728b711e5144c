import { parseImageReference, parseServiceName } from "../../../model/catalog/values/names.ts";
import { defined } from "../../../util/defined.ts";
import { awaitedJobs, type ComposeService } from "../read/compose.ts";
import type { RepositoryContents } from "./drafts.ts";
import { healthFromCommand } from "./health.ts";
import type { GuessedNeeds } from "./needs.ts";
import type { ProposedExternal } from "./proposal.ts";

/** Common images and their port. */
const knownPorts: readonly (readonly [RegExp, number])[] = [
	[/(?:^|\/)(?:redis|valkey|keydb)\b/, 6379],
	[/(?:^|\/)(?:postgres|postgis|pgvector|timescaledb)/, 5432],
	[/(?:^|\/)(?:mysql|mariadb)\b/, 3306],
	[/(?:^|\/)mongo\b/, 27017],
	[/(?:^|\/)rabbitmq\b/, 5672],
	[/(?:^|\/)memcached\b/, 11211],
	[/(?:^|\/)nats\b/, 4222],
	[/kafka/, 9092],
	[/(?:^|\/)(?:elasticsearch|opensearch)/, 9200],
];

/** Compose services that others need and that are not built here. */
export function proposeExternals(
	{ compose }: RepositoryContents,
	needs: GuessedNeeds,
): { readonly externals: readonly ProposedExternal[]; readonly check: readonly string[] } {
	const services = compose.flatMap((file) => file.services.map((service) => ({ service, file })));
	const built = new Set(services.flatMap(({ service }) => (service.build === undefined ? [] : [service.name])));
	const candidates = services.filter(({ service }) => !built.has(service.name));
	const names = new Set(candidates.map(({ service }) => service.name));
	const needed = new Set<string>();
	const addNeedsOf = (name: string) => {
		for (const { value } of needs.get(name) ?? []) {
			if (needed.has(value)) continue;
			needed.add(value);
			addNeedsOf(value);
		}
	};
	for (const name of needs.keys()) if (!names.has(name)) addNeedsOf(name);
	const externals = new Map<string, ProposedExternal>();
	const check: string[] = [];
	const seen = new Set<string>();
	for (const { service, file } of built.size > 0 ? candidates : []) {
		const { name, image } = service;
		if (!needed.has(name) || seen.has(name)) continue;
		seen.add(name);
		if (image === undefined || !parseImageReference(image).ok || !parseServiceName(name).ok) {
			check.push(
				`${name}: services need it, but its image is only known when Compose runs; add it under \`externals\``,
			);
			continue;
		}
		if (service.mounts.length > 0)
			check.push(
				`${name}: Compose mounts ${service.mounts.slice(0, 3).join(", ")} into it, but the smoke stack does not; it may not start`,
			);
		const isJob = awaitedJobs(file.services).has(name);
		externals.set(name, toExternal({ ...service, image }, isJob, needs.get(name)?.map(({ value }) => value) ?? []));
	}
	const list = [...externals.values()];
	return { externals: list.map((one) => ({ ...one, needs: one.needs.filter((need) => externals.has(need)) })), check };
}

function toExternal(
	{ name, image, health, env, ports, command }: ComposeService & { readonly image: string },
	isJob: boolean,
	needs: readonly string[],
): ProposedExternal {
	const check = health && healthFromCommand(health.words, (variable) => env[variable]);
	const known = knownPorts.find(([pattern]) => pattern.test(image))?.[1];
	const port = known ?? Number(ports.find((one) => !one.endsWith("/udp")));
	const guess =
		check !== undefined
			? { value: check, from: "its healthcheck" }
			: port > 0
				? { value: { kind: "tcp" as const, port }, from: "its port" }
				: undefined;
	return {
		name,
		image,
		...defined({ run: isJob ? ("job" as const) : undefined, command }),
		env,
		ports,
		...defined({ health: isJob ? undefined : guess }),
		needs,
	};
}
