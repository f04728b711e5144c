import type { Registry } from "../../adapters/registry/registry.ts";
import type { ImageFacts } from "../../model/oci/image-facts.ts";

/** Facts of a reference, or why there are none. */
export type LookUpFacts = (ref: string, platform: string) => Promise<ImageFacts | { readonly why: string } | undefined>;

/** Asks for each once. */
export function cachedFacts(registry: Pick<Registry, "imageFacts">): LookUpFacts {
	const known = new Map<string, ReturnType<LookUpFacts>>();
	return (ref, platform) => {
		const key = `${ref} ${platform}`;
		const asked =
			known.get(key) ??
			registry.imageFacts(ref, platform).catch((error: Error) => ({ why: error.message.split("\n", 1)[0] ?? "" }));
		known.set(key, asked);
		return asked;
	};
}
