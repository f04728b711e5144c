import { createHash } from "node:crypto";
import { z } from "zod";
import type { CommitOrder } from "../../../adapters/git/revisions.ts";
import type { Manifest, Registry } from "../../../adapters/registry/registry.ts";
import { type PublishException, publishExceptionSchema } from "../../../model/documents/publish.ts";
import {
	repositoryFromAnnotations,
	repositoryToAnnotations,
	type SourceRepository,
} from "../../../model/service/image-identity.ts";
import { defined } from "../../../util/defined.ts";
import { UserError } from "../../../util/errors.ts";
import { type Infer, parseAs, readString } from "../../../util/json.ts";
import { artifactManifest } from "./artifact-manifest.ts";

const ledgerType = "application/vnd.lucid.publication.v1+json";

/** The part of a registry that publishing needs. */
export type PublishRegistry = Pick<
	Registry,
	"head" | "manifest" | "putManifest" | "blob" | "putBlob" | "copyBlob" | "imageFacts" | "referrers" | "attach"
>;

/** The publication that moved a floating tag last. */
export interface LedgerEntry {
	readonly revision: string;
	/** Date of the commit, RFC 3339. Only shown, never compared. */
	readonly committedAt: string;
	/** Digest of the index that the tag names. */
	readonly digest: string;
	/** Counts publications: of two from one commit, the later one has the higher number. */
	readonly sequence: number;
	/** The branch or pull request, `refs/heads/main`. Undefined for git tags and in old ledgers. */
	readonly ref?: string;
	/** The commit that it replaced although that is not an ancestor: its branch was rewritten. */
	readonly replaced?: string;
	/** Set if it was published despite smoke. */
	readonly exception?: PublishException;
	/** The source repository. Undefined in old ledgers, and without a remote. */
	readonly repository?: SourceRepository;
	/** The services of the published catalog, by name, so that a later plan reports removed ones. */
	readonly services?: Readonly<Record<string, ServiceOrigin>>;
}

/** Where a service was published, and the Dockerfile that it was built from. */
const serviceOriginSchema = z.object({ image: z.string(), dockerfile: z.string() });
export type ServiceOrigin = Infer<typeof serviceOriginSchema>;

const keys = {
	revision: "org.opencontainers.image.revision",
	committedAt: "org.opencontainers.image.created",
	digest: "com.lucid.publication.index",
	sequence: "com.lucid.publication.sequence",
	ref: "com.lucid.publication.ref",
	replaced: "com.lucid.publication.replaced",
	services: "com.lucid.publication.services",
	exception: "com.lucid.publication.exception",
};

/**
 * The tags that hold the ledger of a floating tag: `latest.published`, `latest.published-2`, ... Registries cannot
 * compare and swap. With n copies, each written only after all were read again, an entry survives n-1 publishers that
 * stalled before a write of something older.
 */
export function ledgerTags(floating: string, copies: number): readonly string[] {
	return Array.from({ length: copies }, (_, i) => {
		const suffix = i === 0 ? ".published" : `.published-${i + 1}`;
		const room = 128 - suffix.length;
		if (floating.length <= room) return floating + suffix;
		// A tag has 128 characters at most: a long one is cut, and a hash keeps it unique.
		const hash = createHash("sha256").update(floating).digest("hex").slice(0, 16);
		return `${floating.slice(0, room - 17)}-${hash}${suffix}`;
	});
}

/** The manifest of an entry. The same entry gives the same bytes. */
export function writeLedger(entry: LedgerEntry): Uint8Array {
	const { revision, committedAt, digest, sequence, ref, replaced, repository, services, exception } = entry;
	return artifactManifest(ledgerType, {
		[keys.revision]: revision,
		[keys.committedAt]: committedAt,
		[keys.digest]: digest,
		[keys.sequence]: String(sequence),
		...(repository !== undefined && repositoryToAnnotations(repository)),
		...(ref !== undefined && { [keys.ref]: ref }),
		...(replaced !== undefined && { [keys.replaced]: replaced }),
		...(exception !== undefined && { [keys.exception]: JSON.stringify(exception) }),
		...(services !== undefined && { [keys.services]: JSON.stringify(services) }),
	});
}

/** Throws UserError `publish/ledger` when the tag holds something else. */
export function readLedger({ content }: Pick<Manifest, "content">, tag: string): LedgerEntry {
	const { annotations } = content;
	const revision = annotations[keys.revision];
	const digest = annotations[keys.digest];
	const sequence = Number(annotations[keys.sequence]);
	const ours = content.kind === "image" && content.artifactType === ledgerType;
	if (!ours || !revision || !/^sha256:[0-9a-f]{64}$/.test(digest ?? "") || !digest || !Number.isSafeInteger(sequence))
		throw new UserError({
			code: "publish/ledger",
			message: `the tag ${tag} does not contain the publication ledger`,
			why: "something else overwrote it",
			fix: `delete the tag ${tag}, then publish again`,
		});
	const repository = repositoryFromAnnotations(annotations);
	return {
		...{ revision, committedAt: annotations[keys.committedAt] ?? "", digest, sequence },
		...(Object.keys(repository).length > 0 && { repository }),
		...defined({
			ref: readString(annotations[keys.ref]),
			replaced: readString(annotations[keys.replaced]),
			services: parseAs(z.record(z.string(), serviceOriginSchema), annotations[keys.services] ?? ""),
			exception: parseAs(publishExceptionSchema, annotations[keys.exception] ?? ""),
		}),
	};
}

/** Why a floating tag names no publication of its ledger: a clause. Undefined without a ledger. */
export function whyUnrecorded(
	tag: string,
	digest: string | undefined,
	ledger: readonly (LedgerEntry | undefined)[],
): string | undefined {
	const recorded = [...new Set(ledger.flatMap((entry) => entry?.digest ?? []))];
	if (digest === undefined || recorded.length === 0 || recorded.includes(digest)) return undefined;
	return `${tag} was at ${digest}, but its ledger has ${recorded.join(" and ")}: something else moved the tag, or a publication was interrupted`;
}

export function isSameEntry(a: LedgerEntry | undefined, b: LedgerEntry | undefined): boolean {
	return a?.revision === b?.revision && a?.digest === b?.digest;
}

/** Of one commit, or with `allowUnordered`, sequence and digest decide: two publishers always agree. */
export async function compareEntries(
	compareCommits: CompareCommits,
	allowUnordered: boolean,
	published: LedgerEntry,
	ours: LedgerEntry,
): Promise<CommitOrder> {
	if (isSameEntry(published, ours)) return "same";
	const order = published.revision === ours.revision ? "same" : await compareCommits(published.revision, ours.revision);
	if (order === "newer" || order === "older") return order;
	if (order !== "same" && !allowUnordered) return order;
	if (published.sequence !== ours.sequence) return ours.sequence > published.sequence ? "newer" : "older";
	return `${ours.digest} ${ours.revision}` > `${published.digest} ${published.revision}` ? "newer" : "older";
}

/** The order of `ours` relative to the published commit, by ancestry and never by clocks. */
export type CompareCommits = (publishedRevision: string, ours: string) => Promise<CommitOrder>;
