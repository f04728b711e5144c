import { formatRef, isPullRequestRef } from "../../../model/documents/source.ts";
import { defined } from "../../../util/defined.ts";
import { UserError } from "../../../util/errors.ts";
import type { Backoff } from "../../../util/retry.ts";
import {
	type CompareCommits,
	compareEntries,
	emptyBlob,
	isSameEntry,
	type LedgerEntry,
	ledgerTags,
	manifestType,
	readLedger,
	writeLedger,
} from "../../shared/records/publication-ledger.ts";
import type { PublishRegistry } from "../../shared/records/publish-registry.ts";
import { putManifestWithBackoff } from "../backoff.ts";
import { type ImageIndex, indexType } from "../image-index.ts";
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
	/** The branch or pull request whose commit it is, in full: only it may move what it published itself to a commit that does not come after that. */
	readonly ref?: string;
	readonly exception?: LedgerEntry["exception"];
	/** Of the whole catalog. */
	readonly services?: LedgerEntry["services"];
	readonly order: CompareCommits;
	readonly headOf?: ReadBranchHead;
	readonly allowUnordered: boolean;
	readonly patient: Backoff;
	/** After an abort no promotion begins. */
	readonly signal?: AbortSignal;
	/** Copies of the ledger: one more than publishers that may stall at once. */
	readonly copies?: number;
}

/** How a promotion ended. `previous` is what the tag named before. Failures are exceptions. */
export type PromotionResult =
	| { readonly kind: "moved"; readonly previous?: string; readonly warning?: string }
	| { readonly kind: "present"; readonly warning?: string }
	| { readonly kind: "superseded"; readonly by: LedgerEntry; readonly why: string }
	| { readonly kind: "unordered"; readonly why: string; readonly fix: string }
	| { readonly kind: "cancelled" };

/** What the registry shows at one time: the copies of the ledger, and the digest that the tag names. */
interface View {
	readonly ledger: readonly (LedgerEntry | undefined)[];
	readonly tag: string | undefined;
	/** The tag is not from an earlier look. */
	readonly isWhole: boolean;
}

/** A write that brings the registry one step closer; `copy` counts the ledger's copies. */
type Step = { readonly kind: "ledger"; readonly copy: number } | { readonly kind: "tag" };

/**
 * Moves a floating tag to our index, unless something newer is published. Needs the index to be in the registry.
 *
 * Look at everything; find the newest publication there is, ours among them; do the one write that is missing; look
 * again; until nothing is missing. The ledger comes before the tag. A publisher that finds, after its write, that it has
 * overwritten something newer puts the newer back, so it is the last one to look who leaves the newest.
 */
export async function promote(promotion: Promotion): Promise<PromotionResult> {
	const tried = { tag: false };
	try {
		return await settle(promotion, tried);
	} catch (cause) {
		if (!tried.tag) throw cause;
		const { image, tag } = promotion;
		throw new UserError(
			{
				code: "publish/unconfirmed",
				message: `${image}:${tag} may have moved, but that could not be confirmed`,
				why: (cause as Error).message.split("\n", 1)[0] ?? "",
				fix: "publish again: what is done is found and kept",
			},
			{ cause },
		);
	}
}

