import type { Registry } from "../../adapters/registry/registry.ts";
import type { BuildResult, BuiltImage } from "../../model/documents/build.ts";
import type { Plan } from "../../model/documents/plan.ts";
import { type VerifiedImage, type VerifyResult, withVerification } from "../../model/documents/verify.ts";
import { normalFloatingTag, openVerifier, type VerifyContext, verifyImages } from "./stage.ts";

/**
 * Looks at images, the whole of them, before they may get their tags: those that this run has built, and those that were there already but never
 * published, since what built them may have found them wrong. What is published under the floating tag passed then, and costs one question.
 * `world.docker` is left out where no container can be asked for.
 */
export async function verifyUnpublished(
	world: VerifyContext,
	registry: Registry,
	plan: Plan,
	build: BuildResult,
	published?: Promise<PublishedDigests>,
): Promise<BuildResult> {
	const { images } = build;
	const there = images.filter((row) => isOpen(row) && row.outcome === "unchanged").map(({ service }) => service);
	const earned = await (published ?? publishedDigests(registry, plan, there));
	const wanted = images.filter((row) => isOpen(row) && (row.outcome === "built" || !earned.has(row.digest ?? "")));
	const found = wanted.length === 0 ? undefined : await lookAt(world, registry, plan, images, wanted);
	const { images: rows } = withVerification(build, found ?? { images: [] });
	const why = (row: BuiltImage): string | undefined => {
		if (!isOpen(row)) return undefined;
		const tag = row.outcome === "built" ? undefined : earned.get(row.digest ?? "");
		return tag === undefined ? "cancelled" : `already published as ${tag}; lucid verify looks again`;
	};
	return {
		...build,
		images: rows.map((row) => {
			const reason = why(row);
			return reason === undefined ? row : { ...row, unchecked: [{ id: "layers", reason }] };
		}),
	};
}

/** Looks at images while others are still built. */
export interface BuildVerification extends Disposable {
	/** To be called when the build begins. */
	start(): void;
	/** To be called with each image as it ends. */
	add(row: BuiltImage): void;
	/** What was found when all that was taken has been looked at; without what an abort kept it from. */
	addTo(build: BuildResult): Promise<BuildResult>;
}

/** Takes what was just built and is FROM no other image of the plan: of such a one all is known that is needed to look at it. */
export function verifyDuringBuild(world: VerifyContext, registry: Registry, plan: Plan): BuildVerification {
	const standsAlone = ({ service, platform }: BuiltImage) =>
		plan.images.some(
			(one) => one.service === service && one.platform === platform && Object.keys(one.from).length === 0,
		);
	let opening: ReturnType<typeof openVerifier> | undefined;
	const looking: Promise<readonly VerifiedImage[]>[] = [];
	const open = () => {
		opening ??= openVerifier(world, registry, plan);
		return opening;
	};
	const look = async (row: BuiltImage) => (await open()).verify([row], []);
	return {
		start() {
			if (plan.images.some(({ decision }) => decision.kind === "build"))
				// Whoever looks is told what goes wrong.
				open().then(
					(verifier) => verifier.prefetch(),
					() => {},
				);
		},
		add(row) {
			if (row.outcome !== "built" || !isOpen(row) || !standsAlone(row) || world.signal.aborted) return;
			const found = look(row);
			// It is told when all are waited for.
			found.catch(() => {});
			looking.push(found);
		},
		[Symbol.dispose]() {
			opening?.then(
				(verifier) => verifier[Symbol.dispose](),
				() => {},
			);
		},
		async addTo(build) {
			const found = await Promise.all(
				looking.map((one) =>
					one.catch((error: unknown) => {
						if (world.signal.aborted) return [];
						throw error;
					}),
				),
			);
			return withVerification(build, { images: found.flat() });
		},
	};
}

/** Whether its layers are still to be looked at. */
const isOpen = ({ digest, checks }: BuiltImage) => digest !== undefined && !checks.some(({ id }) => id === "layers");

/** Undefined when it was cancelled on the way: what was pushed is told all the same. */
async function lookAt(
	world: VerifyContext,
	...rest: [Registry, Plan, BuildResult["images"], BuildResult["images"]]
): Promise<VerifyResult | undefined> {
	if (world.signal.aborted) return undefined;
	return verifyImages(world, ...rest).catch((error: unknown) => {
		if (world.signal.aborted) return undefined;
		throw error;
	});
}

/** Digests that floating tags name, with the tag. */
export type PublishedDigests = ReadonlyMap<string, string>;

/** Those of services that have an image which was there already. */
export async function publishedDigests(
	registry: Registry,
	plan: Plan,
	services: readonly string[],
): Promise<PublishedDigests> {
	const names = new Set(services);
	const found = await Promise.all(
		plan.services
			.filter(({ name }) => names.has(name))
			.map(async (service) => {
				const tag = normalFloatingTag(service, plan);
				const manifest = tag === undefined ? undefined : await registry.manifest(`${service.image}:${tag}`);
				const { content, descriptor } = manifest ?? {};
				const digests = content?.kind === "index" ? content.manifests.map(({ digest }) => digest) : [];
				return [...digests, ...(descriptor === undefined ? [] : [descriptor.digest])].map(
					(digest) => [digest, tag ?? ""] as const,
				);
			}),
	);
	return new Map(found.flat());
}
