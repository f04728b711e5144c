import { parseImageReference, parseServiceName } from "../../../model/catalog/values/names.ts";
import { defined } from "../../../util/defined.ts";
import { awaitedJobs, type ComposeService } from "../read/compose.ts";
import type { RepositoryContents } from "./drafts.ts";
import { healthFromCommand } from "./health.ts";
import type { GuessedNeeds } from "./needs.ts";
import type { ProposedExternal } from "./proposal.ts";

/** Common images and their port. */
const usual: readonly (readonly [RegExp, number])[] = [
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
	repository: RepositoryContents,
	needs: GuessedNeeds,
): { readonly externals: readonly ProposedExternal[]; readonly check: readonly string[] } {
	const everything = repository.compose.flatMap(({ services }) => services);
	const made = new Set(everything.flatMap(({ build, name }) => (build === undefined ? [] : [name])));
	const all = everything.filter(({ name }) => !made.has(name));
	const wanted = new Set<string>();
	const want = (name: string) => {
		for (const { value } of needs.get(name) ?? []) {
			if (wanted.has(value)) continue;
			wanted.add(value);
			want(value);
		}
	};
	const others = new Set(all.map(({ name }) => name));
	for (const name of needs.keys()) if (!others.has(name)) want(name);
	const externals: ProposedExternal[] = [];
	const check: string[] = [];
	const seen = new Set<string>();
	for (const service of made.size > 0 ? all : []) {
		const { name, image } = service;
		if (!wanted.has(name) || seen.has(name)) continue;
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
		const job = repository.compose.some(
			({ services }) => services.includes(service) && awaitedJobs(services).has(name),
		);
		externals.push(
			toExternal(
				{ ...service, job },
				image,
				(needs.get(name) ?? []).map(({ value }) => value).filter((one) => others.has(one)),
			),
		);
	}
	const names = new Set(externals.map(({ name }) => name));
	return { externals: externals.map((one) => ({ ...one, needs: one.needs.filter((need) => names.has(need)) })), check };
}

function toExternal(
	{ name, health, env, ports, command, job }: ComposeService & { readonly job: boolean },
	image: string,
	needs: readonly string[],
): ProposedExternal {
	const asked = health && healthFromCommand(health.words, (variable) => env[variable]);
	const port =
		usual.find(([pattern]) => pattern.test(image))?.[1] ?? Number(ports.find((one) => !one.endsWith("/udp")));
	const guess =
		asked !== undefined
			? { value: asked, from: "its healthcheck" }
			: port > 0
				? { value: { kind: "tcp" as const, port }, from: "its port" }
				: undefined;
	return {
		name,
		image,
		...(job && { run: "job" }),
		...defined({ command }),
		env,
		ports,
		...(guess !== undefined && !job && { health: guess }),
		needs,
	};
}
