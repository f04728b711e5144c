import { closestMatch } from "../../util/closest-match.ts";
import { findCycles } from "./cycles.ts";
import type { Fault, KeyPath, Locate, Problems } from "./problems.ts";
import type { RawCatalog } from "./schema/catalog.ts";
import { printable, quote } from "./values/quote.ts";

/** The catalog's values as written, wrong ones included, and where they stand. */
export interface CatalogSource {
	readonly names: (key: "services" | "externals" | "phases") => ReadonlySet<string>;
	readonly list: (path: KeyPath) => readonly unknown[];
	readonly locate: Locate;
}

/** Checks what names name: phases, needs, contexts, and that none of it runs in a circle. */
export function checkReferences(catalog: RawCatalog, written: CatalogSource, problems: Problems): void {
	checkNames(written, problems);
	checkPhases(catalog, written, problems);
	checkNeeds(catalog, written, problems);
	checkContexts(catalog, written, problems);
}

/** Two names that a file system or a registry may take for one. */
function checkNames({ names, locate }: CatalogSource, problems: Problems): void {
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
			const same =
				first.name === name ? "is the name of a service, too" : `differs from ${printable(first.name)} only in case`;
			const message = `${quote(name)} ${same} (line ${line})`;
			problems.add({ code: "catalog/duplicate-name", message, fix: "rename one of them" }, locate(path, "key"));
		}
	}
}

function checkPhases({ services }: RawCatalog, { names, locate }: CatalogSource, problems: Problems): void {
	const phases = names("phases");
	for (const [name, { phase }] of Object.entries(services)) {
		if (phase === undefined || phases.has(phase)) continue;
		const path = ["services", name, "phase"];
		problems.add(unknown("phase", phase, phases, `add it under \`phases\``), locate(path, "value"), path);
	}
}

function checkNeeds(catalog: RawCatalog, written: CatalogSource, problems: Problems): void {
	const known = new Set([...written.names("services"), ...written.names("externals")]);
	const layers: [KeyPath, readonly string[] | undefined][] = [
		[["defaults", "needs"], catalog.defaults?.needs],
		...Object.entries(catalog.phases ?? {}).map(([id, { needs }]): [KeyPath, typeof needs] => [
			["phases", id, "needs"],
			needs,
		]),
		...Object.entries(catalog.services).map(([id, { needs }]): [KeyPath, typeof needs] => [
			["services", id, "needs"],
			needs,
		]),
		...Object.entries(catalog.externals ?? {}).map(([id, { needs }]): [KeyPath, typeof needs] => [
			["externals", id, "needs"],
			needs,
		]),
	];
	for (const [path, needs] of layers) {
		for (const need of needs ?? []) {
			const planned = catalog.services[need]?.planned === true;
			const never = catalog.services[need]?.run === "never";
			if (never) {
				const idle: Fault = {
					code: "catalog/unknown-need",
					message: `need ${quote(need)} never runs: it says \`run: never\``,
					fix: "take `run: never` away there, or the need here",
				};
				const at = [...path, written.list(path).indexOf(need)];
				problems.add(idle, written.locate(at, "value"), at);
				continue;
			}
			const fromPlanned = path[0] === "services" && catalog.services[String(path[1])]?.planned === true;
			if (known.has(need) && (!planned || fromPlanned)) continue;
			const at = [...path, written.list(path).indexOf(need)];
			const later: Fault = {
				code: "catalog/unknown-need",
				message: `need ${quote(need)} is only planned`,
				why: "what is not built cannot run",
				fix: "remove the need until it is built, or describe a stand-in under `externals`",
			};
			const fix = "add it under `services`, or under `externals` if it is not built here";
			problems.add(planned ? later : unknown("need", need, known, fix), written.locate(at, "value"), at);
		}
	}
	const edges = new Map<string, readonly string[]>();
	for (const [name, service] of Object.entries(catalog.services)) edges.set(name, resolveNeeds(catalog, name, service));
	for (const [name, { needs = [] }] of Object.entries(catalog.externals ?? {})) edges.set(name, needs);
	for (const cycle of findCycles(edges)) {
		const [name = "", next] = cycle;
		const holder = [name in catalog.services ? "services" : "externals", name];
		const path = [...holder, "needs"];
		const at = [...path, written.list(path).indexOf(next)];
		problems.add(circle("needs", cycle), written.locate(at, "value"));
	}
}

/** A need that all of a phase share is not one of the needed service itself. */
export function resolveNeeds(
	catalog: RawCatalog,
	name: string,
	service: RawCatalog["services"][string],
): readonly string[] {
	const { phase } = service;
	const shared = (phase !== undefined ? catalog.phases?.[phase]?.needs : undefined) ?? catalog.defaults?.needs ?? [];
	return service.needs ?? shared.filter((need) => need !== name);
}

function checkContexts(catalog: RawCatalog, written: CatalogSource, problems: Problems): void {
	const services = written.names("services");
	const edges = new Map<string, string[]>();
	const layers: [KeyPath, RawCatalog["services"][string]["contexts"]][] = [
		[["defaults", "contexts"], catalog.defaults?.contexts],
		...Object.entries(catalog.phases ?? {}).map(([id, { contexts }]): [KeyPath, typeof contexts] => [
			["phases", id, "contexts"],
			contexts,
		]),
		...Object.entries(catalog.services).map(([id, { contexts }]): [KeyPath, typeof contexts] => [
			["services", id, "contexts"],
			contexts,
		]),
	];
	for (const [path, contexts] of layers) {
		for (const [key, context] of Object.entries(contexts ?? {})) {
			if (context.kind !== "service") continue;
			const at = [...path, key];
			const planned = catalog.services[context.service]?.planned === true;
			if (path[0] === "services") edges.set(String(path[1]), [...(edges.get(String(path[1])) ?? []), context.service]);
			if (services.has(context.service) && !planned) continue;
			const fault = unknown("service", context.service, services, "add it under `services`");
			const later: Fault = {
				...fault,
				message: `service ${quote(context.service)} is only planned`,
				fix: "build it first",
			};
			problems.add(planned ? later : { ...fault, code: "catalog/unknown-context" }, written.locate(at, "value"), at);
		}
	}
	for (const [name] of edges) for (const target of edges.get(name) ?? []) if (!edges.has(target)) edges.set(target, []);
	for (const cycle of findCycles(edges)) {
		const [name = ""] = cycle;
		problems.add(circle("contexts", cycle), written.locate(["services", name, "contexts"], "key"));
	}
}

function unknown(
	what: "phase" | "need" | "service",
	name: string,
	known: ReadonlySet<string>,
	otherwise: string,
): Fault {
	const meant = closestMatch(name, known);
	const fix = meant === undefined ? otherwise : `did you mean ${quote(meant)}?`;
	return { code: `catalog/unknown-${what}`, message: `${what} ${quote(name)} is not in the catalog`, fix };
}

function circle(what: string, names: readonly string[]): Fault {
	const shown = names.length > 12 ? [...names.slice(0, 10), "…", ...names.slice(-1)] : names;
	const message = `${what} run in a circle: ${shown.map((name) => printable(name)).join(" -> ")}`;
	const why = "none of them could ever come first";
	return { code: "catalog/cycle", message, why, fix: "take one of these arrows out" };
}
