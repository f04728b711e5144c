import { z } from "zod";
import type { Plan } from "../../../model/documents/plan.ts";
import { describeForeign, repositoryMismatch } from "../../../model/service/image-identity.ts";
import type { Service } from "../../../model/service/service.ts";
import {
	changedCriteria,
	isSameNeeds,
	smokeCriteria,
	smokeCriteriaSchema,
} from "../../../model/service/smoke-criteria.ts";
import { isUnverifiable, whyVerdictUnlisted } from "../../../model/signing/listed.ts";
import { defined } from "../../../util/defined.ts";
import { fits, type Infer, parseJson } from "../../../util/json.ts";
import type { Signatures } from "../signatures.ts";
import { putArtifact } from "./artifact-manifest.ts";
import type { PublishRegistry } from "./publication-ledger.ts";

/** Records of version 1 named no checks, and are ignored. */
const firstRecordType = "application/vnd.lucid.smoke.v1+json";
const recordType = "application/vnd.lucid.smoke.v2+json";

const keys = { digest: "com.lucid.smoke.digest", records: "com.lucid.smoke.records" };

/** Records per digest, the newest first: branches with different checks keep their own. */
const maxRecords = 24;

/** A smoke verdict in the registry, for other jobs and later runs: one image on one platform, with the criteria. */
const smokeRecordSchema = z.object({
	service: z.string(),
	verdict: z.enum(["healthy", "unhealthy"]),
	/** The commit of its run. */
	revision: z.string(),
	/** The source repository of its run: a record of another one does not count. */
	url: z.string().exactOptional(),
	repositoryId: z.string().exactOptional(),
	...smokeCriteriaSchema.shape,
	/** Images of its needs: digests of services, images of externals. Absent if not all were known. */
	needs: z.record(z.string(), z.string()).exactOptional(),
});
export type SmokeRecord = Infer<typeof smokeRecordSchema>;

/** `sha256-<64 hex digits>.smoke`: a tag in the repository of the image. */
export function smokeRecordTag(digest: string): string {
	const [algorithm = "", hex = ""] = digest.split(":");
	return `${algorithm}-${hex.slice(0, 100)}.smoke`;
}

/**
 * Adds a record, or replaces one of the same service, checks and needs. A registry cannot compare and swap, and another
 * job's write may be lost: the record is read back and written again. An image whose record is lost is smoked again.
 */
export async function writeSmokeRecord(
	registry: Pick<PublishRegistry, "manifest" | "putBlob" | "putManifest">,
	image: string,
	digest: string,
	record: SmokeRecord,
): Promise<void> {
	const ref = `${image}:${smokeRecordTag(digest)}`;
	for (let attempt = 1; attempt <= 4; attempt++) {
		const existing = await readSmokeRecords(registry, image, digest);
		const current = existing.find((other) => isAlike(other, record));
		if (current?.verdict === record.verdict && (attempt > 1 || current.revision === record.revision)) return;
		const records = [record, ...existing.filter((other) => other !== current)].slice(0, maxRecords);
		const annotations = { [keys.digest]: digest, [keys.records]: JSON.stringify(records) };
		await putArtifact(registry, { ref, owner: "smoke", artifactType: recordType, annotations });
	}
}

const isAlike = (record: SmokeRecord, other: SmokeRecord) =>
	record.service === other.service &&
	record.hash === other.hash &&
	repositoryMismatch(record, other) === undefined &&
	isSameNeeds(record.needs, other.needs);

/** All records of an image, the newest first. What does not fit the schema is left out, with a call of `onIgnored`. */
export async function readSmokeRecords(
	registry: Pick<PublishRegistry, "manifest">,
	image: string,
	digest: string,
	onIgnored?: (note: string) => void,
): Promise<readonly SmokeRecord[]> {
	const ref = `${image}:${smokeRecordTag(digest)}`;
	const ignore = (why: string) => onIgnored?.(`${ref} is ignored: ${why}`);
	const content = (await registry.manifest(ref))?.content;
	if (content === undefined) return [];
	const type = content.kind === "image" ? content.artifactType : content.kind;
	if (type !== recordType) {
		if (type !== firstRecordType) ignore("it is not a smoke record");
		return [];
	}
	const { [keys.digest]: of, [keys.records]: text = "" } = content.annotations;
	if (of !== digest) ignore("it is about another image");
	const records = of === digest ? parseJson(text) : [];
	if (!Array.isArray(records)) ignore("it has no list of records");
	return (Array.isArray(records) ? records : []).filter((record) =>
		fits(smokeRecordSchema, record, (why) => ignore(`record ${why}`)),
	);
}

