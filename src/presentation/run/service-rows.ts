import type { BuiltImage, Check } from "../../model/documents/build.ts";
import type { PlannedImage } from "../../model/documents/plan.ts";
import type { PublishedService } from "../../model/documents/publish.ts";
import type { ServiceRow } from "../../model/documents/report.ts";
import { failedChecks, verdictRank } from "../../model/documents/results.ts";
import type { SignedService } from "../../model/documents/sign.ts";
import type { SmokedService } from "../../model/documents/smoke.ts";
import type { Service } from "../../model/service/service.ts";
import { defined } from "../../util/defined.ts";
import { decisionOf, firstProblem, outcomeOf, type ServiceResults } from "./outcome.ts";
import { type CheckedImage, checkedImages, type Run } from "./run.ts";

/** One row per selected service, in build order. */
export function toRows(run: Run): readonly ServiceRow[] {
	const selected = new Set(run.plan.selected);
	const order = run.plan.waves.flat().filter((name) => selected.has(name));
	const services = new Map(run.plan.services.map((service) => [service.name, service]));
	const results: ResultsByService = {
		planned: byService(run.plan.images),
		built: byService(run.build?.images),
		checked: byService(checkedImages(run)),
		smoked: byService(run.smoke?.services),
		signed: byService(run.sign?.services),
		published: byService(run.publish?.services),
	};
	return order.flatMap((name) => {
		const service = services.get(name);
		return service === undefined ? [] : [toRow(run, service, results)];
	});
}

type ByService<T> = ReadonlyMap<string, readonly T[]>;

/** The results of all stages by service. */
interface ResultsByService {
	readonly planned: ByService<PlannedImage>;
	readonly built: ByService<BuiltImage>;
	readonly checked: ByService<CheckedImage>;
	readonly smoked: ByService<SmokedService>;
	readonly signed: ByService<SignedService>;
	readonly published: ByService<PublishedService>;
}

const byService = <T extends { readonly service: string }>(list: readonly T[] | undefined): ByService<T> =>
	Map.groupBy(list ?? [], ({ service }) => service);

function toRow(run: Run, service: Service, results: ResultsByService): ServiceRow {
	const own = <T>(of: ByService<T>): readonly T[] => of.get(service.name) ?? [];
	const planned = own(results.planned);
	const built = own(results.built);
	const checked = own(results.checked);
	const smoked = own(results.smoked);
	const [signed] = own(results.signed);
	const [published] = own(results.published);
	const sizes = planned.flatMap((image) => {
		const size = built.find(({ platform }) => platform === image.platform)?.size;
		return size ?? (image.decision.kind === "unchanged" ? image.decision.size : []);
	});
	const layers = built.flatMap((image) => image.layers ?? []);
	const buildMs = built.filter(({ outcome }) => outcome === "built").map(({ durationMs }) => durationMs ?? 0);
	const [probe] = smoked.flatMap(({ probes }) => probes.slice(0, 1));
	const digest = published?.digest ?? built[0]?.digest ?? digestOf(planned[0]);
	const serviceResults: ServiceResults = { service, planned, built, checked, smoked, signed, published };
	const outcome = outcomeOf(run, serviceResults);
	const problem = firstProblem(serviceResults, outcome);
	const { verdict, reason, warnings = [], passedBefore, readyMs, architecture } = worst(smoked) ?? {};
	const healthNote = [...warnings.map((warning) => `⚠️ ${warning}`), reason].filter(Boolean).join("; ");
	const kept = whyKept(built);
	const change = sizes.length === planned.length ? changeOf(planned, sum(sizes)) : undefined;
	return {
		...{ service: service.name, title: service.title },
		...defined({ phase: service.phase }),
		decision: decisionOf(planned),
		why: [...warningsOf(published), whyNot(published) ?? kept ?? whyOf(planned)].filter(Boolean).join("; "),
		...(kept !== undefined && { kept: true }),
		outcome,
		platforms: planned.map(({ platform }) => platform),
		...defined({ digest }),
		...(sizes.length > 0 && { size: sum(sizes) }),
		...defined({ change }),
		...(layers.length > 0 && { layers: sum(layers) }),
		...(buildMs.length > 0 && { buildMs: sum(buildMs) }),
		...checksOf(checked),
		...defined({ health: verdict }),
		...(healthNote !== "" && { healthNote }),
		...defined({ passedBefore, latencyMs: probe?.latencyMs, readyMs, architecture }),
		tags: published?.tags.filter(({ state }) => state !== "held" && state !== "kept").map(({ tag }) => tag) ?? [],
		...defined({ problem }),
		...(isAway(built, published ?? signed) && { away: true }),
	};
}

function checksOf(checked: readonly CheckedImage[]): Pick<ServiceRow, "checks"> {
	const all = checked.flatMap(({ checks }) => checks);
	if (all.length === 0) return {};
	const bad = all.filter(({ ok }) => !ok);
	const failed = failedChecks(bad);
	const names = (list: readonly Check[]) => list.map(({ name }) => name);
	const warned = bad.filter((check) => !failed.includes(check));
	return { checks: { passed: all.length - bad.length, failed: names(failed), warned: names(warned) } };
}

const away: ReadonlySet<string | undefined> = new Set(["registry/unreachable", "registry/unavailable"]);

/** If a build failed, its error decides, because such an image is not published either. */
function isAway(built: readonly BuiltImage[], last: PublishedService | SignedService | undefined): boolean {
	const failed = built.filter(({ outcome }) => outcome === "failed");
	if (failed.length > 0) return failed.every(({ error }) => away.has(error?.code));
	return last?.outcome === "failed" && away.has(last.code);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Only if all platforms have a size: a new platform is not growth. */
function changeOf(planned: readonly PlannedImage[], now: number): number | undefined {
	const before = planned.flatMap(({ decision }) => {
		if (decision.kind === "unchanged") return decision.size;
		return decision.kind === "build" && decision.before !== undefined ? decision.before.size : [];
	});
	return before.length === planned.length ? now - sum(before) : undefined;
}

function digestOf(image: PlannedImage | undefined): string | undefined {
	return image?.decision.kind === "unchanged" ? image.decision.digest : undefined;
}

function whyOf(images: readonly PlannedImage[]): string {
	const kind = decisionOf(images);
	const details = images.filter(({ decision }) => decision.kind === kind).flatMap(({ decision }) => decision.reasons);
	return [...new Set(details.map(({ detail }) => detail))].join("; ");
}

/** Why a successful publication moved no tag: it has none, or a newer commit was published before. */
function whyNot(published: PublishedService | undefined): string | undefined {
	const { outcome, reason } = published ?? {};
	return outcome === "not part of this release" || outcome === "superseded"
		? [outcome, reason].filter(Boolean).join(": ")
		: undefined;
}

const warningsOf = (published: PublishedService | undefined): readonly string[] =>
	(published?.warnings ?? []).map((warning) => `⚠️ ${warning}`);

/** Some images are found unchanged only after their bases are built. */
function whyKept(built: readonly BuiltImage[]): string | undefined {
	const reasons = built.map(({ reason }) => reason);
	return reasons.length > 0 && reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}

function worst(smoked: readonly SmokedService[]): SmokedService | undefined {
	return [...smoked].sort((a, b) => verdictRank[b.verdict] - verdictRank[a.verdict])[0];
}
