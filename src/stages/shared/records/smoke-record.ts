import { z } from "zod";
import type { Plan } from "../../../model/documents/plan.ts";
import type { SmokeVerdict } from "../../../model/documents/smoke.ts";
import type { Service } from "../../../model/service/service.ts";
import { changedCriteria, type SmokeCriteria, smokeCriteria } from "../../../model/service/smoke-criteria.ts";
import { defined } from "../../../util/defined.ts";
import { emptyBlob, manifestType } from "./publication-ledger.ts";
import type { PublishRegistry } from "./publish-registry.ts";

/** Version 1 named a digest and no checks: such a record says nothing any more. */
const proofType = "application/vnd.lucid.smoke.v2+json";

const keys = { digest: "com.lucid.smoke.digest", records: "com.lucid.smoke.records" };

/** Records that are kept of one digest, the newest first: branches whose checks differ must not forget each other's. */
const kept = 24;

const proofShape = z.object({
	service: z.string(),
	verdict: z.enum(["healthy", "unhealthy"]),
	revision: z.string(),
	hash: z.string(),
	parts: z.record(z.string(), z.string()),
	needs: z.record(z.string(), z.string()).optional(),
});

/** What smoke said of one platform's image of a service, and under which checks, as the registry keeps it for other jobs and later runs. */
export interface SmokeRecord extends SmokeCriteria {
	readonly service: string;
	readonly verdict: Extract<SmokeVerdict, "healthy" | "unhealthy">;
	/** The commit whose run it was. */
	readonly revision: string;
	/** The images of what it needed when it ran: digests of services, images of externals; left out where not all were known. */
	readonly needs?: Readonly<Record<string, string>>;
}

/** `sha256-<64 hex digits>.smoke`: a tag beside the image that it is about. */
export function smokeRecordTag(digest: string): string {
	const [algorithm = "", hex = ""] = digest.split(":");
	return `${algorithm}-${hex.slice(0, 100)}.smoke`;
}

type ProofRegistry = Pick<PublishRegistry, "manifest" | "putBlob" | "putManifest">;

/**
 * Adds a record, in place of an earlier one of the same service, checks and needs. A registry cannot compare and swap: what another job wrote in the same
 * moment may be lost, so it is read back and written again. What is lost all the same is smoked again.
 */
export async function writeSmokeRecord(
	registry: ProofRegistry,
	image: string,
	digest: string,
	proof: SmokeRecord,
): Promise<void> {
	const ref = `${image}:${smokeRecordTag(digest)}`;
	for (let attempt = 1; attempt <= 4; attempt++) {
		const there = await readSmokeRecords(registry, image, digest);
		const known = there.find((one) => isAlike(one, proof));
		if (known?.verdict === proof.verdict && (attempt > 1 || known.revision === proof.revision)) return;
		const records = [proof, ...there.filter((one) => one !== known)].slice(0, kept);
		const { digest: blob, size } = await registry.putBlob(image, emptyBlob);
		const descriptor = { mediaType: "application/vnd.oci.empty.v1+json", digest: blob, size };
		const manifest = {
			...{
				schemaVersion: 2,
				mediaType: manifestType,
				artifactType: proofType,
				config: descriptor,
				layers: [descriptor],
			},
			annotations: { [keys.digest]: digest, [keys.records]: JSON.stringify(records) },
		};
		await registry.putManifest(ref, new TextEncoder().encode(JSON.stringify(manifest)), manifestType);
	}
}

const isAlike = (one: SmokeRecord, other: SmokeRecord) =>
	one.service === other.service && one.hash === other.hash && isSame(one.needs, other.needs);

const isSame = (one: SmokeRecord["needs"], other: SmokeRecord["needs"]) =>
	JSON.stringify(Object.entries(one ?? {}).sort()) === JSON.stringify(Object.entries(other ?? {}).sort());

/** All records of an image, the newest first. None where the tag holds something else: then smoke has to run. */
export async function readSmokeRecords(
	registry: Pick<PublishRegistry, "manifest">,
	image: string,
	digest: string,
): Promise<readonly SmokeRecord[]> {
	const content = (await registry.manifest(`${image}:${smokeRecordTag(digest)}`))?.content;
	if (content?.kind !== "image" || content.artifactType !== proofType) return [];
	if (content.annotations[keys.digest] !== digest) return [];
	try {
		const { data } = z.array(proofShape).safeParse(JSON.parse(content.annotations[keys.records] ?? ""));
		return data?.map(({ needs, ...proof }) => ({ ...proof, ...defined({ needs }) })) ?? [];
	} catch {
		return [];
	}
}

/** How an image stands with smoke. `unknown`: no record counts; `why` says what has changed since there was one. */
export type SmokeStanding =
	| { readonly kind: "passed" | "failed"; readonly revision: string }
	| { readonly kind: "unknown"; readonly why: string };

export interface StandingQuery {
	readonly plan: Plan;
	readonly service: Service;
	/** Of the platform's manifest. */
	readonly digest: string;
	/** The images of its needs, where a record counts only if it ran beside these. */
	readonly needsImages?: Readonly<Record<string, string>> | undefined;
}

/** Whether smoke passed on these bytes under the checks that the catalog has now: the one answer for plan, smoke and publish. */
export async function readSmokeStanding(
	registry: Pick<PublishRegistry, "manifest">,
	asked: StandingQuery,
): Promise<SmokeStanding> {
	const { service, digest } = asked;
	return standingFromRecords(await readSmokeRecords(registry, service.image, digest), asked);
}

/** The same of records at hand. */
export function standingFromRecords(
	proofs: readonly SmokeRecord[],
	{ plan, service, needsImages: beside }: Omit<StandingQuery, "digest">,
): SmokeStanding {
	const trial = smokeCriteria(plan, service);
	const mine = proofs.filter((one) => one.service === service.name);
	const current = mine.filter(({ hash }) => hash === trial.hash);
	const counts = current.find(({ needs }) => beside === undefined || isSame(needs, beside));
	if (counts !== undefined)
		return { kind: counts.verdict === "healthy" ? "passed" : "failed", revision: counts.revision };
	if (current.length > 0) return { kind: "unknown", why: "what it needs changed" };
	// Of several that were tried, the checks that are most like these.
	const [changed] = mine.map((one) => changedCriteria(one, trial)).sort((a, b) => a.length - b.length);
	if (changed === undefined) return { kind: "unknown", why: "not smoked with these checks yet" };
	return { kind: "unknown", why: `${changed.join(", ") || "our probing"} changed` };
}
