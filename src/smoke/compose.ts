import { stringify } from "yaml";
import { type Member, tcpPorts } from "./members.ts";

/** Whose run a container or network belongs to. */
export interface Owner {
	readonly run: string;
	readonly host: string;
	readonly pid: string;
}

export const ownerLabels = { run: "com.lucid.run", host: "com.lucid.host", pid: "com.lucid.pid" } as const;

export interface Stack {
	/** Compose project; prefixes every container and the network, so that two runs never meet. */
	readonly project: string;
	readonly owner: Owner;
	/** The catalog's name: the key in the file. On the engine the network is `<project>_<name>`. */
	readonly network: { readonly name: string; readonly subnet?: string };
	readonly members: readonly Member[];
	/** Members whose image carries a HEALTHCHECK. */
	readonly selfChecked: ReadonlySet<string>;
}

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/**
 * The smoke stack as a Compose file: images by digest, ports on a loopback port the engine picks, hardened as the catalog
 * says. No `container_name`, no fixed host port, nothing from outside the project, so it disturbs nobody.
 */
export function composeFile({ project, owner, network, members, selfChecked }: Stack): {
	readonly [key: string]: Json;
} {
	const labels = {
		[ownerLabels.run]: owner.run,
		[ownerLabels.host]: owner.host,
		[ownerLabels.pid]: owner.pid,
	};
	const names = new Set(members.map((member) => member.name));
	return literal({
		name: project,
		services: Object.fromEntries(
			members.map((member) => [
				member.name,
				{ ...service(member, names, selfChecked), labels, networks: { [network.name]: { aliases: [member.name] } } },
			]),
		),
		networks: {
			[network.name]: {
				labels,
				...(network.subnet !== undefined && { ipam: { config: [{ subnet: network.subnet }] } }),
			},
		},
	});
}

/** As text. Everything is quoted, in YAML 1.1's sense too, which is what Compose's reader half speaks. */
export function composeText(stack: Stack): string {
	const about = "# Made from the catalog. Images are pinned by digest; ports are on 127.0.0.1, picked by the engine.\n";
	return `${about}${stringify(composeFile(stack), { version: "1.1", lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", aliasDuplicateObjects: false })}`;
}

function service(member: Member, names: ReadonlySet<string>, selfChecked: ReadonlySet<string>): Record<string, Json> {
	const needs = member.needs.filter((need) => names.has(need));
	const udp = member.ports.filter((port) => port.protocol === "udp").map((port) => `127.0.0.1::${port.container}/udp`);
	const ports = [...tcpPorts(member).map((port) => `127.0.0.1::${port}`), ...udp];
	return {
		image: member.image,
		...(member.platform !== undefined && { platform: member.platform }),
		...(member.command !== undefined && { command: member.command }),
		restart: "no",
		environment: Object.entries(member.env).map(([name, value]) => `${name}=${value}`),
		...(ports.length > 0 && { ports }),
		...(needs.length > 0 && {
			depends_on: Object.fromEntries(
				needs.map((need) => [need, { condition: selfChecked.has(need) ? "service_healthy" : "service_started" }]),
			),
		}),
		...hardened(member),
		// A flood of log lines must not fill the disk.
		logging: { driver: "json-file", options: { "max-size": "4m", "max-file": "2" } },
	};
}

function hardened({ hardening }: Member): Record<string, Json> {
	if (hardening === undefined) return {};
	const { readOnly, tmpfs, capDrop, noNewPrivileges, memory, pids } = hardening;
	return {
		read_only: readOnly,
		...(tmpfs.length > 0 && { tmpfs }),
		...(capDrop.length > 0 && { cap_drop: capDrop }),
		...(noNewPrivileges && { security_opt: ["no-new-privileges:true"] }),
		...(memory !== undefined && { mem_limit: memory }),
		...(pids !== undefined && { pids_limit: pids }),
	};
}

/** Compose replaces `$name` in every value; `$$` is how it writes one dollar sign. */
function literal(value: { readonly [key: string]: Json }): { readonly [key: string]: Json };
function literal(value: Json): Json;
function literal(value: Json): Json {
	if (typeof value === "string") return value.replaceAll("$", "$$$$");
	if (Array.isArray(value)) return value.map((item: Json) => literal(item));
	if (typeof value === "object")
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, literal(inner as Json)]));
	return value;
}
