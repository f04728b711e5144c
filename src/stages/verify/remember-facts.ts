import type { Registry } from "../../adapters/registry/registry.ts";
import type { ImageFacts } from "../../model/oci/image-facts.ts";

/** Facts of a reference, or why there are none. */
export type Facts = (ref: string, platform: string) => Promise<ImageFacts | { readonly why: string } | undefined>;

/** Asks for each once. */
export function remembering(registry: Pick<Registry, "imageFacts">): Facts {
	const known = new Map<string, ReturnType<Facts>>();
	return (ref, platform) => {
		const key = `${ref} ${platform}`;
		const asked =
			known.get(key) ??
			registry.imageFacts(ref, platform).catch((error: Error) => ({ why: error.message.split("\n", 1)[0] ?? "" }));
		known.set(key, asked);
		return asked;
	};
}
