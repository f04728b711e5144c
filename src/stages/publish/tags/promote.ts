import { formatRef, isPullRequestRef } from "../../../model/documents/source.ts";
import { emptyBlob, mediaTypes } from "../../../model/oci/manifest.ts";
import { repositoryMismatch } from "../../../model/service/image-identity.ts";
import { defined } from "../../../util/defined.ts";
import { UserError } from "../../../util/errors.ts";
import type { Backoff } from "../../../util/retry.ts";
import {
	type CompareCommits,
	compareEntries,
	isSameEntry,
	type LedgerEntry,
	ledgerTags,
	type PublishRegistry,
	readLedger,
	whyUnrecorded,
	writeLedger,
} from "../../shared/records/publication-ledger.ts";
import { putManifestWithBackoff } from "../backoff.ts";
import type { ImageIndex } from "../image-index.ts";
import type { ReadBranchHead } from "../publish-input.ts";
import { checkRewrite, shortCommit, unorderedFix, whyForeignPull } from "./branch-rewrite.ts";

export interface Promotion {
	readonly registry: Pick<PublishRegistry, "head" | "manifest" | "putManifest" | "putBlob">;
	/** Host and name, without a tag. */
	readonly image: string;
	/** The floating tag. */
	readonly tag: string;
	readonly index: ImageIndex;
	readonly revision: string;
	readonly committedAt: string;
	/** Full ref of the branch or pull request: only it may move its own tag to a commit that does not follow. */
	readonly ref?: string;
	/** The source repository; undefined without a remote. */
	readonly repository?: LedgerEntry["repository"];
	readonly exception?: LedgerEntry["exception"];
	/** All services of the catalog. */
	readonly services?: LedgerEntry["services"];
	readonly compareCommits: CompareCommits;
	readonly readBranchHead?: ReadBranchHead;
	readonly allowUnordered: boolean;
	readonly backoff: Backoff;
	/** After an abort no promotion begins. */
	readonly signal?: AbortSignal;
	/** Copies of the ledger: one more than the publishers that may stall at once. */
	readonly copies?: number;
}

/** `previous` is the digest that the tag named before. Failures are exceptions. */
export type PromotionResult =
	| { readonly kind: "moved"; readonly previous?: string; readonly warning?: string }
	| { readonly kind: "present"; readonly warning?: string }
	| { readonly kind: "superseded"; readonly by: LedgerEntry; readonly why: string; readonly warning?: string }
	| { readonly kind: "unordered"; readonly why: string; readonly fix: string; readonly warning?: string }
	| { readonly kind: "cancelled" };

/** What the registry shows: the copies of the ledger, and the digest that the tag names. */
interface RegistryView {
	readonly ledger: readonly (LedgerEntry | undefined)[];
	readonly tag: string | undefined;
	/** The tag was read together with the ledger. */
	readonly isWhole: boolean;
	/** Why a copy of the ledger does not count. */
	readonly ignored?: string;
}

/** The next write; `copy` is the index of a ledger's copy. */
type WriteStep = { readonly kind: "ledger"; readonly copy: number } | { readonly kind: "tag" };

/**
 * Moves a floating tag to our index, unless something newer is published. The index must be in the registry.
 *
 * It reads everything, finds the newest entry, ours included, does one missing write, and reads again, until nothing is
 * missing. The ledger is written before the tag. A publisher that has overwritten something newer restores it, so the
 * last one to read leaves the newest.
 */
export async function promote(promotion: Promotion): Promise<PromotionResult> {
	const { image, tag, index } = promotion;
	const attempted = { tag: false };
	try {
		const first = await readView(promotion, copiesOf(promotion));
		const result = await writeUntilSettled(promotion, first, attempted);
		const moved = first.tag === index.digest ? undefined : whyUnrecorded(tag, first.tag, first.ledger);
		if (moved === undefined || result.kind === "cancelled") return result;
		const { warning } = result;
		return { ...result, warning: warning === undefined ? moved : `${moved}; ${warning}` };
	} catch (cause) {
		if (!attempted.tag) throw cause;
		throw new UserError(
			{
				code: "publish/unconfirmed",
				message: `${image}:${tag} may have moved, but that could not be confirmed`,
				why: (cause as Error).message.split("\n", 1)[0] ?? "",
				fix: "publish again: what is done is kept",
			},
			{ cause },
		);
	}
}

const copiesOf = ({ tag, copies = 2 }: Promotion): readonly string[] => ledgerTags(tag, copies);

