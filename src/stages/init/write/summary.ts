import type { InitResult, InitService } from "../../../model/documents/init.ts";
import { defined } from "../../../util/defined.ts";
import { formatHealth } from "../propose/health.ts";
import type { Proposal, ProposedService } from "../propose/proposal.ts";

/** The result of init: the guesses of each service, and what to review. */
export function toInitResult(proposal: Proposal, files: InitResult["files"], notes: readonly string[]): InitResult {
	return {
		kind: "lucid.init",
		version: 1,
		files,
		services: proposal.services.map(toService),
		externals: proposal.externals.map(({ name }) => name),
		left: proposal.left,
		check: [...notes, ...checks(proposal), ...proposal.check],
	};
}

function toService({ name, dockerfile, context, planned, ports, health, needs, phase }: ProposedService): InitService {
	const guesses: Record<string, string> = {};
	if (context.from !== undefined) guesses.context = context.from;
	if (ports !== undefined) guesses.ports = ports.from;
	if (health !== undefined) guesses.health = health.from;
	if (needs.length > 0) guesses.needs = [...new Set(needs.map(({ from }) => from))].join(", ");
	return {
		name,
		dockerfile,
		context: context.value,
		planned: planned !== undefined,
		ports: ports?.value ?? [],
		...(health !== undefined && { health: formatHealth(health.value) }),
		needs: needs.map(({ value }) => value),
		...defined({ phase }),
		guesses,
	};
}

function checks({ registry, services }: Proposal): readonly string[] {
	const names = (list: readonly ProposedService[]) => list.map(({ name }) => name).join(", ");
	const weak = services.filter(({ health }) => health?.from.startsWith("its port"));
	const silent = services.filter(
		({ health, planned, notes }) =>
			health === undefined && planned === undefined && notes.every((note) => !note.includes("does not run")),
	);
	return [
		...(registry.from === "" ? [] : [`registry: ${registry.value} is guessed from ${registry.from}`]),
		...(weak.length > 0 ? [`health: only the port is known of ${names(weak)}; set a path if there is one`] : []),
		...(silent.length > 0 ? [`health: nothing is known of ${names(silent)}; smoke only checks that they stay up`] : []),
	];
}
