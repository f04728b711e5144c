import { expandKnownVariables, healthcheckTarget } from "../../../model/service/server-address.ts";

/** A health check for the catalog. */
export type ProposedHealth =
	| { readonly kind: "path"; readonly path: string; readonly port: number }
	| { readonly kind: "tcp" | "grpc"; readonly port: number }
	| { readonly kind: "healthcheck" };

/** Clients of a server's own protocol, with their default port. */
const protocolClients: readonly { readonly program: RegExp; readonly port: number; readonly option: RegExp }[] = [
	{ program: /\bredis-cli\b|\bvalkey-cli\b/, port: 6379, option: /\s-p\s*(\d+)/ },
	{ program: /\bpg_isready\b/, port: 5432, option: /\s(?:-p\s*|--port[= ])(\d+)/ },
	{
		program: /\bmysqladmin\b|\bmariadb-admin\b|\bhealthcheck\.sh\b/,
		port: 3306,
		option: /\s(?:-P\s*|--port[= ])(\d+)/,
	},
	{ program: /\bmongo(?:sh)?\b/, port: 27017, option: /\s--port[= ](\d+)/ },
	{ program: /\brabbitmq-diagnostics\b|\brabbitmqctl\b/, port: 5672, option: /(?!)/ },
];

/**
 * The health check that a HEALTHCHECK or Compose command does. Undefined if it is not visible from outside. A port
 * without a path, or a client of another protocol, becomes a TCP check.
 */
export function healthFromCommand(
	words: readonly string[],
	lookup: (name: string) => string | undefined,
): ProposedHealth | undefined {
	const text = expandKnownVariables(words.join(" "), lookup);
	const grpc = /\bgrpc[_-]health[_-]probe\b.*?-addr[= ]["']?[\w.[\]]*:(\d+)/.exec(text);
	if (grpc !== null) return { kind: "grpc", port: Number(grpc[1]) };
	const target = healthcheckTarget(words, lookup);
	if (target !== undefined) return { kind: "path", path: target.path, port: target.port };
	const open =
		/\bnc\s+(?:-\w+\s+)*["']?[\w.-]+["']?\s+(\d{2,5})\b/.exec(text) ?? /\/dev\/tcp\/[\w.-]+\/(\d{2,5})/.exec(text);
	const socket = /create_connection\(\(\s*['"][\w.-]+['"]\s*,\s*(\d{2,5})/.exec(text) ?? open;
	if (socket !== null) return { kind: "tcp", port: Number(socket[1]) };
	const client = protocolClients.find(({ program }) => program.test(text));
	return client && { kind: "tcp", port: Number(client.option.exec(text)?.[1] ?? client.port) };
}

/** A short text for the summary. */
export function formatHealth(health: ProposedHealth): string {
	if (health.kind === "path") return health.path;
	return health.kind === "healthcheck" ? "its HEALTHCHECK" : `${health.kind} ${health.port}`;
}