/** `first` is what the registry shows before any write. */
async function writeUntilSettled(
	promotion: Promotion,
	first: RegistryView,
	attempted: { tag: boolean },
): Promise<PromotionResult> {
	const { registry, image, tag, index, signal, backoff } = promotion;
	const copies = copiesOf(promotion);
	const ours = ownEntry(promotion, first);
	if (isPullRequestRef(ours.ref) && first.tag !== undefined && first.ledger.every((entry) => entry === undefined))
		return foreignTag("no record says which pull request it belongs to");
	let view = first;
	let replaced: readonly LedgerEntry[] = [];
	const written = new Map<string, string>();
	for (let round = 0; round < 20; round++) {
		const newest = await newestEntry(promotion, ours, view, replaced);
		if (newest.kind === "unordered") return newest;
		const best = newest.entry;
		if (best === ours) replaced = newest.replaced;
		const step = nextStep(view, best, best === ours ? undefined : written);
		// A tag that was read earlier is too old to decide by.
		if (step?.kind !== "ledger" && !view.isWhole) {
			view = await readView(promotion, copies);
			continue;
		}
		if (step === undefined) {
			const settled = { ours, best, replaced, ...defined({ ignored: first.ignored }) };
			return toResult(promotion, settled, first.tag);
		}
		// What is begun is finished even after an abort: a ledger without its tag would hold up every commit in
		// between.
		if (written.size === 0 && signal?.aborted) return { kind: "cancelled" };

		const upload =
			step.kind === "tag"
				? { ref: `${image}:${tag}`, bytes: await indexBytes(promotion, best), mediaType: mediaTypes.index }
				: {
						ref: `${image}:${copies[step.copy]}`,
						bytes: writeLedger(withReplaced(best, ours, replaced)),
						mediaType: mediaTypes.manifest,
						owner: "ledger" as const,
					};
		if (step.kind === "ledger" && view.ledger[step.copy] === undefined) await registry.putBlob(image, emptyBlob);
		attempted.tag ||= step.kind === "tag";
		await putManifestWithBackoff(registry, upload, backoff);
		written.set(keyOf(step), valueAt(best, step));

		const previousValue = shown(view, step);
		// Until the last copy of the ledger is written, the tag need not be read.
		const earlier = step.kind === "ledger" && step.copy + 1 < copies.length ? view : undefined;
		view = await readView(promotion, copies, earlier);
		// Still the old value: the registry shows late what it stored, or another publisher restored it.
		while (shown(view, step) === previousValue && (await backoff.wait()))
			view = await readView(promotion, copies, earlier);
		backoff.reset();
	}
	throw new UserError({
		code: "publish/not-shown",
		message: `${image}:${tag} keeps changing`,
		why: `the registry shows ${view.tag ?? "nothing"} where ${index.digest} was written`,
		fix: "publish again when no other run publishes",
	});
}

/**
 * Reads the ledger, and the tag unless that of an `earlier` view is enough. A copy that something else overwrote does
 * not count, and is written again, as long as there is another one.
 */
async function readView(
	{ registry, image, tag }: Promotion,
	copies: readonly string[],
	earlier?: RegistryView,
): Promise<RegistryView> {
	const readTag = async () => (await registry.head(`${image}:${tag}`))?.digest;
	const invalid: UserError[] = [];
	const readCopy = async (copy: string) => {
		const manifest = await registry.manifest(`${image}:${copy}`);
		try {
			return manifest && readLedger(manifest, copy);
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			invalid.push(error);
			return undefined;
		}
	};
	const [named, ...ledger] = await Promise.all([
		earlier === undefined ? readTag() : earlier.tag,
		...copies.map(readCopy),
	]);
	const [first] = invalid;
	if (first !== undefined && ledger.every((entry) => entry === undefined)) throw first;
	const ignored = first?.problems[0]?.message;
	return { ledger, tag: named, isWhole: earlier === undefined, ...defined({ ignored }) };
}

/** Our entry in the ledger, with the sequence number of an existing one. */
function ownEntry(
	{ index, revision, committedAt, ref, repository, services, exception }: Promotion,
	{ ledger }: RegistryView,
): LedgerEntry {
	const ours = {
		...{ revision, committedAt, digest: index.digest, sequence: 0 },
		...defined({ ref, repository, services, exception }),
	};
	const existing = ledger.find((entry) => isSameEntry(entry, ours));
	// Earlier versions did not record the branch.
	if (existing !== undefined) return existing.ref === undefined ? { ...ours, ...existing } : existing;
	return { ...ours, sequence: 1 + Math.max(0, ...ledger.map((entry) => entry?.sequence ?? 0)) };
}

type Newest =
	/** `replaced`: entries that ours may replace although it is not a descendant, since the branch was rewritten. */
	| { readonly kind: "newest"; readonly entry: LedgerEntry; readonly replaced: readonly LedgerEntry[] }
	| Extract<PromotionResult, { kind: "unordered" }>;