async function settle(promotion: Promotion, tried: { tag: boolean }): Promise<PromotionResult> {
	const { registry, image, tag, index, signal, patient } = promotion;
	const places = ledgerTags(tag, promotion.copies ?? 2);
	const first = await look(promotion, places);
	const ours = ourPublication(promotion, first);
	if (isPullRequestRef(ours.ref) && first.tag !== undefined && first.ledger.every((entry) => entry === undefined))
		return foreign("no record says which pull request it belongs to");
	let view = first;
	let replaced: readonly LedgerEntry[] = [];
	const written = new Map<string, string>();
	for (let round = 0; round < 20; round++) {
		const newest = await newestOf(promotion, ours, view, replaced);
		if (newest.kind === "unordered") return newest;
		const best = newest.publication;
		if (best === ours) replaced = newest.replaced;
		const step = nextStep(view, best, best === ours ? undefined : written);
		// What an earlier look has shown of the tag neither ends this nor has it written.
		if (step?.kind !== "ledger" && !view.isWhole) {
			view = await look(promotion, places);
			continue;
		}
		if (step === undefined) return ending(promotion, { ours, best, replaced }, first.tag);
		// After an abort nothing is begun; what is begun is brought to its end: a ledger without its tag would hold up every commit in between.
		if (written.size === 0 && signal?.aborted) return { kind: "cancelled" };

		const [ref, bytes, type] =
			step.kind === "tag"
				? ([`${image}:${tag}`, await indexOf(promotion, best), indexType] as const)
				: ([`${image}:${places[step.copy]}`, writeLedger(withReplaced(best, ours, replaced)), manifestType] as const);
		if (step.kind === "ledger" && view.ledger[step.copy] === undefined) await registry.putBlob(image, emptyBlob);
		tried.tag ||= step.kind === "tag";
		await putManifestWithBackoff(registry, ref, bytes, type, patient);
		written.set(keyOf(step), valueAt(best, step));

		const before = shown(view, step);
		// While a copy of the ledger is still to be written, the tag decides nothing.
		const known = step.kind === "ledger" && step.copy + 1 < places.length ? view : undefined;
		view = await look(promotion, places, known);
		// Still the old value: a registry that shows late what it stored, or somebody put it back.
		while (shown(view, step) === before && (await patient.wait())) view = await look(promotion, places, known);
		patient.reset();
	}
	throw new UserError({
		code: "publish/not-shown",
		message: `${image}:${tag} does not come to rest`,
		why: `the registry shows ${view.tag ?? "nothing"} where ${index.digest} was written`,
		fix: "publish again when nobody else does",
	});
}

/** All there is; or, given what an earlier look has `known`, the ledger alone. */
async function look({ registry, image, tag }: Promotion, places: readonly string[], known?: View): Promise<View> {
	const tagged = async () => (await registry.head(`${image}:${tag}`))?.digest;
	const [named, ...ledger] = await Promise.all([
		known === undefined ? tagged() : known.tag,
		...places.map(async (place) => {
			const manifest = await registry.manifest(`${image}:${place}`);
			return manifest && readLedger(manifest, place);
		}),
	]);
	return { ledger, tag: named, isWhole: known === undefined };
}

function ourPublication(
	{ index, revision, committedAt, ref, services, exception }: Promotion,
	{ ledger }: View,
): LedgerEntry {
	const ours = {
		...{ revision, committedAt, digest: index.digest, sequence: 0 },
		...defined({ ref, services, exception }),
	};
	const same = ledger.find((entry) => isSameEntry(entry, ours));
	// Earlier versions did not write down the branch.
	if (same !== undefined) return same.ref === undefined ? { ...ours, ...same } : same;
	return { ...ours, sequence: 1 + Math.max(0, ...ledger.map((entry) => entry?.sequence ?? 0)) };
}

type Newest =
	/** `replaced`: what ours may move although it does not come after that, since the branch was rewritten. */
	| { readonly kind: "newest"; readonly publication: LedgerEntry; readonly replaced: readonly LedgerEntry[] }
	| Extract<PromotionResult, { kind: "unordered" }>;

