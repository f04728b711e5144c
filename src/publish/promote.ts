import { UserError } from "../errors.ts";
import { type ImageIndex, indexType } from "./image-index.ts";
import type { OrderOf, PublishRegistry } from "./input.ts";
import {
	emptyBlob,
	ledgerTags,
	manifestType,
	type Publication,
	readLedger,
	samePublication,
	standing,
	writeLedger,
} from "./ledger.ts";
import { type Patience, putPatiently } from "./patience.ts";

export interface Promotion {
	readonly registry: Pick<PublishRegistry, "head" | "manifest" | "putManifest" | "putBlob">;
	/** Host and name, without a tag. */
	readonly image: string;
	/** The floating tag. */
	readonly tag: string;
	readonly index: ImageIndex;
	readonly revision: string;
	readonly committedAt: string;
	readonly order: OrderOf;
	readonly allowUnordered: boolean;
	readonly patient: Patience;
	/** After an abort no promotion begins. */
	readonly signal?: AbortSignal;
	/** Copies of the ledger: one more than publishers that may stall at once. */
	readonly copies?: number;
}

/** How a promotion ended. `previous` is what the tag named before. Failures are exceptions. */
export type Promoted =
	| { readonly kind: "moved"; readonly previous?: string }
	| { readonly kind: "present" }
	| { readonly kind: "superseded"; readonly by: Publication; readonly why: string }
	| { readonly kind: "unordered"; readonly than: Publication }
	| { readonly kind: "cancelled" };

/** What the registry shows at one time: the copies of the ledger, and the digest that the tag names. */
interface View {
	readonly ledger: readonly (Publication | undefined)[];
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
export async function promote(promotion: Promotion): Promise<Promoted> {
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

async function settle(promotion: Promotion, tried: { tag: boolean }): Promise<Promoted> {
	const { registry, image, tag, index, signal, patient } = promotion;
	const places = ledgerTags(tag, promotion.copies ?? 2);
	const first = await look(promotion, places);
	const ours = ourPublication(promotion, first);
	let view = first;
	const written = new Map<string, string>();
	for (let round = 0; round < 20; round++) {
		const newest = await newestOf(promotion, ours, view);
		if (newest.kind === "unordered") return newest;
		const best = newest.publication;
		const step = nextStep(view, best, best === ours ? undefined : written);
		// What an earlier look has shown of the tag neither ends this nor has it written.
		if (step?.kind !== "ledger" && !view.isWhole) {
			view = await look(promotion, places);
			continue;
		}
		if (step === undefined) return ending(promotion, ours, best, first.tag);
		// After an abort nothing is begun; what is begun is brought to its end: a ledger without its tag would hold up every commit in between.
		if (written.size === 0 && signal?.aborted) return { kind: "cancelled" };

		const [ref, bytes, type] =
			step.kind === "tag"
				? ([`${image}:${tag}`, await indexOf(promotion, best), indexType] as const)
				: ([`${image}:${places[step.copy]}`, writeLedger(best), manifestType] as const);
		if (step.kind === "ledger" && view.ledger[step.copy] === undefined) await registry.putBlob(image, emptyBlob);
		tried.tag ||= step.kind === "tag";
		await putPatiently(registry, ref, bytes, type, patient);
		written.set(keyOf(step), valueAt(best, step));

		const before = shown(view, step);
		// While a copy of the ledger is still to be written, the tag decides nothing.
		const known = step.kind === "ledger" && step.copy + 1 < places.length ? view : undefined;
		view = await look(promotion, places, known);
		// Still the old value: a registry that shows late what it stored, or somebody put it back.
		while (shown(view, step) === before && (await patient.again())) view = await look(promotion, places, known);
		patient.over();
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

function ourPublication({ index, revision, committedAt }: Promotion, { ledger }: View): Publication {
	const ours = { revision, committedAt, digest: index.digest, sequence: 0 };
	const same = ledger.find((entry) => samePublication(entry, ours));
	return same ?? { ...ours, sequence: 1 + Math.max(0, ...ledger.map((entry) => entry?.sequence ?? 0)) };
}

async function newestOf(
	{ order, allowUnordered }: Promotion,
	ours: Publication,
	{ ledger }: View,
): Promise<{ kind: "newest"; publication: Publication } | { kind: "unordered"; than: Publication }> {
	let newest = ours;
	for (const entry of ledger) {
		if (entry === undefined) continue;
		const stands = await standing(order, allowUnordered, entry, newest);
		if (stands === "older") newest = entry;
		// Two others that cannot be compared: either is newer than ours.
		else if (stands === "unknown" && newest === ours) return { kind: "unordered", than: entry };
	}
	return { kind: "newest", publication: newest };
}

/** The next write that is missing. Given what we wrote, only that is put right: what others left is theirs. */
function nextStep(view: View, best: Publication, written: ReadonlyMap<string, string> | undefined): Step | undefined {
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

function valueAt(publication: Publication, step: Step): string {
	return step.kind === "tag" ? publication.digest : `${publication.revision} ${publication.digest}`;
}

function shown(view: View, step: Step): string | undefined {
	if (step.kind === "tag") return view.tag;
	const entry = view.ledger[step.copy];
	return entry && valueAt(entry, step);
}

async function indexOf({ registry, image, index }: Promotion, { digest }: Publication): Promise<Uint8Array> {
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

function ending({ tag }: Promotion, ours: Publication, best: Publication, previous: string | undefined): Promoted {
	if (best === ours)
		return previous !== ours.digest
			? { kind: "moved", ...(previous !== undefined && { previous }) }
			: { kind: "present" };
	const who =
		best.revision === ours.revision ? "a later run of this commit" : `${best.revision.slice(0, 12)}, which is newer`;
	return { kind: "superseded", by: best, why: `${tag} was published by ${who}` };
}
