import type { Registry } from "../../adapters/registry/registry.ts";
import type { BuildResult, BuiltImage } from "../../model/documents/build.ts";
import type { Plan } from "../../model/documents/plan.ts";
import { withVerification } from "../../model/documents/results.ts";
import type { VerifiedImage, VerifyResult } from "../../model/documents/verify.ts";
import { prefetch } from "../../util/prefetch.ts";
import { normalFloatingTag, openVerifier, type VerifyContext, verifyImages } from "./stage.ts";

/**
 * Verifies images before they get their tags: those that this run has built, and older ones that were never published,
 * since their build may have found them faulty. What a floating tag names passed when it was published, and costs one
 * request. `context.docker` is left out where no container may run.
 */
export async function verifyUnpublished(
	context: VerifyContext,
	build: BuildResult,
	published?: Promise<PublishedDigests>,
): Promise<BuildResult> {
	const { registry, plan } = context;
	const { images } = build;
	const unverified = images.filter(needsVerification);
	const older = unverified.filter(({ outcome }) => outcome === "unchanged").map(({ service }) => service);
	const tags = await (published ?? publishedDigests(registry, plan, older));
	const tagOf = ({ outcome, digest = "" }: BuiltImage) => (outcome === "built" ? undefined : tags.get(digest));
	const wanted = unverified.filter((row) => tagOf(row) === undefined);
	const verified = wanted.length === 0 ? undefined : await verifyUnlessCancelled(context, wanted, images);
	const { images: rows } = withVerification(build, verified ?? { images: [] });
	return {
		...build,
		images: rows.map((row) => {
			if (!needsVerification(row)) return row;
			const tag = tagOf(row);
			const reason = tag === undefined ? "cancelled" : `already published as ${tag}; lucid verify checks it again`;
			return { ...row, unchecked: [{ id: "layers", reason }] };
		}),
	};
}

/** Verifies images while others are being built. */
export interface BuildVerification extends Disposable {
	/** Call it when the build begins. */
	start(): void;
	/** Call it with each image when its build ends. */
	add(row: BuiltImage): void;
	/** Waits for the images that were added. Leaves out what an abort prevented. */
	addTo(build: BuildResult): Promise<BuildResult>;
}

/** Takes images that were just built and are FROM no other image of the plan: those can be verified at once. */
export function verifyDuringBuild(context: VerifyContext): BuildVerification {
	const { plan, signal } = context;
	const isIndependent = ({ service, platform }: BuiltImage) =>
		plan.images.some(
			(image) => image.service === service && image.platform === platform && Object.keys(image.from).length === 0,
		);
	let opening: ReturnType<typeof openVerifier> | undefined;
	const pending: Promise<readonly VerifiedImage[]>[] = [];
	const open = () => {
		opening ??= openVerifier(context);
		return opening;
	};
	return {
		start() {
			if (plan.images.some(({ decision }) => decision.kind === "build"))
				void prefetch(() => open().then((verifier) => verifier.prefetch()));
		},
		add(row) {
			if (row.outcome !== "built" || !needsVerification(row) || !isIndependent(row) || signal.aborted) return;
			pending.push(prefetch(() => open().then((verifier) => verifier.verify([row], []))));
		},
		[Symbol.dispose]() {
			opening?.then(
				(verifier) => verifier[Symbol.dispose](),
				// addTo reports it.
				() => {},
			);
		},
		async addTo(build) {
			const verified = await Promise.all(
				pending.map((images) =>
					images.catch((error: unknown) => {
						if (signal.aborted) return [];
						throw error;
					}),
				),
			);
			return withVerification(build, { images: verified.flat() });
		},
	};
}

const needsVerification = ({ digest, checks }: BuiltImage) =>
	digest !== undefined && !checks.some(({ id }) => id === "layers");

/** Undefined when cancelled: pushed images are reported all the same. */
async function verifyUnlessCancelled(
	context: VerifyContext,
	wanted: readonly BuiltImage[],
	images: readonly BuiltImage[],
): Promise<VerifyResult | undefined> {
	if (context.signal.aborted) return undefined;
	return verifyImages(context, wanted, images).catch((error: unknown) => {
		if (context.signal.aborted) return undefined;
		throw error;
	});
}

/** Digests that floating tags name, with the tag. */
export type PublishedDigests = ReadonlyMap<string, string>;

/** Reads the digests that the floating tags of these services name. */
export async function publishedDigests(
	registry: Registry,
	plan: Plan,
	services: readonly string[],
): Promise<PublishedDigests> {
	const names = new Set(services);
	const digests = await Promise.all(
		plan.services
			.filter(({ name }) => names.has(name))
			.map(async (service) => {
				const tag = normalFloatingTag(service, plan);
				const manifest = tag === undefined ? undefined : await registry.manifest(`${service.image}:${tag}`);
				const { content, descriptor } = manifest ?? {};
				const ofPlatforms = content?.kind === "index" ? content.manifests.map(({ digest }) => digest) : [];
				return [...ofPlatforms, ...(descriptor === undefined ? [] : [descriptor.digest])].map(
					(digest) => [digest, tag ?? ""] as const,
				);
			}),
	);
	return new Map(digests.flat());
}
