import type { Registry } from "../../adapters/registry/registry.ts";
import { isImageMissing } from "../../model/oci/image-errors.ts";
import type { ReadBaseConfig } from "../../model/service/service-inputs.ts";

/** What outside images hand down, asked of the registry once for each image and platform. */
export function baseConfigReader(registry: Pick<Registry, "resolve" | "imageFacts">): ReadBaseConfig {
	const known = new Map<string, ReturnType<ReadBaseConfig>>();
	const read: ReadBaseConfig = async (ref, platform) => {
		try {
			const { pinned, digest, platformDigest = digest } = await registry.resolve(ref, platform);
			const image = `${pinned.slice(0, pinned.lastIndexOf("@"))}@${platformDigest}`;
			const facts = await registry.imageFacts(image, platform);
			const starts = (facts?.entrypoint?.length ?? 0) + (facts?.command?.length ?? 0) > 0;
			return facts && { env: facts.env, onbuild: facts.onbuild, starts };
		} catch (error) {
			// The plan says so, at the line that names it.
			if (isImageMissing(error)) return undefined;
			throw error;
		}
	};
	return (ref, platform) => {
		const key = `${platform} ${ref}`;
		const answer = known.get(key) ?? read(ref, platform);
		known.set(key, answer);
		return answer;
	};
}