/** Whether an image passed smoke. `unknown`: no record counts; `why` says what has changed since the last one. */
export type SmokeStanding =
	| { readonly kind: "passed" | "failed"; readonly revision: string }
	| {
			readonly kind: "unknown";
			readonly why: string;
			readonly ignored?: string;
			/** A record would count if its origin were proven. */
			readonly unproven?: true;
	  };

export interface StandingQuery {
	readonly plan: Plan;
	readonly service: Service;
	readonly platform: string;
	/** Digest of the platform's manifest. */
	readonly digest: string;
	/** If set, a record only counts with these images of its needs. */
	readonly needsImages?: Readonly<Record<string, string>> | undefined;
}

/**
 * Whether smoke passed on a digest under the current checks of the catalog. Plan, smoke and publish all use this rule.
 */
export async function readSmokeStanding(
	registry: Pick<PublishRegistry, "manifest">,
	query: StandingQuery,
	signatures?: Signatures,
): Promise<SmokeStanding> {
	const { service, digest } = query;
	return provenStanding(await readSmokeRecords(registry, service.image, digest), query, signatures);
}

/** The same by given records. With `signatures`, a run of ours must have signed that it passed. */
export async function provenStanding(
	records: readonly SmokeRecord[],
	query: StandingQuery,
	signatures: Signatures | undefined,
): Promise<SmokeStanding> {
	const standing = standingFromRecords(records, query);
	const record = matchingRecord(records, query);
	if (standing.kind !== "passed" || record === undefined || signatures === undefined) return standing;
	const why = await whyUnsigned(signatures, record, query);
	if (why === undefined) return standing;
	const older = records.filter((other) => other !== record);
	const proven = await provenStanding(older, query, signatures);
	if (proven.kind !== "unknown") return proven;
	return { kind: "unknown", why: describeForeign("a verdict", why), unproven: true };
}

/** Why no statement of a run of ours lists a record's verdict. A signature that cannot be verified does not count. */
async function whyUnsigned(
	signatures: Signatures,
	{ service, hash, needs }: SmokeRecord,
	{ service: { image }, platform, digest }: StandingQuery,
): Promise<string | undefined> {
	const expected = { service, platform, digest, hash, ...defined({ needs }) };
	try {
		const proof = await signatures.find({ repository: image, digest }, (statement) =>
			whyVerdictUnlisted(statement, expected),
		);
		return "why" in proof ? proof.why : undefined;
	} catch (error) {
		if (!isUnverifiable(error)) throw error;
		return `its signature cannot be verified, ${error.problems[0]?.why}`;
	}
}

/** The standing by given records, of any origin. */
export function standingFromRecords(records: readonly SmokeRecord[], query: RecordQuery): SmokeStanding {
	const { plan, service } = query;
	const criteria = smokeCriteria(plan, service);
	const { named, ofService } = recordsOf(records, query);
	const match = matchingRecord(records, query);
	if (match !== undefined) return { kind: match.verdict === "healthy" ? "passed" : "failed", revision: match.revision };
	if (ofService.some(({ hash }) => hash === criteria.hash)) return { kind: "unknown", why: "what it needs changed" };
	// Reports the differences to the most similar checks.
	const [changed] = ofService.map((record) => changedCriteria(record, criteria)).sort((a, b) => a.length - b.length);
	const [foreign] = named.flatMap((record) => repositoryMismatch(plan.source, record) ?? []);
	if (changed === undefined && foreign !== undefined)
		return { kind: "unknown", why: describeForeign("a verdict", foreign) };
	if (changed === undefined) return { kind: "unknown", why: "not smoked with these checks yet" };
	return { kind: "unknown", why: `${changed.join(", ") || "our probing"} changed` };
}

type RecordQuery = Pick<StandingQuery, "plan" | "service" | "needsImages">;

function recordsOf(records: readonly SmokeRecord[], { plan, service }: RecordQuery) {
	const named = records.filter((record) => record.service === service.name);
	return { named, ofService: named.filter((record) => repositoryMismatch(plan.source, record) === undefined) };
}

/** The newest record under the current checks and needs. */
function matchingRecord(records: readonly SmokeRecord[], query: RecordQuery): SmokeRecord | undefined {
	const { hash } = smokeCriteria(query.plan, query.service);
	return recordsOf(records, query).ofService.find(
		(record) =>
			record.hash === hash && (query.needsImages === undefined || isSameNeeds(record.needs, query.needsImages)),
	);
}
