import type { BuiltImage } from "../../model/documents/build.ts";
import type { Plan, PlannedImage } from "../../model/documents/plan.ts";
import type { SmokedService } from "../../model/documents/smoke.ts";
import { buildRecipe } from "../../model/service/recipe.ts";
import { smokeCriteria } from "../../model/service/smoke-criteria.ts";
import type { RunContent, SignedImage, SignedIndex, SignedVerdict } from "../../model/signing/run-statement.ts";
import { defined } from "../../util/defined.ts";
import { smokeGate } from "../publish/gates.ts";
import type { ImageIndex, PublishableImage, PublishInput } from "../publish/prepare-indexes.ts";
import { type PublishTarget, plannedTags } from "../publish/publish-target.ts";

/** An image that this run did not build, or a verdict that it did not reach. */
export interface EarlierWork {
	readonly image: PublishableImage;
	readonly planned: PlannedImage;
}

/** What is signed of one service. */
export interface ServiceContent {
	readonly service: string;
	readonly repository: string;
	readonly content: RunContent;
	/** The indexes in `content`. */
	readonly indexes: readonly ImageIndex[];
	/** Why its indexes are not signed: a clause. */
	readonly unsigned?: string;
	/** Indexes that an earlier run signed: they need no second signature. */
	readonly signedBefore: readonly (SignedIndex & { readonly signer: string })[];
}

export interface SigningInput extends Pick<PublishInput, "plan" | "build" | "smoke" | "options"> {
	/** Why an image of an earlier run does not count: a clause. Undefined if its signature is good. */
	readonly whyUnproven: (earlier: EarlierWork) => Promise<string | undefined>;
	/** The same for a verdict of an earlier run on an image. */
	readonly whyUnsmoked: (earlier: EarlierWork) => Promise<string | undefined>;
	/** Who signed an index in an earlier run, for people. Undefined if no signature of it counts. */
	readonly signerOf: (repository: string, index: SignedIndex) => Promise<string | undefined>;
	/** Whether an earlier run signed the same verdict. */
	readonly isSignedVerdict: (repository: string, verdict: SignedVerdict) => Promise<boolean>;
}

/**
 * What this run built and smoked of one service, and the indexes that publish gives tags. Indexes are left out unless
 * every platform's image is of this run or proven by an earlier signature, and so is its verdict of smoke. What an
 * earlier run signed is not signed again: the list of signatures of a digest would grow with each run.
 */
export async function contentOf(target: PublishTarget, input: SigningInput): Promise<ServiceContent> {
	const { plan, build, smoke } = input;
	const { service, image: repository } = target;
	const planned = plan.images.filter((one) => one.service === service.name);
	const rows = build?.images.filter((one) => one.service === service.name) ?? [];
	const images = planned.flatMap((one) => {
		const row = rows.find(({ platform }) => platform === one.platform);
		const signed = row && signedImage(one, row);
		return signed === undefined ? [] : [...[signed], ...relabelledOf(signed, target)];
	});
	const smoked = smoke?.services.filter((row) => row.service === service.name) ?? [];
	const verdicts = await withoutAsync(
		smoked.flatMap((row) => signedVerdict(plan, target, row)),
		(verdict) => input.isSignedVerdict(repository, verdict),
	);
	const unsigned = target.indexes === undefined ? target.reason : await whyUnsigned(target, images, input);
	const wanted = unsigned === undefined ? signedIndexes(target, plan) : [];
	const signers = await Promise.all(wanted.map((index) => input.signerOf(repository, index)));
	const indexes = wanted.filter((_, i) => signers[i] === undefined);
	const made = new Map(Object.values(target.indexes ?? {}).map((index) => [index.digest, index]));
	return {
		...{ service: service.name, repository, content: { images, verdicts, indexes }, ...defined({ unsigned }) },
		indexes: indexes.flatMap(({ digest }) => made.get(digest) ?? []),
		signedBefore: wanted.flatMap((index, i) => {
			const signer = signers[i];
			return signer === undefined ? [] : [{ ...index, signer }];
		}),
	};
}

