import pLimit from "p-limit";
import type { Registry } from "../../adapters/registry/registry.ts";
import { type Descriptor, mediaTypes } from "../../model/oci/manifest.ts";
import { bundleAnnotations, bundleType } from "../../model/signing/bundle-artifact.ts";
import type { ServiceContent } from "./run-content.ts";

/**
 * Attaches the bundle of a run to every digest that it is about, as an OCI referrer. Indexes are pushed by digest
 * first. Returns the digests of each service; one that fails does not stop the others.
 */
export async function attachBundle(
	registry: Pick<Registry, "head" | "putManifest" | "attach">,
	bundle: Uint8Array,
	services: readonly ServiceContent[],
	createdAt: string,
): Promise<readonly PromiseSettledResult<readonly string[]>[]> {
	const artifact = { artifactType: bundleType, bytes: bundle, annotations: bundleAnnotations(bundle, createdAt) };
	const limit = pLimit(8);
	const attach = (repository: string, subject: Descriptor) =>
		limit(() => registry.attach(repository, subject, artifact));
	return Promise.allSettled(
		services.map(async ({ repository, content, indexes }) => {
			// They have no tag yet.
			for (const { digest, bytes } of indexes)
				await registry.putManifest(`${repository}@${digest}`, bytes, mediaTypes.index);
			const digests = [...new Set(subjectsOf(content))];
			await Promise.all(
				digests.map(async (digest) => {
					const subject = await registry.head(`${repository}@${digest}`);
					if (subject === undefined) throw new Error(`${repository}@${digest} is no longer in the registry`);
					await attach(repository, subject);
				}),
			);
			return digests;
		}),
	);
}

/** Every digest that the content of a service is about. */
export function subjectsOf({ images, verdicts, indexes }: ServiceContent["content"]): readonly string[] {
	return [...images, ...verdicts, ...indexes].map(({ digest }) => digest);
}
