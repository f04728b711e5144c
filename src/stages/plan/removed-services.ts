import type { Registry } from "../../adapters/registry/registry.ts";
import type { PlanRemark } from "../../model/documents/plan.ts";
import { asPushToDefaultBranch, type Source } from "../../model/documents/source.ts";
import { repositoryMismatch } from "../../model/service/image-identity.ts";
import type { Catalog, Service } from "../../model/service/service.ts";
import { type CompareCommits, type LedgerEntry, ledgerTags, readLedger } from "../shared/records/publication-ledger.ts";
import { serviceTags } from "../shared/service-tags.ts";

/** Each ledger lists the whole catalog; a new service has none yet, so a few are read. */
const maxLedgers = 3;

/** Reports services of the last published catalog that were removed or renamed since. Empty if no ledger is known. */
export async function findRemovedServices(
	catalog: Catalog,
	source: Source,
	registry: Pick<Registry, "manifest">,
	compareCommits: CompareCommits,
): Promise<readonly PlanRemark[]> {
	const ledgers = await Promise.all(
		catalog.services.slice(0, maxLedgers).map((service) => lastPublication(service, source, catalog, registry)),
	);
	const [newest] = ledgers
		.filter((item) => item?.services !== undefined)
		.toSorted((a, b) => (b?.committedAt ?? "").localeCompare(a?.committedAt ?? ""));
	const current = new Set([...catalog.services, ...catalog.planned].map(({ name }) => name));
	const removed = Object.entries(newest?.services ?? {}).filter(([name]) => !current.has(name));
	if (newest === undefined || removed.length === 0) return [];
	// An older branch may not have the service yet.
	const order = await compareCommits(newest.revision, source.revision).catch(() => "unknown" as const);
	if (order === "older" || order === "diverged") return [];
	return removed.map(([name, { image, dockerfile }]) => {
		const successor = catalog.services.find(
			(item) => newest.services?.[item.name] === undefined && (item.image === image || item.dockerfile === dockerfile),
		);
		const outcome = successor === undefined ? "is no longer in it" : `is now ${successor.name}`;
		return {
			code: "catalog/removed",
			severity: "note",
			message: `${name} was published from this catalog and ${outcome}`,
			at: { file: catalog.file },
			...(successor?.image !== image && {
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
		const entry = manifest && readLedger(manifest, ledger);
		const isForeign = entry?.repository && repositoryMismatch(source, entry.repository) !== undefined;
		return isForeign ? undefined : entry;
	} catch {
		// Only a remark depends on it; other steps report what is wrong.
		return undefined;
	}
}