async function withoutAsync<T>(items: readonly T[], isOut: (item: T) => Promise<boolean>): Promise<readonly T[]> {
	const out = await Promise.all(items.map(isOut));
	return items.filter((_, i) => !out[i]);
}

/** An image that this run built, or kept under a new fingerprint. */
function signedImage(planned: PlannedImage, row: BuiltImage): SignedImage | undefined {
	const { service, platform, fingerprint, components, decision } = planned;
	const { outcome, digest, builder = { runner: "local" } } = row;
	if (digest === undefined || row.fingerprint !== fingerprint) return undefined;
	const isKept = outcome === "unchanged" && decision.kind === "build" && decision.keep?.digest === digest;
	// For an image that another run built in the meantime, that run answers.
	if (outcome !== "built" && !isKept) return undefined;
	return {
		...{ service, platform, digest, fingerprint, recipe: buildRecipe, builder },
		components: Object.fromEntries(components.map(({ name, hash }) => [name, hash])),
		outcome: isKept ? "kept" : "built",
	};
}

function relabelledOf(image: SignedImage, { release }: PublishTarget): readonly SignedImage[] {
	return (release?.relabelled ?? [])
		.filter(({ from }) => from === image.digest)
		.map(({ from, digest }) => ({ ...image, digest, from, outcome: "relabelled" }));
}

function signedVerdict(plan: Plan, { service, images }: PublishTarget, row: SmokedService): readonly SignedVerdict[] {
	const { platform, digest, verdict, trial, needsImages: needs } = row;
	if (verdict !== "healthy" && verdict !== "unhealthy") return [];
	const criteria = smokeCriteria(plan, service);
	if (trial !== criteria.hash || !images.some((image) => image.digest === digest)) return [];
	return [{ service: service.name, platform, digest, verdict, ...criteria, ...defined({ needs }) }];
}

async function whyUnsigned(
	target: PublishTarget,
	ours: readonly SignedImage[],
	{ plan, smoke, options = {}, whyUnproven, whyUnsmoked }: SigningInput,
): Promise<string | undefined> {
	const { service, images } = target;
	const earlier = (image: PublishableImage): EarlierWork => {
		const planned = plan.images.find((one) => one.service === service.name && one.platform === image.platform);
		if (planned === undefined) throw new Error(`the plan has no image of ${service.name} for ${image.platform}`);
		return { image, planned };
	};
	for (const image of images) {
		if (ours.some(({ digest }) => digest === image.digest)) continue;
		const why = await whyUnproven(earlier(image));
		if (why !== undefined) return `its image for ${image.platform} does not count: ${why}`;
	}
	if (options.despiteSmoke !== undefined) return undefined;
	const gate = smokeGate({ plan, service, images, smoked: smoke?.services ?? [] }, options);
	if (gate.kind === "shut") return gate.why;
	for (const { why, ...open } of gate.kind === "unproven" ? gate.images : []) {
		const image = images.find(({ platform }) => platform === open.platform);
		const unsmoked = image && (await whyUnsmoked(earlier(image)));
		if (unsmoked !== undefined) return `${why}; ${unsmoked}`;
	}
	return undefined;
}

function signedIndexes(target: PublishTarget, plan: Plan): readonly SignedIndex[] {
	const { service, indexes, images, release } = target;
	if (indexes === undefined) return [];
	const { versioned = [], immutable, floating } = plannedTags(target, plan);
	const digests = images.map(({ digest }) => digest);
	const relabelled = digests.map(
		(digest) => release?.relabelled?.find(({ from }) => from === digest)?.digest ?? digest,
	);
	const isNeeded = [...immutable, ...floating].some((tag) => !versioned.includes(tag));
	const common = { service: service.name };
	return [
		...(isNeeded ? [{ ...common, digest: indexes.plain.digest, images: digests }] : []),
		...(versioned.length > 0
			? [{ ...common, digest: indexes.release.digest, images: relabelled, ...defined({ version: release?.version }) }]
			: []),
	];
}
