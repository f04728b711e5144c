import { closestMatch } from "../../util/closest-match.ts";
import { findCycles } from "./cycles.ts";
import type { Fault, KeyPath } from "./problems.ts";
import { type ResolveContext, settingsLayers } from "./resolve-context.ts";
import type { RawCatalog, RawService } from "./schema/catalog.ts";
import { printable, quote } from "./values/quote.ts";

/** Checks references to phases, needs and contexts, and that they form no cycle. */
export function checkReferences(context: ResolveContext): void {
	checkNames(context);
	checkPhases(context);
	checkNeeds(context);
	checkContexts(context);
}

/** Reports names that a file system or a registry may treat as equal. */
function checkNames({ source: { names, locate }, problems }: ResolveContext): void {
	const seen = new Map<string, { readonly name: string; readonly path: KeyPath }>();
	for (const key of ["services", "externals"] as const) {
		for (const name of names(key)) {
			const path = [key, name];
			const first = seen.get(name.toLowerCase());
			if (first === undefined) {
				seen.set(name.toLowerCase(), { name, path });
				continue;
			}
			const { line } = locate(first.path, "key");
			const clash =
				first.name === name ? "is also the name of a service" : `differs from ${printable(first.name)} only in case`;
			const message = `${quote(name)} ${clash} (line ${line})`;
			problems.add({ code: "catalog/duplicate-name", message, fix: "rename one of them" }, locate(path, "key"));
		}
	}
}

function checkPhases({ raw, source, problems }: ResolveContext): void {
	const phases = source.names("phases");
	for (const [name, { phase }] of Object.entries(raw.services)) {
		if (phase === undefined || phases.has(phase)) continue;
		const path = ["services", name, "phase"];
		problems.add(unknownName("phase", phase, phases, "add it under `phases`"), source.locate(path, "value"), path);
	}
}

function checkNeeds({ raw, source, problems }: ResolveContext): void {
	const known = new Set([...source.names("services"), ...source.names("externals")]);
	const edges = new Map<string, readonly string[]>();
	for (const [name, service] of Object.entries(raw.services)) edges.set(name, resolveNeeds(raw, name, service));
	const externals = Object.entries(raw.externals ?? {});
	for (const [name, { needs = [] }] of externals) edges.set(name, needs);
	const layers = [
		...settingsLayers(raw),
		...externals.map(([name, external]) => [["externals", name], external] as const),
	];
	for (const [base, { needs = [] }] of layers) {
		const [section, name = ""] = base;
		const ofPlanned = section === "services" && raw.services[name]?.planned === true;
		const path = [...base, "needs"];
		for (const need of needs) {
			const fault = needFault(raw, need, known, ofPlanned);
			if (fault === undefined) continue;
			const at = [...path, source.list(path).indexOf(need)];
			problems.add(fault, source.locate(at, "value"), at);
		}
	}
	for (const cycle of findCycles(edges)) {
		const [name = "", next] = cycle;
		const path = [name in raw.services ? "services" : "externals", name, "needs"];
		problems.add(cycleFault("needs", cycle), source.locate([...path, source.list(path).indexOf(next)], "value"));
	}
}

function needFault(raw: RawCatalog, need: string, known: ReadonlySet<string>, ofPlanned: boolean): Fault | undefined {
	const { planned = false, run } = raw.services[need] ?? {};
	const code = "catalog/unknown-need";
	if (run === "never")
		return {
			code,
			message: `need ${quote(need)} never runs: it has \`run: never\``,
			fix: "remove `run: never` there, or the need here",
		};
	if (known.has(need) && (!planned || ofPlanned)) return undefined;
	if (planned)
		return {
			code,
			message: `need ${quote(need)} is only planned`,
			why: "a planned service has no image to run",
			fix: "remove the need until it is built, or add a substitute under `externals`",
		};
	return unknownName("need", need, known, "add it under `services`, or under `externals` if it is not built here");
}

/** The needs of a service. Needs of its phase or of `defaults` do not include the service itself. */
export function resolveNeeds({ phases, defaults }: RawCatalog, name: string, service: RawService): readonly string[] {
	const shared = phases?.[service.phase ?? ""]?.needs ?? defaults?.needs ?? [];
	return service.needs ?? shared.filter((need) => need !== name);
}

function checkContexts({ raw, source, problems }: ResolveContext): void {
	const services = source.names("services");
	const edges = new Map<string, string[]>();
	for (const [base, { contexts = {} }] of settingsLayers(raw)) {
		const [section, name = ""] = base;
		for (const [key, context] of Object.entries(contexts)) {
			if (context.kind !== "service") continue;
			const { service } = context;
			if (section === "services") edges.set(name, [...(edges.get(name) ?? []), service]);
			const planned = raw.services[service]?.planned === true;
			if (services.has(service) && !planned) continue;
			const fault: Fault = planned
				? {
						code: "catalog/unknown-service",
						message: `service ${quote(service)} is only planned`,
						fix: "build it first",
					}
				: {
						...unknownName("service", service, services, "add it under `services`"),
						code: "catalog/unknown-context",
					};
			const at = [...base, "contexts", key];
			problems.add(fault, source.locate(at, "value"), at);
		}
	}
	for (const [name] of edges) for (const target of edges.get(name) ?? []) if (!edges.has(target)) edges.set(target, []);
	for (const cycle of findCycles(edges)) {
		const [name = ""] = cycle;
		problems.add(cycleFault("contexts", cycle), source.locate(["services", name, "contexts"], "key"));
	}
}

function unknownName(
	what: "phase" | "need" | "service",
	name: string,
	known: ReadonlySet<string>,
	otherwise: string,
): Fault {
	const suggestion = closestMatch(name, known);
	const fix = suggestion === undefined ? otherwise : `did you mean ${quote(suggestion)}?`;
	return { code: `catalog/unknown-${what}`, message: `${what} ${quote(name)} is not in the catalog`, fix };
}

function cycleFault(what: string, names: readonly string[]): Fault {
	const shown = names.length > 12 ? [...names.slice(0, 10), "…", ...names.slice(-1)] : names;
	const message = `${what} form a cycle: ${shown.map((name) => printable(name)).join(" -> ")}`;
	return { code: "catalog/cycle", message, why: "none of them can come first", fix: "remove one of these references" };
}