/** `replaced` is what an earlier look found to be rewritten: the remote is asked again, and if it says otherwise now, that is put back. */
async function newestOf(
	{ order, headOf, allowUnordered }: Promotion,
	ours: LedgerEntry,
	{ ledger }: View,
	replaced: readonly LedgerEntry[],
): Promise<Newest> {
	const entries = [
		...new Map([...ledger, ...replaced].flatMap((one) => (one ? [[keyOfEntry(one), one]] : []))).values(),
	];
	const rewritten: LedgerEntry[] = [];
	let newest = ours;
	for (const entry of entries) {
		const notOurs = whyForeignPull(entry, ours);
		if (notOurs !== undefined) return foreign(notOurs);
		if (newest !== ours) {
			// Of two others that nobody can compare either is newer than ours.
			const other = await compareEntries(order, false, newest, entry);
			const isNewer = other === "newer" || (await checkRewrite(newest, entry, other, headOf)).kind === "rewritten";
			if (isNewer) newest = entry;
			continue;
		}
		const stands = await compareEntries(order, false, entry, ours);
		if (stands === "same" || stands === "newer") continue;
		const isByBranch = entry.revision !== ours.revision && (stands !== "older" || entry.ref === ours.ref);
		const rewrite = isByBranch ? await checkRewrite(entry, ours, stands, headOf) : undefined;
		if (rewrite?.kind === "rewritten") rewritten.push(entry);
		else if (stands === "older" || rewrite?.kind === "replaced" || replaced.includes(entry)) newest = entry;
		else if (!allowUnordered) return { kind: "unordered", why: rewrite?.why ?? "", fix: rewrite?.fix ?? unorderedFix };
		else if ((await compareEntries(order, true, entry, ours)) === "older") newest = entry;
	}
	return { kind: "newest", publication: newest, replaced: rewritten };
}

const keyOfEntry = ({ revision, digest, sequence }: LedgerEntry) => `${revision} ${digest} ${sequence}`;

const foreign = (why: string) =>
	({
		kind: "unordered",
		why,
		fix: "give the pull request's tag a prefix that no other tag has, or delete it",
	}) as const;

/** The next write that is missing. Given what we wrote, only that is put right: what others left is theirs. */
function nextStep(view: View, best: LedgerEntry, written: ReadonlyMap<string, string> | undefined): Step | undefined {
	const steps: readonly Step[] = [
		...view.ledger.map((_, copy) => ({ kind: "ledger", copy }) as const),
		{ kind: "tag" },
	];
	return steps.find(
		(step) =>
			shown(view, step) !== valueAt(best, step) &&
			(written === undefined || written.get(keyOf(step)) === shown(view, step)),
	);
}

function keyOf(step: Step): string {
	return step.kind === "tag" ? "tag" : `ledger ${step.copy}`;
}

function valueAt(publication: LedgerEntry, step: Step): string {
	if (step.kind === "tag") return publication.digest;
	const { revision, digest, ref } = publication;
	return `${revision} ${digest}${ref === undefined ? " of no branch" : ""}`;
}

function shown(view: View, step: Step): string | undefined {
	if (step.kind === "tag") return view.tag;
	const entry = view.ledger[step.copy];
	return entry && valueAt(entry, step);
}

async function indexOf({ registry, image, index }: Promotion, { digest }: LedgerEntry): Promise<Uint8Array> {
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

/** What a rewritten branch replaced is in the ledger, next to what replaced it. */
function withReplaced(best: LedgerEntry, ours: LedgerEntry, replaced: readonly LedgerEntry[]): LedgerEntry {
	const [first] = replaced;
	return best === ours && first !== undefined ? { ...ours, replaced: first.revision } : best;
}

interface Outcome {
	readonly ours: LedgerEntry;
	readonly best: LedgerEntry;
	readonly replaced: readonly LedgerEntry[];
}

function ending({ tag }: Promotion, { ours, best, replaced }: Outcome, previous: string | undefined): PromotionResult {
	if (best === ours) {
		const [first] = replaced;
		const was =
			first && `${formatRef(ours.ref ?? "")} was rewritten, ${shortCommit(first.revision)} is no longer in it`;
		const warning = was === undefined ? {} : { warning: `diverged: ${was}` };
		if (previous === ours.digest) return { kind: "present", ...warning };
		return { kind: "moved", ...defined({ previous }), ...warning };
	}
	const who =
		best.revision === ours.revision
			? "a later run of this commit"
			: replaced.includes(best) || best.replaced === ours.revision
				? `${shortCommit(best.revision)}, and ${formatRef(best.ref ?? "")} is not at ${shortCommit(ours.revision)} any more`
				: `${best.revision.slice(0, 12)}, which is newer`;
	return { kind: "superseded", by: best, why: `${tag} was published by ${who}` };
}
