import type { Found, LintRequest, Rule } from "../rule.ts";

function* collidingPorts({ catalog: { services } }: LintRequest): Iterable<Found> {
	const first = new Map<string, string>();
	for (const { name, ports, at } of services) {
		for (const { published, protocol } of ports) {
			if (published === undefined) continue;
			const key = `${published}/${protocol}`;
			const other = first.get(key);
			if (other === undefined) first.set(key, name);
			else if (other !== name)
				yield {
					service: name,
					message: `${name} and ${other} both publish host port ${key}`,
					at,
					why: "they cannot run on one host as they are; smoke uses ephemeral ports and does not mind",
					fix: `give ${name} another host port`,
				};
		}
	}
}

export const catalogRules: readonly Rule[] = [
	{
		id: "host-port-collision",
		scope: "catalog",
		severity: "note",
		title: "Two services publish the same host port",
		docs: "Only one of them can be started on a host with the ports as they are written. Smoke uses ephemeral ports and does not mind.",
		check: collidingPorts,
	},
];
