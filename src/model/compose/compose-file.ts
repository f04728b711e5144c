import { stringify } from "yaml";
import { defined } from "../../util/defined.ts";
import { sanitizeLine } from "../../util/sanitize.ts";
import type { Hardening, Health, Network, Port } from "../service/service.ts";

/** One container of a stack. */
export interface StackService {
	readonly name: string;
	/** `repository@sha256:...`, or what the catalog says for an external. */
	readonly image: string;
	/** Undefined: the engine's default. */
	readonly platform?: string;
	readonly command?: readonly string[];
	/** It exits by itself; services that need it wait for that. */
	readonly run?: "job";
	readonly env: Readonly<Record<string, string>>;
	readonly ports: readonly Port[];
	readonly health?: Health;
	readonly needs: readonly string[];
	readonly hardening?: Hardening;
}

/** A stack for smoke or for deployment. */
export interface Stack {
	/**
	 * `smoke`: ports that the engine picks, its own network, no restarts, labels of its owner.
	 * `deployment`: the catalog's ports and network, restarts after a crash and a reboot.
	 */
	readonly use:
		| { readonly kind: "smoke"; readonly labels: Readonly<Record<string, string>> }
		| { readonly kind: "deployment" };
	/** Compose project. Prefix of containers, and in a smoke stack of the network, so that runs do not collide. */
	readonly project: string;
	readonly network: Network;
	/** Address of smoke's published ports: 127.0.0.1, or 0.0.0.0 for a remote engine over TCP. */
	readonly address?: "127.0.0.1" | "0.0.0.0";
	readonly services: readonly StackService[];
	/** Services whose image has a HEALTHCHECK. */
	readonly withHealthcheck: ReadonlySet<string>;
	/** For the head of the file, one per line. */
	readonly notes?: readonly string[];
}

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** A stack as Compose data. It has no `container_name`. */
export function composeFile(stack: Stack): { readonly [key: string]: Json } {
	const { use, project, network, services: parts } = stack;
	const labels = use.kind === "smoke" && { labels: use.labels };
	const taken = new Set<string>();
	return literal({
		name: project,
		services: Object.fromEntries(
			parts.map((part) => [
				part.name,
				{ ...service(part, stack, taken), ...labels, networks: { [network.name]: { aliases: [part.name] } } },
			]),
		),
		networks: {
			[network.name]: {
				...(use.kind === "deployment" && { name: network.name }),
				...labels,
				...(network.subnet !== undefined && { ipam: { config: [{ subnet: network.subnet }] } }),
			},
		},
	});
}

/** A Compose override for smoke: the engine does not run HEALTHCHECKs, because smoke runs them itself. */
export function withoutHealthchecks(services: Iterable<string>): { readonly [key: string]: Json } {
	return { services: Object.fromEntries([...services].map((name) => [name, { healthcheck: rarelyRun }])) };
}

/** Other fields stay those of the image. */
export const rarelyRun = { interval: "24h", start_period: "24h", start_interval: "24h" } as const;

/** A stack as YAML text. All strings are quoted, because Compose partly reads YAML 1.1. */
export function formatComposeFile(stack: Stack): string {
	const about = {
		smoke: "Generated from the catalog. Images are pinned by digest; the engine picks ports.",
		deployment: "Generated from the catalog. Images are pinned by digest.",
	}[stack.use.kind];
	const notes = [...(stack.notes ?? []), ...describeDuplicatePorts(stack)].map((note) => `# ${sanitizeLine(note)}\n`);
	return `# ${about}\n${notes.join("")}${stringify(composeFile(stack), { version: "1.1", lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", aliasDuplicateObjects: false })}`;
}

/** Notes on host ports that several services of a deployment publish. The first gets the port. */
function describeDuplicatePorts({ use, services: parts }: Stack): readonly string[] {
	if (use.kind === "smoke") return [];
	const owners = new Map<string, string>();
	return parts.flatMap(({ name, ports }) =>
		ports.flatMap(({ published, protocol }) => {
			if (published === undefined) return [];
			const key = `${published}/${protocol}`;
			const owner = owners.get(key);
			if (owner === undefined) owners.set(key, name);
			return owner === undefined || owner === name
				? []
				: [`${name} also publishes host port ${published}, which ${owner} has; the engine picks another port for it.`];
		}),
	);
}

/** TCP ports to publish: the catalog's, and the port of the health check. */
export function tcpPorts({ health, ports }: Pick<StackService, "ports" | "health">): readonly number[] {
	const probed = health !== undefined && "port" in health ? [health.port] : [];
	return [...new Set([...probed, ...ports.filter((port) => port.protocol === "tcp").map((port) => port.container)])];
}

function service(part: StackService, stack: Stack, taken: Set<string>): Record<string, Json> {
	const { use, services: parts } = stack;
	const needs = part.needs.filter((need) => parts.some(({ name }) => name === need));
	const ports = use.kind === "smoke" ? ephemeral(part, stack.address ?? "127.0.0.1") : published(part, taken);
	return {
		image: part.image,
		...defined({ platform: part.platform, command: part.command }),
		restart: use.kind === "smoke" || part.run === "job" ? "no" : "unless-stopped",
		environment: Object.entries(part.env).map(([name, value]) => `${name}=${value}`),
		...(ports.length > 0 && { ports }),
		...(needs.length > 0 && {
			depends_on: Object.fromEntries(needs.map((need) => [need, { condition: conditionOf(need, stack) }])),
		}),
		...hardened(part),
		// Log output must not fill the disk.
		logging: { driver: "json-file", options: { "max-size": "4m", "max-file": "2" } },
	};
}

function conditionOf(need: string, { services: parts, withHealthcheck: selfChecked }: Stack): string {
	if (parts.some(({ name, run }) => name === need && run === "job")) return "service_completed_successfully";
	return selfChecked.has(need) ? "service_healthy" : "service_started";
}

function ephemeral(part: StackService, address: string): readonly string[] {
	const udp = part.ports.filter((port) => port.protocol === "udp").map((port) => `${address}::${port.container}/udp`);
	return [...tcpPorts(part).map((port) => `${address}::${port}`), ...udp];
}

/** Ports with a host port in the catalog. Other ports are reachable in the network only. */
function published({ ports }: StackService, taken: Set<string>): readonly string[] {
	return ports.flatMap(({ container, published: host, protocol }) => {
		if (host === undefined) return [];
		const key = `${host}/${protocol}`;
		const free = !taken.has(key);
		taken.add(key);
		return [`${free ? `${host}:` : ""}${container}${protocol === "udp" ? "/udp" : ""}`];
	});
}

function hardened({ hardening }: StackService): Record<string, Json> {
	if (hardening === undefined) return {};
	const { readOnly, tmpfs, capDrop, noNewPrivileges, memory, pids } = hardening;
	return {
		read_only: readOnly,
		...(tmpfs.length > 0 && { tmpfs }),
		...(capDrop.length > 0 && { cap_drop: capDrop }),
		...(noNewPrivileges && { security_opt: ["no-new-privileges:true"] }),
		...defined({ mem_limit: memory, pids_limit: pids }),
	};
}

/** Escapes `$` as `$$`: Compose interpolates `$name` in every value. */
function literal(value: { readonly [key: string]: Json }): { readonly [key: string]: Json };
function literal(value: Json): Json;
function literal(value: Json): Json {
	if (typeof value === "string") return value.replaceAll("$", "$$$$");
	if (Array.isArray(value)) return value.map((item: Json) => literal(item));
	if (typeof value === "object")
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, literal(inner as Json)]));
	return value;
}
