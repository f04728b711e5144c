import type { Registry } from "../../adapters/registry/registry.ts";
import { concernsOneRepository, isImageMissing } from "../../model/oci/registry-refusals.ts";
import type { ReadBaseConfig } from "../../model/service/service-inputs.ts";

/** Reads what base images pass on to an image, once per reference and platform. */
export function baseConfigReader(registry: Pick<Registry, "resolve" | "imageFacts">): ReadBaseConfig {
	const cached = new Map<string, ReturnType<ReadBaseConfig>>();
	const readConfig: ReadBaseConfig = async (ref, platform) => {
		try {
			const { pinned, digest, platformDigest = digest } = await registry.resolve(ref, platform);
			const image = `${pinned.slice(0, pinned.lastIndexOf("@"))}@${platformDigest}`;
			const facts = await registry.imageFacts(image, platform);
			const starts = (facts?.entrypoint?.length ?? 0) + (facts?.command?.length ?? 0) > 0;
			return facts && { env: facts.env, onbuild: facts.onbuild, starts };
		} catch (error) {
			// The plan reports it at the line that names the image.
			if (isImageMissing(error) || concernsOneRepository(error)) return undefined;
			throw error;
		}
	};
	return (ref, platform) => {
		const key = `${platform} ${ref}`;
		const config = cached.get(key) ?? readConfig(ref, platform);
		cached.set(key, config);
		return config;
	};
}
