import type { Registry } from "../../adapters/registry/registry.ts";
import { bundleType } from "../../model/signing/bundle-artifact.ts";
import { descriptorsIn, type ImageIndex } from "./image-index.ts";

/** Attaches the bundles of an index and its images to their copies in another repository. */
export async function copyBundles(
	registry: Pick<Registry, "head" | "manifest" | "blob" | "referrers" | "attach">,
	index: ImageIndex,
	{ from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
	for (const digest of [index.digest, ...descriptorsIn(index).map((child) => child.digest)]) {
		const bundles = await registry.referrers(from, digest, bundleType);
		const subject = bundles.length === 0 ? undefined : await registry.head(`${to}@${digest}`);
		if (subject === undefined) continue;
		for (const { digest: artifact } of bundles) {
			const content = (await registry.manifest(`${from}@${artifact}`))?.content;
			const [layer] = content?.kind === "image" ? content.layers : [];
			if (content === undefined || layer === undefined) continue;
			const bytes = await registry.blob(from, layer.digest);
			await registry.attach(to, subject, { artifactType: bundleType, bytes, annotations: content.annotations });
		}
	}
}
