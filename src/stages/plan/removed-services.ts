import type { Registry } from "../../adapters/registry/registry.ts";
import type { PlanRemark } from "../../model/documents/plan.ts";
import { asPushToDefaultBranch, type Source } from "../../model/documents/source.ts";
import type { Catalog, Service } from "../../model/service/service.ts";
import { type CompareCommits, type LedgerEntry, ledgerTags, readLedger } from "../shared/records/publication-ledger.ts";
import { serviceTags } from "../shared/service-tags.ts";

/** Services whose ledgers are read: any of them names the whole catalog, and a new one has none yet. */
const asked = 3;

/** Mentions the services that were in the catalog when it was published last, and are not now: left out or renamed. Empty where nothing is known. */
export async function findRemovedServices(
	catalog: Catalog,
	source: Source,
	registry: Pick<Registry, "manifest">,
	order: CompareCommits,
): Promise<readonly PlanRemark[]> {
	const ledgers = await Promise.all(
		catalog.services.slice(0, asked).map((service) => lastPublication(service, source, catalog, registry)),
	);
	const [last] = ledgers
		.filter((one) => one?.services !== undefined)
		.toSorted((a, b) => (b?.committedAt ?? "").localeCompare(a?.committedAt ?? ""));
	const known = new Set([...catalog.services, ...catalog.planned].map(({ name }) => name));
	const gone = Object.entries(last?.services ?? {}).filter(([name]) => !known.has(name));
	if (last === undefined || gone.length === 0) return [];
	// A branch that is older than the published commit may not have the service yet.
	const stands = await order(last.revision, source.revision).catch(() => "unknown" as const);
	if (stands === "older" || stands === "diverged") return [];
	return gone.map(([name, { image, dockerfile }]) => {
		const heir = catalog.services.find(
			(one) => last.services?.[one.name] === undefined && (one.image === image || one.dockerfile === dockerfile),
		);
		const now = heir === undefined ? "is no longer in it" : `is now ${heir.name}`;
		return {
			code: "catalog/removed",
			severity: "note",
			message: `${name} was published from this catalog and ${now}`,
			at: { file: catalog.file },
			...(heir?.image !== image && {
				why: `its images stay in ${image}, and no run updates them`,
				fix: "delete them once nothing uses them, or put the service back",
			}),
		};
	});
}

/** The ledger of the floating tag that a push to the default branch moves. */
async function lastPublication(
	service: Service,
	source: Source,
	{ project }: Pick<Catalog, "project">,
	registry: Pick<Registry, "manifest">,
): Promise<LedgerEntry | undefined> {
	const [floating] = serviceTags(service, asPushToDefaultBranch(source), { project }).floating;
	const [ledger] = floating === undefined ? [] : ledgerTags(floating, 1);
	if (ledger === undefined) return undefined;
	try {
		const manifest = await registry.manifest(`${service.image}:${ledger}`);
		return manifest && readLedger(manifest, ledger);
	} catch {
		// Nothing depends on it, and what is wrong with the registry or the ledger is said where it matters.
		return undefined;
	}
}
