import { createHash } from "node:crypto";
import { z } from "zod";
import type { CommitOrder } from "../../../adapters/git/revisions.ts";
import type { Manifest } from "../../../adapters/registry/registry.ts";
import type { PublishException } from "../../../model/documents/publish.ts";
import { defined } from "../../../util/defined.ts";
import { UserError } from "../../../util/errors.ts";

const ledgerType = "application/vnd.lucid.publication.v1+json";
export const manifestType = "application/vnd.oci.image.manifest.v1+json";
/** The content of the empty descriptor of the OCI image spec. */
export const emptyBlob = new TextEncoder().encode("{}");

/** Who published a floating tag last: the ledger's entry. */
export interface LedgerEntry {
	readonly revision: string;
	/** Of the commit, RFC 3339. Tells people; decides nothing. */
	readonly committedAt: string;
	/** Of the index that the tag then names. */
	readonly digest: string;
	/** Counts publications, so that of two from one commit the later is known. */
	readonly sequence: number;
	/** The branch or pull request whose run published: `refs/heads/main`. Undefined for git tags, and in ledgers of earlier versions. */
	readonly ref?: string;
	/** What it replaced although that is not an ancestor of it: its branch was rewritten. */
	readonly replaced?: string;
	/** It was published although smoke failed or did not run. */
	readonly exception?: PublishException;
	/** The services of the catalog that was published, by name, so that a later plan notices one that is gone. */
	readonly services?: Readonly<Record<string, ServiceOrigin>>;
}

/** Where a service was published, and the Dockerfile that it was built from. */
export interface ServiceOrigin {
	readonly image: string;
	readonly dockerfile: string;
}

const exceptionShape = z
	.object({ who: z.string(), when: z.string(), why: z.string(), smoke: z.string().optional() })
	.transform(({ smoke, ...rest }): PublishException => ({ ...rest, ...defined({ smoke }) }));
const servicesShape = z.record(z.string(), z.object({ image: z.string(), dockerfile: z.string() }));

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
 * The tags that hold the ledger of a floating tag: `latest.published`, `latest.published-2`, ...
 * Registries know no compare-and-swap. With n copies, each written only after all were read again, an entry survives n-1
 * publishers that stalled just before a write of something older.
 */
export function ledgerTags(floating: string, copies: number): readonly string[] {
	return Array.from({ length: copies }, (_, i) => {
		const suffix = i === 0 ? ".published" : `.published-${i + 1}`;
		const room = 128 - suffix.length;
		if (floating.length <= room) return floating + suffix;
		// A tag has 128 characters at most: a long one is cut, and told from its like by a hash.
		const hash = createHash("sha256").update(floating).digest("hex").slice(0, 16);
		return `${floating.slice(0, room - 17)}-${hash}${suffix}`;
	});
}

/** The manifest that holds an entry: an artifact without content, as the OCI image spec has it. The same entry gives the same bytes. */
export function writeLedger(publication: LedgerEntry): Uint8Array {
	const { revision, committedAt, digest, sequence, ref, replaced, services, exception } = publication;
	const empty = {
		mediaType: "application/vnd.oci.empty.v1+json",
		digest: `sha256:${createHash("sha256").update(emptyBlob).digest("hex")}`,
		size: emptyBlob.length,
	};
	const manifest = {
		schemaVersion: 2,
		mediaType: manifestType,
		artifactType: ledgerType,
		config: empty,
		layers: [empty],
		annotations: {
			[keys.revision]: revision,
			[keys.committedAt]: committedAt,
			[keys.digest]: digest,
			[keys.sequence]: String(sequence),
			...defined({ [keys.ref]: ref, [keys.replaced]: replaced }),
			...(exception !== undefined && { [keys.exception]: JSON.stringify(exception) }),
			...(services !== undefined && { [keys.services]: JSON.stringify(services) }),
		},
	};
	return new TextEncoder().encode(JSON.stringify(manifest));
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
			message: `the tag ${tag} does not hold the record of who published`,
			why: "it was overwritten by something else",
			fix: `delete the tag ${tag}, then publish again`,
		});
	const [ref, replaced] = [annotations[keys.ref], annotations[keys.replaced]];
	return {
		...{ revision, committedAt: annotations[keys.committedAt] ?? "", digest, sequence },
		...(ref && { ref }),
		...(replaced && { replaced }),
		...entry("services", servicesShape, annotations[keys.services]),
		...entry("exception", exceptionShape, annotations[keys.exception]),
	};
}

/** A part of an entry that is JSON; left out where it is not there or something else. */
function entry<Key extends string, T>(key: Key, shape: z.ZodType<T>, text: string | undefined): { [K in Key]?: T } {
	if (text === undefined) return {};
	try {
		const { data } = shape.safeParse(JSON.parse(text));
		return data === undefined ? {} : ({ [key]: data } as { [K in Key]?: T });
	} catch {
		return {};
	}
}

export function isSameEntry(a: LedgerEntry | undefined, b: LedgerEntry | undefined): boolean {
	return a?.revision === b?.revision && a?.digest === b?.digest;
}

/** Where one entry stands to another. Within one commit, or where unordered ones are allowed, the sequence decides, then the digest: two publishers always agree. */
export async function compareEntries(
	order: CompareCommits,
	allowUnordered: boolean,
	published: LedgerEntry,
	ours: LedgerEntry,
): Promise<CommitOrder> {
	if (isSameEntry(published, ours)) return "same";
	const known = published.revision === ours.revision ? "same" : await order(published.revision, ours.revision);
	if (known === "newer" || known === "older") return known;
	if (known !== "same" && !allowUnordered) return known;
	if (published.sequence !== ours.sequence) return ours.sequence > published.sequence ? "newer" : "older";
	return `${ours.digest} ${ours.revision}` > `${published.digest} ${published.revision}` ? "newer" : "older";
}

/**
 * Where `ours` stands to what is published: `newer` when it comes after it. `diverged`: what is published is proven not to be an ancestor of ours. Never from
 * clocks.
 */
export type { CommitOrder };

export type CompareCommits = (publishedRevision: string, ours: string) => Promise<CommitOrder>;