/** Checks the entries in `replaced` again: if their branch turns out not to be rewritten, they are restored. */
async function newestEntry(
	{ compareCommits, readBranchHead, allowUnordered }: Promotion,
	ours: LedgerEntry,
	{ ledger }: RegistryView,
	replaced: readonly LedgerEntry[],
): Promise<Newest> {
	const entries = [
		...new Map([...ledger, ...replaced].flatMap((item) => (item ? [[keyOfEntry(item), item]] : []))).values(),
	];
	const rewritten: LedgerEntry[] = [];
	let newest = ours;
	for (const entry of entries) {
		const notOurs = whyForeignPull(entry, ours);
		if (notOurs !== undefined) return foreignTag(notOurs);
		const foreign = entry.repository && repositoryMismatch(ours.repository ?? {}, entry.repository);
		if (foreign !== undefined && !allowUnordered) return foreignLedger(foreign);
		if (newest !== ours) {
			// Both are newer than ours, so either will do if they cannot be compared.
			const order = await compareEntries(compareCommits, false, newest, entry);
			const rewrite = order === "newer" ? undefined : await checkRewrite(newest, entry, order, readBranchHead);
			if (rewrite === undefined || rewrite.kind === "rewritten") newest = entry;
			continue;
		}
		const order = await compareEntries(compareCommits, false, entry, ours);
		if (order === "same" || order === "newer") continue;
		const isByBranch = entry.revision !== ours.revision && (order !== "older" || entry.ref === ours.ref);
		const rewrite = isByBranch ? await checkRewrite(entry, ours, order, readBranchHead) : undefined;
		if (rewrite?.kind === "rewritten") rewritten.push(entry);
		else if (order === "older" || rewrite?.kind === "replaced" || replaced.includes(entry)) newest = entry;
		else if (!allowUnordered) return { kind: "unordered", why: rewrite?.why ?? "", fix: rewrite?.fix ?? unorderedFix };
		else if ((await compareEntries(compareCommits, true, entry, ours)) === "older") newest = entry;
	}
	return { kind: "newest", entry: newest, replaced: rewritten };
}

const keyOfEntry = ({ revision, digest, sequence }: LedgerEntry) => `${revision} ${digest} ${sequence}`;

const foreignTag = (why: string) =>
	({
		kind: "unordered",
		why,
		fix: "delete the tag and its records, which end in `.published`, and publish again",
	}) as const;

const foreignLedger = (why: string) =>
	({
		kind: "unordered",
		why: `the ledger is not ours: ${why}`,
		fix: `give each repository image names of its own; ${unorderedFix}`,
	}) as const;

/** The next missing write. Given what we wrote, only that is corrected: the writes of others are theirs. */
function nextStep(
	view: RegistryView,
	best: LedgerEntry,
	written: ReadonlyMap<string, string> | undefined,
): WriteStep | undefined {
	const steps: readonly WriteStep[] = [
		...view.ledger.map((_, copy) => ({ kind: "ledger", copy }) as const),
		{ kind: "tag" },
	];
	return steps.find(
		(step) =>
			shown(view, step) !== valueAt(best, step) &&
			(written === undefined || written.get(keyOf(step)) === shown(view, step)),
	);
}

function keyOf(step: WriteStep): string {
	return step.kind === "tag" ? "tag" : `ledger ${step.copy}`;
}

function valueAt(entry: LedgerEntry, step: WriteStep): string {
	if (step.kind === "tag") return entry.digest;
	const { revision, digest, ref } = entry;
	return `${revision} ${digest}${ref === undefined ? " of no branch" : ""}`;
}

function shown(view: RegistryView, step: WriteStep): string | undefined {
	if (step.kind === "tag") return view.tag;
	const entry = view.ledger[step.copy];
	return entry && valueAt(entry, step);
}

async function indexBytes({ registry, image, index }: Promotion, { digest }: LedgerEntry): Promise<Uint8Array> {
	if (digest === index.digest) return index.bytes;
	const manifest = await registry.manifest(`${image}@${digest}`);
	if (manifest === undefined)
		throw new UserError({
			code: "publish/index-gone",
			message: `the index ${digest} of ${image} is gone, although it was published last`,
			fix: "run the newest commit's workflow again",
		});
	return manifest.bytes;
}

/** The entry as it is written: ours with the revision that a rewritten branch replaced. */
function withReplaced(best: LedgerEntry, ours: LedgerEntry, replaced: readonly LedgerEntry[]): LedgerEntry {
	const [first] = replaced;
	return best === ours && first !== undefined ? { ...ours, replaced: first.revision } : best;
}

interface Settled {
	readonly ours: LedgerEntry;
	readonly best: LedgerEntry;
	readonly replaced: readonly LedgerEntry[];
	readonly ignored?: string;
}

function toResult(
	{ tag }: Promotion,
	{ ours, best, replaced, ignored }: Settled,
	previous: string | undefined,
): PromotionResult {
	if (best === ours) {
		const [first] = replaced;
		const rewrite =
			first && `${formatRef(ours.ref ?? "")} was rewritten, ${shortCommit(first.revision)} is no longer in it`;
		const notes = [rewrite && `diverged: ${rewrite}`, ignored && `${ignored}: it was ignored and written again`];
		const warning = notes.filter((note) => note !== undefined).join("; ") || undefined;
		if (previous === ours.digest) return { kind: "present", ...defined({ warning }) };
		return { kind: "moved", ...defined({ previous, warning }) };
	}
	const publisher =
		best.revision === ours.revision
			? "a later run of this commit"
			: replaced.includes(best) || best.replaced === ours.revision
				? `${shortCommit(best.revision)}, and ${formatRef(best.ref ?? "")} is not at ${shortCommit(ours.revision)} any more`
				: `${best.revision.slice(0, 12)}, which is newer`;
	return { kind: "superseded", by: best, why: `${tag} was published by ${publisher}` };
}
